/** Where a prefecture's label goes, and the box around its land. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PrefecturePlace } from '../gazetteer.ts';
import type { CodeProperties } from './topology.ts';

/** How exact the label point is, degrees (about 200 m). */
const PRECISION = 0.002;

/**
 * The place of every prefecture.
 *
 * @param prefectures a file with the object `prefectures`
 * @returns           two-digit code -> place
 */
export async function placesOf(prefectures: Topology): Promise<ReadonlyMap<string, PrefecturePlace>> {
  const { default: polylabel } = await import('polylabel');
  const object = prefectures.objects['prefectures'] as GeometryCollection<CodeProperties>;
  return new Map(
    feature(prefectures, object).features.map(({ properties, geometry }) => {
      const polygons = polygonsOf(geometry as Polygon | MultiPolygon);
      const largest = polygons.toSorted((a, b) => extent(b) - extent(a))[0] ?? [];
      // A degree of longitude is shorter than one of latitude: squeeze, so that "furthest inside" is in metres.
      const squeeze = Math.cos((middleLatitude(largest) * Math.PI) / 180);
      const [x, y] = polylabel(
        largest.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon * squeeze, lat] as const)),
        PRECISION,
      );
      return [properties.code, { lat: y, lon: x / squeeze, bounds: boundsOf(polygons) }] as const;
    }),
  );
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function boundsOf(polygons: readonly Position[][][]): PrefecturePlace['bounds'] {
  const points = polygons.flat(2);
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of points) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/** Area of the outer ring in square degrees: enough to compare pieces of one prefecture. */
function extent([outer = []]: readonly Position[][]): number {
  let twice = 0;
  for (const [index, [x = 0, y = 0]] of outer.entries()) {
    const [nextX = 0, nextY = 0] = outer[(index + 1) % outer.length] ?? [];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

function middleLatitude(polygon: readonly Position[][]): number {
  const { south, north } = boundsOf([[...polygon]]);
  return (south + north) / 2;
}
