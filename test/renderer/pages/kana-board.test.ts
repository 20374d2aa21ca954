import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitting,
  kanaRows,
  latinRows,
  MAX_TEXT,
  marked,
  shortened,
} from '../../../renderer/pages/search/kana-board.ts';

describe('the kana board', () => {
  it('has every letter of the 五十音 once', () => {
    const letters = kanaRows()
      .flat()
      .filter((letter) => letter !== null);
    expect(new Set(letters).size).toBe(letters.length);
    for (const letter of 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん') {
      expect(letters).toContain(letter);
    }
  });

  it('has rows of ten, kana and latin alike', () => {
    expect([...kanaRows(), ...latinRows()].map((row) => row.length)).toEqual(Array(9).fill(10));
  });
});

describe('marked', () => {
  it.each([
    ['か', 'dakuten', 'が'],
    ['が', 'dakuten', 'か'],
    ['は', 'dakuten', 'ば'],
    ['は', 'handakuten', 'ぱ'],
    ['ば', 'handakuten', 'ぱ'],
    ['ぱ', 'dakuten', 'ば'],
    ['つ', 'small', 'っ'],
    ['づ', 'small', 'っ'],
    ['っ', 'small', 'つ'],
    ['きよ', 'small', 'きょ'],
    ['う', 'dakuten', 'ゔ'],
  ] as const)('%s with %s becomes %s', (before, mark, after) => {
    expect(marked(before, mark)).toBe(after);
  });

  it.each([
    ['', 'dakuten'],
    ['あ', 'dakuten'],
    ['か', 'handakuten'],
    ['ん', 'small'],
    ['鶴', 'dakuten'],
  ] as const)('leaves 「%s」 alone at %s', (text, mark) => {
    expect(marked(text, mark)).toBe(text);
  });

  it('changes the last letter only and never the number of letters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'あかがさつっはばぱやゃん鶴A🗾') });
    fc.assert(
      fc.property(text, fc.constantFrom('dakuten', 'handakuten', 'small'), (before, mark) => {
        const after = marked(before, mark);
        expect([...after]).toHaveLength([...before].length);
        expect([...after].slice(0, -1)).toEqual([...before].slice(0, -1));
      }),
    );
  });
});

describe('typing', () => {
  it('takes away a whole letter, not half of one', () => {
    expect(shortened('𠮷')).toBe('');
    expect(shortened('')).toBe('');
  });

  it('stops at the longest text the search takes', () => {
    const full = 'あ'.repeat(MAX_TEXT);
    expect(fitting(`${full}い`, full)).toBe(full);
    expect(fitting('あい', 'あ')).toBe('あい');
  });
});
