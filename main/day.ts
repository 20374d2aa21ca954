/**
 * The day over time: remembered across a restart, so that a dead battery does not take the hall back to
 * another exhibition, and watched, so that the screen changes at Tokyo midnight by itself.
 */

import { readFileSync } from 'node:fs';
import { writeDurably } from '../content/disk.ts';
import { untilTokyoMidnightMs } from '../content/pack/days.ts';
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
 * somebody sets the clock, midnight comes at another moment than it was counted for.
 */
const LOOK_MS = 15_000;

/** A moment after midnight: a timer may fire a millisecond early. */
const AFTER_MS = 20;

export type DayWatch = {
  /** Looks at once: the machine has just woken up. */
  readonly look: () => void;
  readonly stop: () => void;
};

/**
 * Says so whenever the day is another one than before, at midnight or when the clock was set.
 *
 * @param today the trusted day
 */
export function watchDay(today: () => Day, nowMs: () => number, changed: (today: Day) => void): DayWatch {
  let shown = today();
  let timer: NodeJS.Timeout | undefined;
  function look(): void {
    const day = today();
    if (day !== shown) {
      shown = day;
      changed(day);
    }
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(LOOK_MS, untilTokyoMidnightMs(nowMs()) + AFTER_MS));
  }
  look();
  return { look, stop: () => clearTimeout(timer) };
}
