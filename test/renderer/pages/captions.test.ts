import { describe, expect, it } from 'vitest';
import { captionAt, minutesText } from '../../../renderer/pages/exhibition/captions.ts';

const CUES = [
  { startMs: 0, endMs: 1000, text: 'あ' },
  { startMs: 1000, endMs: 3000, text: 'い' },
  { startMs: 2000, endMs: 2500, text: 'う' },
];

describe('captionAt', () => {
  it('is what is said at the moment, its end excluded', () => {
    expect([0, 999, 1000, 2999].map((ms) => captionAt(CUES, ms))).toEqual(['あ', 'あ', 'い', 'い']);
  });
  it('is the newer of two and nothing in a pause', () => {
    expect(captionAt(CUES, 2200)).toBe('う');
    expect(captionAt(CUES, 3000)).toBe('');
    expect(captionAt([], 0)).toBe('');
  });
});

describe('minutesText', () => {
  it('writes minutes and seconds', () => {
    expect([0, 9_400, 65_000, 600_000].map(minutesText)).toEqual(['0:00', '0:09', '1:05', '10:00']);
  });
});
