/** Reads the rows of a table that was found: every row becomes a thing for the source or a problem. */
import type { Day } from '../../pack/types.ts';
import { compact, saysNothing } from '../japanese/text.ts';
import { type CellValue, cellName, isBlank, type Sheet, shownText } from '../table/sheet.ts';
import type { Column, ReadContext, Value } from '../workbook/column.ts';
import type { SheetKind } from '../workbook/kind.ts';
import { EXAMPLE_MARK } from '../workbook/template.ts';
import type { FoundTable, Heading } from './headings.ts';
import type { ImportProblem, ImportProblemId } from './problem.ts';

/** A row that could be read: what it sets by path (null takes away), and where each column stood. */
export type ReadRow = {
  readonly kind: SheetKind;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly values: ReadonlyMap<string, Value | null>;
  /** Column key -> `B7`. */
  readonly cells: ReadonlyMap<string, string>;
  readonly withdraw: boolean;
};

export type ReadRows = {
  readonly rows: readonly ReadRow[];
  readonly problems: readonly ImportProblem[];
  /** Cells with a remark on the table itself: `B9「※来年度も調査します」`. */
  readonly remarks: readonly string[];
};

/** What the first sheet says for all others. */
export type Defaults = { readonly town: CellValue; readonly writtenOn: Day | null };

type Reader = {
  readonly sheet: Sheet;
  readonly table: FoundTable;
  readonly context: ReadContext;
  readonly defaults: Defaults;
};

export function readRows(
  sheet: Sheet,
  table: FoundTable,
  context: ReadContext,
  defaults: Defaults,
): ReadRows {
  const reader = { sheet, table, context, defaults };
  const rows: ReadRow[] = [];
  const problems: ImportProblem[] = [];
  const remarks: string[] = [];
  for (let row = table.headingRow + 1; row < table.endRow; row++) {
    const remark = remarkOf(sheet.rows[row] ?? [], row);
    if (remark !== undefined) remarks.push(remark);
    const read = remark === undefined ? readRow(reader, row) : undefined;
    if (read === undefined) continue;
    problems.push(...read.problems);
    if (read.row !== null) rows.push(read.row);
  }
  return { rows, problems, remarks };
}

/** A row of one cell that begins with ※: a remark on the table, no thing. */
function remarkOf(line: readonly CellValue[], row: number): string | undefined {
  const written = line.flatMap((cell, at) => (isBlank(cell) ? [] : [{ at, text: shownText(cell).trim() }]));
  const [only, ...others] = written;
  if (!only || others.length > 0 || !/^[※＊*]|^[((]?注[))：:]/.test(only.text)) return undefined;
  return `${cellName(row, only.at)}「${only.text}」`;
}

/** What a row gives: a thing, or the reasons why not. */
type RowAnswer = { readonly row: ReadRow | null; readonly problems: readonly ImportProblem[] };

/** @returns undefined for a row that says nothing */
function readRow(reader: Reader, row: number): RowAnswer | undefined {
  const { sheet, table } = reader;
  const line = sheet.rows[row] ?? [];
  const written = table.headings.filter(({ at }) => !isBlank(line[at]));
  const outside = outsideOf(line, table);
  if (written.length === 0)
    return outside === undefined ? undefined : { row: null, problems: [lost(reader, row, outside)] };
  if (isExample(line, table)) {
    if (isOurExample(line, table)) return undefined;
    return { row: null, problems: [exampleProblem(reader, row)] };
  }
  return readCells(reader, row, line);
}

/** The first cell that says something where there is no heading; row numbers and the mark say nothing. */
function outsideOf(line: readonly CellValue[], { headings }: FoundTable): number | undefined {
  const known = new Set(headings.map(({ at }) => at));
  const at = line.findIndex((cell, i) => {
    const text = compact(shownText(cell));
    return !known.has(i) && text !== '' && !/^[\d.]+$/.test(text) && !isMark(text);
  });
  return at < 0 ? undefined : at;
}

function isMark(text: string): boolean {
  return /^[([【（]?(記入)?例[)\]】）]?\d?$/.test(text);
}

/** A row is the example when a cell left of the first heading says 例. */
function isExample(line: readonly CellValue[], { headings }: FoundTable): boolean {
  const first = Math.min(...headings.map(({ at }) => at));
  return line.slice(0, first).some((cell) => isMark(compact(shownText(cell))));
}

function isOurExample(line: readonly CellValue[], { headings }: FoundTable): boolean {
  return headings.every(
    ({ at, column }) => compact(shownText(line[at])) === compact(column.example) || isBlank(line[at]),
  );
}

