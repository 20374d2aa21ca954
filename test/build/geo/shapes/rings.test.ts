import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornersOf, polygonsOf, signedArea } from '../../../../build/geo/shapes/rings.ts';
import { traceArcs } from '../../../../build/geo/shapes/trace.ts';
import { anyGrid, cellCounts, drawn } from '../grids.ts';

/** Signed areas of the rings of each polygon of a label. */
function areas(rows: readonly string[], label: number): readonly (readonly number[])[] {
  const arcs = traceArcs(drawn(...rows));
  const polygons = polygonsOf(arcs).get(label) ?? [];
  return polygons.map((polygon) => polygon.map((ring) => signedArea(cornersOf(ring, arcs))));
}

describe('polygonsOf', () => {
  it('gives closed rings whose signed areas sum to the cells of the label, for any grid', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const arcs = traceArcs(grid);
        const sums = [...polygonsOf(arcs)].map(([label, polygons]) => {
          const rings = polygons.flat().map((ring) => cornersOf(ring, arcs));
          for (const corners of rings) expect(corners.at(-1)).toEqual(corners[0]);
          return [label, rings.reduce((sum, corners) => sum + signedArea(corners), 0)] as const;
        });
        expect(new Map(sums)).toEqual(cellCounts(grid));
      }),
    );
  });

  it('uses every arc once on each side that belongs to somebody, for any grid', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const arcs = traceArcs(grid);
        const used = [...polygonsOf(arcs).values()].flat(3).sort((a, b) => a - b);
        const expected = arcs
          .flatMap(({ left, right }, index) => [
            ...(left === 0 ? [] : [index]),
            ...(right === 0 ? [] : [~index]),
          ])
          .sort((a, b) => a - b);
        expect(used).toEqual(expected);
      }),
    );
  });

  it('begins each polygon with its outer ring, the holes after it', () => {
    expect(areas(['1111', '1221', '1111'], 1)).toEqual([[12, -2]]);
    expect(areas(['1111', '1221', '1111'], 2)).toEqual([[2]]);
  });

  it('keeps cells apart that meet only at a corner', () => {
    expect(areas(['1.', '.1'], 1)).toEqual([[1], [1]]);
  });

  it('makes one hole around cells of others that meet at a corner', () => {
    expect(areas(['11111', '12111', '11211', '11111'], 1)).toEqual([[20, -2]]);
  });

  it('puts a hole into the ring around it, not into one further out', () => {
    const nested = ['1111111', '1.....1', '1.111.1', '1.1.1.1', '1.111.1', '1.....1', '1111111'];
    expect(areas(nested, 1).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [9, -1],
      [49, -25],
    ]);
  });
});
