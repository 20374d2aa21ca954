/** In which months something is: 9月〜11月, 9・10月, 12月上旬から2月, 秋, 通年. */
import { compact } from './text.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** As the meteorological office counts the seasons. */
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  春: [3, 4, 5],
  夏: [6, 7, 8],
  秋: [9, 10, 11],
  冬: [12, 1, 2],
};

const ALL_YEAR = /通年|一年中|年間|1年中|いつでも|毎月/;

/** `8月4日`, `8/4`: the month of a day, the day itself does not matter. */
const DAY = /(\d{1,2})(?:月|\/)(?:第?\d{1,2}(?:日|[土日月火水木金]曜日?|週)?)/g;

/**
 * @param text any words
 * @returns    1..12 ascending; empty where the words name no month, or one that does not exist
 */
export function monthsOf(text: string): readonly number[] {
  if (ALL_YEAR.test(compact(text))) return ALL;
  const flat = compact(text).replace(/[((]?[0-9一二三四五六七八九十]+年[))]?/g, '');
  // The old calendar runs about a month later: its numbers name no month of ours.
  if (flat.includes('旧暦')) return [];
  const months = monthNumbers(flat);
  const seasons = [...flat].flatMap((letter) => SEASONS[letter] ?? []);
  const found = months.length > 0 ? months : seasons;
  return [...new Set(found)].sort((a, b) => a - b);
}

function monthNumbers(text: string): readonly number[] {
  const plain = text
    .replace(DAY, '$1月')
    .replace(/(上旬|中旬|下旬|初旬|初め|はじめ|末|頃|ごろ|から?月初|の)/g, '')
    .replace(/から|より|~|–|—|―|‐|−|-/g, '〜');
  const found: number[] = [];
  for (const [, from = '', to] of plain.matchAll(
    /(\d{1,2})月?(?:〜(?:翌年?)?(\d{1,2}))?(?=月|[・、,〜]|$)/g,
  )) {
    const first = Number(from);
    const last = Number(to ?? from);
    if (first < 1 || first > 12 || last < 1 || last > 12) return [];
    for (let month = first; ; month = (month % 12) + 1) {
      found.push(month);
      if (month === last) break;
    }
  }
  return plain.includes('月') ? found : [];
}
