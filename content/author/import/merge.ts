/** Puts what a row says over what the source says already. Plain data in, plain data out. */
import { createHash } from 'node:crypto';
import { fold } from '../../pack/fold.ts';
import { compact } from '../japanese/text.ts';
import type { Value } from '../workbook/column.ts';
import type { RowValue, SheetKind } from '../workbook/kind.ts';

/** The order in which a new thing is written; what is not named here comes before `asOf`. */
const ORDER = [
  'id',
  'town',
  'ward',
  'side',
  'subject',
  'kind',
  'status',
  'theme',
  'headline',
  'title',
  'name',
  'kana',
  'period',
  'summary',
  'worked',
  'place',
  'notes',
  'months',
  'start',
  'end',
  'fiscalYear',
  'startTime',
  'endTime',
  'deadline',
  'wards',
  'partners',
  'fields',
  'purposes',
  'who',
  'tags',
  'online',
  'capacity',
  'areaM2',
  'rule',
  'fee',
  'office',
  'phone',
  'email',
  'url',
  'note',
  'picture',
  'asOf',
];

/**
 * @param before what the source has; null for a new thing
 * @param values by path; null takes away
 * @returns      a new thing, its keys in the order of `before`, new ones in `ORDER`
 */
export function mergeRow(
  kind: SheetKind,
  before: RowValue | null,
  values: ReadonlyMap<string, Value | null>,
): RowValue {
  let merged: RowValue = before ?? {};
  for (const [path, value] of values) {
    const grown = kind.grows?.includes(path) && Array.isArray(value) ? grow(merged[path], value) : value;
    merged = setPath(merged, path.split('.'), grown);
  }
  return before === null ? inOrder(merged) : withoutStale(before, merged, values);
}

/** A translation of words that are no longer there is wrong: it goes, unless the row brings a new one. */
function withoutStale(
  before: RowValue,
  merged: RowValue,
  values: ReadonlyMap<string, Value | null>,
): RowValue {
  let fresh = merged;
  for (const [key, texts] of Object.entries(merged)) {
    const old = before[key];
    if (!isRecord(old) || !isRecord(texts) || old['ja'] === undefined || old['ja'] === texts['ja']) continue;
    for (const lang of Object.keys(texts)) {
      if (lang !== 'ja' && !values.has(`${key}.${lang}`)) fresh = setPath(fresh, [key, lang], null);
    }
  }
  return fresh;
}

function grow(before: Value | undefined, more: readonly Value[]): Value {
  const list = Array.isArray(before) ? (before as readonly Value[]) : [];
  const known = new Set(list.map(japaneseOf));
  return [...list, ...more.filter((one) => !known.has(japaneseOf(one)))];
}

function japaneseOf(value: Value): string {
  return isRecord(value) ? String(value['ja'] ?? '') : String(value);
}

function setPath(row: RowValue, [key = '', ...rest]: readonly string[], value: Value | null): RowValue {
  if (rest.length > 0) {
    const inner = row[key];
    const changed = setPath(isRecord(inner) ? inner : {}, rest, value);
    return Object.keys(changed).length > 0 ? { ...row, [key]: inLangOrder(changed) } : without(row, key);
  }
  return value === null ? without(row, key) : { ...row, [key]: value };
}

function without(row: RowValue, key: string): RowValue {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}

const LANG_ORDER = ['file', 'ja', 'ja-easy', 'en', 'zh-Hans', 'ko'];

/** Languages as sources write them; other keys stay where they are. */
function inLangOrder(texts: RowValue): RowValue {
  const rank = (key: string): number => LANG_ORDER.indexOf(key) + 1 || LANG_ORDER.length + 1;
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => rank(a) - rank(b)));
}

function inOrder(row: RowValue): RowValue {
  const rank = (key: string): number => {
    const at = ORDER.indexOf(key);
    return at < 0 ? ORDER.length - 1.5 : at;
  };
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => rank(a) - rank(b)));
}

export function isRecord(value: unknown): value is RowValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Which thing a row is about: the same for the same thing, however it is spaced or spelled. */
export function identityOf(kind: SheetKind, row: RowValue): string {
  return kind.identity.map((key) => identityPart(key, row[key])).join('|');
}

function identityPart(key: string, value: Value | undefined): string {
  if (isRecord(value)) return fold(compact(String(value['ja'] ?? '')));
  const text = String(value ?? '');
  // A place is its code; of a date only the year counts, so that a corrected day is no new event.
  if (key === 'town' || key === 'ward') return text.slice(0, 6);
  return key === 'start' ? text.slice(0, 4) : text;
}

const PREFIX: Readonly<Partial<Record<SheetKind['target'], string>>> = { cases: 'case', events: 'event' };

/**
 * A new id that depends on the thing alone, so that the same file gives the same ids everywhere.
 *
 * @param taken ids that are there already
 */
export function newId(kind: SheetKind, row: RowValue, taken: ReadonlySet<string>): string {
  const hash = createHash('sha256').update(identityOf(kind, row)).digest('hex');
  const place = String(row['town'] ?? row['ward'] ?? '').slice(0, 6);
  const head = PREFIX[kind.target] ?? place;
  for (let length = 8; ; length += 4) {
    const id = `${head}-${hash.slice(0, length)}`;
    if (!taken.has(id)) return id;
  }
}

/** What staff would call the thing: `秋あじ（釧路市）`. */
export function nameOf(row: RowValue): string {
  const place = String(row['town'] ?? row['ward'] ?? '').slice(7);
  const named = row['name'] ?? row['title'] ?? row['office'];
  if (!isRecord(named)) return place;
  return place === '' ? String(named['ja'] ?? '') : `${String(named['ja'] ?? '')}（${place}）`;
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, i) => sameValue(one as Value, b[i] as Value));
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => sameValue(a[key], b[key]));
  }
  return a === b;
}
