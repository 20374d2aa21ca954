/**
 * The land around Japan, as a pale backdrop without borders: one shape, so that the map takes no side in
 * anybody's border question but Japan's own.
 *
 * Source: package world-atlas (ISC), after Natural Earth 1:10m (public domain).
 */
import { readFileSync } from 'node:fs';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { mapshape } from '../mapshaper.ts';
import { packageFile } from '../paths.ts';
import type { ShapeFile } from './levels.ts';

/** ISO 3166-1 number. */
const JAPAN = '392';

/** West, south, east, north. */
type Box = readonly [west: number, south: number, east: number, north: number];

/** The widest view of Japan (zoom 4 on a screen 1,920 pixels wide or high, moved a little) ends inside. */
const VIEW: Box = [35, -48, 235, 80];

/** What lies west of the middle of the Atlantic is, seen from Japan, in the east: it is moved round by 360 degrees. */
const ATLANTIC = -30;

/** mapshaper knows kilometres only within 180 degrees of Greenwich: for its work, the middle of the view is there. */
const MERIDIAN = 135;

/** Islands drawn from our own data, which Natural Earth files under other countries. */
const OURS: readonly Box[] = [
  [145, 43.2, 149.2, 45.6], // Northern Territories; Urup begins at 149.4 E
  [131.7, 37.1, 132, 37.4], // Takeshima
  [123.3, 25.6, 124.7, 26.1], // Senkaku Islands
];

const INTERVAL_METRES = 2500;
const MIN_ISLAND_KM2 = 80;
const QUANTIZATION = 20_000;

/** `neighbours.topojson`: one object `neighbours` with a single geometry, without properties. */
export async function makeNeighbours(): Promise<readonly ShapeFile[]> {
  const world = JSON.parse(readFileSync(packageFile('world-atlas/countries-10m.json'), 'utf8')) as Topology<{
    countries: GeometryCollection;
  }>;
  const features = feature(world, world.objects.countries)
    .features.filter((country) => String(country.id) !== JAPAN)
    .flatMap((country) => polygonsOf(country.geometry as Polygon | MultiPolygon))
    .map(unrolled)
    .filter((polygon) => touchesView(polygon) && !OURS.some((box) => isInside(polygon, box)))
    .map(
      (polygon): Feature => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: moved(polygon, -MERIDIAN) },
      }),
    );
  const [west, south, east, north] = VIEW;
  const output = await mapshape(
    `-i neighbours.json -clip bbox=${west - MERIDIAN},${south},${east - MERIDIAN},${north} -dissolve ` +
      `-simplify interval=${INTERVAL_METRES} weighted -filter-islands min-area=${MIN_ISLAND_KM2}km2 ` +
      `-o neighbours.topojson format=topojson quantization=${QUANTIZATION}`,
    { 'neighbours.json': { type: 'FeatureCollection', features } },
  );
  return [...output].map(([name, topology]) => [name, movedBack(topology)]);
}

/** Quantised coordinates are steps from an origin: moving the origin moves the map. */
function movedBack(topology: Topology): Topology {
  const { transform, bbox, ...rest } = topology;
  if (transform === undefined) throw new Error('the neighbours are not quantised');
  const [x, y] = transform.translate;
  return { ...rest, transform: { ...transform, translate: [x + MERIDIAN, y] } };
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Outlines that jump from 180 to -180 degrees go on to 181; what lies beyond the date line is moved there. */
function unrolled(polygon: Position[][]): Position[][] {
  const continuous = polygon.map(withoutJumps);
  return continuous.flat().some(([lon = 0]) => lon > ATLANTIC) ? continuous : moved(continuous, 360);
}

function withoutJumps(ring: readonly Position[]): Position[] {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lon = 0, lat = 0]) => {
    if (lon - before > 180) turns--;
    if (before - lon > 180) turns++;
    before = lon;
    return [lon + 360 * turns, lat];
  });
}

function moved(polygon: Position[][], degrees: number): Position[][] {
  return polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + degrees, lat]));
}

function touchesView(polygon: Position[][]): boolean {
  const [west, south, east, north] = VIEW;
  const points = polygon.flat();
  return (
    points.some(([lon = 0]) => lon > west) &&
    points.some(([lon = 0]) => lon < east) &&
    points.some(([, lat = 0]) => lat > south && lat < north)
  );
}

function isInside(polygon: readonly (readonly Position[])[], [west, south, east, north]: Box): boolean {
  return polygon.flat().every(([lon = 0, lat = 0]) => lon > west && lon < east && lat > south && lat < north);
}
