/** Takes the stairs out of traced borders. */
import type { Corner } from './trace.ts';

/**
 * Smooths a line by a repeated moving average (1, 2, 1) / 4 over its points. With unit steps, eight rounds blur
 * over some two steps to either side: stairs go, bends stay.
 *
 * @param corners at least two points; equal first and last points make a loop
 * @param rounds  whole number, 0 or more
 * @param free    the line is a loop that touches nothing: no point of it is fixed. Otherwise both ends stay
 *                where they are, since other lines end there too
 * @returns       as many points as given; a loop stays closed
 */
export function smooth(corners: readonly Corner[], rounds: number, free: boolean): readonly Corner[] {
  const last = corners.length - 1;
  let points = corners;
  for (let round = 0; round < rounds; round++) {
    const before = points;
    points = before.map((point, index) => {
      const isEnd = index === 0 || index === last;
      if (isEnd && !free) return point;
      // In a loop the first and last points are one: beyond either end the line goes on past the other.
      const previous = before[index === 0 ? last - 1 : index - 1] ?? point;
      const next = before[index === last ? 1 : index + 1] ?? point;
      return [(previous[0] + 2 * point[0] + next[0]) / 4, (previous[1] + 2 * point[1] + next[1]) / 4];
    });
  }
  return points;
}
