/** Fills the workbook as a town would: a sheet, its headings, and rows by heading. */
import { writeXlsx } from 'hucre/xlsx';
import { loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { sheetsOf } from '../../content/author/import/import.ts';
import { readSource } from '../../content/author/source.ts';
import type { CellValue } from '../../content/author/table/sheet.ts';
import type { SheetKind } from '../../content/author/workbook/kind.ts';
import { GAZETTEER, SOURCE } from './places.ts';

/** The sheets that fit our default content. */
export const SHEETS: readonly SheetKind[] = (() => {
  const { base } = readSource(SOURCE, () => undefined);
  if (!base) throw new Error('the default base cannot be read');
  return sheetsOf(base, loadGazetteer(GAZETTEER));
})();

export function sheetKind(title: string): SheetKind {
  const kind = SHEETS.find((one) => one.title === title);
  if (!kind) throw new Error(`no sheet ${title}`);
  return kind;
}

/** Heading -> what is written below it. */
export type Filled = Readonly<Record<string, CellValue>>;

/** Sheet name -> its rows, or a table as it is. */
export type Book = Readonly<
  Record<string, readonly Filled[] | { readonly rows: readonly (readonly CellValue[])[] }>
>;

/** Rows under one line of headings, which are those that any row has. */
export function tableOf(rows: readonly Filled[]): readonly (readonly CellValue[])[] {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))];
}

/** The bytes of an .xlsx file. */
export async function bookOf(book: Book): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(book).map(([name, content]) => ({
      name,
      rows: ('rows' in content ? content.rows : tableOf(content as readonly Filled[])).map((row) => [...row]),
    })),
  });
}

/** A speciality with everything that must be there. */
export const SALMON: Filled = {
  自治体: '北海道釧路市',
  種類: '食べもの',
  名前: '秋あじ',
  説明: '秋に港へ上がる鮭です。',
  いつの情報: '2026年8月1日',
};
