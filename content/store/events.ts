/** Events: festivals, fairs, lectures, exhibitions with a date or a place. */
import type { Lang } from '../pack/lang.ts';
import type { Day, EventKind, EventStatus, PartialDate } from '../pack/types.ts';
import type { EventView } from '../pack/views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readCovers } from './pictures.ts';
import { type Selection, whereOf } from './selection.ts';
import { readSides } from './sides.ts';

type EventRow = {
  readonly id: string;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly start_date: PartialDate | null;
  readonly end_date: PartialDate | null;
  readonly fiscal_year: number | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly deadline_date: Day | null;
  readonly all_wards: number;
  readonly online: number;
  readonly attendance: number | null;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  readonly place: string | null;
  readonly lang: Lang;
};

/** @returns by first day, newest first; then by fiscal year; those without either last */
export function readEvents(library: Library, lang: Lang, selection: Selection): readonly EventView[] {
  const where = whereOf('event', selection);
  const rows = library.all<EventRow>(
    `SELECT t.event_id AS id, t.kind, t.status, t.start_date, t.end_date, t.fiscal_year, t.start_time,
            t.end_time, t.deadline_date, t.all_wards, t.online, t.attendance, t.url,
            coalesce(want.title, ja.title) AS title, coalesce(want.summary, ja.summary) AS summary,
            coalesce(want.place, ja.place) AS place, coalesce(want.lang, 'ja') AS lang
       FROM event AS t ${wordsJoin('event', 't.event_id')}
      WHERE ${where.sql}
      ORDER BY t.start_date DESC, t.fiscal_year DESC, t.position`,
    { lang, ...where.params },
  );
  const ids = rows.map((row) => row.id);
  const sides = readSides(library, lang, 'event', ids);
  const cover = readCovers(library.all, lang, 'event', ids);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    title: row.title,
    summary: row.summary,
    place: row.place,
    when: { start: row.start_date, end: row.end_date },
    fiscalYear: row.fiscal_year,
    startTime: row.start_time,
    endTime: row.end_time,
    deadline: row.deadline_date,
    online: row.online === 1,
    attendance: row.attendance,
    url: row.url,
    cover: cover(row.id),
    allWards: row.all_wards === 1,
    wards: sides.wards(row.id),
    partners: sides.partners(row.id),
    lang: row.lang,
  }));
}

/**
 * How many events touch the days `from`..`to` (both included), and how many there are at all. Cancelled
 * ones and those whose first day is not known touch no day.
 */
export function countEvents(
  library: Library,
  from: Day,
  to: Day,
): { readonly within: number; readonly all: number } {
  const rows = library.all<{ readonly within: number; readonly total: number }>(
    `SELECT count(*) FILTER (WHERE length(start_date) = 10 AND start_date <= $to
                               AND coalesce(end_date, start_date) >= $from AND status <> 'cancelled') AS within,
            count(*) AS total
       FROM event`,
    { from, to },
  );
  return {
    within: rows.reduce((sum, row) => sum + row.within, 0),
    all: rows.reduce((sum, row) => sum + row.total, 0),
  };
}
