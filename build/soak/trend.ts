/**
 * Whether something grows: the middle slope of all pairs with its interval (Theil and Sen) and
 * the test of Mann and Kendall.
 */
import { median } from '../bench/figures.ts';

export type Point = { readonly x: number; readonly y: number };

export type Trend = {
  /** Points looked at. */
  readonly points: number;
  /** y per x: the middle of the slopes of all pairs. */
  readonly slope: number;
  /** Sen's interval: the true slope lies in it with 99 %. */
  readonly slopeFrom: number;
  readonly slopeTo: number;
  /** Growth from the first point to the last along that slope, share of the middle y. */
  readonly growth: number;
  /** Mann and Kendall: beyond ±2.58 the order is no chance (99 %). */
  readonly z: number;
};

/** Beyond this a row of points has a direction, 99 %: six measures are tested at once. */
const CHANCE_Z = 2.58;
/** Most that may be gained over a run. */
export const MOST_GROWTH = 0.05;
/** Fewer points than this say nothing. */
const LEAST_POINTS = 8;

/** @param points in the order of x, each x once. @returns null for too few */
export function trendOf(points: readonly Point[]): Trend | null {
  if (points.length < LEAST_POINTS) return null;
  const slopes: number[] = [];
  let signs = 0;
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      slopes.push((b.y - a.y) / (b.x - a.x));
      signs += Math.sign(b.y - a.y);
    }
  }
  const n = points.length;
  slopes.sort((a, b) => a - b);
  const slope = median(slopes);
  const span = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0);
  const middle = median(points.map(({ y }) => y));
  const deviation = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  // Sen 1968: so many slopes off the middle of the sorted ones, by the same variance.
  const off = CHANCE_Z * deviation;
  const at = (rank: number): number =>
    slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(rank)))] ?? slope;
  return {
    points: n,
    slope,
    slopeFrom: at((slopes.length - off) / 2 - 1),
    slopeTo: at((slopes.length + off) / 2),
    growth: middle === 0 ? 0 : (slope * span) / middle,
    z: (signs - Math.sign(signs)) / deviation,
  };
}

/** Grows by more than may be, and not by chance. */
export function grows(trend: Trend | null): boolean {
  return trend !== null && trend.z > CHANCE_Z && trend.growth > MOST_GROWTH;
}
