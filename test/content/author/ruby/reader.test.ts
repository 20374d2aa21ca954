/** Japanese as it is read aloud: what is shown above the words, and what is better left without. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { lexiconWord } from '../../../../content/author/ruby/lexicon.ts';
import { makeReader, readProjectWords } from '../../../../content/author/ruby/reader.ts';
import { makeWorld } from '../../../../content/author/world.ts';
import { hasKanji, PHRASE_END, readRuby, withoutRuby } from '../../../../content/pack/ruby.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { anyText } from '../../../helpers/texts.ts';

const world = makeWorld(loadGazetteer(GAZETTEER), null);
const reader = makeReader(world, [], []);

/** 食(た)べる */
const shown = (text: string, by = reader): string =>
  readRuby(by.mark(text).replaceAll(PHRASE_END, ''))
    .map((part) => (part.reading === null ? part.text : `${part.text}(${part.reading})`))
    .join('');

describe('a reader', () => {
  it.each([
    ['食べる', '食(た)べる'],
    [
      '今年度は東京一極集中の是正へ',
      '今年度(こんねんど)は東京(とうきょう)一極(いっきょく)集中(しゅうちゅう)の是正(ぜせい)へ',
    ],
    ['東日本大震災', '東(ひがし)日本(にほん)大震災(だいしんさい)'],
    ['首長が礼状を送る', '首長(しゅちょう)が礼状(れいじょう)を送(おく)る'],
    ['人気の物産展', '人気(にんき)の物産(ぶっさん)展(てん)'],
    ['大地の恵み', '大地(だいち)の恵(めぐ)み'],
    ['令和2年', '令和(れいわ)2年(ねん)'],
    ['来る、来ない、来ます', '来(く)る、来(こ)ない、来(き)ます'],
  ])('reads %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['9町と23区', '9町(ちょう)と23区(く)'],
    ['2020年11月13日', '2020年(ねん)11月(がつ)13日(にち)'],
    ['12月1日から8日間', '12月(がつ)1日(ついたち)から8日間(ようかかん)'],
    ['２０２０年', '２０２０年(ねん)'],
    ['1,741の市区町村', '1,741の市区(しく)町村(ちょうそん)'],
    ['2人と3本と10分', '2人(ふたり)と3本(ぼん)と10分(ぷん)'],
    ['第9回', '第(だい)9回(かい)'],
    ['約3.5倍', '約(やく)3.5倍(ばい)'],
  ])('reads the numbers of %s sensibly', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['比布町', '比布(ぴっぷ)町(ちょう)'],
    ['比布の朝', '比布(ぴっぷ)の朝(あさ)'],
    ['荒川区役所', '荒川(あらかわ)区役所(くやくしょ)'],
    ['東京都市大学', '東京(とうきょう)都市(とし)大学(だいがく)'],
    ['朝日町の夏', '朝日(あさひ)町の夏(なつ)'],
    ['会津若松市', '会津若松(あいづわかまつ)市(し)'],
  ])('reads the places of %s by the gazetteer', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each(['縁', '市場', '方', '上手な空', '明日'])('leaves the word %s to people who know', (text) => {
    expect(reader.words(text).some((word) => word.gap === 'unsure')).toBe(true);
  });

  it('lets the particle tell 行った from 行った', () => {
    expect(shown('祭りを行った')).toBe('祭(まつ)りを行(おこな)った');
    expect(shown('山へ行った')).toBe('山(やま)へ行(い)った');
    expect(shown('行った')).toBe('行った');
  });

  it('takes the pack’s own readings before all others, wherever the letters stand', () => {
    const own = [lexiconWord('日本', 'にっぽん', 'always'), lexiconWord('海', '', 'always')];
    const other = makeReader(
      world,
      own.filter((word) => word !== null),
      [],
    );
    expect(shown('日本の海', other)).toBe('日本(にっぽん)の海');
  });

  it('takes the kana handed in with a name, word by word where the dictionary agrees', () => {
    const names = [
      { name: '氷下魚の干物', kana: 'こまいのひもの' },
      { name: '釧路管内', kana: 'くしろかんない' },
      { name: '変な名', kana: 'ぜんぜんちがう' },
    ];
    const other = makeReader(world, [], names);
    expect(shown('氷下魚の干物', other)).toBe('氷下魚(こまい)の干物(ひもの)');
    expect(shown('釧路管内', other)).toBe('釧路(くしろ)管内(かんない)');
    expect(shown('変な名', other)).toBe('変(へん)な名(な)');
  });

  it('changes no letter of any text', () => {
    const japanese = fc.string({
      unit: fc.constantFrom(
        ...'東京都釧路市一二三日月人本行開方9２3,.〜食べるがのへ。\n* ＃々ヶケ茅崎𠮷ー朝日町村区役所',
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(japanese, anyText), (text) => {
        const words = reader.words(text);
        expect(words.map((word) => word.surface).join('')).toBe(text);
        expect(words.flatMap((word) => word.parts.map((part) => part.text)).join('')).toBe(text);
        expect(withoutRuby(reader.mark(text))).toBe(withoutRuby(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the marks of Markdown where they are', () => {
    expect(shown('# 見出し\n\n- **食べ物**と[海](https://example.com)')).toBe(
      '# 見出(みだ)し\n\n- **食(た)べ物(もの)**と[海(うみ)](https://example.com)',
    );
  });

  it('says the same every time', () => {
    const text = '釧路市と荒川区の、縁のはじまり。';
    expect(makeReader(world, [], []).mark(text)).toBe(reader.mark(text));
  });
});

describe('the project’s words', () => {
  it('are hiragana over words with kanji, each laid over without a doubt', () => {
    for (const { word, parts } of readProjectWords()) {
      // Words all in kana stand there only to be kept whole.
      expect(
        parts.some((part) => part.reading !== null),
        word,
      ).toBe(hasKanji(word));
      for (const { reading } of parts) expect(reading ?? '', word).toMatch(/^[ぁ-ゖー]*$/);
    }
  });
});

describe('a marked text', () => {
  const phrases = (text: string) => withoutReadings(reader.mark(text)).split(PHRASE_END);
  const withoutReadings = (marked: string) =>
    marked.replace(/\ufff9([^\ufffa]*)\ufffa[^\ufffb]*\ufffb/g, '$1');

  it.each([
    [
      '雪を宝ものに。北上市といっしょに東京へ提案しました。',
      '雪を|宝ものに。|北上市と|いっしょに|東京へ|提案しました。',
    ],
    ['23区と全国、10年の歩み', '23区と|全国、|10年の|歩み'],
    ['「北海道・釧路！旬！秋の味覚市」に集まる', '「北海道・|釧路！|旬！|秋の|味覚市」に|集まる'],
    ['この区のなかま', 'この区の|なかま'],
    ['1,741の市区町村', '1,741の|市区|町村'],
    ['新しい暮らし方と、工夫', '新しい|暮らし方と、|工夫'],
    ['区とやくそくをした会', '区と|やくそくを|した|会'],
  ])('says where the lines of %s may end', (text, expected) => {
    expect(phrases(text)).toEqual(expected.split('|'));
  });

  it('begins no line with a sign that closes, and ends none with one that opens', () => {
    const letter = fc.constantFrom(...'東京の食べる、。「」（）・！23区をAb ');
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 20 }), (text) => {
        for (const phrase of phrases(text).slice(1)) expect(phrase).not.toMatch(/^[、。」）・！]/);
        for (const phrase of phrases(text).slice(0, -1)) expect(phrase).not.toMatch(/[「（]$/);
      }),
    );
  });
});
