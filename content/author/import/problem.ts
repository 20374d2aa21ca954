/** What an import has to say: cells that cannot be taken, and what staff should know besides. */

export const IMPORT_PROBLEMS = [
  /** A column that must be filled in is empty. */
  'cell-missing',
  /** A cell cannot be read as what its column asks for. */
  'cell-wrong',
  /** The row says something only where there is no heading. */
  'row-outside',
  /** The row still carries the mark of the example. */
  'row-example',
  /** Two rows of the file are about the same thing. */
  'row-twice',
  /** けす, but there is no such thing. */
  'row-unknown',
  /** A heading that is needed is not there: no row of the sheet can be taken. */
  'heading-missing',
  /** The file of the photo is not in the folder, or there is no folder. */
  'photo-missing',
  /** The photo is too large or no picture. */
  'photo-unusable',
] as const;
export type ImportProblemId = (typeof IMPORT_PROBLEMS)[number];

export type ImportProblem = {
  readonly id: ImportProblemId;
  readonly sheet: string;
  /** Row from 0 as in the file; null where the whole sheet is meant. */
  readonly row: number | null;
  /** `B7`; null where no single cell is meant. */
  readonly cell: string | null;
  /** Heading of the column, or ''. */
  readonly heading: string;
  /** What stands there now. */
  readonly found: string;
  /** What is wanted instead, a whole sentence. */
  readonly want: string;
  /** False where the row was taken all the same, without this cell. */
  readonly fatal: boolean;
};

/** `特産 B7「旬」: 「いつも」→ 「9月〜11月」「通年」のように月で書いてください` */
export function formatImportProblem({ sheet, cell, row, heading, found, want }: ImportProblem): string {
  const where = cell ?? (row === null ? '' : `${row + 1}行目`);
  const what = heading === '' ? '' : `「${heading}」`;
  const place = [sheet, `${where}${what}`].filter((part) => part !== '').join(' ');
  // What is wanted often begins with what was found; nobody needs it twice.
  const quoted = found === '' || want.startsWith(`「${found}」`) ? '' : `「${shortened(found)}」→ `;
  return `${place}: ${quoted}${want}`;
}

/** Longest piece of a cell that is shown, in letters. */
const SHOWN = 40;

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
}
