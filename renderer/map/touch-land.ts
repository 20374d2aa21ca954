/** Which land lies under a finger. Uses the browser's own path test on the shapes that are drawn. */
import type { Country } from './land.ts';
import type { Spot } from './plane.ts';

let context: CanvasRenderingContext2D | null = null;

/** A context of its own, so that the test is never disturbed by a drawing transform. */
function tester(): CanvasRenderingContext2D | null {
  context ??= document.createElement('canvas').getContext('2d');
  return context;
}

/**
 * The prefecture at a spot; small islands and capes are caught within `reach` of their coast.
 *
 * @param spot  on the plane
 * @param reach plane units
 */
export function prefectureAt(country: Country, spot: Spot, reach: number): string | undefined {
  const ctx = tester();
  if (ctx === null) return undefined;
  const near = country.lands.filter(
    ({ box }) =>
      spot.x >= box.left - reach &&
      spot.x <= box.right + reach &&
      spot.y >= box.top - reach &&
      spot.y <= box.bottom + reach,
  );
  const inside = near.find((land) => ctx.isPointInPath(land.fill, spot.x, spot.y));
  if (inside !== undefined) return inside.id;
  ctx.lineWidth = 2 * reach;
  return near.find((land) => ctx.isPointInStroke(land.coast, spot.x, spot.y))?.id;
}

/** The town whose land lies at a spot; undefined at sea or where the shapes have no towns. */
export function townAt(country: Country, spot: Spot): string | undefined {
  const ctx = tester();
  if (ctx === null) return undefined;
  for (const land of country.lands) {
    const { box } = land;
    if (spot.x < box.left || spot.x > box.right || spot.y < box.top || spot.y > box.bottom) continue;
    for (const code of land.shapes.keys()) {
      const path = country.town(code);
      if (path !== undefined && ctx.isPointInPath(path, spot.x, spot.y)) return code;
    }
  }
  return undefined;
}
