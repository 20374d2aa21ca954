import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../../content/pack/fold.ts';
import { anyText } from '../../helpers/texts.ts';

/** Letters that folding touches, and those that change what stands beside them. */
const troublesome = fc.constantFrom(
  ...('かカｶガﾞ゛゙゚がガパﾊﾟゕヵヶケーｰ〜・々〇澤澤沢龍ＡａÀé́ßİıΣσςﬁ①㍿㋿葛葛󠄀葛󠄁ﾔﾞヴゔヷ𠮷한한각Й'.match(/./gsu) ??
    []),
);
const trouble = fc.string({ unit: troublesome, maxLength: 8 });
const anything = fc.oneof(anyText, trouble);

describe('fold', () => {
  it.each([
    ['カタカナとひらがな', 'クシロ', 'くしろ'],
    ['half and full width kana', 'ｸｼﾛ', 'くしろ'],
    ['half-width voiced kana', 'ｶﾞｷﾞｸﾞﾊﾟ', 'がぎぐぱ'],
    ['full-width letters and digits', 'Ｋｕｓｈｉｒｏ２３', 'kushiro23'],
    ['small and large kana', 'しゃっきょう', 'しやつきよう'],
    ['ヶ and ケ', '茅ヶ崎', '茅けさき'.replace('さき', '崎')],
    ['long vowels', 'ラーメン', 'らめん'],
    ['half-width long vowels', 'ﾗｰﾒﾝ', 'らめん'],
    ['old forms', '國澤濱邊', '国沢浜辺'],
    ['variants of saki', '﨑嵜', '崎崎'],
    ['accents of Latin letters', 'Ōsaka Kōchi Hyōgo', 'osaka kochi hyogo'],
    ['Greek sigma at the end of a word', 'ΟΔΟΣ', fold('ΟΔΟΣΑ').slice(0, 4)],
    ['voiced kana written in two parts', 'か\u3099', 'が'],
    ['variation selectors of kanji', '葛\u{e0100}飾区', '葛飾区'],
    ['variation selectors of signs', '〒\ufe0e', '〒'],
  ])('makes one of %s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps spaces and punctuation', () => {
    expect(fold('九州・沖縄 (2020)')).toBe('九州・沖縄 (2020)');
  });

  it('keeps voiced and unvoiced kana apart', () => {
    expect(fold('ガ')).not.toBe(fold('カ'));
    expect(fold('パ')).not.toBe(fold('ハ'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no single character the second time', () => {
    const unstable: string[] = [];
    for (let point = 0; point <= 0xffff; point++) {
      const once = fold(String.fromCharCode(point));
      if (fold(once) !== once) unstable.push(point.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same for capital and small Latin letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyzéōＡz') }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  it('takes runs of letters, digits and marks', () => {
    expect(wordsOf(' 釧路市、2020年! "Kushiro" ')).toEqual(['釧路市', '2020年', 'kushiro']);
  });

  it('keeps the iteration mark in its word', () => {
    expect(wordsOf('佐々木')).toEqual(['佐々木']);
  });

  it('finds no word in signs alone', () => {
    expect(wordsOf(' !?*"()- ー 🍎 \ud800')).toEqual([]);
  });

  it('gives words that are words by themselves', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const word of wordsOf(text)) expect(wordsOf(word)).toEqual([word]);
      }),
      { numRuns: 1000 },
    );
  });
});
