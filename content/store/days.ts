/** Arithmetic on Tokyo days as ISO text; no clock and no time zone in it. */
import type { Day } from '../pack/types.ts';

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
