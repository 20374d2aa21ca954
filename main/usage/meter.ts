/**
 * Counts what the screen says was used. A page that says too much is not heard: a hall of people touches
 * a few times a second, a broken page a thousand times.
 */
import { addDays } from '../../content/pack/days.ts';
import type { Day } from '../../content/pack/types.ts';
import type { CountKind } from '../ipc/contract.ts';
import { SMALL } from '../state/counts.ts';
import { countsAsReceipt, type ReceiptCounts } from '../state/counts-file.ts';
import type { StateOrNot } from '../state/state.ts';

/** So many at once, and so many a second after that. */
const BURST = 30;
const PER_SECOND = 3;

export type Meter = {
  /** Adds one. @returns false when it was not counted: too many, a tour, or a disk that keeps nothing */
  readonly count: (kind: CountKind, item: string) => boolean;
  /** For the receipt on a stick; null when nothing can be read. Small numbers are hidden. */
  readonly countsForReceipt: () => ReceiptCounts | null;
  /** Visits of the last whole day at this hall; null: fewer than 5 and hidden, or none can be read. */
  readonly visitsOfLastDay: () => { readonly day: Day; readonly number: number } | null;
  /** Forgets what is older than 13 months. */
  readonly forgetOld: () => void;
};

export type MeterOptions = {
  readonly state: () => StateOrNot;
  /** Hall and Tokyo day; `tour`: nobody is using the kiosk. */
  readonly where: () => { readonly venueId: string; readonly today: Day; readonly tour: boolean };
  readonly monotonicMs: () => number;
  /** Told when the disk fails. */
  readonly report: (error: unknown) => void;
};

export function makeMeter({ state, where, monotonicMs, report }: MeterOptions): Meter {
  let allowance = BURST;
  let sinceMs = monotonicMs();

  function isTooMany(): boolean {
    const now = monotonicMs();
    allowance = Math.min(BURST, allowance + ((now - sinceMs) / 1000) * PER_SECOND);
    sinceMs = now;
    if (allowance < 1) return true;
    allowance -= 1;
    return false;
  }

  /** Counts are never worth a fault on the screen. */
  function attempt<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      report(error);
      return otherwise;
    }
  }

  return {
    count: (kind, item) => {
      const { venueId, today, tour } = where();
      if (tour || isTooMany()) return false;
      return attempt(() => {
        const found = state();
        return found.ok && found.state.counts.add(today, venueId, kind, item);
      }, false);
    },
    countsForReceipt: () =>
      attempt(() => {
        const found = state();
        return found.ok ? countsAsReceipt(found.state.counts.exported()) : null;
      }, null),
    visitsOfLastDay: () =>
      attempt(() => {
        const found = state();
        if (!found.ok) return null;
        const { venueId, today } = where();
        const day = addDays(today, -1);
        const row = found.state.counts
          .read(day, day)
          .find(({ kind, venue }) => kind === 'session' && venue === venueId);
        return row === undefined || row.number < SMALL ? null : { day, number: row.number };
      }, null),
    forgetOld: () =>
      attempt(() => {
        const found = state();
        if (found.ok) found.state.counts.forget(where().today);
      }, undefined),
  };
}
