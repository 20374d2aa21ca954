import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { soundOf } from '../../../content/pack/sound.ts';
import { GAZETTEER } from '../../helpers/places.ts';

const kanaLetter = fc.constantFrom(
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゃゅょっーアカサ',
);

describe('soundOf', () => {
  it.each([
    ['大阪', 'おおさか オオサカ ｵｵｻｶ おーさか オーサカ Osaka Oosaka Ousaka Ōsaka ÔSAKA ｏｓａｋａ'],
    ['東京', 'とうきょう とーきょー トウキョウ tokyo toukyou tookyoo Tōkyō Tôkyô toukyo'],
    ['新宿', 'しんじゅく shinjuku sinzyuku shinjyuku sinjuku shinnjuku'],
    ['つくば', 'つくば ツクバ tsukuba tukuba'],
    ['千葉', 'ちば chiba tiba'],
    ['福島', 'ふくしま fukushima hukusima'],
    ['藤沢', 'ふじさわ fujisawa huzisawa'],
    ['新橋', 'しんばし shimbashi shinbashi sinbasi'],
    ['抹茶', 'まっちゃ matcha maccha mattya'],
    ['続き', 'つづき tsuzuki tuduki'],
    ['ラーメン', 'ラーメン らあめん らーめん ramen raamen rāmen ﾗｰﾒﾝ'],
    ['食品', 'しょくひん しよくひん shokuhin syokuhin'],
    ['札幌', 'さっぽろ サッポロ sapporo'],
    ['女', 'おんな onna'],
    ['南陽', 'なんよう ナンヨー nanyo'],
  ])('hears %s in every way of writing it', (_what, written) => {
    expect(new Set(written.split(' ').map(soundOf)).size).toBe(1);
  });

  it('tells words apart that sound otherwise', () => {
    const words = [
      'とうきょう',
      'とっきょ',
      'ときょ',
      'かく',
      'がく',
      'はち',
      'ばち',
      'ぱち',
      'さか',
      'さっか',
    ];
    expect(soundOf('とっきょ')).not.toBe(soundOf('とうきょう'));
    expect(new Set(words.map(soundOf)).size).toBe(words.length - 1);
  });

  it('has nothing to say of kanji, digits and signs', () => {
    expect(['釧路', '9', '食べる', '！', '', 'ー', '한국', 'a1'].map(soundOf)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
  });

  it('of the beginning of a word in kana is the beginning of its sound: words are found while they are typed', () => {
    fc.assert(
      fc.property(fc.array(kanaLetter, { minLength: 1, maxLength: 10 }), (letters) => {
        const whole = soundOf(letters.join('')) ?? '';
        for (let length = 1; length < letters.length; length++) {
          expect(whole.startsWith(soundOf(letters.slice(0, length).join('')) ?? '')).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of every municipality’s romaji is that of its kana without the ending', () => {
    const { municipalities } = loadGazetteer(GAZETTEER);
    const odd = municipalities.filter(
      (row) => !(soundOf(row.kana) ?? '').startsWith(soundOf(row.nameEn.replace(/[-']/g, '')) ?? '?'),
    );
    // Written with an h that nobody hears, and in English.
    expect(odd.map((row) => row.nameEn)).toEqual(['Ohi', 'Minami-Alps', 'Minoh', 'Ohnan']);
  });
});
