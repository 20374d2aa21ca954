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

/** Nothing but dates, times and what stands between them. */
const DATES = /^(?=.*\d[年月日])[\d年月日火水木金土()〜:–\s]+$/u;
const PIECE = /\((.)\)|(\d+)([年月日])|〜/g;

/** @returns the text with its readings marked, phrase by phrase; null where it is no date */
export function markedDate(text: string): string | null {
  if (!DATES.test(text)) return null;
  return text.replace(PIECE, (piece, weekday?: string, number?: string, unit?: string) => {
    if (weekday !== undefined) return `(${ruby(weekday, WEEKDAYS[weekday])})`;
    if (number === undefined || unit === undefined) return `${piece}${PHRASE_END}`;
    if (unit === '年') return `${number}${ruby(unit, 'ねん')}${PHRASE_END}`;
    if (unit === '月') return `${number}${ruby(unit, 'がつ')}`;
    const name = DAYS[number];
    return name === undefined ? `${number}${ruby(unit, 'にち')}` : ruby(piece, name);
  });
}

function ruby(text: string, reading: string | undefined): string {
  return reading === undefined ? text : markRuby([{ text, reading }]);
}
