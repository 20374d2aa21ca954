/** Makes the workbook 巡回計画.xlsx that office workers fill in: one sheet, with drop-downs for halls and exhibitions. */
import type { Cell, CellValue, DataValidation } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from '../table/sheet.ts';
import { LISTS_SHEET, makeListsSheet } from '../workbook/guide.ts';
import {
  BODY,
  EXAMPLE,
  FONT,
  HEADING,
  INPUT,
  LEAD,
  MARK,
  REQUIRED_HEADING,
  STRONG,
} from '../workbook/styles.ts';
import { EXAMPLE_MARK, REQUIRED_MARK } from '../workbook/template.ts';
import { PROGRAM_COLUMNS, PROGRAM_SHEET, TITLE_LABEL } from './columns.ts';
import type { ProgramNames } from './names.ts';

const ENTRY_ROWS = 120;
/** Above them: the sentence, the title, the headings, the example. */
const FIRST_ENTRY_ROW = 4;

const LEAD_TEXT =
  'どの展示を、どの会場で、いつからいつまで見せるかを、1行に1つずつ書いてください。おわりの日も展示します。';

/** @returns the file's bytes */
export async function makeProgramWorkbook({ venues, exhibitions }: ProgramNames): Promise<Uint8Array> {
  const columns = PROGRAM_COLUMNS.filter((column) => column.inTemplate);
  const lists = [exhibitions.map(({ name }) => name), venues.map(({ name }) => name), ['はい', 'いいえ']];
  const listOf: Readonly<Record<string, number>> = { exhibition: 0, venue: 1, screenOnly: 2 };
  const examples: Readonly<Record<string, string>> = {
    exhibition: exhibitions[0]?.name ?? '',
    venue: venues[0]?.name ?? '',
  };
  const headings = columns.map(({ title, required }) => (required ? `${title} ${REQUIRED_MARK}` : title));
  const example = columns.map(({ key, example: text }): CellValue => examples[key] ?? (text || null));
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>): void =>
    void cells.set(`${row},${column}`, cell);
  put(0, 0, { style: LEAD });
  put(1, 1, { style: STRONG });
  put(1, 2, { style: INPUT });
  put(3, 0, { style: MARK });
  columns.forEach(({ required, hint }, i) => {
    const style = required ? REQUIRED_HEADING : HEADING;
    put(2, i + 1, { style, comment: { text: required ? `【必ず書く】\n${hint}` : hint } });
    put(3, i + 1, { style: EXAMPLE });
    for (let row = FIRST_ENTRY_ROW; row < FIRST_ENTRY_ROW + ENTRY_ROWS; row++)
      put(row, i + 1, { style: BODY });
  });
  const dataValidations = columns.flatMap(({ key, title }, i): readonly DataValidation[] => {
    const list = listOf[key];
    const words = list === undefined ? undefined : lists[list];
    if (list === undefined || words === undefined || words.length === 0) return [];
    const [letter, name] = [columnName(list), columnName(i + 1)];
    return [
      {
        type: 'list',
        formula1: `'${LISTS_SHEET}'!$${letter}$1:$${letter}$${words.length}`,
        range: `${name}${FIRST_ENTRY_ROW + 1}:${name}${FIRST_ENTRY_ROW + ENTRY_ROWS}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: title,
        errorMessage: 'えらぶ言葉にありません。▼から選んでください。',
      },
    ];
  });
  const empty = Array.from({ length: ENTRY_ROWS }, (): CellValue[] => [null, ...columns.map(() => null)]);
  return writeXlsx({
    sheets: [
      {
        name: PROGRAM_SHEET,
        columns: [{ width: 5 }, ...columns.map(({ width }) => ({ width }))],
        rows: [
          [LEAD_TEXT],
          [null, TITLE_LABEL, null],
          [null, ...headings],
          [EXAMPLE_MARK, ...example],
          ...empty,
        ],
        cells,
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length }],
        dataValidations,
        freezePane: { rows: 3, columns: 3 },
        rowDefs: new Map([
          [0, { height: 28 }],
          [2, { height: 32 }],
        ]),
        pageSetup: {
          orientation: 'landscape',
          paperSize: 'a4',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$3:$3',
        },
      },
      makeListsSheet(lists),
    ],
    defaultFont: FONT,
    properties: { title: PROGRAM_SHEET, creator: '特別区全国連携プロジェクト' },
  });
}
