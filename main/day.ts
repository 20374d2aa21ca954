/**
 * The day over time: remembered across a restart, so that a dead battery does not take the hall back to
 * another exhibition, and watched, so that the screen changes at Tokyo midnight by itself.
 */

import { readFileSync } from 'node:fs';
import { writeDurably } from '../content/disk.ts';
import { untilNextMinuteMs } from '../content/pack/days.ts';
import { type Day, isDay } from '../content/pack/types.ts';

/** The last day that was believed. */
export type DayMemory = { readonly last: () => Day | null; readonly remember: (day: Day) => void };

/** For runs on a day that somebody chose: they leave nothing behind. */
export const NO_MEMORY: DayMemory = { last: () => null, remember: () => undefined };

/**
 * Kept in a file. A file that cannot be read is no memory; one that cannot be written costs the memory,
 * never the screen.
 *
 * @param report told once when the disk refuses
 */
export function openDayMemory(file: string, report: (error: unknown) => void): DayMemory {
  let last = readDay(file);
  let refused = false;
  return {
    last: () => last,
    remember: (day) => {
      if (day === last) return;
      last = day;
      try {
        writeDurably(file, `${JSON.stringify({ day })}\n`);
      } catch (error) {
        if (!refused) report(error);
        refused = true;
      }
    },
  };
}

function readDay(file: string): Day | null {
  try {
    const { day } = JSON.parse(readFileSync(file, 'utf8')) as { readonly day?: unknown };
    return isDay(day) ? day : null;
  } catch {
    return null;
  }
}

/**
 * Longest between two looks. A timer counts the time that the machine was awake: after a sleep, or when
 * somebody sets the clock, a minute turns at another moment than it was counted for.
 */
const LOOK_MS = 15_000;

/** A moment after the turn of the minute: a timer may fire a millisecond early. */
const AFTER_MS = 20;

export type TurnWatch = {
  /** Looks at once: the machine has just woken up. */
  readonly look: () => void;
  readonly stop: () => void;
};

/**
 * Says so whenever what the clock decides is another than before, at the turn of a minute or when the clock was
 * set: the day at midnight, the notices that stand.
 *
 * @param read what is looked at: the trusted day, or another text
 */
export function watchTurns(
  read: () => string,
  nowMs: () => number,
  changed: (value: string) => void,
): TurnWatch {
  let shown = read();
  let timer: NodeJS.Timeout | undefined;
  function look(): void {
    const value = read();
    if (value !== shown) {
      shown = value;
      changed(value);
    }
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(LOOK_MS, untilNextMinuteMs(nowMs()) + AFTER_MS));
  }
  look();
  return { look, stop: () => clearTimeout(timer) };
}
