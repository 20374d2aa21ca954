/** Events by day, week and month. Tokyo days as ISO text; an event's last day counts. */

import { addDays, spanOf } from '../pack/days.ts';
import type { Lang } from '../pack/lang.ts';
import type { CalendarSpan, CalendarView } from '../pack/town-views.ts';
import type { Day, PartialDate } from '../pack/types.ts';
import type { EventView } from '../pack/views.ts';
import { readEvents } from './events.ts';
import type { Library } from './library.ts';

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

function isOn(event: EventView, day: Day): boolean {
  const { start, end } = event.when;
  return start !== null && start <= day && day <= (end ?? start);
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
        WHERE length(start_date) = 10 AND start_date <= $last AND coalesce(end_date, start_date) >= $first
        ORDER BY position`,
      { first, last },
    )
    .map((row) => row.id);
}

/** Events known by month only, in a month of the span. Those known by year only belong to no month. */
function undatedIds(library: Library, first: Day, last: Day): readonly string[] {
  return library
    .all<{ readonly id: string }>(
      `SELECT event_id AS id FROM event
        WHERE length(start_date) = 7 AND start_date <= $lastMonth
          AND substr(coalesce(end_date, start_date), 1, 7) >= $firstMonth
        ORDER BY position`,
      { firstMonth: first.slice(0, 7), lastMonth: last.slice(0, 7) },
    )
    .map((row) => row.id);
}

/** An end that is known by month only says nothing of a day. */
const LAST_DAY = 'CASE WHEN length(end_date) = 10 THEN end_date ELSE start_date END';

function neighbours(library: Library, first: Day, last: Day): Pick<CalendarView, 'previous' | 'next'> {
  const rows = library.all<{ readonly previous: Day | null; readonly next: Day | null }>(
    `SELECT max(CASE WHEN ${LAST_DAY} < $first THEN ${LAST_DAY} END) AS previous,
            min(CASE WHEN start_date > $last THEN start_date END) AS next
       FROM event WHERE length(start_date) = 10`,
    { first, last },
  );
  const previous = rows.flatMap((row) => row.previous ?? []).toSorted();
  const next = rows.flatMap((row) => row.next ?? []).toSorted();
  return { previous: previous.at(-1) ?? null, next: next[0] ?? null };
}
