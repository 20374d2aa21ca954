/** Readings of dates as `dates.ts` writes them in Japanese. A day of the month has a name of its own up to the tenth. */
import { markRuby, PHRASE_END } from '../../content/pack/ruby.ts';

const DAYS: Readonly<Record<string, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};
const WEEKDAYS: Readonly<Record<string, string>> = {
  日: 'にち',
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
};

const ERAS: Readonly<Record<string, string>> = {
  明治: 'めいじ',
  大正: 'たいしょう',
  昭和: 'しょうわ',
  平成: 'へいせい',
  令和: 'れいわ',
};
const ERA = Object.keys(ERAS).join('|');

/** Nothing but dates, times and what stands between them. */
const DATES = new RegExp(
  `^(?=.*(?:\\d[年月日]|元年))(?:${ERA}|[\\d元年月日火水木金土()（）〜:–・\\s])+$`,
  'u',
);
/** `（2020年）`, `(金)`, an era, a year, a month or day, a dash. */
const PIECE = new RegExp(
  String.raw`（(?<beside>\d+)年）|\((?<weekday>.)\)|(?<era>${ERA})|(?<year>\d+|元)年(?<dot>・?)|(?<number>\d+)(?<unit>[月日])|〜`,
  'gu',
);
type Piece = Readonly<
  Partial<Record<'beside' | 'weekday' | 'era' | 'year' | 'dot' | 'number' | 'unit', string>>
>;

/** @returns the text with its readings marked, phrase by phrase; null where it is no date */
export function markedDate(text: string): string | null {
  if (!DATES.test(text)) return null;
  return text.replace(PIECE, (...found) => markedPiece(String(found[0]), found.at(-1) as Piece));
}

function markedPiece(piece: string, { beside, weekday, era, year, dot, number, unit }: Piece): string {
  if (beside !== undefined) return `（${markedYear(beside)}）${PHRASE_END}`;
  if (weekday !== undefined) return `(${ruby(weekday, WEEKDAYS[weekday])})`;
  if (era !== undefined) return ruby(era, ERAS[era]);
  // No line begins with the dot between two eras.
  if (year !== undefined) return `${markedYear(year)}${dot || PHRASE_END}`;
  if (number === undefined || unit === undefined) return `${piece}${PHRASE_END}`;
  if (unit === '月') return `${number}${ruby(unit, 'がつ')}`;
  const name = DAYS[number];
  return name === undefined ? `${number}${ruby(unit, 'にち')}` : ruby(piece, name);
}

function markedYear(year: string): string {
  return year === '元' ? ruby('元年', 'がんねん') : `${year}${ruby('年', 'ねん')}`;
}

function ruby(text: string, reading: string | undefined): string {
  return reading === undefined ? text : markRuby([{ text, reading }]);
}
