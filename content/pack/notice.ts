/**
 * When a notice stands on the screens of a hall (content/README.md, section 10). Minutes are Tokyo time as ISO
 * text, so that they compare as text. Asks no clock.
 */
import { addDays, tokyoDay, tokyoMinute } from './days.ts';
import { type Day, isDay } from './types.ts';

/** `disaster` stands above `info`, in the colour of a warning. */
export const NOTICE_LEVELS = ['disaster', 'info'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

/** A minute in Tokyo, `2026-11-22 09:00`. */
export type Minute = string;

export function isMinute(value: unknown): value is Minute {
  return (
    typeof value === 'string' && /^.{10} ([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10))
  );
}

/** @param ms since 1970, UTC */
export function minuteOf(ms: number): Minute {
  return `${tokyoDay(ms)} ${tokyoMinute(ms)}`;
}

/**
 * What a kiosk knows of the time. `time` null: its clock is not believed, only the day is known.
 */
export type Moment = { readonly day: Day; readonly time: string | null };

/** Half-open: the minute `from` is in it, the minute `until` is not. `from` null: since ever. */
export type NoticeWindow = { readonly from: Minute | null; readonly until: Minute };

/**
 * Where only the day is known, a notice stands all day long on each day that its window touches: shown some hours
 * too long it says itself until when it holds; not shown at all it would help nobody.
 */
export function standsAt({ from, until }: NoticeWindow, { day, time }: Moment): boolean {
  const first = `${day} ${time ?? '00:00'}`;
  const beyond = time === null ? `${addDays(day, 1)} 00:00` : null;
  const begun = from === null || (beyond === null ? from <= first : from < beyond);
  return begun && first < until;
}
