import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../content/author/ruby/align.ts';

/** 食(た)べ物(もの) */
const shown = (word: string, reading: string): string | null =>
  align(word, reading)
    ?.map((part) => (part.reading === null ? part.text : `${part.text}(${part.reading})`))
    .join('') ?? null;

describe('align', () => {
  it.each([
    ['食べる', 'たべる', '食(た)べる'],
    ['食べ物', 'たべもの', '食(た)べ物(もの)'],
    ['お祝い', 'おいわい', 'お祝(いわ)い'],
    ['引き上げ', 'ひきあげ', '引(ひ)き上(あ)げ'],
    ['聞き書き', 'ききがき', '聞(き)き書(が)き'],
    ['サンマ漁', 'さんまりょう', 'サンマ漁(りょう)'],
    ['今年度', 'こんねんど', '今年度(こんねんど)'],
    ['茅ヶ崎', 'ちがさき', '茅ヶ崎(ちがさき)'],
    ['佐々木', 'ささき', '佐々木(ささき)'],
    ['広島県の9町', 'ひろしまけんのきゅうちょう', '広島県(ひろしまけん)の9町(きゅうちょう)'],
    ['人（1日）', 'にん（いちにち）', '人(にん)（1日(いちにち)）'],
  ])('lays the reading of %s over its kanji only', (word, reading, expected) => {
    expect(shown(word, reading)).toBe(expected);
  });

  it('puts one reading over the whole where two ways would do', () => {
    expect(shown('母は花', 'ははははな')).toBe('母は花(ははははな)');
  });

  it('refuses a reading that cannot be that of the word', () => {
    expect([shown('食べる', 'のむ'), shown('かな', 'カナ'), shown('東', ''), shown('お茶', 'ちゃ')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives the word again, letter for letter', () => {
    const letter = fc.constantFrom(...'食東京べるおアー9');
    const kana = fc.string({ unit: fc.constantFrom(...'たべるおあとう'), maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 6 }), kana, (word, reading) => {
        const parts = align(word, reading);
        if (parts) expect(parts.map((part) => part.text).join('')).toBe(word);
      }),
    );
  });
});
