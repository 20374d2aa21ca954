/** Puts names, readings and points together into the rows of the two gazetteer files, and writes those as CSV. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GazetteerMunicipality,
  type GazetteerPrefecture,
  MUNICIPALITIES_FILE,
  MUNICIPALITY_COLUMNS,
  PREFECTURE_COLUMNS,
  PREFECTURES_FILE,
  parseMunicipalities,
  parsePrefectures,
} from '../../content/author/gazetteer/gazetteer.ts';
import type { RegionId } from '../../content/pack/types.ts';
import type { Membership } from './mesh/read.ts';
import { mendReading, readPostalReadings } from './names/reading.ts';
import { englishName, englishPrefectureName } from './names/spelling.ts';
import type { PrefectureUnit, Unit } from './names/units.ts';
import { choosePoint, type OwnCells } from './points/choose.ts';
import { readPlaces } from './points/geonames.ts';
import { readOsmPoints } from './points/osm.ts';

/** How many municipalities Japan has had since 2014, the 23 special wards among them. */
const EXPECTED_MUNICIPALITIES = 1741;

/** First prefecture code of each region, ascending; 24 (Mie) counts as Kinki. */
const REGION_STARTS: readonly (readonly [first: number, region: RegionId])[] = [
  [1, 'hokkaido'],
  [2, 'tohoku'],
  [8, 'kanto'],
  [15, 'chubu'],
  [24, 'kinki'],
  [31, 'chugoku'],
  [36, 'shikoku'],
  [40, 'kyushu'],
];

/** Where a prefecture's label goes and how far its land reaches. */
export type PrefecturePlace = Pick<GazetteerPrefecture, 'lat' | 'lon' | 'bounds'>;

/**
 * Rows of municipalities.csv, ascending by code.
 *
 * @param units      the municipalities in label order, uncounted ones included (they give no row)
 * @param membership of those units
 * @throws {Error} when there are not exactly 1,741, or two sources contradict each other
 */
export function municipalityRows(
  prefectures: readonly PrefectureUnit[],
  units: readonly Unit[],
  membership: Membership,
): readonly GazetteerMunicipality[] {
  const postal = readPostalReadings();
  const osm = readOsmPoints();
  const places = readPlaces();
  const own = ownCells(units, membership);
  const rows = prefectures.flatMap((prefecture) =>
    prefecture.units
      .filter((unit) => unit.counted)
      .map((unit) => {
        const kana = mendReading(unit.rawKana, postal.get(unit.code.slice(0, 5)));
        const nameEn = englishName(prefecture.code, unit.nameJa, kana);
        const point = choosePoint(
          osm.get(prefecture.nameJa + unit.nameJa),
          places,
          own.get(unit.code) ?? new Map(),
          nameEn,
        );
        return {
          code: unit.code,
          prefectureCode: prefecture.code,
          kind: unit.kind,
          nameJa: unit.nameJa,
          kana,
          nameEn,
          lat: point.lat,
          lon: point.lon,
          pointSource: point.source,
        };
      }),
  );
  if (rows.length !== EXPECTED_MUNICIPALITIES) {
    throw new Error(`${rows.length} municipalities; the list should have ${EXPECTED_MUNICIPALITIES}`);
  }
  return rows;
}

/** Rows of prefectures.csv, ascending by code. `places` by two-digit code. */
export function prefectureRows(
  prefectures: readonly PrefectureUnit[],
  places: ReadonlyMap<string, PrefecturePlace>,
): readonly GazetteerPrefecture[] {
  return prefectures.map((prefecture) => {
    const place = places.get(prefecture.code);
    if (place === undefined) throw new Error(`prefecture ${prefecture.code} has no shape`);
    return {
      code: prefecture.code,
      region: regionOf(prefecture.code),
      nameJa: prefecture.nameJa,
      kana: prefecture.kana,
      nameEn: englishPrefectureName(prefecture.nameJa, prefecture.kana),
      ...place,
    };
  });
}

/** Writes municipalities.csv, having read it back first: what the reader refuses is never written. */
export function writeMunicipalities(folder: string, rows: readonly GazetteerMunicipality[]): void {
  const text = toCsv(
    MUNICIPALITY_COLUMNS,
    rows.map((row) => [
      row.code,
      row.prefectureCode,
      row.kind,
      row.nameJa,
      row.kana,
      row.nameEn,
      degrees(row.lat),
      degrees(row.lon),
      row.pointSource,
    ]),
  );
  parseMunicipalities(text);
  writeFileSync(join(folder, MUNICIPALITIES_FILE), text);
}

/** Writes prefectures.csv in the same way. */
export function writePrefectures(folder: string, rows: readonly GazetteerPrefecture[]): void {
  const text = toCsv(
    PREFECTURE_COLUMNS,
    rows.map((row) => [
      row.code,
      row.region,
      row.nameJa,
      row.kana,
      row.nameEn,
      ...[row.lat, row.lon].map(degrees),
      ...[row.bounds.west, row.bounds.south, row.bounds.east, row.bounds.north].map(degrees),
    ]),
  );
  parsePrefectures(text);
  writeFileSync(join(folder, PREFECTURES_FILE), text);
}

function regionOf(prefectureCode: string): RegionId {
  const region = REGION_STARTS.filter(([first]) => first <= Number(prefectureCode)).at(-1);
  if (region === undefined) throw new RangeError(`prefecture code ${prefectureCode}`);
  return region[1];
}

function ownCells(units: readonly Unit[], membership: Membership): ReadonlyMap<string, OwnCells> {
  const own = new Map(units.map((unit) => [unit.code, new Map<number, number>()]));
  for (const [cell, sharers] of membership) {
    for (const label of sharers) own.get(units[label - 1]?.code ?? '')?.set(cell, sharers.length);
  }
  return own;
}

/** Five decimals: about one metre. */
function degrees(value: number): string {
  return value.toFixed(5);
}

function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.join(',')}\n`).join('');
}
