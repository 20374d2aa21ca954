/**
 * Whether what is inside a pack can be shown at all. A signature tells who made a pack, not that it does no
 * harm: a text of ten megabytes, a list of a hundred thousand rows, a kind that no screen knows, letters that
 * turn a sentence round. Asked once for each pack before it becomes active, after its tables were proven to be
 * those of FORMAT; the answer is kept by the pack's hash (`Verdicts` in open.ts).
 */
import { PackRefused } from '../pack/refusal.ts';
import type { PackId } from '../pack/types.ts';
import {
  allowedIn,
  formOf,
  isKey,
  MAX_PIXELS,
  mostBytes,
  mostOfOne,
  mostRows,
  rangeOf,
} from './bounds-words.ts';
import type { UnprovenFile } from './driver.ts';

/** Goes up whenever more is asked than before: every pack is then asked anew. test/content/store/bounds.test.ts */
export const BOUNDS_VERSION = 2;

/** Deepest nesting of a block's data; the compiler makes 3. */
const MAX_DEPTH = 6;

/** Controls, letters that turn the direction of writing round, halves of letters and bytes that are no letters. */
const STRANGE = '\u0001-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd';
const MARKS = '\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f';
/** Five marks on one letter are drawn over the lines above and below. */
const UNSHOWABLE = [`*[${STRANGE}]*`, `*${`[${MARKS}]`.repeat(5)}*`];
/** One walk finds the few texts worth a closer look. */
const SUSPECT = `*[${STRANGE}${MARKS}]*`;

type Column = { readonly name: string; readonly type: string };
type Measured = Readonly<Record<string, number | null>>;

/** @throws {PackRefused} pack-out-of-bounds, with table, column and what is wrong */
export function proveBounds(file: UnprovenFile, packId: PackId): void {
  const refuse = (what: string): never => {
    throw new PackRefused('pack-out-of-bounds', packId, what);
  };
  for (const [table, columns] of columnsOf(file)) {
    proveSizes(file, table, columns, refuse);
    const texts = columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name);
    for (const column of texts) proveForm(file, table, column, refuse);
    const shown = texts.filter((column) => !isKey(column) && allowedIn(table, column) === null);
    if (shown.length > 0) proveLetters(file, table, shown, refuse);
  }
  proveLists(file, refuse);
  provePictures(file, refuse);
  proveBlocks(file, refuse);
  proveIndex(file, refuse);
}

type Refuse = (what: string) => never;

/** The tables of FORMAT with their columns; the search index keeps its own. */
function columnsOf(file: UnprovenFile): ReadonlyMap<string, readonly Column[]> {
  const rows = file.all<Column & { readonly table: string }>(
    `SELECT m.name AS "table", c.name, c.type FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
      WHERE m.type = 'table' AND m.name NOT LIKE 'search\\_index%' ESCAPE '\\' ORDER BY m.name, c.cid`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, name, type } of rows) tables.set(table, [...(tables.get(table) ?? []), { name, type }]);
  return tables;
}

/** One walk over the table: rows, lengths and numbers; the letters of what is read aloud or drawn. */
function proveSizes(file: UnprovenFile, table: string, columns: readonly Column[], refuse: Refuse): void {
  const asked = columns.map(({ name, type }) =>
    type === 'TEXT'
      ? `max(octet_length(${name})) AS ${name}_bytes`
      : // As REAL: the driver refuses to read whole numbers that are too large to be exact.
        `CAST(min(${name}) AS REAL) AS ${name}_least, CAST(max(${name}) AS REAL) AS ${name}_most`,
  );
  const [found] = file.all<Measured>(`SELECT count(*) AS n, ${asked.join(', ')} FROM ${table}`);
  const of = (what: string): number => found?.[what] ?? 0;
  if (of('n') > mostRows(table)) refuse(`${table}: ${of('n')} rows`);
  for (const { name, type } of columns) {
    if (type === 'TEXT') {
      if (of(`${name}_bytes`) > mostBytes(name)) refuse(`${table}.${name}: ${of(`${name}_bytes`)} bytes`);
    } else if (found?.[`${name}_least`] != null) {
      const [least, most] = rangeOf(name);
      if (!(of(`${name}_least`) >= least && of(`${name}_most`) <= most))
        refuse(`${table}.${name}: out of range`);
    }
  }
}

