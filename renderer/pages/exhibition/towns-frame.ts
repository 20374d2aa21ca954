/** Which part of the plane a small map of some towns shows, and which town a touch means. Pure. */
import type { Spot } from '../../map/plane.ts';

export type Frame = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Least height in plane units (about 0.5 km each): a lone town still shows the land around it. */
const LEAST = 150;
/** Land around the outermost towns, as a share of the height. */
const MARGIN = 0.22;

/** A frame around the spots, at least `LEAST` high and wide. All of the plane's origin when there are none. */
export function frameAround(spots: readonly Spot[]): Frame {
  const xs = spots.length > 0 ? spots.map(({ x }) => x) : [0];
  const ys = spots.length > 0 ? spots.map(({ y }) => y) : [0];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const height = Math.max(LEAST, (south - north) / (1 - 2 * MARGIN));
  const width = Math.max(LEAST, east - west + 2 * MARGIN * height);
  return { left: (west + east - width) / 2, top: (north + south - height) / 2, width, height };
}

/** Index of the spot nearest to a touch, or -1 when none lies within `reach` (plane units). */
export function nearestSpot(touch: Spot, spots: readonly Spot[], reach: number): number {
  const far = spots.map(({ x, y }) => Math.hypot(x - touch.x, y - touch.y));
  const least = Math.min(...far);
  return least <= reach ? far.indexOf(least) : -1;
}
