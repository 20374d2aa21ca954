/**
 * Where the map may look: the main islands at first, each region and prefecture on request, and never
 * so far out or away that nobody finds back. Pure; boxes lie on the plane of `plane.ts`.
 */
import type { RegionId } from '../../content/pack/types.ts';
import type { MapView } from '../../content/pack/views.ts';
import { type Bounds, type Box, boxOf, toPlane } from './plane.ts';

/** Etorofu to Kyushu: what fills the panel at first. Okinawa and the small islands have the region row. */
export const MAIN_ISLANDS: Bounds = [128.55, 30.95, 148.95, 45.6];

/** All of Japan, with Okinawa, Ogasawara and Etorofu. One cannot look further out than this. */
export const ALL_JAPAN: Bounds = [122.7, 23.9, 148.9, 45.8];

/** One cannot drag the middle of the map out of this. */
export const FENCE: Bounds = [119, 19.5, 157.5, 48.5];

/** Beyond this nothing new appears and the generalised coast begins to show. */
export const NEAREST_ZOOM = 11;

/** From here on towns are drawn with their borders and every point can be touched. */
export const TOWN_ZOOM = 7.6;

/** How close the map goes to show a region: its prefectures can still be touched. */
export const REGION_VIEW_ZOOM = TOWN_ZOOM - 0.1;

/** How close the map goes to show one town. */
export const TOWN_VIEW_ZOOM = 9.6;

/**
 * Tokyo reaches 1,900 km into the Pacific; the mainland is what people mean, and its island towns stand
 * in the list. Every other prefecture is the frame around its towns.
 */
const FRAMES: Readonly<Record<string, Bounds>> = { '13': [138.93, 35.48, 139.93, 35.91] };

/** Halls of towns lie inside their prefecture; this much, in degrees, brings its capes into the frame. */
const MARGIN = 0.12;

type Places = Pick<MapView, 'points' | 'prefectures'>;

function around(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  return rest.reduce<Box | undefined>(
    (all, box) =>
      all && {
        left: Math.min(all.left, box.left),
        top: Math.min(all.top, box.top),
        right: Math.max(all.right, box.right),
        bottom: Math.max(all.bottom, box.bottom),
      },
    first,
  );
}

/** What to look at for one prefecture; undefined when it has no towns here. */
export function prefectureBox(places: Places, prefectureId: string): Box | undefined {
  const frame = FRAMES[prefectureId];
  if (frame !== undefined) return boxOf(frame);
  return around(
    places.points
      .filter((point) => point.code.startsWith(prefectureId))
      .map(({ lat, lon }) => boxOf([lon - MARGIN, lat - MARGIN, lon + MARGIN, lat + MARGIN])),
  );
}

/** What to look at for one region. */
export function regionBox(places: Places, region: RegionId): Box | undefined {
  const boxes = places.prefectures
    .filter((prefecture) => prefecture.region === region)
    .map((prefecture) => prefectureBox(places, prefecture.id));
  return around(boxes.filter((box) => box !== undefined));
}

/** The frame around some points, at least `least` plane units wide and high. */
export function pointsBox(
  points: readonly { readonly lat: number; readonly lon: number }[],
  least: number,
): Box | undefined {
  const box = around(
    points.map(({ lat, lon }) => {
      const spot = toPlane(lat, lon);
      return { left: spot.x, right: spot.x, top: spot.y, bottom: spot.y };
    }),
  );
  if (box === undefined) return undefined;
  const wide = Math.max(0, least - (box.right - box.left)) / 2;
  const high = Math.max(0, least - (box.bottom - box.top)) / 2;
  return { left: box.left - wide, right: box.right + wide, top: box.top - high, bottom: box.bottom + high };
}
