/** The list of what could not be taken, as a file that Excel opens: the row as it was, and the reason last. */
import { formatCsv } from '../table/csv.ts';
import { isBlank, type Sheet, shownText } from '../table/sheet.ts';
import type { FoundTable } from './headings.ts';
import type { ImportPlan, SheetPlan } from './import.ts';
import { formatImportProblem, type ImportProblem } from './problem.ts';
import { type Defaults, defaultOf } from './rows.ts';

/** The reason is the heading of the last column. */
const REASON = '直すところ';

/** @returns null when everything was taken */
export function makeLeftover({ sheets, problems, defaults }: ImportPlan): string | null {
  if (problems.length === 0) return null;
  const blocks = sheets.flatMap((plan) => blockOf(plan, problems, defaults));
  const elsewhere = problems.filter((one) => !sheets.some((plan) => plan.name === one.sheet));
  const rest = elsewhere.map((one) => [one.sheet, '', formatImportProblem(one)]);
  const width = Math.max(0, ...[...blocks, ...rest].map((row) => row.length));
  // The reason stands in the same, last column whatever sheet a row came from.
  const even = [...blocks, ...rest].map((row) => [
    ...row.slice(0, -1),
    ...Array.from({ length: width - row.length }, () => ''),
    row.at(-1) ?? '',
  ]);
  return formatCsv(even);
}

function blockOf(
  { name, table, sheet }: SheetPlan,
  problems: readonly ImportProblem[],
  defaults: Defaults,
): readonly string[][] {
  const { headingRow, endRow } = table;
  const own = problems.filter((one) => {
    const row = one.row ?? headingRow;
    return one.sheet === name && row >= headingRow && row < endRow;
  });
  if (own.length === 0) return [];
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const cells = (row: number): readonly string[] =>
    Array.from({ length: width }, (_, at) => {
      const text = shownText(sheet.rows[row]?.[at]);
      // What the first sheet said for all rows is written out: this file has no first sheet.
      const heading =
        text === '' && row > headingRow ? table.headings.find((one) => one.at === at) : undefined;
      return heading ? shownText(defaultOf(heading.column.key, defaults)) : text;
    });
  const rows = [...new Set(own.map((one) => one.row ?? headingRow))].sort((a, b) => a - b);
  return [
    ['シート', '行', ...cells(headingRow), REASON],
    ...linesOf(rows, table, sheet, own).map(({ row, reasons }) => [
      name,
      String(row + 1),
      ...cells(row),
      reasons,
    ]),
    Array.from({ length: width + 3 }, () => ''),
  ];
}

type Line = { readonly row: number; readonly reasons: string };

/** One line per row with a problem; where the headings are the problem, every row of the sheet. */
function linesOf(
  rows: readonly number[],
  { headingRow, endRow }: FoundTable,
  sheet: Sheet,
  problems: readonly ImportProblem[],
): readonly Line[] {
  const reasonsOf = (row: number): string =>
    problems
      .filter((one) => (one.row ?? headingRow) === row)
      .map((one) => formatImportProblem({ ...one, sheet: '' }))
      .join(' ／ ');
  if (!rows.includes(headingRow)) return rows.map((row) => ({ row, reasons: reasonsOf(row) }));
  const below = sheet.rows.flatMap((line, row) =>
    row > headingRow && row < endRow && !line.every(isBlank) ? [row] : [],
  );
  return below.map((row) => ({ row, reasons: reasonsOf(row) || reasonsOf(headingRow) }));
}
