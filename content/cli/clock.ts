/** The machine's clock: the one place where `content/` meets the time of day. */
import type { Day } from '../pack/types.ts';
import type { Clock } from '../sync/work.ts';

export const MACHINE_CLOCK: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

/** The day it is in Tokyo. */
export function tokyoDay(ms: number): Day {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(ms);
}
