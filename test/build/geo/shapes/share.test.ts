import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../../build/geo/mesh/cells.ts';
import type { Membership } from '../../../../build/geo/mesh/read.ts';
import { type LabelGrid, SUBDIVISION } from '../../../../build/geo/shapes/grid.ts';
import { shareCells } from '../../../../build/geo/shapes/share.ts';

/** As wide as the real grid (cell numbers depend on it), but only a few rows high. */
function lowGrid(rows: number): LabelGrid {
  const width = COLUMNS * SUBDIVISION;
  const height = rows * SUBDIVISION;
  return { width, height, labels: new Uint16Array(width * height) };
}

/** Cells of a small square, `sharers[row][column]`, southernmost row first. */
function membershipOf(sharers: readonly (readonly (readonly number[])[])[]): Membership {
  return new Map(
    sharers.flatMap((row, y) =>
      row.flatMap((labels, x) => (labels.length > 0 ? [[y * COLUMNS + x, labels] as const] : [])),
    ),
  );
}

/** Labels of the subcells of one cell, south-west first. */
function subcells(grid: LabelGrid, x: number, y: number): readonly number[] {
  return Array.from({ length: SUBDIVISION ** 2 }, (_, index) => {
    const column = x * SUBDIVISION + (index % SUBDIVISION);
    const row = y * SUBDIVISION + Math.floor(index / SUBDIVISION);
    return grid.labels[row * grid.width + column] ?? 0;
  });
}

describe('shareCells', () => {
  it('gives a cell that is listed once to its municipality', () => {
    const grid = lowGrid(1);
    shareCells(grid, membershipOf([[[1], [2]]]), 2);
    expect(new Set(subcells(grid, 0, 0))).toEqual(new Set([1]));
    expect(new Set(subcells(grid, 1, 0))).toEqual(new Set([2]));
  });

  it('cuts a shared cell in the middle when its neighbours are alike', () => {
    const grid = lowGrid(1);
    shareCells(grid, membershipOf([[[1], [1, 2], [2]]]), 2);
    expect(subcells(grid, 1, 0).slice(0, SUBDIVISION)).toEqual([1, 1, 2, 2]);
  });

  it('leaves about its share of land to a town that owns no cell wholly', () => {
    const grid = lowGrid(4);
    const outside = [[1], [1], [1], [1]];
    const across = [[1], [1, 2], [1, 2], [1]];
    shareCells(grid, membershipOf([outside, across, across, outside]), 2);
    const middle = [1, 2].flatMap((y) => [1, 2].flatMap((x) => subcells(grid, x, y)));
    const share = middle.filter((label) => label === 2).length / middle.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });

  it('gives every subcell to one of the sharers of its cell, for any list', () => {
    const sharers = fc.subarray([1, 2, 3], { minLength: 1 });
    const square = fc.array(fc.array(sharers, { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(square, (cells) => {
        const grid = lowGrid(3);
        shareCells(grid, membershipOf(cells), 3);
        for (const [y, row] of cells.entries()) {
          for (const [x, own] of row.entries()) {
            for (const label of subcells(grid, x, y)) expect(own).toContain(label);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
