/**
 * Finds the table in a sheet: the row of headings by their names, wherever it stands, and which kind of
 * information it is. Titles above, columns in another order and columns of one's own do no harm.
 */
import { fold } from '../../pack/fold.ts';
import { compact } from '../japanese/text.ts';
import { type CellValue, type Sheet, shownText } from '../table/sheet.ts';
import type { Column } from '../workbook/column.ts';
import type { SheetKind } from '../workbook/kind.ts';

export type Heading = {
  /** From 0. */
  readonly at: number;
  readonly column: Column;
  /** As it stands in the file. */
  readonly title: string;
};

export type FoundTable = {
  readonly kind: SheetKind;
  /** Row of the headings, from 0. */
  readonly headingRow: number;
  /** Row after the last one of the table. */
  readonly endRow: number;
  readonly headings: readonly Heading[];
  /** Columns that say something but are not read. */
  readonly extra: readonly { readonly at: number; readonly title: string }[];
  /** Columns that must be there and are not. */
  readonly missing: readonly Column[];
};

/** How far down the headings are looked for. */
const DEEPEST_HEADING = 30;

/** Fewest headings that make a table. */
const FEWEST = 2;

/** Comparable: without spaces, marks and 「（必須）」. */
export function headingKey(text: string): string {
  return fold(compact(text))
    .replace(/[【(]必須[】)]|必須$|\(任意\)/g, '')
    .replace(/[*＊※★●:：・･.。]/g, '');
}

/** @returns the tables of a sheet from top to bottom; empty when no row has headings we know */
export function findTables(sheet: Sheet, kinds: readonly SheetKind[]): readonly FoundTable[] {
  const tables: FoundTable[] = [];
  for (let from = 0; from < sheet.rows.length; ) {
    const table = findTable(sheet, kinds, from);
    if (!table) break;
    tables.push(table);
    from = table.endRow;
  }
  return tables;
}

function findTable(sheet: Sheet, kinds: readonly SheetKind[], from: number): FoundTable | undefined {
  const named = kinds.filter((kind) => isNamed(kind, sheet.name));
  const best = bestOf(sheet, named, from) ?? bestOf(sheet, kinds, from);
  return best && complete(sheet, best, nextHeading(sheet, kinds, best.row));
}

/** Whether most of what a row says are headings of one kind: then it begins a table, whatever follows. */
function isHeading(line: readonly CellValue[], kinds: readonly SheetKind[]): boolean {
  const written = line.filter((cell) => shownText(cell).trim() !== '').length;
  if (written <= FEWEST) return false;
  return kinds.some((kind) => {
    const found = headingsOf(line, kind).length;
    return found > FEWEST && found * 2 > written;
  });
}

/** Headings of another table further down, which end this one. */
function nextHeading(sheet: Sheet, kinds: readonly SheetKind[], row: number): number {
  const next = sheet.rows.findIndex((line, i) => i > row && isHeading(line, kinds));
  return next < 0 ? sheet.rows.length : next;
}

/** Whether the sheet (or the file) is called like the kind: 特産, 特産品, 01_特産_釧路市. */
function isNamed(kind: SheetKind, name: string): boolean {
  const key = headingKey(name);
  return [kind.title, ...kind.aliases].some((title) => key === headingKey(title));
}

type Candidate = { readonly kind: SheetKind; readonly row: number; readonly headings: readonly Heading[] };

function bestOf(sheet: Sheet, kinds: readonly SheetKind[], from: number): Candidate | undefined {
  const name = headingKey(sheet.name);
  const mentioned = (kind: SheetKind): number => (name.includes(headingKey(kind.title)) ? 1 : 0);
  const near = sheet.rows.slice(from, from + DEEPEST_HEADING);
  // The first row that is clearly headings begins the table: nothing above another table may be passed over.
  const clear = near.findIndex((row) => isHeading(row, kinds));
  const rows = clear < 0 ? [...near.entries()] : [[clear, near[clear] ?? []] as const];
  const candidates = kinds.flatMap((kind) =>
    rows.flatMap(([i, row]): Candidate[] => {
      const headings = headingsOf(row, kind);
      return headings.length >= FEWEST ? [{ kind, row: from + i, headings }] : [];
    }),
  );
  const [best] = candidates.sort(
    (a, b) => score(b) - score(a) || mentioned(b.kind) - mentioned(a.kind) || a.row - b.row,
  );
  return best;
}

