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
  readonly ceiling: Ceiling;
};

export type Ceiling = {
  readonly heavyBytes: number;
  readonly tooHeavyBytes: number;
  /** So long nobody has touched anything before the page is made anew: nobody loses what they were reading. */
  readonly quietMs: number;
  /** Between two looks. */
  readonly everyMs: number;
};

export const CEILING: Ceiling = {
  heavyBytes: 1.5e9,
  tooHeavyBytes: 2.5e9,
  quietMs: 120_000,
  everyMs: 60_000,
};

/** Another one for trying out: looked at as often as one can wait for; twice as much waits for nobody. */
export function ceilingOf({ heavyBytes, quietMs }: Pick<Ceiling, 'heavyBytes' | 'quietMs'>): Ceiling {
  return { heavyBytes, tooHeavyBytes: 2 * heavyBytes, quietMs, everyMs: 1_000 };
}

/** @returns what is to be done now */
export function weigh(usedBytes: number, idleMs: number, ceiling: Ceiling): 'fine' | 'heavy' | 'too-heavy' {
  if (usedBytes > ceiling.tooHeavyBytes) return 'too-heavy';
  return usedBytes > ceiling.heavyBytes && idleMs >= ceiling.quietMs ? 'heavy' : 'fine';
}

/** Starts weighing. @returns a function that stops it */
export function watchWeight({ usedBytes, idleMs, onHeavy, ceiling }: WeightOptions): () => void {
  const timer = setInterval(() => {
    const used = usedBytes();
    const verdict = weigh(used, idleMs(), ceiling);
    if (verdict !== 'fine') onHeavy(verdict, used);
  }, ceiling.everyMs);
  return () => clearInterval(timer);
}
