/** Distances on the globe, good enough to sort towns by nearness. */

export type LatLon = { readonly lat: number; readonly lon: number };

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: LatLon, b: LatLon): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

type Coded = LatLon & { readonly code: string };

/** The same list, nearest to `from` first; ties by `code`. */
export function nearestFirst<T extends Coded>(list: readonly T[], from: LatLon): readonly T[] {
  return nearest(list, from, list.length);
}

/** The `count` nearest of the list, nearest first; ties by `code`. */
export function nearest<T extends Coded>(list: readonly T[], from: LatLon, count: number): readonly T[] {
  const measured = list.map((item) => ({ item, km: distanceKm(from, item) }));
  // Sorting all of Japan for six neighbours is what a touch would wait for, so the far ones go first.
  const limit =
    count < list.length ? (Float64Array.from(measured, ({ km }) => km).sort()[count - 1] ?? 0) : Infinity;
  return measured
    .filter(({ km }) => km <= limit)
    .sort((a, b) => a.km - b.km || (a.item.code < b.item.code ? -1 : 1))
    .slice(0, count)
    .map(({ item }) => item);
}
