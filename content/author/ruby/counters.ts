/**
 * Readings of counters behind a number written in digits. What changes with the number (9本 ほん, 3本 ぼん) is
 * worked out; days and people are read together with their number (8日 ようか, 2人 ふたり); whatever is not
 * listed is left to the dictionary or without reading.
 */

export type Counted = {
  /** Reading of the counter; null: better none. */
  readonly reading: string | null;
  /** True: the reading stands for number and counter together. */
  readonly together: boolean;
};

const NONE: Counted = { reading: null, together: false };

const DAYS = new Map([
  [2, 'ふつか'],
  [3, 'みっか'],
  [4, 'よっか'],
  [5, 'いつか'],
  [6, 'むいか'],
  [7, 'なのか'],
  [8, 'ようか'],
  [9, 'ここのか'],
  [10, 'とおか'],
  [14, 'じゅうよっか'],
  [20, 'はつか'],
  [24, 'にじゅうよっか'],
]);

/** Counters that sound the same behind every number. */
const STEADY: Readonly<Record<string, string>> = {
  年: 'ねん',
  年度: 'ねんど',
  年間: 'ねんかん',
  年目: 'ねんめ',
  年生: 'ねんせい',
  周年: 'しゅうねん',
  月: 'がつ',
  か月: 'かげつ',
  カ月: 'かげつ',
  ヶ月: 'かげつ',
  時: 'じ',
  時間: 'じかん',
  週: 'しゅう',
  週間: 'しゅうかん',
  都: 'と',
  道: 'どう',
  府: 'ふ',
  県: 'けん',
  市: 'し',
  区: 'く',
  町: 'ちょう',
  村: 'そん',
  市区町村: 'しくちょうそん',
  市町村: 'しちょうそん',
  町村: 'ちょうそん',
  か国: 'かこく',
  カ国: 'かこく',
  ヶ国: 'かこく',
  か所: 'かしょ',
  カ所: 'かしょ',
  ヶ所: 'かしょ',
  箇所: 'かしょ',
  回: 'かい',
  回目: 'かいめ',
  件: 'けん',
  名: 'めい',
  歳: 'さい',
  才: 'さい',
  個: 'こ',
  枚: 'まい',
  台: 'だい',
  冊: 'さつ',
  番: 'ばん',
  番目: 'ばんめ',
  号: 'ごう',
  位: 'い',
  円: 'えん',
  万: 'まん',
  億: 'おく',
  万円: 'まんえん',
  億円: 'おくえん',
  万人: 'まんにん',
  点: 'てん',
  度: 'ど',
  割: 'わり',
  倍: 'ばい',
  校: 'こう',
  社: 'しゃ',
  店: 'てん',
  館: 'かん',
  団体: 'だんたい',
  世帯: 'せたい',
  種類: 'しゅるい',
  人: 'にん',
  日: 'にち',
  日間: 'にちかん',
  日目: 'にちめ',
  代: 'だい',
  字: 'じ',
  問: 'もん',
  章: 'しょう',
  巻: 'かん',
};

/** Counters in h: ぽん behind 1, 6, 8, 10 and 100, ぼん behind 3. */
const SHIFTING: Readonly<Record<string, readonly [string, string, string]>> = {
  本: ['ほん', 'ぽん', 'ぼん'],
  杯: ['はい', 'ぱい', 'ばい'],
  匹: ['ひき', 'ぴき', 'びき'],
};

/**
 * @param number  the digits before the counter; null where they are no whole number (3.5, 2020〜)
 * @param counter what follows them, as written
 * @param before  what stands before the number; 1日 is ついたち behind 月
 * @returns       undefined where nothing is known of this counter
 */
export function countedReading(number: number | null, counter: string, before: string): Counted | undefined {
  if (counter === '日' || counter === '日間' || counter === '日目') return days(number, counter, before);
  if (counter === '人' && (number === 1 || number === 2)) {
    return { reading: number === 1 ? 'ひとり' : 'ふたり', together: true };
  }
  if (counter === '分' || counter === '分間') return minutes(number, counter);
  const shifting = SHIFTING[counter];
  if (shifting !== undefined) return { reading: shifted(number, shifting), together: false };
  const steady = Object.hasOwn(STEADY, counter) ? STEADY[counter] : undefined;
  return steady === undefined ? undefined : { reading: steady, together: false };
}

function days(number: number | null, counter: string, before: string): Counted {
  if (number === null) return NONE;
  const tail = { 日: '', 日間: 'かん', 日目: 'め' }[counter] ?? '';
  if (number === 1) {
    return counter === '日' && before.endsWith('月') ? { reading: 'ついたち', together: true } : NONE;
  }
  const own = DAYS.get(number);
  return own === undefined
    ? { reading: `にち${tail}`, together: false }
    : { reading: own + tail, together: true };
}

/** 10分 and so on are ぷん, as are 1, 3, 4, 6 and 8. */
function minutes(number: number | null, counter: string): Counted {
  if (number === null) return NONE;
  const hard = [0, 1, 3, 4, 6, 8].includes(number % 10);
  return { reading: (hard ? 'ぷん' : 'ふん') + (counter === '分間' ? 'かん' : ''), together: false };
}

function shifted(
  number: number | null,
  [soft, hard, voiced]: readonly [string, string, string],
): string | null {
  if (number === null || number % 1000 === 0) return null;
  // 百 ends in a stop: ひゃっぽん, さんびゃっぽん.
  if (number % 100 === 0) return hard;
  const last = number % 10;
  if (last === 3) return voiced;
  return [0, 1, 6, 8].includes(last) ? hard : soft;
}
