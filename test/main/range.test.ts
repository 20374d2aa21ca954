/** Byte ranges against a model that walks the bytes one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../main/range.ts';

/** RFC 9110, 14.1.2, by looking at every byte: which of `size` bytes does the header ask for? */
function askedFor(first: number | null, last: number | null, size: number): readonly number[] {
  const bytes = Array.from({ length: size }, (_none, i) => i);
  if (first === null) return bytes.filter((i) => i >= size - (last ?? 0));
  return bytes.filter((i) => i >= first && (last === null || i <= last));
}

describe('parseRange', () => {
  it('gives exactly the bytes that are asked for', () => {
    const number = fc.option(fc.nat({ max: 30 }));
    fc.assert(
      fc.property(number, number, fc.nat({ max: 25 }), (first, last, size) => {
        fc.pre(first !== null || last !== null);
        const range = parseRange(`bytes=${first ?? ''}-${last ?? ''}`, size);
        if (first !== null && last !== null && last < first) {
          expect(range).toBe('whole');
          return;
        }
        const wanted = askedFor(first, last, size);
        if (wanted.length === 0) expect(range).toBe('unsatisfiable');
        else expect(range).toEqual({ start: wanted[0], end: (wanted.at(-1) ?? 0) + 1 });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [null],
    [''],
    ['bytes'],
    ['bytes='],
    ['bytes=-'],
    ['bytes=0-1,3-4'],
    ['bytes=a-b'],
    ['bytes=1.5-2'],
    ['bytes=-1-2'],
    ['bytes= 0-1'],
    ['lines=0-1'],
    ['bytes=0-1\n'],
    [`bytes=0-${'9'.repeat(400)}`],
  ])('gives the whole for %j, as a server may', (header) => {
    expect(parseRange(header, 10)).toBe('whole');
  });

  it('never leads outside the file, whatever the header', () => {
    const header = fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,17}-\d{0,17}$/));
    fc.assert(
      fc.property(header, fc.nat(), (text, size) => {
        const range = parseRange(text, size);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(size);
      }),
      { numRuns: 500 },
    );
  });
});
