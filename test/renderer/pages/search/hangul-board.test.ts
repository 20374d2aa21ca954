import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composed,
  HANGUL_ROWS,
  lettersOf,
  uncomposed,
} from '../../../../renderer/pages/search/hangul-board.ts';

const typed = (letters: readonly string[]) => letters.reduce(composed, '');
const hangul = fc
  .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points));
const KEYS = [...HANGUL_ROWS.join('').replaceAll(' ', '')];

describe('composed', () => {
  it('makes every Korean text from the letters one presses for it', () => {
    fc.assert(
      fc.property(hangul, (text) => {
        expect(typed([...text].flatMap(lettersOf))).toBe(text);
      }),
    );
  });

  it.each([
    ['ㅆㅡㄹㅜㅇㅣ', '쓰루이'],
    ['ㄱㅏㅂㅅㅣ', '갑시'],
    ['ㄱㅏㅂㅅㅇㅣ', '값이'],
    ['ㄱㅏㄲㅏ', '가까'],
    ['ㅇㅗㅏ', '와'],
    ['ㄱㄱㅏ', 'ㄱ가'],
  ])('%s is %s', (letters, text) => {
    expect(typed([...letters])).toBe(text);
  });

  it('keeps what stands before, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...KEYS), (text, key) => {
        const before = `${text} `;
        expect(composed(before, key)).toBe(before + key);
      }),
    );
  });

  it('every letter of Korean can be reached by the keys', () => {
    for (let point = 0xac00; point <= 0xd7a3; point += 1)
      for (const letter of lettersOf(String.fromCodePoint(point))) expect(KEYS).toContain(letter);
  });
});

describe('uncomposed', () => {
  it('takes back one key at a time', () => {
    fc.assert(
      fc.property(hangul, (text) => {
        const keys = [...text].flatMap(lettersOf);
        let now = text;
        for (const _ of keys) {
          const before = [...now].flatMap(lettersOf).length;
          now = uncomposed(now);
          expect([...now].flatMap(lettersOf).length).toBe(before - 1);
        }
        expect(now).toBe('');
      }),
    );
  });

  it('takes a whole sign of any other writing', () => {
    expect(uncomposed('東京')).toBe('東');
    expect(uncomposed('')).toBe('');
  });
});
