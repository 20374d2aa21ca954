/**
 * The four ways to look at the map: this ward's partners, towns with any link, prefectures with an
 * agreement, this exhibition. Says which points are strong and what the list beside the map holds, so
 * that both always tell the same. Pure.
 */
import { distanceKm } from '../../content/pack/distance.ts';
import type { RegionId } from '../../content/pack/types.ts';
import { MAP_FLAGS, type MapPoint, type MapView } from '../../content/pack/views.ts';

export const FILTERS = ['lens', 'linked', 'agreement', 'exhibition'] as const;
export type Filter = (typeof FILTERS)[number];

/** Where a hall without a ward measures from and draws its lines: the middle of the 23 wards. */
export const WARDS_MIDDLE = { lat: 35.69, lon: 139.75 };

/** Where distances count from. */
export function heart(view: MapView): { readonly lat: number; readonly lon: number } {
  return view.ward ?? WARDS_MIDDLE;
}

function isOn(view: MapView, filter: Filter): (point: MapPoint) => boolean {
  return ({ code, flags }) => (flags & MAP_FLAGS[filter]) !== 0 && code !== view.ward?.code;
}

/** The strong points of a filter, nearest to the hall first. */
export function strongPoints(view: MapView, filter: Filter): readonly MapPoint[] {
  const from = heart(view);
  return view.points
    .filter(isOn(view, filter))
    .map((point) => ({ point, away: distanceKm(from, point) }))
    .sort((a, b) => a.away - b.away || (a.point.code < b.point.code ? -1 : 1))
    .map(({ point }) => point);
}

/** Prefectures with an agreement, nearest first, and how many of their towns it covers. */
export function agreementPrefectures(
  view: MapView,
): readonly { readonly id: string; readonly name: string; readonly towns: number }[] {
  const counts = new Map<string, number>();
  for (const point of view.points) {
    if ((point.flags & MAP_FLAGS.agreement) === 0) continue;
    const id = point.code.slice(0, 2);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const from = heart(view);
  return view.prefectures
    .filter((prefecture) => counts.has(prefecture.id))
    .sort((a, b) => distanceKm(from, a) - distanceKm(from, b) || (a.id < b.id ? -1 : 1))
    .map(({ id, name }) => ({ id, name, towns: counts.get(id) ?? 0 }));
}

/** The filters that would show something, in order; never empty as long as anything is linked. */
export function usefulFilters(view: MapView): readonly Filter[] {
  // Without a ward the lens takes in every linked town: one chip says it.
  const wanted = FILTERS.filter((filter) => filter !== 'linked' || view.ward !== null);
  return wanted.filter((filter) => view.points.some(isOn(view, filter)));
}

/** Prefectures of one region by number, and how many towns each has. */
export function prefecturesOf(
  view: MapView,
  region: RegionId,
): readonly { readonly id: string; readonly name: string; readonly towns: number }[] {
  return view.prefectures
    .filter((prefecture) => prefecture.region === region)
    .map(({ id, name }) => ({ id, name, towns: townsOf(view, id).length }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Towns of one prefecture by code, as the country lists them. */
export function townsOf(view: MapView, prefectureId: string): readonly MapPoint[] {
  return view.points
    .filter((point) => point.code.startsWith(prefectureId))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
