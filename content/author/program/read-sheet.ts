/**
 * Reads a program from a sheet that an office filled in: Excel, OpenDocument or CSV. The headings may
 * stand anywhere near the top and in any order; lines of titles above and columns of one's own do no harm.
 */
import { basename } from 'node:path';
import { error, type Report, warning } from '../files.ts';
import { headingKey } from '../import/headings.ts';
import { compact, oneLine } from '../japanese/text.ts';
import { readTable, TableError } from '../table/read.ts';
import { type CellValue, isBlank, type Sheet, shownText } from '../table/sheet.ts';
import { EXAMPLE_MARK } from '../workbook/template.ts';
import { PROGRAM_COLUMNS, PROGRAM_SHEET, type ProgramColumn, TITLE_LABEL } from './columns.ts';
import type { ProgramFile } from './read-yaml.ts';
import type { RowText } from './row.ts';

/** How far down the headings are looked for. */
const DEEPEST_HEADING = 30;

type Key = ProgramColumn['key'];
type Found = { readonly sheet: Sheet; readonly heading: number; readonly at: ReadonlyMap<Key, number> };

const KEYS: ReadonlyMap<string, Key> = new Map(
  PROGRAM_COLUMNS.flatMap(({ key, title, aliases }) =>
    [title, ...aliases].map((name) => [headingKey(name), key] as const),
  ),
);

/** @returns undefined after reporting at least one error */
export async function readProgramSheet(path: string, report: Report): Promise<ProgramFile | undefined> {
  const file = basename(path);
  let table: Awaited<ReturnType<typeof readTable>>;
  try {
    table = await readTable(path);
  } catch (cause) {
    if (!(cause instanceof TableError)) throw cause;
    report(error(file, 1, 'program-file', cause.message));
    return undefined;
  }
  for (const notice of table.notices) report(warning(file, 1, 'program-file', notice));
  const found = table.sheets.flatMap((sheet) => findTable(sheet) ?? []);
  if (found.length === 0) {
    const wanted = '「展示」「会場」「はじめの日」「おわりの日」（または「期間」）の見出しのある表';
    report(error(file, 1, 'program-file', `${wanted}が見つかりません。見出しを直してください`));
    return undefined;
  }
  const rows = found.flatMap((one) => rowsOf(one, found.length > 1 ? `${file}「${one.sheet.name}」` : file));
  if (rows.length === 0) {
    report(error(file, 1, 'program-empty', '予定が1つも書いてありません。見出しの下の行に書いてください'));
    return undefined;
  }
  return { title: { ja: titleOf(found) }, rows };
}

function findTable(sheet: Sheet): Found | undefined {
  for (const [heading, row] of sheet.rows.slice(0, DEEPEST_HEADING).entries()) {
    const at = new Map<Key, number>();
    for (const [column, cell] of row.entries()) {
      const key = KEYS.get(headingKey(shownText(cell)));
      if (key !== undefined && !at.has(key)) at.set(key, column);
    }
    const dated = at.has('range') || (at.has('first') && at.has('last'));
    if (at.has('exhibition') && at.has('venue') && dated) return { sheet, heading, at };
  }
  return undefined;
}

function rowsOf({ sheet, heading, at }: Found, file: string): readonly RowText[] {
  const cell = (row: readonly CellValue[], key: Key): CellValue => {
    const column = at.get(key);
    return column === undefined ? null : (row[column] ?? null);
  };
  const text = (row: readonly CellValue[], key: Key): string => oneLine(shownText(cell(row, key)));
  return sheet.rows.slice(heading + 1).flatMap((row, i): readonly RowText[] => {
    const isExample = shownText(row[0]).trim() === EXAMPLE_MARK && at.get('exhibition') !== 0;
    if (isExample || [...at.values()].every((column) => isBlank(row[column]))) return [];
    const range = cell(row, 'range');
    const note = text(row, 'note');
    return [
      {
        file,
        line: heading + i + 2,
        exhibition: text(row, 'exhibition'),
        venue: text(row, 'venue'),
        dates: isBlank(range) ? { first: cell(row, 'first'), last: cell(row, 'last') } : { range },
        opening: cell(row, 'opening'),
        note: note === '' ? null : { ja: note },
        screenOnly: YES.has(compact(text(row, 'screenOnly'))),
      },
    ];
  });
}

const YES = new Set(['はい', '○', '◯', '〇', '有', 'あり', 'する', 'true', 'TRUE', 'yes', '1']);

/** What stands beside 計画の名前, above the headings. */
function titleOf(found: readonly Found[]): string {
  for (const { sheet, heading } of found) {
    for (const row of sheet.rows.slice(0, heading)) {
      const at = row.findIndex((cell) => headingKey(shownText(cell)) === headingKey(TITLE_LABEL));
      const beside =
        at < 0
          ? ''
          : row
              .slice(at + 1)
              .map((cell) => oneLine(shownText(cell)))
              .find((one) => one !== '');
      if (beside) return beside;
    }
  }
  return PROGRAM_SHEET;
}
