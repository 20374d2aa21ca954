/** The committed gazetteer, and the refusals of its reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type GazetteerError,
  loadGazetteer,
  MUNICIPALITIES_FILE,
  PREFECTURES_FILE,
  parseMunicipalities,
  parsePrefectures,
} from '../../../../content/author/gazetteer/gazetteer.ts';
import { isMunicipalityCode, isSpecialWardCode } from '../../../../content/pack/code.ts';

const FOLDER = join(import.meta.dirname, '../../../../content/author/gazetteer');
const { municipalities, prefectures } = loadGazetteer(FOLDER);
const municipalitiesText = readFileSync(join(FOLDER, MUNICIPALITIES_FILE), 'utf8');
const prefecturesText = readFileSync(join(FOLDER, PREFECTURES_FILE), 'utf8');

describe('municipalities', () => {
  it('are 1,741', () => {
    expect(municipalities).toHaveLength(1741);
  });
  it('have codes of their own with right check digits', () => {
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(1741);
    expect(municipalities.filter(({ code }) => !isMunicipalityCode(code))).toEqual([]);
  });
  it('include the 23 special wards and no ward of a designated city', () => {
    const wards = municipalities.filter(({ kind }) => kind === 'special-ward');
    expect(wards).toHaveLength(23);
    expect(wards.every(({ code }) => isSpecialWardCode(code))).toBe(true);
  });
  it('are of the kind that their name ends in', () => {
    const kinds = { 市: 'city', 区: 'special-ward', 町: 'town', 村: 'village' };
    for (const { nameJa, kind } of municipalities) {
      expect(kinds[nameJa.slice(-1) as keyof typeof kinds], nameJa).toBe(kind);
    }
    const count = (kind: string): number => municipalities.filter((one) => one.kind === kind).length;
    expect([count('city'), count('town'), count('village')]).toEqual([792, 743, 183]);
  });
  it('have readings in hiragana that end like the name', () => {
    const endings = { 市: /し$/, 区: /く$/, 町: /(ちょう|まち)$/, 村: /(むら|そん)$/ };
    for (const { nameJa, kana } of municipalities) {
      expect(kana).toMatch(/^[ぁ-ゖ]+$/);
      expect(kana).toMatch(endings[nameJa.slice(-1) as keyof typeof endings]);
    }
  });
  it('have English names in ASCII, without a word for city or town', () => {
    for (const { nameEn } of municipalities) expect(nameEn).toMatch(/^[A-Z][a-z']+(-[A-Z][a-z]+)?$/);
  });
  it('have no two of the same name in one prefecture', () => {
    const names = municipalities.map(({ prefectureCode, nameJa }) => prefectureCode + nameJa);
    expect(new Set(names).size).toBe(names.length);
  });
  it('lie inside the box of their prefecture, give or take a kilometre', () => {
    const slack = 0.012;
    for (const { nameJa, prefectureCode, lat, lon } of municipalities) {
      const box = prefectures.find(({ code }) => code === prefectureCode)?.bounds;
      const inside =
        box !== undefined &&
        lon > box.west - slack &&
        lon < box.east + slack &&
        lat > box.south - slack &&
        lat < box.north + slack;
      expect(inside, nameJa).toBe(true);
    }
  });
  it('have their points from OpenStreetMap, but for Fukuoka and a few others', () => {
    const others = municipalities.filter(({ pointSource }) => pointSource !== 'osm');
    expect(others.length).toBeLessThan(140);
    expect(others.filter(({ prefectureCode }) => prefectureCode === '40')).toHaveLength(60);
    expect(others.filter(({ pointSource }) => pointSource === 'mesh').length).toBeLessThan(10);
  });

  it.each([
    ['131016', '千代田区', 'ちよだく', 'Chiyoda'],
    ['131041', '新宿区', 'しんじゅくく', 'Shinjuku'],
    ['132063', '府中市', 'ふちゅうし', 'Fuchu'],
    ['342084', '府中市', 'ふちゅうし', 'Fuchu'],
    ['393631', '土佐町', 'とさちょう', 'Tosa'],
    ['012068', '釧路市', 'くしろし', 'Kushiro'],
    ['016616', '釧路町', 'くしろちょう', 'Kushiro'],
    ['016675', '鶴居村', 'つるいむら', 'Tsurui'],
    ['015601', '滝上町', 'たきのうえちょう', 'Takinoue'],
    ['013951', 'ニセコ町', 'にせこちょう', 'Niseko'],
    ['064289', '庄内町', 'しょうないまち', 'Shonai'],
    ['143839', '真鶴町', 'まなづるまち', 'Manazuru'],
    ['192082', '南アルプス市', 'みなみあるぷすし', 'Minami-Alps'],
    ['285862', '新温泉町', 'しんおんせんちょう', "Shin'onsen"],
    ['332127', '瀬戸内市', 'せとうちし', 'Setouchi'],
    ['372056', '観音寺市', 'かんおんじし', "Kan'onji"],
    ['462179', '曽於市', 'そおし', 'Soo'],
    ['473260', '北谷町', 'ちゃたんちょう', 'Chatan'],
    ['473031', '東村', 'ひがしそん', 'Higashi'],
  ])('know %s %s (%s) as %s', (code, nameJa, kana, nameEn) => {
    expect(municipalities.find((one) => one.code === code)).toMatchObject({ nameJa, kana, nameEn });
  });
});

describe('prefectures', () => {
  it('are 47, in the order of their codes', () => {
    const codes = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(prefectures.map(({ code }) => code)).toEqual(codes);
  });
  it('all have municipalities, and every municipality has one', () => {
    expect(new Set(municipalities.map(({ prefectureCode }) => prefectureCode)).size).toBe(47);
  });
  it('fill the eight regions', () => {
    const counts: Record<string, number> = {};
    for (const { region } of prefectures) counts[region] = (counts[region] ?? 0) + 1;
    expect(counts).toEqual({
      hokkaido: 1,
      tohoku: 6,
      kanto: 7,
      chubu: 9,
      kinki: 7,
      chugoku: 5,
      shikoku: 4,
      kyushu: 8,
    });
  });
  it('have their label inside their box, which reaches Okinotorishima, Etorofu and Yonaguni', () => {
    for (const { lat, lon, bounds, nameJa } of prefectures) {
      const inside = lon > bounds.west && lon < bounds.east && lat > bounds.south && lat < bounds.north;
      expect(inside, nameJa).toBe(true);
    }
    const box = (code: string) => prefectures.find((one) => one.code === code)?.bounds;
    expect(box('13')).toMatchObject({ south: expect.closeTo(20.42, 1), east: expect.closeTo(153.99, 1) });
    expect(box('01')?.east).toBeCloseTo(148.9, 1);
    expect(box('47')?.west).toBeCloseTo(122.93, 1);
  });
  it.each([
    ['01', '北海道', 'ほっかいどう', 'Hokkaido'],
    ['13', '東京都', 'とうきょうと', 'Tokyo'],
    ['26', '京都府', 'きょうとふ', 'Kyoto'],
    ['28', '兵庫県', 'ひょうごけん', 'Hyogo'],
    ['44', '大分県', 'おおいたけん', 'Oita'],
  ])('know %s %s (%s) as %s', (code, nameJa, kana, nameEn) => {
    expect(prefectures.find((one) => one.code === code)).toMatchObject({ nameJa, kana, nameEn });
  });
});

/** The error of reading `text`, or a failed test. */
function refusal(read: (text: string) => unknown, text: string): GazetteerError {
  try {
    read(text);
  } catch (error) {
    return error as GazetteerError;
  }
  throw new Error('it was read');
}

