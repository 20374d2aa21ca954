/** Rounds the corners of an outline that has few points. */
import type { Position } from 'geojson';

type Point = readonly [x: number, y: number];

/**
 * Draws a closed centripetal Catmull-Rom curve through the points of a ring: it passes every point, keeps the
 * area, and the centripetal form makes neither loops nor spikes.
 *
 * @param ring  first and last point equal, at least three different ones
 * @param steps points per side, 1 or more; 1 gives the ring back
 * @returns     a closed ring
 */
export function roundCorners(ring: readonly Position[], steps: number): Position[] {
  const points = ring.slice(0, -1).map(([x = 0, y = 0]): Point => [x, y]);
  const nth = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0];
  const rounded = points.flatMap((_, index) => {
    const four = [nth(index - 1), nth(index), nth(index + 1), nth(index + 2)] as const;
    return Array.from({ length: steps }, (_unused, step) => [...pointBetween(four, step / steps)]);
  });
  return [...rounded, ...rounded.slice(0, 1)];
}

/** A point between the second and third of four, by the pyramid of Barry and Goldman. */
function pointBetween([a, b, c, d]: readonly [Point, Point, Point, Point], share: number): Point {
  const atB = knot(a, b);
  const atC = atB + knot(b, c);
  const atD = atC + knot(c, d);
  const at = atB + share * (atC - atB);
  const ab = blend(a, b, 0, atB, at);
  const bc = blend(b, c, atB, atC, at);
  const cd = blend(c, d, atC, atD, at);
  return blend(blend(ab, bc, 0, atC, at), blend(bc, cd, atB, atD, at), atB, atC, at);
}

/** Root of the distance; never 0, so that a doubled point does no harm. */
function knot([ax, ay]: Point, [bx, by]: Point): number {
  return Math.max(1e-9, Math.sqrt(Math.hypot(bx - ax, by - ay)));
}

function blend([ax, ay]: Point, [bx, by]: Point, from: number, to: number, at: number): Point {
  const share = (at - from) / (to - from);
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}
