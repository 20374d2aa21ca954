/**
 * The land of Japan, as rings.
 *
 * Source: package @geo-maps/earth-seas-10m (data © OpenStreetMap contributors, ODbL 1.0; November 2017): all
 * seas of the world as polygons, whose holes are the land. The holes are taken one by one: cutting with the
 * polygon as a whole silently loses Honshu.
 */
import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { packageFile } from '../paths.ts';

/** A closed ring of `[longitude, latitude]`, first and last equal. */
export type LandRing = readonly Position[];

type SeaFile = { readonly geometries: readonly { readonly coordinates: readonly (readonly LandRing[])[] }[] };

/** Land that lies wholly in here is kept: Yonaguni to Minamitorishima, Okinotorishima to Etorofu. */
const BOX = { west: 122, south: 20, east: 154.5, north: 46 };

/** All islands in the box around Japan, some of other countries among them (no municipality covers those). */
export function readLandRings(): readonly LandRing[] {
  const file = JSON.parse(
    readFileSync(packageFile('@geo-maps/earth-seas-10m/map.geo.json'), 'utf8'),
  ) as SeaFile;
  return file.geometries
    .flatMap(({ coordinates }) => coordinates)
    .flatMap(([, ...holes]) => holes)
    .filter(isInBox);
}

function isInBox(ring: LandRing): boolean {
  return ring.every(
    ([lon = 0, lat = 0]) => lon > BOX.west && lon < BOX.east && lat > BOX.south && lat < BOX.north,
  );
}
