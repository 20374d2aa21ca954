/** Every refusal must be one that can happen: each code has a test of its own name that causes it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIBRARY_REFUSAL_CODES, PACK_REFUSAL_CODES, PackRefused } from '../../../content/pack/refusal.ts';

/** Codes with which a test of `file` begins its name. */
function testedIn(file: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`../store/${file}`, import.meta.url), 'utf8');
  return new Set(
    [...text.matchAll(/\bit(?:\.each\([^)]*\))?\(\s*[`']([a-z-]+): /g)].map((match) => match[1] ?? ''),
  );
}

describe('refusal codes', () => {
  it.each(PACK_REFUSAL_CODES)('%s is caused by a test of open.test.ts', (code) => {
    expect(testedIn('open.test.ts')).toContain(code);
  });

  it.each(LIBRARY_REFUSAL_CODES)('%s is caused by a test of library.test.ts', (code) => {
    expect(testedIn('library.test.ts')).toContain(code);
  });

  it('are all different', () => {
    const codes = [...PACK_REFUSAL_CODES, ...LIBRARY_REFUSAL_CODES];
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('PackRefused', () => {
  it('keeps its cause and says code, subject and detail', () => {
    const cause = new Error('disk');
    const refused = new PackRefused('pack-damaged', 'base', 'cut off', { cause });
    expect([refused.message, refused.cause, refused.fault]).toEqual([
      'pack-damaged (base): cut off',
      cause,
      { code: 'pack-damaged', subject: 'base', detail: 'cut off' },
    ]);
  });
});
