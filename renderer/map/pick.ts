/**
 * What a touch on the map means. Fingers are wide and towns lie close: the nearest point within
 * reach wins, and where several are about as near the visitor is asked. Pure.
 */
import type { Spot } from './plane.ts';

/** A finger reaches this far, screen pixels. */
export const REACH_PX = 34;
/** Points whose distances differ by less cannot be told apart by a finger. */
const BLUR_PX = 12;
/** A small chooser has at most this many buttons. */
export const MOST_CHOICES = 6;

/** A point one can touch, in screen pixels. */
export type Target = { readonly code: string } & Spot;

/**
 * The points a touch can mean, nearest first: none, one, or up to `MOST_CHOICES` to choose from.
 *
 * @param touch   where the finger came down, screen pixels
 * @param targets touchable points, screen pixels
 */
export function pick(touch: Spot, targets: readonly Target[]): readonly string[] {
  const near = targets
    .map((target) => ({ code: target.code, away: Math.hypot(target.x - touch.x, target.y - touch.y) }))
    .filter((target) => target.away <= REACH_PX)
    .sort((a, b) => a.away - b.away || (a.code < b.code ? -1 : 1));
  const [nearest] = near;
  if (nearest === undefined) return [];
  const blurred = near.filter((target) => target.away - nearest.away <= BLUR_PX);
  return blurred.slice(0, MOST_CHOICES).map((target) => target.code);
}
