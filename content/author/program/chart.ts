/**
 * The program as a chart: halls one below the other, time to the right. Here what both forms of it share,
 * the terminal's and the printed one's.
 */
import type { Program, Stay } from '../../pack/program.ts';
import type { Day } from '../../pack/types.ts';
import type { ProgramNames } from './names.ts';

export type Chart = {
  readonly title: string;
  /** `第3版　2026年11月22日`; empty for a program that has neither. */
  readonly edition: string;
  readonly today: Day;
  /** With at least one stay each, in the order of the venues. */
  readonly halls: readonly ChartHall[];
  /** In the order in which they first come. */
  readonly exhibitions: readonly ChartExhibition[];
};

export type ChartHall = { readonly id: string; readonly name: string; readonly stays: readonly ChartStay[] };

export type ChartStay = Stay & {
  readonly name: string;
  /** A, B, …, Z, AA: the same for the same exhibition. */
  readonly sign: string;
  /** Position in `exhibitions`. */
  readonly at: number;
};

export type ChartExhibition = { readonly id: string; readonly name: string; readonly sign: string };

type Shown = Pick<Program, 'stays'> & {
  readonly title: { readonly ja: string };
  readonly version: number | null;
  readonly date: Day | null;
};

export function makeChart(program: Shown, { venues, exhibitions }: ProgramNames, today: Day): Chart {
  const ids = [...new Set(program.stays.map(({ exhibition }) => exhibition))];
  const names = new Map(exhibitions.map(({ id, name }) => [id, name]));
  const shown = ids.map((id, at) => ({ id, name: names.get(id) ?? id, sign: signOf(at) }));
  const known = new Map(shown.map((one, at) => [one.id, { ...one, at }]));
  const order = [...venues.map(({ id }) => id), ...program.stays.map(({ venue }) => venue)];
  const hallNames = new Map(venues.map(({ id, name }) => [id, name]));
  const halls = [...new Set(order)].flatMap((id): readonly ChartHall[] => {
    const stays = program.stays
      .filter(({ venue }) => venue === id)
      .map((stay): ChartStay => {
        const { name = stay.exhibition, sign = '?', at = 0 } = known.get(stay.exhibition) ?? {};
        return { ...stay, name, sign, at };
      });
    return stays.length === 0 ? [] : [{ id, name: hallNames.get(id) ?? id, stays }];
  });
  const { version, date } = program;
  const edition = [version === null ? '' : `第${version}版`, date === null ? '' : dayText(date)];
  return {
    title: program.title.ja,
    edition: edition.filter(Boolean).join('　'),
    today,
    halls,
    exhibitions: shown,
  };
}

function signOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : signOf(Math.floor(at / 26) - 1) + letter;
}

const WEEKDAYS = [...'日月火水木金土'];

/** `2026年4月1日(水)` */
export function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日(${WEEKDAYS[weekday(day)]})`;
}

/** `4月1日(水)〜24日(金)`, with the year in front and where it changes. */
export function spanText(first: Day, last: Day): string {
  if (first === last) return dayText(first);
  const [text, end] = [dayText(first), dayText(last)];
  const same = first.slice(0, 7) === last.slice(0, 7) ? 7 : first.slice(0, 4) === last.slice(0, 4) ? 4 : 0;
  const rest = same === 7 ? end.replace(/^.*月/, '') : same === 4 ? end.replace(/^.*年/, '') : end;
  return `${text}〜${rest}`;
}

/** Sunday is 0. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The first days of the months from the one of `first` to the one of `last`. */
export function monthsFrom(first: Day, last: Day): readonly Day[] {
  const months: Day[] = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

export function nextMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
