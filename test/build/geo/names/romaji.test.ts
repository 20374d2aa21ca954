import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalised, toHepburn } from '../../../../build/geo/names/romaji.ts';

/** U+3041 to U+3096. */
const anyHiragana = fc
  .array(fc.integer({ min: 0x3041, max: 0x3096 }), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points));

describe('toHepburn', () => {
  it.each([
    ['くしろ', 'kushiro'],
    ['とうきょう', 'tokyo'],
    ['おおさか', 'osaka'],
    ['にいがた', 'niigata'],
    ['しんじゅく', 'shinjuku'],
    ['ちちぶ', 'chichibu'],
    ['にっこう', 'nikko'],
    ['ひっちゅう', 'hitchu'],
    ['きゅうしゅう', 'kyushu'],
    ['ぐんま', 'gunma'],
    ['ほんべつ', 'honbetsu'],
    ['しんおんせん', "shin'onsen"],
    ['なんよう', "nan'yo"],
    ['あいづ', 'aizu'],
    ['おぢか', 'ojika'],
    ['ふじ', 'fuji'],
    ['ちゃたん', 'chatan'],
    ['', ''],
  ])('spells %s as %s', (kana, romaji) => {
    expect(toHepburn(kana)).toBe(romaji);
  });

  it('gives ASCII letters and apostrophes for any hiragana', () => {
    fc.assert(
      fc.property(anyHiragana, (kana) => {
        expect(toHepburn(kana)).toMatch(/^[a-z']*$/);
      }),
    );
  });

  it('never writes a long o or u twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('こ', 'そ', 'と', 'きょ', 'しょ', 'ぼ'),
        fc.constantFrom('う', 'お'),
        (mora, long) => {
          expect(toHepburn(mora + long)).toBe(toHepburn(mora));
        },
      ),
    );
  });

  it('refuses what is not hiragana', () => {
    for (const kana of ['ア', '釧路', 'a', 'らーめん', ' '])
      expect(() => toHepburn(kana)).toThrow(RangeError);
  });
});

describe('capitalised', () => {
  it('changes the first letter only', () => {
    expect(capitalised("shin'onsen")).toBe("Shin'onsen");
  });
});
