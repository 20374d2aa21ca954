import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canDraw, rangesOf } from '../../renderer/style/typeface.ts';

const HOME = { unicodeRange: 'U+3041-3096, U+5e74' };
const LATIN = { unicodeRange: 'U+0-ff' };

describe('rangesOf', () => {
  it('reads single points, ranges and wildcards, whatever their case', () => {
    expect(rangesOf('U+26, u+3041-3096, U+4E??')).toEqual([
      [0x26, 0x26],
      [0x3041, 0x3096],
      [0x4e00, 0x4eff],
    ]);
  });

  it('passes over what it cannot read', () => {
    expect(rangesOf('all, , U+zz, U+41')).toEqual([[0x41, 0x41]]);
  });
});

describe('canDraw', () => {
  it('is content with characters of any of the faces, and with spaces', () => {
    expect(canDraw([HOME, LATIN], 'あ年 A\u3000\n')).toBe(true);
  });

  it('finds the one character that no face has', () => {
    expect(canDraw([HOME, LATIN], 'あ年月')).toBe(false);
    expect(canDraw([], 'あ')).toBe(false);
  });

  it('agrees with a plain look at every code point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(0x2ffff), fc.nat(0x2ffff), (text, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const face = { unicodeRange: `U+${from.toString(16)}-${to.toString(16)}` };
        const plain = [...text].every((letter) => {
          const point = letter.codePointAt(0) ?? 0;
          return /\s/.test(letter) || (from <= point && point <= to);
        });
        expect(canDraw([face], text)).toBe(plain);
      }),
    );
  });
});
