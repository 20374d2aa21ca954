/**
 * The kiosk's day. Always Asia/Tokyo, whatever the machine is set to. A clock that is earlier than the
 * newest date the content carries is wrong (a dead battery), and so is one that runs a generation ahead;
 * neither is believed (content/README.md, 7.7). The last known day stands then, so that the screen never
 * falls back in time.
 */
import type { Day } from '../content/pack/types.ts';

const TOKYO_OFFSET_MS = 9 * 3_600_000;

/** Japan has had no summer time since 1951, so Tokyo is nine hours ahead of UTC all year. */
export function tokyoDay(nowMs: number): Day {
  return new Date(nowMs + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

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

/** Milliseconds until the next Tokyo midnight; 1..86,400,000. */
export function untilMidnightMs(nowMs: number): number {
  const day = 86_400_000;
  return day - ((((nowMs + TOKYO_OFFSET_MS) % day) + day) % day);
}