/** More known headings are better, headings that are missing are worse. */
function score({ kind, headings }: Candidate): number {
  return headings.length - missingOf(kind, headings).length;
}

function missingOf(kind: SheetKind, headings: readonly Heading[]): readonly Column[] {
  return kind.columns.filter(
    (column) => column.required && !headings.some((heading) => heading.column === column),
  );
}

function headingsOf(row: readonly CellValue[], kind: SheetKind): readonly Heading[] {
  const columns = columnsByKey(kind);
  const taken = new Set<Column>();
  return row.flatMap((cell, at): Heading[] => {
    const title = shownText(cell).trim();
    const column = columns.get(headingKey(title));
    if (title === '' || column === undefined || taken.has(column)) return [];
    taken.add(column);
    return [{ at, column, title }];
  });
}

const keyed = new WeakMap<SheetKind, ReadonlyMap<string, Column>>();

/** A kind's columns by every name they go by; a title wins over another column's second name. */
function columnsByKey(kind: SheetKind): ReadonlyMap<string, Column> {
  const known = keyed.get(kind);
  if (known) return known;
  const columns = new Map<string, Column>();
  for (const column of kind.columns) columns.set(headingKey(column.title), column);
  for (const column of kind.columns) {
    for (const alias of column.aliases) {
      if (!columns.has(headingKey(alias))) columns.set(headingKey(alias), column);
    }
  }
  keyed.set(kind, columns);
  return columns;
}

/** Adds the headings that stand one row higher or lower, where headings take two rows. */
function complete(sheet: Sheet, { kind, row, headings }: Candidate, endRow: number): FoundTable {
  const above = row > 0 ? headingsOf(sheet.rows[row - 1] ?? [], kind) : [];
  const below = onlyHeadings(sheet.rows[row + 1] ?? [], kind);
  const isNew = ({ at, column }: Heading): boolean =>
    !headings.some((one) => one.at === at || one.column === column);
  const second = below.every(isNew) ? below : [];
  const all = [...headings, ...above.filter(isNew), ...second].sort((a, b) => a.at - b.at);
  const headingRow = second.length > 0 ? row + 1 : row;
  return {
    kind,
    headingRow,
    endRow,
    headings: all,
    extra: extraOf(sheet, headingRow, endRow, all),
    missing: missingOf(kind, all),
  };
}

/** Headings of a row that says nothing else. */
function onlyHeadings(row: readonly CellValue[], kind: SheetKind): readonly Heading[] {
  const headings = headingsOf(row, kind);
  const written = row.filter((cell) => shownText(cell).trim() !== '').length;
  return headings.length === written ? headings : [];
}

/** Columns that count rows, and those that our own list of what to mend adds. */
const COUNTING = /^(no|番号|通番|通し番号|行|シート|直すところ)\d*$/;

/** Columns without a heading we know in which somebody wrote something below. */
function extraOf(
  sheet: Sheet,
  row: number,
  endRow: number,
  headings: readonly Heading[],
): FoundTable['extra'] {
  const known = new Set(headings.map(({ at }) => at));
  const titles = sheet.rows[row] ?? [];
  return titles.flatMap((cell, at) => {
    const title = shownText(cell).trim();
    if (known.has(at) || title === '' || COUNTING.test(headingKey(title))) return [];
    const used = sheet.rows.slice(row + 1, endRow).some((line) => shownText(line[at]).trim() !== '');
    return used ? [{ at, title }] : [];
  });
}
