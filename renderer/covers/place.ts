/**
 * What a municipality code tells about a place: its region, and landscapes that are never wrong
 * for it. The code says nothing of coast or snow, so a theme guessed from it stays with what every
 * town of that prefecture has; sea, snow, hot springs come only when the content names them.
 */
import type { RegionId } from './palette.ts';

/** What a landscape shows. Content names one per town or page; `defaultThemes` guesses otherwise. */
export const THEMES = [
  'sea',
  'island',
  'river',
  'lake',
  'mountain',
  'snow',
  'forest',
  'rice',
  'plain',
  'hot-spring',
  'city',
] as const;
export type Theme = (typeof THEMES)[number];

/** Last prefecture number (JIS X 0401) of each region, in the order of the numbers. */
const REGION_ENDS: readonly (readonly [number, RegionId])[] = [
  [1, 'hokkaido'],
  [7, 'tohoku'],
  [14, 'kanto'],
  [23, 'chubu'],
  [30, 'kinki'],
  [35, 'chugoku'],
  [39, 'shikoku'],
  [47, 'kyushu'],
];

/** 5 digits, or 6 with the check digit (全国地方公共団体コード). */
const CODE = /^(\d\d)(\d{3})\d?$/;

/** Region of a municipality or prefecture code; undefined when `text` is not such a code. */
export function regionOfCode(text: string): RegionId | undefined {
  const prefecture = Number(CODE.exec(text)?.[1] ?? Number.NaN);
  if (!(prefecture >= 1)) return undefined;
  return REGION_ENDS.find(([last]) => prefecture <= last)?.[1];
}

const BY_REGION: { readonly [K in RegionId]: readonly Theme[] } = {
  hokkaido: ['plain', 'forest', 'mountain', 'river', 'plain'],
  tohoku: ['rice', 'mountain', 'forest', 'river', 'rice'],
  kanto: ['river', 'rice', 'mountain', 'plain', 'forest'],
  chubu: ['mountain', 'rice', 'river', 'forest', 'mountain'],
  kinki: ['river', 'mountain', 'rice', 'forest'],
  chugoku: ['mountain', 'rice', 'forest', 'river'],
  shikoku: ['mountain', 'river', 'forest', 'rice'],
  kyushu: ['mountain', 'plain', 'river', 'rice', 'forest'],
};

const OKINAWA = '47';
const TOKYO = '13';

/**
 * Themes that fit a place nobody has described, each as likely as it is often in the list.
 *
 * @param seed   a municipality code, or any other text (then only the region counts)
 * @param region where it lies
 * @returns at least one theme
 */
export function defaultThemes(seed: string, region: RegionId): readonly Theme[] {
  const [, prefecture, number = ''] = CODE.exec(seed) ?? [];
  if (prefecture === OKINAWA) return ['sea', 'island'];
  // 101-123 are the special wards; 3xx and up in Tokyo begins with Nishitama, 36x-42x are islands.
  if (prefecture === TOKYO && Number(number) >= 101 && Number(number) <= 123) return ['city'];
  if (prefecture === TOKYO && Number(number) >= 361) return ['island', 'sea'];
  // 100, 130, 140, 150: cities designated by ordinance.
  if (/^1\d0$/.test(number)) return ['city', 'river'];
  return BY_REGION[region];
}
