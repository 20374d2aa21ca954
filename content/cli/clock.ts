/** The machine's clock: the one place where `content/` meets the time of day. */
import type { Clock } from '../sync/work.ts';

export const MACHINE_CLOCK: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};
