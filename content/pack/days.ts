/** Tokyo days as ISO text, and what day or time a moment is in Tokyo. Asks no clock; the same on any machine. */
import type { CalendarSpan } from './town-views.ts';
import type { Day } from './types.ts';

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Japan has had no summer time since 1951, so Tokyo is nine hours ahead of UTC all year. */
const TOKYO_OFFSET_MS = 9 * 3_600_000;

/** `2026-04-01T09:30:00.000` in Tokyo; no zone behind it, for it is to be cut. @param ms since 1970, UTC */
function tokyoText(ms: number): string {
  return new Date(ms + TOKYO_OFFSET_MS).toISOString().slice(0, -1);
}

/** The day it is in Tokyo. @param ms since 1970, UTC */
export function tokyoDay(ms: number): Day {
  return tokyoText(ms).slice(0, 10);
}

/** `HH:MM` in Tokyo. @param ms since 1970, UTC */
export function tokyoMinute(ms: number): string {
  return tokyoText(ms).slice(11, 16);
}

/** `2026-04-01T12:00:00+09:00`. @param ms since 1970, UTC */
export function tokyoTime(ms: number): string {
  return `${tokyoText(ms).slice(0, 19)}+09:00`;
}

/** Milliseconds until the minute turns, in Tokyo as everywhere; 1..60,000. @param ms since 1970, UTC */
export function untilNextMinuteMs(ms: number): number {
  return MINUTE_MS - (((ms % MINUTE_MS) + MINUTE_MS) % MINUTE_MS);
}

/** The day `count` days after another; before it where negative. */
export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** First and last day of the day, of the week from Monday, or of the month that `day` lies in. */
export function spanOf(span: CalendarSpan, day: Day): { readonly first: Day; readonly last: Day } {
  switch (span) {
    case 'day':
      return { first: day, last: day };
    case 'week': {
      const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const first = addDays(day, -sinceMonday);
      return { first, last: addDays(first, 6) };
    }
    case 'month': {
      const first = `${day.slice(0, 7)}-01`;
      // Day 0 of the next month is the last one of this.
      const end = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
      return { first, last: end.toISOString().slice(0, 10) };
    }
  }
}
