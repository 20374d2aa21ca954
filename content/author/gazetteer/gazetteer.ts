/**
 * Reads the gazetteer: the 1,741 municipalities and 47 prefectures of Japan with their codes, readings,
 * English names and points. The two CSV files beside this one are made by `npm run geo`; nobody edits them
 * by hand. Pure but for `loadGazetteer`, and without packages, so that any room of `content/` may use it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMunicipalityCode, prefectureOf } from '../../pack/code.ts';
import { MUNICIPALITY_KINDS, type MunicipalityKind, REGION_IDS, type RegionId } from '../../pack/types.ts';

/**
 * Where a municipality's point comes from: OpenStreetMap (usually the office), GeoNames (a place in it), or
 * the middle of its 1 km mesh cells where neither has one.
 */
export const POINT_SOURCES = ['osm', 'geonames', 'mesh'] as const;
export type PointSource = (typeof POINT_SOURCES)[number];

/** One of the 1,741. Wards of designated cities and the six Northern Territories villages are not counted. */
export type GazetteerMunicipality = {
  /** 全国地方公共団体コード: six digits, the last one a check digit. */
  readonly code: string;
  /** The first two digits of `code`. */
  readonly prefectureCode: string;
  readonly kind: MunicipalityKind;
  /** Full name with 市, 区, 町 or 村; without county and prefecture. */
  readonly nameJa: string;
  /** Hiragana reading of the whole of `nameJa`. */
  readonly kana: string;
  /** Hepburn without macrons, place name only: `Kushiro`, not `Kushiro City`. Not unique. */
  readonly nameEn: string;
  /** Degrees, WGS 84, five decimals. */
  readonly lat: number;
  readonly lon: number;
  readonly pointSource: PointSource;
};

export type GazetteerPrefecture = {
  /** Two digits, 01..47. */
  readonly code: string;
  readonly region: RegionId;
  readonly nameJa: string;
  readonly kana: string;
  readonly nameEn: string;
  /** A point well inside the largest piece of land, good for a label. Degrees, five decimals. */
  readonly lat: number;
  readonly lon: number;
  /** Box around all land of the prefecture, far islands included. Degrees. */
  readonly bounds: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
};

export type Gazetteer = {
  /** Ascending by code. */
  readonly municipalities: readonly GazetteerMunicipality[];
  /** Ascending by code. */
  readonly prefectures: readonly GazetteerPrefecture[];
};

export const MUNICIPALITIES_FILE = 'municipalities.csv';
export const PREFECTURES_FILE = 'prefectures.csv';

export const MUNICIPALITY_COLUMNS = [
  'code',
  'prefecture_code',
  'kind',
  'name_ja',
  'kana',
  'name_en',
  'lat',
  'lon',
  'point_source',
] as const;

export const PREFECTURE_COLUMNS = [
  'code',
  'region',
  'name_ja',
  'kana',
  'name_en',
  'lat',
  'lon',
  'west',
  'south',
  'east',
  'north',
] as const;

/** A line of the gazetteer that cannot be believed. The message is for staff. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError';
  readonly file: string;
  /** Counted from 1; the header is line 1. */
  readonly line: number;

  constructor(file: string, line: number, why: string) {
    super(`${file} の${line}行目: ${why}。手で直さず、npm run geo で作り直してください。`);
    this.file = file;
    this.line = line;
  }
}

/**
 * Reads municipalities.csv.
 *
 * @param text the whole file; LF or CRLF, no quoting (no name has a comma)
 * @returns    rows in the order of the file, which must be strictly ascending by code
 * @throws {GazetteerError} at the first line that is wrong
 */
export function parseMunicipalities(text: string): readonly GazetteerMunicipality[] {
  return parseTable(MUNICIPALITIES_FILE, text, MUNICIPALITY_COLUMNS, (row) => {
    const code = row.field('code');
    if (!isMunicipalityCode(code)) throw row.wrong(`団体コード「${code}」が正しくありません`);
    if (row.field('prefecture_code') !== prefectureOf(code))
      throw row.wrong('都道府県コードが団体コードと合いません');
    return {
      code,
      prefectureCode: prefectureOf(code),
      kind: row.oneOf('kind', MUNICIPALITY_KINDS),
      nameJa: row.name('name_ja'),
      kana: row.kana(),
      nameEn: row.romaji(),
      lat: row.degrees('lat', 90),
      lon: row.degrees('lon', 180),
      pointSource: row.oneOf('point_source', POINT_SOURCES),
    };
  });
}

/**
 * Reads prefectures.csv. Same rules as `parseMunicipalities`.
 *
 * @throws {GazetteerError} at the first line that is wrong
 */
