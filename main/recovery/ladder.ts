/**
 * The recovery ladder: what to do when the screen has failed, one rung harder each time, and never so
 * often that it flickers for ever. Pure: the clock and the memory of earlier failures are passed in.
 *
 *   reload      the page again, after 1, 5, 15 seconds
 *   new-window  a new window with a new renderer process
 *   relaunch    the whole program (its supervisor or itself starts it anew)
 *   rest        a still page that asks for staff; tried again after RETRY_MS
 *
 * A healthy period of HEALTHY_MS forgets everything.
 */

export const RUNGS = ['reload', 'new-window', 'relaunch', 'rest'] as const;
export type Rung = (typeof RUNGS)[number];

/** What the kiosk does next, and how long it waits before it does it. */
export type Measure = { readonly rung: Rung; readonly afterMs: number };

export type Ladder = {
  /** Failures since the last healthy period, relaunches included. */
  readonly failures: number;
  /** When the last one happened, milliseconds since 1970. */
  readonly lastMs: number;
};

export const FRESH: Ladder = { failures: 0, lastMs: 0 };

/** So long without a failure, and the ladder starts at its foot again. */
export const HEALTHY_MS = 60_000;
/** How long the still page stays before the kiosk tries once more. */
export const RETRY_MS = 300_000;

const MEASURES: readonly Measure[] = [
  { rung: 'reload', afterMs: 0 },
  { rung: 'reload', afterMs: 1_000 },
  { rung: 'reload', afterMs: 5_000 },
  { rung: 'new-window', afterMs: 1_000 },
  { rung: 'new-window', afterMs: 5_000 },
  { rung: 'relaunch', afterMs: 1_000 },
  { rung: 'relaunch', afterMs: 15_000 },
];

const AT_REST: Measure = { rung: 'rest', afterMs: 0 };

/**
 * Takes a failure in.
 *
 * @param ladder what is remembered
 * @param nowMs  the clock; one that was set back counts as no time passed
 */
export function climb(ladder: Ladder, nowMs: number): { readonly ladder: Ladder; readonly measure: Measure } {
  const healthy = ladder.failures > 0 && nowMs - ladder.lastMs >= HEALTHY_MS;
  const before = healthy ? 0 : ladder.failures;
  return { ladder: { failures: before + 1, lastMs: nowMs }, measure: MEASURES[before] ?? AT_REST };
}

/** Reads what was remembered on the disk; anything strange counts as nothing remembered. */
export function parseLadder(text: string): Ladder {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null) return FRESH;
    const { failures, lastMs } = raw as Readonly<Record<string, unknown>>;
    const whole = Number.isSafeInteger(failures) && Number(failures) >= 0 && Number.isFinite(lastMs);
    return whole ? { failures: Number(failures), lastMs: Number(lastMs) } : FRESH;
  } catch {
    return FRESH;
  }
}
