/** Paints every town as a point on the ground: specks from afar, points to touch from near. */
import type { Frame } from './frame.ts';
import type { Spot } from './plane.ts';
import type { MapTheme } from './theme.ts';
import { TOWN_ZOOM } from './view.ts';

/** Where a town is on the plane. */
export type TownSpot = { readonly code: string; readonly spot: Spot };

/** Radius of a quiet town, screen pixels. */
export function quietRadius(zoom: number): number {
  if (zoom < TOWN_ZOOM) return Math.max(1.3, 1.3 + (zoom - 5.5) * 0.6);
  return Math.min(7, 4 + (zoom - TOWN_ZOOM) * 1.3);
}

/**
 * True where a town shows as a point to touch, not as a speck.
 *
 * @param prefecture the chosen one: its towns show at every zoom
 */
export function isNear({ zoom }: Frame, prefecture: string | null, { code }: TownSpot): boolean {
  return zoom >= TOWN_ZOOM || (prefecture !== null && code.startsWith(prefecture));
}

export function paintTowns(
  frame: Frame,
  towns: readonly TownSpot[],
  theme: MapTheme,
  prefecture: string | null,
): void {
  const { ctx, zoom, box, scale, dx, dy } = frame;
  const specks = new Path2D();
  const points = new Path2D();
  for (const town of towns) {
    const { x, y } = town.spot;
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    const near = isNear(frame, prefecture, town);
    const r = quietRadius(near ? Math.max(zoom, TOWN_ZOOM) : zoom);
    const path = near ? points : specks;
    const [left, top] = [x * scale + dx, y * scale + dy];
    path.moveTo(left + r, top);
    path.arc(left, top, r, 0, 2 * Math.PI);
  }
  ctx.fillStyle = theme.quietPoint;
  ctx.fill(specks);
  ctx.fillStyle = theme.point;
  ctx.fill(points);
  ctx.strokeStyle = theme.ring;
  ctx.lineWidth = 1.5;
  ctx.stroke(points);
}
