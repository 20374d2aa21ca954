/**
 * Dates with the year of the Japanese era before the western one, where documents and printed matter would say
 * it. Apart from `dates.ts`, which home needs: the first use of Intl costs more than home's whole drawing.
 */
import type { Lang } from '../content/pack/lang.ts';
import type { PartialDate } from '../content/pack/types.ts';
import { dateText } from './dates.ts';

let eras: Intl.DateTimeFormat | undefined;

function eraYear(day: string): string {
  eras ??= new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });
  return eras.format(new Date(`${day}T00:00:00Z`));
}

/** `令和2年`; `平成31年・令和元年` where the era changed within what is known of the date. */
export function eraText(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return eraYear(date);
  const first = eraYear(`${year}-${month ?? '01'}-01`);
  // The 28th is in every month; no era has begun after it.
  const last = eraYear(`${year}-${month ?? '12'}-28`);
  return first === last ? first : `${first}・${last}`;
}

/**
 * `令和2年（2020年）12月28日(月)` in Japanese. Others, easy Japanese among them, know the western year alone.
 */
export function dateWithEra(date: PartialDate, lang: Lang): string {
  const western = dateText(date, lang);
  if (lang !== 'ja') return western;
  const year = `${date.slice(0, 4)}年`;
  return `${eraText(date)}（${year}）${western.slice(year.length)}`;
}
