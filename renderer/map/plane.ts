/**
 * The flat plane that every map here is drawn on: Web Mercator (EPSG:3857) in pixels of zoom 8,
 * counted from a point in the middle of Japan, x to the east, y to the south. Small numbers, so that
 * a `Path2D` (which keeps 32-bit floats) stays exact to a fraction of a pixel at every zoom.
 */

/** A point of the plane. */
export type Spot = { readonly x: number; readonly y: number };

/** A rectangle of the plane; north is `top`, so `top <= bottom`. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Degrees: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The zoom whose pixels are the unit of the plane. */
export const PLANE_ZOOM = 8;

const WORLD = 256 * 2 ** PLANE_ZOOM;
const MIDDLE = { lat: 37, lon: 137 };

function worldX(lon: number): number {
  return ((lon + 180) / 360) * WORLD;
}

function worldY(lat: number): number {
  const phi = (lat * Math.PI) / 180;
  return (0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * WORLD;
}

/** The plane's origin in pixels of the whole world at `PLANE_ZOOM`. */
export const ORIGIN: Spot = { x: worldX(MIDDLE.lon), y: worldY(MIDDLE.lat) };

/** Degrees to the plane. Latitudes beyond 85° have no place on it. */
export function toPlane(lat: number, lon: number): Spot {
  return { x: worldX(lon) - ORIGIN.x, y: worldY(lat) - ORIGIN.y };
}

/** The plane back to degrees. */
export function toDegrees(spot: Spot): { readonly lat: number; readonly lon: number } {
  const lon = ((spot.x + ORIGIN.x) / WORLD) * 360 - 180;
  const t = (0.5 - (spot.y + ORIGIN.y) / WORLD) * 2 * Math.PI;
  return { lat: (Math.atan(Math.exp(t)) * 2 - Math.PI / 2) * (180 / Math.PI), lon };
}

/** How many screen pixels one unit of the plane takes at `zoom`. */
export function scaleAt(zoom: number): number {
  return 2 ** (zoom - PLANE_ZOOM);
}

/** Degrees to a box of the plane. */
export function boxOf(bounds: Bounds): Box {
  const [west, south, east, north] = bounds;
  const a = toPlane(north, west);
  const b = toPlane(south, east);
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
}

/** True when the boxes share at least an edge. */
export function touches(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/**
 * The zoom at which `box` just fills a panel.
 *
 * @param width  of the panel, pixels, after padding
 * @param height of the panel, pixels, after padding
 */
export function fitZoom(box: Box, width: number, height: number): number {
  const across = Math.max(1, width) / Math.max(1e-6, box.right - box.left);
  const down = Math.max(1, height) / Math.max(1e-6, box.bottom - box.top);
  return PLANE_ZOOM + Math.log2(Math.min(across, down));
}
