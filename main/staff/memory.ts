/** How much memory the whole program uses, once a minute for a day: whether it grows shows only over hours. */

const EVERY_MS = 60_000;
const KEPT = 24 * 60;
/** Minutes at both ends that are compared. */
const SPAN = 30;
/** Growth from one end to the other that staff should see. */
const RISING = 1.25;

export type MemoryWatch = {
  /** Bytes, one a minute, oldest first. */
  readonly samples: () => readonly number[];
  readonly stop: () => void;
};

/** @param measure bytes of all processes together */
export function watchMemory(measure: () => number, everyMs = EVERY_MS): MemoryWatch {
  const samples: number[] = [];
  const take = (): void => {
    samples.push(measure());
    if (samples.length > KEPT) samples.shift();
  };
  const timer = setInterval(take, everyMs);
  timer.unref();
  return { samples: () => samples, stop: () => clearInterval(timer) };
}

/**
 * The first minutes of a program are left out: it is still loading then.
 *
 * @param samples one a minute, oldest first
 */
export function trendOf(samples: readonly number[]): 'unknown' | 'steady' | 'rising' {
  const settled = samples.slice(SPAN);
  if (settled.length < 4 * SPAN) return 'unknown';
  const first = median(settled.slice(0, SPAN));
  return median(settled.slice(-SPAN)) > first * RISING ? 'rising' : 'steady';
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
