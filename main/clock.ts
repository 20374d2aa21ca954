/**
 * The kiosk's day. Always Asia/Tokyo, whatever the machine is set to. A clock that is earlier than the
 * newest date the content carries is wrong (a dead battery) and is not believed: the day of the content
 * stands, so that the screen never falls back in time.
 */
import type { Day } from '../content/pack/types.ts';

const TOKYO_OFFSET_MS = 9 * 3_600_000;

/** Japan has had no summer time since 1951, so Tokyo is nine hours ahead of UTC all year. */
export function tokyoDay(nowMs: number): Day {
  return new Date(nowMs + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

export type TrustedDay = {
  readonly day: Day;
  /** False when the clock is behind the content and was not believed. */
  readonly clockBelieved: boolean;
};

/** @param newest newest date of the active packs */
export function trustedDay(nowMs: number, newest: Day): TrustedDay {
  const day = tokyoDay(nowMs);
  return day < newest ? { day: newest, clockBelieved: false } : { day, clockBelieved: true };
}

/** Milliseconds until the next Tokyo midnight; 1..86,400,000. */
export function untilMidnightMs(nowMs: number): number {
  const day = 86_400_000;
  return day - ((((nowMs + TOKYO_OFFSET_MS) % day) + day) % day);
}
