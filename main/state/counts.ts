/**
 * What visitors used, counted per hall and Tokyo day and nothing finer: no identifiers, no words typed,
 * no order, no time of day. Small numbers leave the kiosk hidden, and after 13 months all of it is gone.
 */
import type { Day } from '../../content/pack/types.ts';
import type { CountKind, CountRow } from '../ipc/staff-calls.ts';
import type { StateDatabase } from './database.ts';

/** Numbers below this are hidden in whatever leaves the kiosk. */
export const SMALL = 5;
/** Different things counted in a day at most, so that a broken page cannot fill the disk. */
export const MAX_ROWS_PER_DAY = 5_000;
const RETENTION_MONTHS = 13;

/** One line as it leaves the kiosk; `number` is null where it was 1..SMALL-1. */
export type ExportedCount = Omit<CountRow, 'number'> & { readonly number: number | null };

export type Counts = {
  /** Adds one; a new kind of thing beyond the day's bound is dropped. @returns false when dropped */
  readonly add: (day: Day, venue: string, kind: CountKind, item: string) => boolean;
  /** Rows of the days `from`..`to`, both included: newest day first, then kind, then the largest. */
  readonly read: (from: Day, to: Day) => readonly CountRow[];
  /** What this hall voted for, all days together: the most first, then by code; small numbers left out. */
  readonly votes: (venue: string) => readonly { readonly code: string; readonly number: number }[];
  /** All of them for a report, oldest day first; small numbers hidden. */
  readonly exported: () => readonly ExportedCount[];
  /** Forgets days older than 13 months before `today`. */
  readonly forget: (today: Day) => void;
};

const COLUMNS = 'day, venue, kind, item, number';

export function openCounts(database: StateDatabase): Counts {
  function isFull(day: Day): boolean {
    const [row] = database.all<{ readonly n: number }>(
      'SELECT count(*) AS n FROM usage_count WHERE day = $day',
      { day },
    );
    return (row?.n ?? 0) >= MAX_ROWS_PER_DAY;
  }

  return {
    add: (day, venue, kind, item) =>
      database.together(() => {
        const params = { day, venue, kind, item };
        const known = database.all<{ readonly number: number }>(
          `SELECT number FROM usage_count
            WHERE day = $day AND venue = $venue AND kind = $kind AND item = $item`,
          params,
        );
        if (known.length === 0 && isFull(day)) return false;
        database.run(
          `INSERT INTO usage_count (${COLUMNS}) VALUES ($day, $venue, $kind, $item, 1)
           ON CONFLICT (day, venue, kind, item) DO UPDATE SET number = number + 1`,
          params,
        );
        return true;
      }),
    read: (from, to) =>
      database.all<CountRow>(
        `SELECT ${COLUMNS} FROM usage_count WHERE day BETWEEN $from AND $to
          ORDER BY day DESC, kind, number DESC, item, venue`,
        { from, to },
      ),
    votes: (venue) =>
      database.all(
        `SELECT item AS code, sum(number) AS number FROM usage_count
          WHERE kind = 'vote' AND venue = $venue
          GROUP BY item HAVING sum(number) >= $small ORDER BY sum(number) DESC, item`,
        { venue, small: SMALL },
      ),
    exported: () =>
      database
        .all<CountRow>(`SELECT ${COLUMNS} FROM usage_count ORDER BY day, venue, kind, item`)
        .map((row) => ({ ...row, number: row.number < SMALL ? null : row.number })),
    forget: (today) =>
      database.together(() =>
        database.run('DELETE FROM usage_count WHERE day < $first', {
          first: monthsBefore(today, RETENTION_MONTHS),
        }),
      ),
  };
}

/** The same day of the month, `months` earlier; the last day of the month where there is no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
}
