import { describe, expect, it } from 'vitest';
import { SYNC_REFUSAL_CODES } from '../../../content/pack/sync-refusal.ts';
import { refusalWords } from '../../../content/pack/sync-words.ts';

describe('the sentences for staff', () => {
  it.each(SYNC_REFUSAL_CODES)('%s: what happened, then what to do, in Japanese', (code) => {
    const words = refusalWords({ code, subject: 'base', detail: '' });
    expect(words).toMatch(/^［base］[^a-z]*/u);
    expect(words).toMatch(/。$/u);
    expect(words).toMatch(/(ください|ません|始められます|います)。/u);
  });
  it('are all different', () => {
    const all = SYNC_REFUSAL_CODES.map((code) => refusalWords({ code, subject: '', detail: '' }));
    expect(new Set(all).size).toBe(all.length);
  });
});
