/**
 * Cuts the municipalities to the coastline and makes the levels of detail.
 *
 * Municipalities and prefectures of one level come out of one simplified set of lines, so that a prefecture's
 * border runs exactly on its municipalities' borders. Only the overview, which never shows municipalities, is
 * joined first and simplified then, with fewer points.
 */
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import { mapshape } from '../mapshaper.ts';
import type { LandRing } from './coast.ts';

/** One level: names of its files tell the interval in metres. */
export type Level = {
  /** Bends smaller than this vanish: about one screen pixel at the closest zoom the level is meant for. */
  readonly intervalMetres: number;
  /** Islands below this are left out, unless a municipality or prefecture has nothing else. */
  readonly minIslandKm2: number;
  /** Steps along the longer side of the box around Japan (some 3,400 km). */
  readonly quantization: number;
};

/** Zoom 9 and closer. */
const FINE: Level = { intervalMetres: 60, minIslandKm2: 0, quantization: 200_000 };
/** Zoom 7 and 8. */
const MIDDLE: Level = { intervalMetres: 400, minIslandKm2: 0.15, quantization: 50_000 };
/** Zoom 6 and wider; prefectures only. */
const OVERVIEW: Level = { intervalMetres: 1200, minIslandKm2: 1, quantization: 20_000 };

/** A named file of shapes. */
export type ShapeFile = readonly [name: string, topology: Topology];

/**
 * All levels, finest first: `municipalities-60.topojson`, `prefectures-60.topojson` and so on. Each file has
 * one object with the file's first word as its name; its geometries have `code` as their only property.
 *
 * @param municipalities object `municipalities`, property `code`: six digits, or fewer for land that belongs
 *                       to a prefecture but to no municipality. The first two tell the prefecture
 * @param land           all land to keep; islands that no municipality covers fall away
 */
export async function makeLevels(
  municipalities: Topology,
  land: readonly LandRing[],
): Promise<readonly ShapeFile[]> {
  const clipped = await mapshape(
    '-i all.json -clip land.json -o clipped.json format=topojson no-quantization',
    {
      'all.json': municipalities,
      'land.json': toPolygons(land),
    },
  );
  const source = clipped.get('clipped.json');
  if (source === undefined) throw new Error('clipping gave no result');
  const files: ShapeFile[] = [];
  for (const level of [FINE, MIDDLE]) {
    files.push(...(await mapshape(detailed(level), { 'all.json': source })));
  }
  files.push(...(await mapshape(overview(OVERVIEW), { 'all.json': source })));
  return files;
}

/** Command line for a level with municipalities and prefectures. */
function detailed(level: Level): string {
  return [
    '-i all.json name=all',
    simplify(level),
    `-filter "code.length === 6" + name=municipalities`,
    output('municipalities', level),
    joinPrefectures(),
    output('prefectures', level),
  ].join(' ');
}

/** Command line for a level with prefectures only. */
function overview(level: Level): string {
  return ['-i all.json name=all', joinPrefectures(), simplify(level), output('prefectures', level)].join(' ');
}

function joinPrefectures(): string {
  return `-each "code = code.slice(0, 2)" target=all -dissolve code name=prefectures target=all`;
}

function simplify({ intervalMetres, minIslandKm2 }: Level): string {
  const filter = minIslandKm2 > 0 ? ` -filter-islands min-area=${minIslandKm2}km2` : '';
  return `-simplify interval=${intervalMetres} weighted keep-shapes${filter}`;
}

function output(layer: string, { intervalMetres, quantization }: Level): string {
  return `-o ${layer}-${intervalMetres}.topojson target=${layer} format=topojson quantization=${quantization}`;
}

function toPolygons(rings: readonly LandRing[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: rings.map(
      (ring): Feature<Polygon> => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [[...ring]] },
      }),
    ),
  };
}