export function parsePrefectures(text: string): readonly GazetteerPrefecture[] {
  return parseTable(PREFECTURES_FILE, text, PREFECTURE_COLUMNS, (row) => {
    const code = row.field('code');
    if (!/^(0[1-9]|[1-3]\d|4[0-7])$/.test(code))
      throw row.wrong(`都道府県コード「${code}」が正しくありません`);
    const bounds = {
      west: row.degrees('west', 180),
      south: row.degrees('south', 90),
      east: row.degrees('east', 180),
      north: row.degrees('north', 90),
    };
    if (bounds.west >= bounds.east || bounds.south >= bounds.north)
      throw row.wrong('範囲の東西か南北が逆です');
    return {
      code,
      region: row.oneOf('region', REGION_IDS),
      nameJa: row.name('name_ja'),
      kana: row.kana(),
      nameEn: row.romaji(),
      lat: row.degrees('lat', 90),
      lon: row.degrees('lon', 180),
      bounds,
    };
  });
}

/**
 * Reads both files of a gazetteer folder (in the product: the folder of this file).
 *
 * @throws {GazetteerError} when a line is wrong
 * @throws {Error} of `node:fs` when a file is missing
 */
export function loadGazetteer(folder: string): Gazetteer {
  return {
    municipalities: parseMunicipalities(readFileSync(join(folder, MUNICIPALITIES_FILE), 'utf8')),
    prefectures: parsePrefectures(readFileSync(join(folder, PREFECTURES_FILE), 'utf8')),
  };
}

/** One data line with its fields by column name and the ways to believe them. */
class Row<Column extends string> {
  readonly #file: string;
  readonly #line: number;
  readonly #fields: ReadonlyMap<string, string>;

  constructor(file: string, line: number, fields: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#line = line;
    this.#fields = fields;
  }

  wrong(why: string): GazetteerError {
    return new GazetteerError(this.#file, this.#line, why);
  }

  field(column: Column): string {
    return this.#fields.get(column) ?? '';
  }

  name(column: Column): string {
    const value = this.field(column);
    if (value === '' || value !== value.trim()) throw this.wrong(`${column} が空か、前後に空白があります`);
    return value;
  }

  /** Hiragana only. */
  kana(): string {
    const value = this.field('kana' as Column);
    if (!/^[ぁ-ゖ]+$/.test(value)) throw this.wrong(`よみ「${value}」がひらがなではありません`);
    return value;
  }

  /** A capital letter, then ASCII letters, hyphens and apostrophes. */
  romaji(): string {
    const value = this.field('name_en' as Column);
    if (!/^[A-Z][A-Za-z'-]*$/.test(value)) throw this.wrong(`ローマ字「${value}」に使えない文字があります`);
    return value;
  }

  oneOf<T extends string>(column: Column, allowed: readonly T[]): T {
    const value = allowed.find((one) => one === this.field(column));
    if (value === undefined)
      throw this.wrong(`${column}「${this.field(column)}」は決められた値ではありません`);
    return value;
  }

  /** Plain decimal degrees, -limit..limit. */
  degrees(column: Column, limit: number): number {
    const text = this.field(column);
    const value = Number(text);
    if (!/^-?\d{1,3}\.\d{1,6}$/.test(text) || Math.abs(value) > limit) {
      throw this.wrong(`${column}「${text}」が緯度・経度として読めません`);
    }
    return value;
  }
}

/** Splits the text, checks header, field counts and ascending unique codes, and hands each line to `read`. */
function parseTable<Column extends string, T extends { readonly code: string }>(
  file: string,
  text: string,
  columns: readonly Column[],
  read: (row: Row<Column>) => T,
): readonly T[] {
  const lines = text.split(/\r?\n/);
  if (lines[0] !== columns.join(',')) throw new GazetteerError(file, 1, '見出しが違います');
  if (lines.at(-1) !== '')
    throw new GazetteerError(file, lines.length, '最後の改行がなく、途中で切れています');
  const rows: T[] = [];
  for (const [index, line] of lines.slice(1, -1).entries()) {
    const values = line.split(',');
    const row = new Row<Column>(
      file,
      index + 2,
      new Map(columns.map((column, at) => [column, values[at] ?? ''])),
    );
    if (values.length !== columns.length)
      throw row.wrong(`列が${columns.length}個ではなく${values.length}個です`);
    const next = read(row);
    const previous = rows.at(-1);
    if (previous !== undefined && previous.code >= next.code)
      throw row.wrong('コードが重複しているか、順番が違います');
    rows.push(next);
  }
  return rows;
}
