/**
 * The larger lakes of Japan.
 *
 * Source: package @geo-maps/earth-lakes-10m (data © OpenStreetMap contributors, ODbL 1.0). Its outlines have
 * few points (Lake Biwa 83), so their corners are rounded; the smallest lakes are mere triangles and left out.
 */
import { readFileSync } from 'node:fs';
import type { Feature, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { mapshape } from '../mapshaper.ts';
import { packageFile } from '../paths.ts';
import { type LabelGrid, labelAt } from './grid.ts';
import type { ShapeFile } from './levels.ts';
import { roundCorners } from './spline.ts';

type LakePolygon = readonly (readonly Position[])[];
type LakeFile = { readonly geometries: readonly { readonly coordinates: readonly LakePolygon[] }[] };

/** 3 km² are some 50 square pixels at zoom 9, where lakes begin to matter. */
const MIN_AREA_KM2 = 3;
/** Fewer are no shape; counted with the closing point. */
const MIN_POINTS = 7;
/** Smaller islands in a lake would be specks. */
const MIN_ISLAND_KM2 = 0.5;
/** Points per side after rounding; the simplification takes away those that say nothing. */
const ROUNDING_STEPS = 6;
const INTERVAL_METRES = 40;
const QUANTIZATION = 50_000;

/** `lakes.topojson`: one object `lakes`, a collection of polygons without properties. */
export async function makeLakes(grid: LabelGrid): Promise<readonly ShapeFile[]> {
  const features = readLakes()
    .filter((lake) => isJapanese(lake, grid) && isLargeEnough(lake))
    .map(
      (lake): Feature => ({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: withoutSpecks(lake).map((ring) => roundCorners(ring, ROUNDING_STEPS)),
        },
      }),
    );
  const output: ReadonlyMap<string, Topology> = await mapshape(
    `-i lakes.json -simplify interval=${INTERVAL_METRES} weighted keep-shapes ` +
      `-o lakes.topojson format=topojson quantization=${QUANTIZATION}`,
    { 'lakes.json': { type: 'FeatureCollection', features } },
  );
  return [...output];
}

function readLakes(): readonly LakePolygon[] {
  const file = JSON.parse(
    readFileSync(packageFile('@geo-maps/earth-lakes-10m/map.geo.json'), 'utf8'),
  ) as LakeFile;
  return file.geometries.flatMap(({ coordinates }) => coordinates);
}

/** Whether every point of the shore is on or beside a municipality: the grid is already grown seawards. */
function isJapanese(lake: LakePolygon, grid: LabelGrid): boolean {
  return outline(lake).every(([lon = 0, lat = 0]) => labelAt(grid, lat, lon) !== 0);
}

function isLargeEnough(lake: LakePolygon): boolean {
  return outline(lake).length >= MIN_POINTS && areaKm2(outline(lake)) >= MIN_AREA_KM2;
}

function withoutSpecks(lake: LakePolygon): LakePolygon {
  return lake.filter((ring, index) => index === 0 || areaKm2(ring) >= MIN_ISLAND_KM2);
}

function outline(lake: LakePolygon): readonly Position[] {
  return lake[0] ?? [];
}

/** Good to a per cent for a lake. */
function areaKm2(ring: readonly Position[]): number {
  const kmPerDegree = 111.2;
  const [, latitude = 0] = ring[0] ?? [];
  let twice = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    twice += x * nextY - nextX * y;
  }
  return (Math.abs(twice) / 2) * kmPerDegree ** 2 * Math.cos((latitude * Math.PI) / 180);
}
