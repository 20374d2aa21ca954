import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceArcs } from '../../../../build/geo/shapes/trace.ts';
import { anyGrid, drawn } from '../grids.ts';

describe('traceArcs', () => {
  it('traces a lone area as one free loop', () => {
    const arcs = traceArcs(drawn('...', '.1.', '...'));
    expect(arcs).toHaveLength(1);
    expect(arcs[0]).toMatchObject({ free: true });
    expect(arcs[0]?.corners).toHaveLength(5);
  });

  it('traces the border between two areas once, from node to node', () => {
    const arcs = traceArcs(drawn('1122', '1122'));
    expect(arcs).toHaveLength(3);
    const shared = arcs.filter(({ left, right }) => left !== 0 && right !== 0);
    expect(shared).toHaveLength(1);
    expect(shared[0]?.corners).toEqual([
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  it('finds no border where nobody lives', () => {
    expect(traceArcs(drawn('...', '...'))).toEqual([]);
  });

  it('walks every unit of border once, with different labels on its sides', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const { width, height, labels } = grid;
        const cell = (x: number, y: number): number =>
          x < 0 || y < 0 || x >= width || y >= height ? 0 : (labels[y * width + x] ?? 0);
        let borders = 0;
        for (let y = 0; y <= height; y++) {
          for (let x = 0; x <= width; x++) {
            if (cell(x, y) !== cell(x, y - 1)) borders++;
            if (cell(x, y) !== cell(x - 1, y)) borders++;
          }
        }
        const arcs = traceArcs(grid);
        expect(arcs.every(({ left, right }) => left !== right)).toBe(true);
        expect(arcs.reduce((steps, { corners }) => steps + corners.length - 1, 0)).toBe(borders);
      }),
    );
  });

  it('walks in unit steps', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        for (const { corners } of traceArcs(grid)) {
          for (const [index, [x, y]] of corners.slice(1).entries()) {
            const [beforeX, beforeY] = corners[index] ?? [x, y];
            expect(Math.abs(x - beforeX) + Math.abs(y - beforeY)).toBe(1);
          }
        }
      }),
    );
  });
});
