/**
 * The kiosk's day. Always Asia/Tokyo, whatever the machine is set to. A clock that is earlier than the
 * newest date the content carries is wrong (a dead battery), and so is one that runs a generation ahead;
 * neither is believed (content/README.md, 7.7). The last known day stands then, so that the screen never
 * falls back in time.
 */
import { tokyoDay } from '../content/pack/days.ts';
import type { Day } from '../content/pack/types.ts';

export type TrustedDay = {
  readonly day: Day;
  /** False when the clock cannot be right: staff are asked to look at the date. */
  readonly clockBelieved: boolean;
};

/** A kiosk may run for years without new content; a clock so far ahead of it stands in 2099, not in our time. */
const MOST_YEARS_AHEAD = 30;

/**
 * @param newest newest date that was signed: of the active packs, the program, the documents
 * @param last   last day that was believed, also by the run before; null when there was none
 */
export function trustedDay(nowMs: number, newest: Day, last: Day | null = null): TrustedDay {
  const day = tokyoDay(nowMs);
  if (newest <= day && day <= yearsAfter(newest, MOST_YEARS_AHEAD)) return { day, clockBelieved: true };
  return { day: last !== null && last > newest ? last : newest, clockBelieved: false };
}

function yearsAfter(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