function exampleProblem(reader: Reader, row: number): ImportProblem {
  const want = `「${EXAMPLE_MARK}」の行は読みこみません。載せるときは、左はしの「${EXAMPLE_MARK}」を消してください`;
  return problem(reader, 'row-example', row, null, '', want);
}

function lost(reader: Reader, row: number, at: number): ImportProblem {
  const found = shownText(reader.sheet.rows[row]?.[at]);
  const want = '見出しのない列にだけ書かれています。見出しのある列に書いてください';
  return { ...problem(reader, 'row-outside', row, null, found, want), cell: cellName(row, at) };
}

function problem(
  { sheet }: Reader,
  id: ImportProblemId,
  row: number,
  heading: Heading | null,
  found: string,
  want: string,
): ImportProblem {
  return {
    id,
    sheet: sheet.name,
    row,
    cell: heading ? cellName(row, heading.at) : null,
    heading: heading?.column.title ?? '',
    found,
    want,
    fatal: true,
  };
}

function readCells(reader: Reader, row: number, line: readonly CellValue[]): RowAnswer {
  const { sheet, table, defaults } = reader;
  const values = new Map<string, Value | null>();
  const problems: ImportProblem[] = [];
  const context = { ...reader.context, prefecture: prefectureOf(line, table) };
  const needed = neededIn(line, table);
  for (const heading of headingsWithDefaults(table, defaults)) {
    const { at, column } = heading;
    const cell = cellOf(line, heading, defaults);
    const where = at < 0 ? null : heading;
    if (cell === null || (saysNothing(shownText(cell)) && !column.choices?.includes(shownText(cell)))) {
      if (needed(column)) {
        const want = `書いてください${column.example === '' ? '' : `（例: ${column.example}）`}`;
        problems.push(
          problem(reader, 'cell-missing', row, where, '', where ? want : `「${column.title}」を${want}`),
        );
      } else if (cell !== null) for (const path of column.paths) values.set(path, null);
      continue;
    }
    const reading = column.read(cell, context);
    if (reading.kind === 'wrong') {
      problems.push(problem(reader, 'cell-wrong', row, where, shownText(cell), reading.want));
      continue;
    }
    for (const [path, value] of Object.entries(reading.values))
      values.set(path, joined(values.get(path), value));
  }
  if (problems.length > 0) return { row: null, problems };
  const withdraw = values.delete('withdraw');
  const read: ReadRow = {
    kind: table.kind,
    sheet: sheet.name,
    row,
    values,
    cells: new Map(table.headings.map(({ at, column }) => [column.key, cellName(row, at)])),
    withdraw,
  };
  return { row: read, problems };
}

/** Which columns must say something: to take a thing out it is enough to say which. */
function neededIn(line: readonly CellValue[], { headings, kind }: FoundTable): (column: Column) => boolean {
  const leaving = headings.some(({ at, column }) => column.key === 'withdraw' && !isBlank(line[at]));
  const identity = (column: Column): boolean =>
    column.paths.some((path) => kind.identity.includes(path.split('.')[0] ?? ''));
  return (column) => column.required && (!leaving || identity(column));
}

/** Every column of the table, and those that the first sheet fills in though the table lacks them. */
function headingsWithDefaults({ headings, kind }: FoundTable, defaults: Defaults): readonly Heading[] {
  const absent = kind.columns.filter(
    (column) =>
      defaultOf(column.key, defaults) !== null && !headings.some((heading) => heading.column === column),
  );
  return [...headings, ...absent.map((column) => ({ at: -1, column, title: column.title }))];
}

/** What the first sheet says for a column; null where it says nothing. */
export function defaultOf(key: string, { town, writtenOn }: Defaults): CellValue {
  if (key === 'town') return town;
  return key === 'asOf' ? writtenOn : null;
}

/** What a cell says; what the first sheet says where it is empty; what 「なし」 means in its column. */
function cellOf(line: readonly CellValue[], { at, column }: Heading, defaults: Defaults): CellValue {
  if (at < 0 || isBlank(line[at])) return defaultOf(column.key, defaults);
  const cell = line[at] ?? null;
  return column.none !== null && saysNothing(shownText(cell)) ? column.none : cell;
}

function prefectureOf(line: readonly CellValue[], { headings }: FoundTable): string | undefined {
  const heading = headings.find(({ column }) => column.key === 'prefecture');
  const text = heading ? shownText(line[heading.at]).trim() : '';
  return text === '' ? undefined : text;
}

/** Lists that several columns give are one list, each value once; all 23 wards hold every ward. */
function joined(before: Value | null | undefined, value: Value | null): Value | null {
  if (before === 'all') return before;
  if (!Array.isArray(before) || !Array.isArray(value)) return value;
  return [...before, ...value.filter((one) => !before.includes(one))];
}
