/**
 * The 1 km standard mesh (JIS X 0410, third-order cells) as a grid of columns and rows.
 *
 * A cell is 45" of longitude by 30" of latitude: 80 columns to a degree, 120 rows to a degree. Column 0 starts
 * at 122 E, row 0 at 20 N, and rows count northwards: everything of Japan fits into 2,560 x 3,120 cells.
 */

export const WEST = 122;
export const SOUTH = 20;
export const COLUMNS_PER_DEGREE = 80;
export const ROWS_PER_DEGREE = 120;
export const COLUMNS = 32 * COLUMNS_PER_DEGREE;
export const ROWS = 26 * ROWS_PER_DEGREE;

/** `row * COLUMNS + column`. */
export type CellIndex = number;

/**
 * The grid cell of an eight-digit mesh code. 2 digits: latitude x 1.5; 2: longitude - 100; 1 + 1: eighths of
 * that (5' by 7.5'); 1 + 1: tenths of those.
 *
 * @throws {RangeError} when it is no such code or lies outside the grid
 */
export function cellOfMeshCode(code: string): CellIndex {
  if (!/^\d{4}[0-7]{2}\d{2}$/.test(code))
    throw new RangeError(`${JSON.stringify(code)} is no 1 km mesh code`);
  const digit = (at: number): number => Number(code.slice(at, at + 1));
  const row = Number(code.slice(0, 2)) * 80 + digit(4) * 10 + digit(6) - SOUTH * ROWS_PER_DEGREE;
  const column = (Number(code.slice(2, 4)) + 100 - WEST) * COLUMNS_PER_DEGREE + digit(5) * 10 + digit(7);
  if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS) {
    throw new RangeError(`mesh code ${code} lies outside Japan`);
  }
  return row * COLUMNS + column;
}

/** The cell that holds a point, west and south edges included. Degrees. The point must lie inside the grid. */
export function cellOfPoint(lat: number, lon: number): CellIndex {
  const row = Math.floor((lat - SOUTH) * ROWS_PER_DEGREE);
  const column = Math.floor((lon - WEST) * COLUMNS_PER_DEGREE);
  return row * COLUMNS + column;
}

/** The middle of a cell, degrees. */
export function centreOfCell(cell: CellIndex): { readonly lat: number; readonly lon: number } {
  return {
    lat: SOUTH + (Math.floor(cell / COLUMNS) + 0.5) / ROWS_PER_DEGREE,
    lon: WEST + ((cell % COLUMNS) + 0.5) / COLUMNS_PER_DEGREE,
  };
}
