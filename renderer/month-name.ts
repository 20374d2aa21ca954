/** Names of months by themselves. Apart from `dates.ts`, which home needs: the first use of Intl takes its time. */
import type { Lang } from '../content/pack/lang.ts';

/** `11月`, `November`; short `Nov`. @param month 1..12 */
export function monthName(month: number, lang: Lang, width: 'long' | 'short' = 'long'): string {
  const day = new Date(Date.UTC(2020, month - 1, 1));
  return day.toLocaleDateString(lang === 'ja-easy' ? 'ja' : lang, { month: width, timeZone: 'UTC' });
}