function proveLetters(file: UnprovenFile, table: string, columns: readonly string[], refuse: Refuse): void {
  const is = columns.map((name) => `${name} GLOB $suspect OR instr(${name}, char(0)) > 0`).join(' OR ');
  const suspects = file.all(`SELECT 1 FROM ${table} WHERE ${is} LIMIT 1`, { suspect: SUSPECT });
  if (suspects.length === 0) return;
  for (const name of columns) {
    const [found] = file.all<{ readonly is: number | null }>(
      `SELECT max(${name} GLOB $strange OR ${name} GLOB $heaped OR instr(${name}, char(0)) > 0) AS "is" FROM ${table}`,
      { strange: UNSHOWABLE[0] ?? '', heaped: UNSHOWABLE[1] ?? '' },
    );
    if (found?.is === 1) refuse(`${table}.${name}: letters that cannot be shown`);
  }
}

function proveForm(file: UnprovenFile, table: string, column: string, refuse: Refuse): void {
  const allowed = allowedIn(table, column);
  const form = formOf(column);
  if (allowed === null && form === null) return;
  const values = file.all<{ readonly value: string | null }>(
    `SELECT DISTINCT ${column} AS value FROM ${table}`,
  );
  const strange = values.find(
    ({ value }) => value !== null && !(allowed === null ? form?.test(value) : allowed.includes(value)),
  );
  if (strange) refuse(`${table}.${column}: ${JSON.stringify(strange.value?.slice(0, 40))}`);
}

/** Tables of which no two rows refer to each other, but which are lists all the same: by what they are grouped. */
const OTHER_LISTS: readonly (readonly [table: string, by: string])[] = [
  ['picture_use', 'owner, owner_id'],
  ['film_cue', 'film_id, lang'],
];

/** One picture may stand at a thousand places; no screen lists them. */
function proveLists(file: UnprovenFile, refuse: Refuse): void {
  const references = file.all<{ readonly table: string; readonly by: string }>(
    `SELECT m.name AS "table", f."from" AS "by" FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f
      WHERE m.type = 'table' AND f."table" NOT IN ('picture', 'media') ORDER BY m.name, f.id`,
  );
  const lists = [...references.map(({ table, by }) => [table, by] as const), ...OTHER_LISTS];
  for (const [table, by] of lists) {
    const [longest] = file.all<{ readonly n: number | null }>(
      `SELECT max(n) AS n FROM (SELECT count(*) AS n FROM ${table} GROUP BY ${by})`,
    );
    if ((longest?.n ?? 0) > mostOfOne(table)) refuse(`${table}: ${longest?.n} of one ${by}`);
  }
}

function provePictures(file: UnprovenFile, refuse: Refuse): void {
  const [largest] = file.all<{ readonly n: number | null }>('SELECT max(width * height) AS n FROM media');
  if ((largest?.n ?? 0) > MAX_PIXELS) refuse(`media: ${largest?.n} pixels`);
}

function proveBlocks(file: UnprovenFile, refuse: Refuse): void {
  for (const { id, data } of file.all<{ readonly id: string; readonly data: string }>(
    'SELECT block_id AS id, data FROM block',
  )) {
    if (!isShallowObject(data)) refuse(`block.data of ${id.slice(0, 40)}`);
  }
}

/** An object in JSON, not nested deeper than `MAX_DEPTH`. Brackets in texts count as well: none has so many. */
function isShallowObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return (
      typeof value === 'object' && value !== null && !Array.isArray(value) && depthOf(value) <= MAX_DEPTH
    );
  } catch {
    return false;
  }
}

/** Stops one level below what is allowed: a value nested ten thousand times must not fill the stack. */
function depthOf(value: unknown, from = 1): number {
  if (typeof value !== 'object' || value === null || from > MAX_DEPTH) return from;
  return Math.max(from, ...Object.values(value).map((one) => depthOf(one, from + 1)));
}

/** The index’s own settings could name other functions than ours for putting results in order. */
function proveIndex(file: UnprovenFile, refuse: Refuse): void {
  const strange = file
    .all<{ readonly k: string }>('SELECT k FROM search_index_config')
    .find(({ k }) => k !== 'version');
  if (strange) refuse(`search_index_config: ${String(strange.k).slice(0, 40)}`);
}
