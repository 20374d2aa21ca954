/** Events by day, week and month. Tokyo days as ISO text; an event's last day counts. */

import { addDays, spanOf } from '../pack/days.ts';
import type { Lang } from '../pack/lang.ts';
import type { CalendarSpan, CalendarView } from '../pack/town-views.ts';
import type { Day, PartialDate } from '../pack/types.ts';
import type { EventView } from '../pack/views.ts';
import { readEvents } from './events.ts';
import type { Library } from './library.ts';

/** `2020-11-13` and `2020-11`. */
const DAY_LENGTH = 10;
const MONTH_LENGTH = 7;
/** The last day that is sure; events whose start has a day. */
const LAST_DAY = `CASE WHEN length(end_date) = ${DAY_LENGTH} THEN end_date ELSE start_date END`;

/**
 * @param day any day of the span: the week that holds it runs from Monday, the month from its first
 */
export function readCalendar(library: Library, lang: Lang, span: CalendarSpan, day: Day): CalendarView {
  const { first, last } = spanOf(span, day);
  const events = readWhere(library, lang, datedIds(library, first, last)).toSorted(byDays);
  const undated = readWhere(library, lang, undatedIds(library, first, last)).toSorted(byDays);
  return {
    span,
    first,
    last,
    days: daysFrom(first, last).map((one) => ({
      day: one,
      eventIds: events.filter((event) => isOn(event, one)).map((event) => event.id),
    })),
    events,
    undated,
    ...neighbours(library, first, last),
  };
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** An end known by month or year says nothing of a day: only the first one is sure. */
function isOn(event: EventView, day: Day): boolean {
  const { start, end } = event.when;
  return start !== null && start <= day && day <= (end?.length === DAY_LENGTH ? end : start);
}

function byDays(a: EventView, b: EventView): number {
  return compare(a.when.start, b.when.start) || compare(a.when.end, b.when.end);
}

function compare(a: PartialDate | null, b: PartialDate | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

function readWhere(library: Library, lang: Lang, ids: readonly string[]): readonly EventView[] {
  const order = new Map(ids.map((id, i) => [id, i]));
  return readEvents(library, lang, { by: 'ids', ids }).toSorted(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
}

function datedIds(library: Library, first: Day, last: Day): readonly string[] {
  return library
    .all<{ readonly id: string }>(
      `SELECT event_id AS id FROM event
        WHERE length(start_date) = ${DAY_LENGTH} AND start_date <= $last AND ${LAST_DAY} >= $first
        ORDER BY position`,
      { first, last },
    )
    .map((row) => row.id);
}

/**
 * Events known by month only, in a month of the span, and those that began on a day before it and end in a month that
 * is known. What is known by year only belongs to no month.
 */
function undatedIds(library: Library, first: Day, last: Day): readonly string[] {
  return library
    .all<{ readonly id: string }>(
      `SELECT event_id AS id FROM event
        WHERE (length(start_date) = ${MONTH_LENGTH} AND start_date <= $lastMonth
                AND CASE WHEN length(end_date) >= ${MONTH_LENGTH} THEN substr(end_date, 1, ${MONTH_LENGTH})
                         ELSE start_date END >= $firstMonth)
           OR (length(start_date) = ${DAY_LENGTH} AND length(end_date) = ${MONTH_LENGTH}
                AND start_date < $first AND end_date >= $firstMonth)
        ORDER BY position`,
      { first, firstMonth: first.slice(0, MONTH_LENGTH), lastMonth: last.slice(0, MONTH_LENGTH) },
    )
    .map((row) => row.id);
}

function neighbours(library: Library, first: Day, last: Day): Pick<CalendarView, 'previous' | 'next'> {
  const rows = library.all<{ readonly previous: Day | null; readonly next: Day | null }>(
    `SELECT max(CASE WHEN ${LAST_DAY} < $first THEN ${LAST_DAY} END) AS previous,
            min(CASE WHEN start_date > $last THEN start_date END) AS next
       FROM event WHERE length(start_date) = ${DAY_LENGTH}`,
    { first, last },
  );
  const previous = rows.flatMap((row) => row.previous ?? []).toSorted();
  const next = rows.flatMap((row) => row.next ?? []).toSorted();
  return { previous: previous.at(-1) ?? null, next: next[0] ?? null };
}
