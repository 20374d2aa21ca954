/**
 * Makes the workbook まちの情報.xlsx that towns fill in: a sheet that explains, then one sheet for each kind of
 * information with headings that stay in sight, a note on every heading, an example and drop-downs.
 */
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from '../table/sheet.ts';
import type { Column } from './column.ts';
import { LISTS_SHEET, makeGuideSheet, makeListsSheet } from './guide.ts';
import type { SheetKind } from './kind.ts';
import { BODY, EXAMPLE, FONT, HEADING, LEAD, MARK, REQUIRED_HEADING } from './styles.ts';

/** Word in the first column of a row that is not read. */
export const EXAMPLE_MARK = '例';
/** What stands behind the heading of a column that must be filled in. */
export const REQUIRED_MARK = '＊';

/** Rows that are ready to be filled in; more may be added below. */
const ENTRY_ROWS = 200;
/** Rows above them: the sentence, the headings, the example. */
const FIRST_ENTRY_ROW = 3;

/**
 * @param sheets what `makeSheets` gives
 * @returns      the file's bytes
 */
export async function makeWorkbook(sheets: readonly SheetKind[]): Promise<Uint8Array> {
  const lists = listsOf(sheets);
  return writeXlsx({
    sheets: [
      makeGuideSheet(sheets),
      ...sheets.map((kind) => makeEntrySheet(kind, lists)),
      makeListsSheet(lists),
    ],
    defaultFont: FONT,
    properties: { title: 'まちの情報', creator: '特別区全国連携プロジェクト' },
  });
}

/** Columns of the workbook, each once. */
export function templateColumns(kind: SheetKind): readonly Column[] {
  return kind.columns.filter((column) => column.inTemplate);
}

/** Every list of words, each once, in the order of first use. */
function listsOf(sheets: readonly SheetKind[]): readonly (readonly string[])[] {
  const lists = new Map<string, readonly string[]>();
  for (const { choices } of sheets.flatMap(templateColumns)) {
    if (choices !== null) lists.set(choices.join('\n'), choices);
  }
  return [...lists.values()];
}

function makeEntrySheet(kind: SheetKind, lists: readonly (readonly string[])[]): WriteSheet {
  const columns = templateColumns(kind);
  const headings: CellValue[] = [null, ...columns.map(headingOf)];
  const example: CellValue[] = [EXAMPLE_MARK, ...columns.map((column) => column.example || null)];
  const entry: CellValue[][] = Array.from({ length: ENTRY_ROWS }, () => headings.map(() => null));
  return {
    name: kind.title,
    columns: [{ width: 5 }, ...columns.map((column) => ({ width: column.width }))],
    rows: [[`${kind.title}　${kind.lead}`], headings, example, ...entry],
    cells: cellsOf(columns),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: Math.min(columns.length, 6) }],
    dataValidations: columns.flatMap((column, i) => validationOf(column, i + 1, lists)),
    freezePane: { rows: 2, columns: 2 },
    rowDefs: new Map([
      [0, { height: 28 }],
      [1, { height: 32 }],
      [2, { height: 48 }],
    ]),
    pageSetup: {
      orientation: 'landscape',
      // Wide tables would be too small to read on A4.
      paperSize: columns.length > 12 ? 'a3' : 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$2:$2',
    },
  };
}

/** `名前 ＊` where it must be filled in. */
function headingOf(column: Column): string {
  return column.required ? `${column.title} ${REQUIRED_MARK}` : column.title;
}

function cellsOf(columns: readonly Column[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle, more: Partial<Cell> = {}): void => {
    cells.set(`${row},${column}`, { style, ...more });
  };
  put(0, 0, LEAD);
  put(1, 0, MARK);
  put(2, 0, MARK);
  columns.forEach((column, i) => {
    const text = [column.required ? '【必ず書く】' : '', column.note]
      .filter((part) => part !== '')
      .join('\n');
    put(1, i + 1, column.required ? REQUIRED_HEADING : HEADING, text === '' ? {} : { comment: { text } });
    put(2, i + 1, EXAMPLE);
    for (let row = FIRST_ENTRY_ROW; row < FIRST_ENTRY_ROW + ENTRY_ROWS; row++) put(row, i + 1, BODY);
  });
  return cells;
}

function validationOf(
  column: Column,
  at: number,
  lists: readonly (readonly string[])[],
): readonly DataValidation[] {
  const { choices } = column;
  if (choices === null) return [];
  const list = lists.findIndex((one) => one.join('\n') === choices.join('\n'));
  const letter = columnName(list);
  const name = columnName(at);
  return [
    {
      type: 'list',
      formula1: `'${LISTS_SHEET}'!$${letter}$1:$${letter}$${choices.length}`,
      range: `${name}${FIRST_ENTRY_ROW + 1}:${name}${FIRST_ENTRY_ROW + ENTRY_ROWS}`,
      allowBlank: true,
      showErrorMessage: true,
      // Other words may be meant well and are read where they are known: warn, do not forbid.
      errorStyle: 'warning',
      errorTitle: column.title,
      errorMessage: 'えらぶ言葉にありません。▼から選んでください。',
    },
  ];
}
