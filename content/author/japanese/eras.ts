/** Japanese eras (元号) from Meiji on, as far as dates of a program reach. */
import type { Day } from '../../pack/types.ts';

type Era = {
  readonly name: string;
  readonly letter: string;
  /** First day, and last day included. */
  readonly first: Day;
  readonly last: Day;
};

const ERAS: readonly Era[] = [
  { name: '明治', letter: 'M', first: '1868-10-23', last: '1912-07-29' },
  { name: '大正', letter: 'T', first: '1912-07-30', last: '1926-12-24' },
  { name: '昭和', letter: 'S', first: '1926-12-25', last: '1989-01-07' },
  { name: '平成', letter: 'H', first: '1989-01-08', last: '2019-04-30' },
  { name: '令和', letter: 'R', first: '2019-05-01', last: '9999-12-31' },
];

/** For a pattern: `明治|大正|…|M|T|S|H|R`. */
export const ERA_NAMES = ERAS.flatMap((era) => [era.name, era.letter]).join('|');

/**
 * @param name `令和` or `R` (either case)
 * @param year 1.. within the era
 * @returns    the year of our calendar; undefined for a name that is no era
 */
export function eraYear(name: string, year: number): number | undefined {
  const era = eraOf(name);
  return era && Number(era.first.slice(0, 4)) + year - 1;
}

/** Whether a date as far as it is known (`2019`, `2019-05`, `2019-05-01`) can lie in the era. */
export function isWithinEra(name: string, date: string): boolean {
  const era = eraOf(name);
  if (!era) return false;
  const cut = (day: Day): string => day.slice(0, date.length);
  return cut(era.first) <= date && date <= cut(era.last);
}

/** `令和2年`: how staff would write a year, with the era that ends it where two meet. */
export function inEra(year: number): string {
  const era = ERAS.findLast((one) => Number(one.first.slice(0, 4)) <= year);
  if (!era) return `${year}年`;
  const count = year - Number(era.first.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年`;
}

function eraOf(name: string): Era | undefined {
  return ERAS.find((era) => era.name === name || era.letter === name.toUpperCase());
}
