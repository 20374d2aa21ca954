/**
 * Keeps the kiosk from growing for months: over one ceiling a fresh page is made while nobody is there, over
 * a higher one at once.
 */

export type WeightOptions = {
  /** Memory of all processes together, bytes. */
  readonly usedBytes: () => number;
  /** How long nobody has touched anything, ms. */
  readonly idleMs: () => number;
  readonly onHeavy: (why: 'heavy' | 'too-heavy', usedBytes: number) => void;
  readonly everyMs?: number;
};

export const HEAVY_BYTES = 1.5e9;
export const TOO_HEAVY_BYTES = 2.5e9;
/** Nobody loses what they were reading. */
export const QUIET_MS = 120_000;
const EVERY_MS = 60_000;

/** @returns what is to be done now */
export function weigh(usedBytes: number, idleMs: number): 'fine' | 'heavy' | 'too-heavy' {
  if (usedBytes > TOO_HEAVY_BYTES) return 'too-heavy';
  return usedBytes > HEAVY_BYTES && idleMs >= QUIET_MS ? 'heavy' : 'fine';
}

/** Starts weighing. @returns a function that stops it */
export function watchWeight({ usedBytes, idleMs, onHeavy, everyMs = EVERY_MS }: WeightOptions): () => void {
  const timer = setInterval(() => {
    const used = usedBytes();
    const verdict = weigh(used, idleMs());
    if (verdict !== 'fine') onHeavy(verdict, used);
  }, everyMs);
  return () => clearInterval(timer);
}
