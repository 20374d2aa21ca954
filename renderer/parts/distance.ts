/** Distances and directions as people say them. Pure. */
import type { LatLon } from '../../content/pack/distance.ts';

export { distanceKm } from '../../content/pack/distance.ts';

/** 日本橋: where the distances of Japan's roads are counted from. */
export const NIHOMBASHI: LatLon = { lat: 35.68406, lon: 139.77441 };

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As people say it: 8, 40, 150, 900: steps of 1 below 20 km, 5 below 100, 10 beyond. */
export function roundKm(km: number): number {
  const step = km < 20 ? 1 : km < 100 ? 5 : 10;
  return Math.max(1, Math.round(km / step) * step);
}

/** Clockwise from north. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassDirection = (typeof DIRECTIONS)[number];

/** The eighth of the compass in which `to` lies, at the start of the straight way there. */
export function directionTo(from: LatLon, to: LatLon): CompassDirection {
  const dLon = radians(to.lon - from.lon);
  const y = Math.sin(dLon) * Math.cos(radians(to.lat));
  const x =
    Math.cos(radians(from.lat)) * Math.sin(radians(to.lat)) -
    Math.sin(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.cos(dLon);
  const turn = Math.round(Math.atan2(y, x) / (Math.PI / 4));
  return DIRECTIONS[(turn + 8) % 8] ?? 'n';
}
