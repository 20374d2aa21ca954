/**
 * The brake on guessing the PIN. Pure: three tries are free, then each failure costs a wait that grows to
 * 15 minutes; after 100 in a row nobody gets in until the PIN is set anew at the machine itself.
 */

export const FREE_TRIES = 3;
export const MAX_FAILURES = 100;
const WAITS_MS = [30_000, 60_000, 120_000, 240_000, 480_000, 900_000] as const;

/** The wait after the n-th failure in a row, in milliseconds. */
export function waitAfterMs(failures: number): number {
  if (failures <= FREE_TRIES) return 0;
  return WAITS_MS[Math.min(failures - FREE_TRIES, WAITS_MS.length) - 1] ?? 0;
}
