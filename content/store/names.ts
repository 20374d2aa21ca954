/**
 * Names of places and bodies in one language, held in memory: every list on the screen needs them, and
 * packs of other kinds know places only by code.
 */
import { hangulOf } from '../pack/hangul-name.ts';
import type { Lang } from '../pack/lang.ts';
import type { MunicipalityKind, PartnerKind, RegionId, Theme } from '../pack/types.ts';
import type { PartnerRef, TownSummary } from '../pack/views.ts';
import type { Library } from './library.ts';
import { readCovers } from './pictures.ts';

export type Place = TownSummary & { readonly lat: number; readonly lon: number; readonly romaji: string };

export type PrefectureRow = {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly region: RegionId;
  readonly lat: number;
  readonly lon: number;
  readonly bounds: readonly [number, number, number, number];
};

export type Names = {
  /** By code. */
  readonly towns: ReadonlyMap<string, Place>;
  /** By number. */
  readonly prefectures: ReadonlyMap<string, PrefectureRow>;
  readonly town: (code: string) => TownSummary | null;
  /** Code or slug itself where the name is unknown, so that nothing is ever blank. */
  readonly partner: (kind: PartnerKind, id: string) => PartnerRef;
};

type TownRow = {
  readonly code: string;
  readonly kind: MunicipalityKind;
  readonly prefecture_id: string;
  readonly kana: string;
  readonly romaji: string;
  readonly lat: number;
  readonly lon: number;
  readonly theme: Theme;
  /** In the wanted language, where the pack has it. */
  readonly own: string | null;
  /** In Japanese. */
  readonly name: string;
  readonly own_headline: string | null;
  readonly headline: string | null;
};

type All = Library['all'];

/** SQL that picks the words of `table` in `$lang`, else in Japanese, column by column. */
export function wordsJoin(table: string, key: string): string {
  return `LEFT JOIN ${table}_text AS want ON want.${table}_id = ${key} AND want.lang = $lang
          JOIN ${table}_text AS ja ON ja.${table}_id = ${key} AND ja.lang = 'ja'`;
}

export function makeNames(all: All, lang: Lang): Names {
  const prefectures = readPrefectures(all, lang);
  const towns = readTowns(all, lang, prefectures);
  const others = readOthers(all, lang);
  const nameOf = (kind: PartnerKind, id: string): string | undefined => {
    if (kind === 'municipality') return towns.get(id)?.name;
    return kind === 'prefecture' ? prefectures.get(id)?.name : others.get(`${kind} ${id}`);
  };
  return {
    towns,
    prefectures,
    town: (code) => towns.get(code) ?? null,
    partner: (kind, id) => ({ kind, id, name: nameOf(kind, id) ?? id }),
  };
}

/** A Japanese place name for a reader of Korean, who cannot say kanji: in Hangul, as Korea writes it. */
function spelled(name: string, kana: string, lang: Lang): string {
  return (lang === 'ko' ? hangulOf(kana) : null) ?? name;
}

function readTowns(
  all: All,
  lang: Lang,
  prefectures: ReadonlyMap<string, PrefectureRow>,
): ReadonlyMap<string, Place> {
  const rows = all<TownRow>(
    `SELECT m.municipality_id AS code, m.kind, m.prefecture_id, m.kana, m.romaji, m.lat, m.lon, m.theme,
            want.name AS own, ja.name, want.headline AS own_headline, ja.headline
       FROM municipality AS m ${wordsJoin('municipality', 'm.municipality_id')}
      ORDER BY m.municipality_id`,
    { lang },
  );
  const cover = readCovers(all, lang, 'municipality', null);
  return new Map(
    rows.map((row): [string, Place] => {
      const prefecture = prefectures.get(row.prefecture_id);
      const { code, kind, kana, romaji, lat, lon, theme } = row;
      const headline = row.own_headline ?? row.headline;
      const own = headline === null ? row.own : row.own_headline;
      const name = row.own ?? spelled(row.name, kana, lang);
      return [
        code,
        {
          code,
          kind,
          name,
          kana,
          romaji,
          lat,
          lon,
          theme,
          headline,
          lang: own === null ? 'ja' : lang,
          cover: cover(code),
          prefecture: prefecture?.name ?? '',
          prefectureId: row.prefecture_id,
          region: prefecture?.region ?? 'kanto',
        },
      ];
    }),
  );
}

function readPrefectures(all: All, lang: Lang): ReadonlyMap<string, PrefectureRow> {
  type Row = Omit<PrefectureRow, 'bounds'> & {
    readonly own: string | null;
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  const rows = all<Row>(
    `SELECT p.prefecture_id AS id, want.name AS own, ja.name, p.kana, p.region_id AS region,
            p.lat, p.lon, p.west, p.south, p.east, p.north
       FROM prefecture AS p ${wordsJoin('prefecture', 'p.prefecture_id')}
      ORDER BY p.prefecture_id`,
    { lang },
  );
  return new Map(
    rows.map(({ west, south, east, north, own, ...row }) => [
      row.id,
      { ...row, name: own ?? spelled(row.name, row.kana, lang), bounds: [west, south, east, north] },
    ]),
  );
}

/** Areas, associations and organisations as `kind id` -> name. */
function readOthers(all: All, lang: Lang): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const kind of ['area', 'association', 'organisation'] as const) {
    const rows = all<{ readonly id: string; readonly name: string }>(
      `SELECT t.${kind}_id AS id, coalesce(want.name, ja.name) AS name
         FROM ${kind} AS t ${wordsJoin(kind, `t.${kind}_id`)}
        ORDER BY t.position`,
      { lang },
    );
    for (const row of rows) names.set(`${kind} ${row.id}`, row.name);
  }
  return names;
}