describe('the reader', () => {
  const row = '131016,13,special-ward,千代田区,ちよだく,Chiyoda,35.69402,139.75356,osm';
  const header = municipalitiesText.slice(0, municipalitiesText.indexOf('\n'));
  const file = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n');

  it('reads lines that end in CR LF', () => {
    expect(parseMunicipalities(municipalitiesText.replaceAll('\n', '\r\n'))).toEqual(municipalities);
    expect(parsePrefectures(prefecturesText.replaceAll('\n', '\r\n'))).toEqual(prefectures);
  });

  it.each([
    ['a wrong check digit', row.replace('131016', '131017'), '団体コード'],
    ['a prefecture that is not the code’s', row.replace(',13,', ',14,'), '都道府県コード'],
    ['an unknown kind', row.replace('special-ward', 'ward'), '決められた値'],
    ['an empty name', row.replace('千代田区', ''), '空'],
    ['a reading with katakana', row.replace('ちよだく', 'ちよダく'), 'ひらがな'],
    ['an English name with a macron', row.replace('Chiyoda', 'Chūō'), 'ローマ字'],
    ['a latitude with a comma', row.replace('35.69402', '35,69402'), '列が9個'],
    ['a latitude that is none', row.replace('35.69402', '95.69402'), '緯度'],
    ['an unknown source of points', row.replace('osm', 'guess'), '決められた値'],
    ['a missing column', row.replace(',osm', ''), '列が9個'],
  ])('refuses %s and says in which line', (_what, wrong, why) => {
    const error = refusal(
      parseMunicipalities,
      file(row.replace('131016', '011002').replace(',13,', ',01,'), wrong),
    );
    expect(error).toMatchObject({ name: 'GazetteerError', file: MUNICIPALITIES_FILE, line: 3 });
    expect(error.message).toContain(why);
  });

  it('refuses a code that comes twice', () => {
    expect(refusal(parseMunicipalities, file(row, row))).toMatchObject({ line: 3 });
  });
  it('refuses another header', () => {
    expect(refusal(parseMunicipalities, prefecturesText)).toMatchObject({ line: 1 });
    expect(refusal(parsePrefectures, municipalitiesText)).toMatchObject({ file: PREFECTURES_FILE, line: 1 });
  });
  it('refuses a file that is cut off', () => {
    expect(refusal(parseMunicipalities, file(row).trimEnd()).message).toContain('途中で切れています');
    expect(refusal(parseMunicipalities, '')).toMatchObject({ line: 1 });
  });
  it('refuses a prefecture whose box is turned round', () => {
    const [first = '', second = ''] = prefecturesText.split('\n');
    const fields = second.split(',');
    const turned = [...fields.slice(0, 7), fields[9], fields[8], fields[7], fields[10]].join(',');
    expect(refusal(parsePrefectures, `${first}\n${turned}\n`).message).toContain('逆');
  });
  it('refuses a prefecture code that does not exist', () => {
    const text = prefecturesText.replace('\n47,', '\n48,');
    expect(refusal(parsePrefectures, text)).toMatchObject({ line: 48 });
  });
  it('fails when a file is missing', () => {
    expect(() => loadGazetteer(join(FOLDER, 'missing'))).toThrow('ENOENT');
  });
});
