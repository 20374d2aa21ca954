/** Towns by what people write. The wrong 府中市 would be worse than none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { makePlaceFinder, type PlaceAnswer } from '../../../../content/author/japanese/places.ts';
import { GAZETTEER } from '../../../helpers/places.ts';

const gazetteer = loadGazetteer(GAZETTEER);
const finder = makePlaceFinder(gazetteer);
const prefectures = new Map(gazetteer.prefectures.map((row) => [row.code, row.nameJa]));

function said(answer: PlaceAnswer<{ readonly code: string }>): string {
  return answer.kind === 'found' ? answer.place.code : answer.why;
}
const town = (text: string, prefecture?: string) => said(finder.municipality(text, prefecture));

describe('municipality', () => {
  it.each([
    ['012068', '012068'],
    ['12068', '012068'],
    ['01206', '012068'],
    ['012068 釧路市', '012068'],
    ['０１２０６８　釧路市', '012068'],
    ['釧路市', '012068'],
    ['釧路市（北海道）', '012068'],
    ['北海道 釧路市', '012068'],
    ['くしろし', '012068'],
    ['北海道阿寒郡鶴居村', '016675'],
    ['阿寒郡鶴居村', '016675'],
    ['鶴居', '016675'],
    ['東京都府中市', '132063'],
    ['府中市（広島県）', '342084'],
    ['福島県　伊達市', '072133'],
    ['郡山市', '072036'],
    ['奈良県大和郡山市', '292036'],
    ['茅ケ崎市', '142077'],
    ['茅が崎市', '142077'],
    ['龍ヶ崎市', '082082'],
    ['塩釜市', '042030'],
    ['檮原町', '394050'],
    ['葛󠄀飾区', '131229'],
    ['岐阜県山県市', '212156'],
  ])('finds %s', (text, code) => {
    expect(town(text)).toBe(code);
  });

  it('takes the prefecture of a column of its own', () => {
    expect([town('府中市', '広島県'), town('府中市', '東京')]).toEqual(['342084', '132063']);
    expect(town('釧路市', '沖縄県')).toMatch(/沖縄県に「釧路市」はありません（あるのは 北海道釧路市）/);
  });

  it.each([
    ['府中市', '「府中市」は2つあります（東京都府中市、広島県府中市）。このどれかの形で書いてください'],
    ['伊達市', '「伊達市」は2つあります（北海道伊達市、福島県伊達市）。このどれかの形で書いてください'],
    ['釧路', '「釧路」は2つあります（北海道釧路市、北海道釧路町）。このどれかの形で書いてください'],
    [
      '012068釧路町',
      'コード 012068 は北海道釧路市です。名前「釧路町」と合いません。どちらかを直してください',
    ],
    [
      '12203',
      'コード 12203 は012203 北海道士別市、122033 千葉県市川市のどれかわかりません。6けたで書いてください',
    ],
    ['釧路村', '「釧路村」という市区町村はありません。「北海道釧路市」「北海道釧路町」のことですか'],
    ['弟子届町', '「弟子届町」という市区町村はありません。「北海道弟子屈町」のことですか'],
    ['阿寒町', '「阿寒町」という市区町村はありません。合併前の名前ではありませんか'],
    ['札幌市中央区', '「札幌市中央区」は「札幌市」と書いてください'],
    ['東京都', '「東京都」は都道府県です。市区町村の名前を書いてください'],
    ['999999', /市区町村はありません。全国地方公共団体コード/],
    ['どこかの市', /合併前の名前ではありませんか|のことですか/],
  ])('does not guess %s', (text, why) => {
    expect(town(text)).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
  });

  it('finds each of the 1,741 by code, by code and name, and by prefecture and name', () => {
    const slips = gazetteer.municipalities.flatMap(({ code, nameJa, prefectureCode }) => {
      const prefecture = prefectures.get(prefectureCode) ?? '';
      const ways = [code, `${code} ${nameJa}`, `${prefecture}${nameJa}`, `${nameJa}（${prefecture}）`];
      return ways.filter((way) => town(way) !== code);
    });
    expect(slips).toEqual([]);
  });

  it('finds each name that is one of its kind without more, and asks for the prefecture of every other', () => {
    const count = new Map<string, number>();
    for (const { nameJa } of gazetteer.municipalities) count.set(nameJa, (count.get(nameJa) ?? 0) + 1);
    const slips = gazetteer.municipalities.filter(({ code, nameJa }) =>
      count.get(nameJa) === 1 ? town(nameJa) !== code : !town(nameJa).includes('つあります'),
    );
    expect(slips.map((row) => row.nameJa)).toEqual([]);
  });

  it('never throws, and finds only what is there, whatever the text', () => {
    const codes = new Set(gazetteer.municipalities.map((row) => row.code));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const answer = finder.municipality(text);
        if (answer.kind === 'found') expect(codes.has(answer.place.code)).toBe(true);
        else expect(answer.why).toMatch(/[ぁ-ん]/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ward', () => {
  it('finds the 23 with or without 区, and nothing else', () => {
    expect(['荒川区', '荒川', '東京都荒川区', '131181'].map((text) => said(finder.ward(text)))).toEqual(
      Array.from({ length: 4 }, () => '131181'),
    );
    expect(said(finder.ward('府中市'))).toBe('「府中市」は東京23区の区ではありません');
  });
});

describe('prefecture', () => {
  it('finds each of the 47 by name, short name, reading and number', () => {
    const slips = gazetteer.prefectures.flatMap(({ code, nameJa, kana }) =>
      [nameJa, nameJa.replace(/[都府県]$/, ''), kana, code].filter(
        (way) => said(finder.prefecture(way)) !== code,
      ),
    );
    expect(slips).toEqual([]);
  });
});
