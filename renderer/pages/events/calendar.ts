/** Where things stand in a week of seven columns and a month of weeks. Monday first. Pure. */

import { daysBetween, spanOf } from '../../../content/pack/days.ts';
import type { CalendarView } from '../../../content/pack/town-views.ts';
import type { Day } from '../../../content/pack/types.ts';
import type { EventView } from '../../../content/pack/views.ts';

export type Bar = {
  readonly event: EventView;
  /** Columns 1..7, both included. */
  readonly first: number;
  readonly last: number;
  /** It began before this week, it goes on after it. */
  readonly before: boolean;
  readonly after: boolean;
};

/** One bar per event of a week, in the order of the calendar. */
export function barsOf({
  first,
  last,
  events,
}: Pick<CalendarView, 'first' | 'last' | 'events'>): readonly Bar[] {
  return events.flatMap((event) => {
    const { start } = event.when;
    if (start === null) return [];
    const end = event.when.end?.length === 10 ? event.when.end : start;
    const column = (day: Day) => Math.min(7, Math.max(1, daysBetween(first, day) + 1));
    return [{ event, first: column(start), last: column(end), before: start < first, after: end > last }];
  });
}

/** Empty places before the first of the month, 0..6. */
export function blanksBefore(first: Day): number {
  return daysBetween(spanOf('week', first).first, first);
}

/** Which day of a month is open at first: today, else the first on which there is something, else none. */
export function firstOpen(days: CalendarView['days'], today: Day): Day | null {
  if (days.some(({ day, eventIds }) => day === today && eventIds.length > 0)) return today;
  const later = days.find(({ day, eventIds }) => eventIds.length > 0 && day > today);
  return (later ?? days.find(({ eventIds }) => eventIds.length > 0))?.day ?? null;
}
