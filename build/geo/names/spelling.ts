/**
 * English names of municipalities. The rule of `romaji.ts` spells all but the few below.
 *
 * PEOPLE SHOULD CHECK THIS TABLE: the spellings are those the municipalities are believed to use themselves
 * (website, stationery), noted from memory. When one is wrong, correct it here and run `npm run geo`.
 */
import { withoutSuffix } from './reading.ts';
import { capitalised, toHepburn } from './romaji.ts';

/** Prefecture code + name -> English name. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  // う or お begins a new word, so that it is no long vowel.
  ['01滝上町', 'Takinoue'],
  ['01豊浦町', 'Toyoura'],
  ['01広尾町', 'Hiroo'],
  ['12勝浦市', 'Katsuura'],
  ['20小海町', 'Koumi'],
  ['20豊丘村', 'Toyooka'],
  ['20山ノ内町', 'Yamanouchi'],
  ['21輪之内町', 'Wanouchi'],
  ['28豊岡市', 'Toyooka'],
  ['30那智勝浦町', 'Nachikatsuura'],
  ['31琴浦町', 'Kotoura'],
  ['33瀬戸内市', 'Setouchi'],
  ['36勝浦町', 'Katsuura'],
  ['42松浦市', 'Matsuura'],
  ['46西之表市', 'Nishinoomote'],
  ['46曽於市', 'Soo'],
  ['46瀬戸内町', 'Setouchi'],
  // Two words, of which the second begins with o; the hyphen keeps them readable.
  ['35周防大島町', 'Suo-Oshima'],
  ['35山陽小野田市', "San'yo-Onoda"],
  ['44豊後大野市', 'Bungo-Ono'],
  // The place's own spelling departs from the rule.
  ['07桑折町', 'Koori'],
  ['18おおい町', 'Ohi'],
  ['19南アルプス市', 'Minami-Alps'],
  ['27箕面市', 'Minoh'],
  ['32邑南町', 'Ohnan'],
]);

/** English name of a municipality, without City, Town and the like. */
export function englishName(prefectureCode: string, nameJa: string, kana: string): string {
  const exception = EXCEPTIONS.get(prefectureCode + nameJa);
  return exception ?? capitalised(toHepburn(withoutSuffix(nameJa, kana)));
}

/** English name of a prefecture: 北海道 keeps its 道, the others lose 都, 府 or 県. */
export function englishPrefectureName(nameJa: string, kana: string): string {
  const place = nameJa === '北海道' ? kana : kana.replace(/(けん|ふ|と)$/, '');
  return capitalised(toHepburn(place));
}

/** The places that the table names, so that a test can tell when one of them has gone. */
export const EXCEPTION_KEYS: readonly string[] = [...EXCEPTIONS.keys()];
