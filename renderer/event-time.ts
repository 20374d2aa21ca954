/** When an event is over. The last day counts; one known to the month or year is over when that is. Pure. */
import type { Day } from '../content/pack/types.ts';
import type { EventView } from '../content/pack/views.ts';

export function lastDate({ when }: Pick<EventView, 'when'>): string | null {
  return when.end ?? when.start;
}

/** True when nothing of it is left on `today`. */
export function isPast(event: Pick<EventView, 'when' | 'status'>, today: Day): boolean {
  const last = lastDate(event);
  if (last === null) return event.status === 'held';
  return last < today.slice(0, last.length);
}
