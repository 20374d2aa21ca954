/** The grid of subcells on which municipalities are drawn: each 1 km cell cut 4 x 4, some 280 m by 230 m. */
import { COLUMNS, COLUMNS_PER_DEGREE, ROWS, ROWS_PER_DEGREE, SOUTH, WEST } from '../mesh/cells.ts';
import type { Label } from '../mesh/read.ts';

/** Subcells along one side of a cell. */
export const SUBDIVISION = 4;

/** A map of labels. `labels[y * width + x]`; row 0 is the southernmost; label 0 is nobody's. */
export type LabelGrid = {
  readonly width: number;
  readonly height: number;
  readonly labels: Uint16Array;
};

/** An empty grid over the whole of Japan: 10,240 x 12,480 subcells, 256 MB. */
export function createGrid(): LabelGrid {
  const width = COLUMNS * SUBDIVISION;
  const height = ROWS * SUBDIVISION;
  return { width, height, labels: new Uint16Array(width * height) };
}

/** Longitude of a corner, `x` counted in subcells from the west edge. */
export function longitudeOf(x: number): number {
  return WEST + x / (COLUMNS_PER_DEGREE * SUBDIVISION);
}

/** Latitude of a corner, `y` counted in subcells from the south edge. */
export function latitudeOf(y: number): number {
  return SOUTH + y / (ROWS_PER_DEGREE * SUBDIVISION);
}

/** The label at a point, 0 outside everything. Degrees. */
export function labelAt(grid: LabelGrid, lat: number, lon: number): Label {
  const x = Math.floor((lon - WEST) * COLUMNS_PER_DEGREE * SUBDIVISION);
  const y = Math.floor((lat - SOUTH) * ROWS_PER_DEGREE * SUBDIVISION);
  if (x < 0 || y < 0 || x >= grid.width || y >= grid.height) return 0;
  return grid.labels[y * grid.width + x] ?? 0;
}
