/** Where a chart's points stand: a time axis true to the calendar, a value axis that begins at zero. Pure. */
import type { PartialDate } from '../../../content/pack/types.ts';

/**
 * A date as years with a fraction: `2017` -> 2017.5, `2017-03` -> about 2017.2, a day exactly. What is
 * known only to the month or year stands in the middle of it.
 */
export function yearsOf(date: PartialDate): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  const start = Date.UTC(year, 0, 1);
  const at = Date.UTC(year, month - 1, day ?? 15);
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** The first whole year and the year after the last one, at least one apart. */
export function yearRange(dates: readonly PartialDate[]): { readonly first: number; readonly last: number } {
  const years = dates.map((date) => Math.floor(yearsOf(date)));
  return { first: Math.min(...years), last: Math.max(...years) + 1 };
}

/** Years that have a point: only they are written on the axis. */
export function yearTicks(dates: readonly PartialDate[]): readonly number[] {
  return [...new Set(dates.map((date) => Number(date.slice(0, 4))))].sort((a, b) => a - b);
}

/** The end of the value axis: the next round number above all values, never below 1. */
export function roundTop(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= most * 1.05) ?? 20;
  return step * power;
}
