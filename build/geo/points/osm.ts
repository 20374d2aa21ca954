/**
 * Points of municipalities from OpenStreetMap: usually the office, 0.05 km off at the median.
 *
 * Source: package detect-location-jp (MIT/WTFPL); the data in it are © OpenStreetMap contributors, ODbL 1.0.
 * All of Fukuoka prefecture and 石垣市 are missing there.
 */
import { readFileSync } from 'node:fs';
import { packageFile } from '../paths.ts';

export type Point = { readonly lat: number; readonly lon: number };

type Entry = {
  readonly state: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** The older form of a character under which a place is listed -> the form of the municipality list. */
const ALIASES: ReadonlyMap<string, string> = new Map([['檮原町', '梼原町']]);

/** Points that are known to be wrong: 長浜市 is 12 km off, in the middle of its share of Lake Biwa and hills. */
const REFUSED: ReadonlySet<string> = new Set(['滋賀県長浜市']);

/** Prefecture name + municipality name (`高知県梼原町`) -> point. */
export function readOsmPoints(): ReadonlyMap<string, Point> {
  const entries = JSON.parse(
    readFileSync(packageFile('detect-location-jp/dist/data/japan_cities.json'), 'utf8'),
  ) as Entry[];
  return new Map(
    entries
      .map((entry) => [entry.state + (ALIASES.get(entry.city) ?? entry.city), entry] as const)
      .filter(([name]) => !REFUSED.has(name))
      .map(([name, entry]) => [name, { lat: entry.latitude, lon: entry.longitude }]),
  );
}
