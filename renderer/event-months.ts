/**
 * Which months have events, how many, and where one goes for them: what the month then shows
 * (`content/store/calendar.ts`), counted from the list of all. Pure.
 */
import type { Day } from '../content/pack/types.ts';
import type { EventView } from '../content/pack/views.ts';

type Dated = Pick<EventView, 'when'>;

export type EventMonth = {
  /** `2020-11`. */
  readonly month: string;
  readonly count: number;
  /** First day of it on which there is something; its 1st where nobody knows the day, or nothing is on. */
  readonly day: Day;
};

/** An event of longer than a lifetime is a slip of the pen: it ends here. */
const MOST_YEARS = 100;

const monthsIn = (year: number) =>
  Array.from({ length: 12 }, (_none, index) =>
    `${year}`.padStart(4, '0').concat('-', `${index + 1}`.padStart(2, '0')),
  );

/** As the calendar asks: one known by year only belongs to no month. */
function isIn({ when: { start, end } }: Dated, month: string): boolean {
  if (start === null || start.length < 7 || start.slice(0, 7) > month) return false;
  const last = end !== null && end.length >= 7 ? end : start;
  return last.slice(0, 7) >= month;
}

/** Years with a month that has something, ascending. */
export function eventYears(events: readonly Dated[]): readonly number[] {
  const years = new Set<number>();
  for (const event of events) {
    const { start, end } = event.when;
    const first = Number((start ?? '').slice(0, 4));
    const last = Math.min(Number((end ?? start ?? '').slice(0, 4)), first + MOST_YEARS);
    for (let year = first; year <= last; year++) {
      if (!years.has(year) && monthsIn(year).some((month) => isIn(event, month))) years.add(year);
    }
  }
  return [...years].sort((a, b) => a - b);
}

/** The twelve months of a year, those without events among them. */
export function eventMonths(events: readonly Dated[], year: number): readonly EventMonth[] {
  return monthsIn(year).map((month) => {
    const on = events.filter((event) => isIn(event, month));
    const days = on.flatMap(({ when: { start } }) => (start?.length === 10 ? [start] : [])).sort();
    const [first = ''] = days;
    return { month, count: on.length, day: first > `${month}-01` ? first : `${month}-01` };
  });
}

/** Of the years with events the one nearest to `year`, of two the later; null where there is none. */
export function nearestYear(years: readonly number[], year: number): number | null {
  const away = (each: number) => Math.abs(each - year);
  return years.toSorted((a, b) => away(a) - away(b) || b - a)[0] ?? null;
}
