/**
 * Lines from the hall's ward to its partners. Towns that lie in one direction would make one thick
 * line; so the departures are spread like a fan, each curve leaving at an angle of its own and
 * bending gently into its town. Pure.
 */
import type { Spot } from './plane.ts';

/** A quadratic Bézier curve on the plane. */
export type Curve = { readonly from: Spot; readonly bend: Spot; readonly to: Spot };

/** Least angle between two departures, radians (7.5°); less when there are too many for the circle. */
const LEAST_GAP = (7.5 * Math.PI) / 180;
/** No curve leaves further than this from the straight direction, radians (55°). */
const MOST_TURN = (55 * Math.PI) / 180;
/** Even a lone line bends a little (8°): a straight one would look like a border. */
const BIAS = (8 * Math.PI) / 180;
/** How far along the way the bend lies. */
const REACH = 0.55;

const TURN = 2 * Math.PI;

/**
 * Moves sorted angles apart until neighbours are at least `gap` apart, each as little as possible
 * (least squares: pool adjacent violators on `angle - i * gap`).
 */
export function spread(sorted: readonly number[], gap: number): readonly number[] {
  type Pool = { sum: number; count: number };
  const pools: Pool[] = [];
  sorted.forEach((angle, i) => {
    let pool: Pool = { sum: angle - i * gap, count: 1 };
    for (;;) {
      const last = pools.at(-1);
      if (last === undefined || last.sum / last.count < pool.sum / pool.count) break;
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  return pools
    .flatMap((pool) => new Array<number>(pool.count).fill(pool.sum / pool.count))
    .map((base, i) => base + i * gap);
}

/** Where the circle of sorted angles is emptiest: the index of the first angle after the widest gap. */
function cutOf(sorted: readonly number[]): number {
  let cut = 0;
  let widest = -1;
  sorted.forEach((angle, i) => {
    const before = i === 0 ? (sorted.at(-1) ?? angle) - TURN : (sorted[i - 1] ?? angle);
    if (angle - before > widest) {
      widest = angle - before;
      cut = i;
    }
  });
  return cut;
}

/**
 * One curve per town, in the order of `towns`.
 *
 * @param from  where all lines start
 * @param towns where they go; a town at `from` itself gets a curve of no length
 */
export function fan(from: Spot, towns: readonly Spot[]): readonly Curve[] {
  const aims = towns.map((to, index) => ({
    to,
    index,
    angle: Math.atan2(to.y - from.y, to.x - from.x),
    length: Math.hypot(to.x - from.x, to.y - from.y),
  }));
  // Equal directions: the nearer town first, so that its shorter curve lies on one side of the longer.
  aims.sort((a, b) => a.angle - b.angle || a.length - b.length || a.index - b.index);
  const cut = cutOf(aims.map((aim) => aim.angle));
  const turned = [
    ...aims.slice(cut),
    ...aims.slice(0, cut).map((aim) => ({ ...aim, angle: aim.angle + TURN })),
  ];
  const gap = Math.min(LEAST_GAP, TURN / Math.max(1, turned.length));
  const departures = spread(
    turned.map((aim) => aim.angle),
    gap,
  );
  const curves: Curve[] = new Array<Curve>(towns.length);
  turned.forEach((aim, i) => {
    const wish = (departures[i] ?? aim.angle) - aim.angle + BIAS;
    const angle = aim.angle + Math.max(-MOST_TURN, Math.min(MOST_TURN, wish));
    const bend = {
      x: from.x + Math.cos(angle) * aim.length * REACH,
      y: from.y + Math.sin(angle) * aim.length * REACH,
    };
    curves[aim.index] = { from, bend, to: aim.to };
  });
  return curves;
}

/** The first `share` (0..1) of a curve, as a curve: how a line grows. */
export function grown(curve: Curve, share: number): Curve {
  const t = Math.max(0, Math.min(1, share));
  const { from, bend, to } = curve;
  const between = (a: Spot, b: Spot): Spot => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const newBend = between(from, bend);
  return { from, bend: newBend, to: between(newBend, between(bend, to)) };
}
