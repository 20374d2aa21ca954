/** A table as somebody filled it in, whatever file it came from. */

/** What a cell holds. A `Date` is a day (or a time of day) that the office program knows as one, in UTC. */
export type CellValue = string | number | boolean | Date | null;

export type Sheet = {
  /** Name of the sheet; for a text file its own name without ending. */
  readonly name: string;
  /**
   * Row by row as on the screen of an office program: `rows[6][1]` is B7. Rows may differ in length.
   * A cell that is merged over several rows stands in each of them.
   */
  readonly rows: readonly (readonly CellValue[])[];
};

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** `B7` for row 6, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** What stands in a cell, as staff would read it out. */
export function shownText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return shownDate(value);
  return String(value);
}

function shownDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  // Office programs keep a time of day as a moment of the day before their first.
  return iso < '1900-01-01' ? iso.slice(11, 16) : iso.slice(0, 10);
}

export function isBlank(value: CellValue | undefined): boolean {
  return shownText(value).trim() === '';
}
