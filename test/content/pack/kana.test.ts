import { describe, expect, it } from 'vitest';
import { isKana, isReading, toHiragana } from '../../../content/pack/kana.ts';

describe('toHiragana', () => {
  it('turns katakana, small and voiced too, and leaves the rest', () => {
    expect(toHiragana('ァアヴヵヶンー漢字ｱabc')).toBe('ぁあゔゕゖんー漢字ｱabc');
  });
});

describe('isReading and isKana', () => {
  it('take hiragana, and kana of either script, with at least one letter', () => {
    const words = ['くしろ', 'ラーメン', 'らーめん', '釧路', 'くしろ市', '', 'ku'];
    expect(words.map(isReading)).toEqual([true, false, true, false, false, false, false]);
    expect(words.map(isKana)).toEqual([true, true, true, false, false, false, false]);
  });
});
