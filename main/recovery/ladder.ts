/**
 * The recovery ladder: what to do when the screen has failed, one rung harder each time, and never so
 * often that it flickers for ever. Pure: the clock and the memory of earlier failures are passed in.
 *
 *   reload        the page again
 *   new-window    a new window with a new renderer process
 *   relaunch      the whole program (its supervisor or itself starts it anew)
 *   previous-set  the content shown before, and the whole program again
 *   rest          a still page that asks for staff; tried again after RETRY_MS
 *
 * A healthy period of HEALTHY_MS forgets everything.
 */

export const RUNGS = ['reload', 'new-window', 'relaunch', 'previous-set', 'rest'] as const;
export type Rung = (typeof RUNGS)[number];

/** What the kiosk does next, and how long it waits before it does it. */
export type Measure = { readonly rung: Rung; readonly afterMs: number };

export type Ladder = {
  /** Failures since the last healthy period, relaunches included. */
  readonly failures: number;
  /** When the last one happened, milliseconds since 1970. */
  readonly lastMs: number;
  /** Whether the program is at work: still true at the next start, it did not end by itself. */
  readonly running: boolean;
};

export const FRESH: Ladder = { failures: 0, lastMs: 0, running: false };

/** So long without a failure, and the ladder starts at its foot again. */
export const HEALTHY_MS = 60_000;
/** How long the still page stays before the kiosk tries once more. */
export const RETRY_MS = 300_000;

const MEASURES: readonly Measure[] = [
  { rung: 'reload', afterMs: 0 },
  { rung: 'reload', afterMs: 500 },
  { rung: 'reload', afterMs: 1_000 },
  { rung: 'new-window', afterMs: 500 },
  { rung: 'new-window', afterMs: 1_000 },
  { rung: 'relaunch', afterMs: 500 },
  { rung: 'relaunch', afterMs: 1_000 },
  { rung: 'previous-set', afterMs: 0 },
];

const AT_REST: Measure = { rung: 'rest', afterMs: 0 };

/**
 * Takes a failure in.
 *
 * @param ladder what is remembered
 * @param nowMs   the clock; one that was set back counts as no time passed
 * @param atLeast the lowest rung that can help against this failure
 */
export function climb(
  ladder: Ladder,
  nowMs: number,
  atLeast: Rung = 'reload',
): { readonly ladder: Ladder; readonly measure: Measure } {
  const healthy = ladder.failures > 0 && nowMs - ladder.lastMs >= HEALTHY_MS;
  const lowest = MEASURES.findIndex(({ rung }) => RUNGS.indexOf(rung) >= RUNGS.indexOf(atLeast));
  const before = Math.max(healthy ? 0 : ladder.failures, lowest);
  return { ladder: { ...ladder, failures: before + 1, lastMs: nowMs }, measure: MEASURES[before] ?? AT_REST };
}

/**
 * What to do at a start. A program that was at work and is not any more was killed, hung or lost its power:
 * that counts as a failure like any other, so that content that brings the program down is left in the end.
 *
 * @returns the measure when the start itself has to be another one; null for an ordinary start
 */
export function atStart(
  ladder: Ladder,
  nowMs: number,
): { readonly ladder: Ladder; readonly measure: Measure | null } {
  if (!ladder.running) return { ladder: { ...ladder, running: true }, measure: null };
  const step = climb(ladder, nowMs);
  const { rung } = step.measure;
  return { ladder: step.ladder, measure: rung === 'previous-set' || rung === 'rest' ? step.measure : null };
}

/** Reads what was remembered on the disk; anything strange counts as nothing remembered. */
export function parseLadder(text: string): Ladder {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null) return FRESH;
    const { failures, lastMs, running } = raw as Readonly<Record<string, unknown>>;
    const whole = Number.isSafeInteger(failures) && Number(failures) >= 0 && Number.isFinite(lastMs);
    return whole ? { failures: Number(failures), lastMs: Number(lastMs), running: running === true } : FRESH;
  } catch {
    return FRESH;
  }
}
