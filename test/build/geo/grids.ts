/** Small label grids for the tests of the map generator. */
import fc from 'fast-check';
import type { LabelGrid } from '../../../build/geo/shapes/grid.ts';

/** A grid drawn as text, the northernmost row first; `.` is label 0. */
export function drawn(...rows: readonly string[]): LabelGrid {
  const width = rows[0]?.length ?? 0;
  const southFirst = rows.toReversed().join('');
  return {
    width,
    height: rows.length,
    labels: Uint16Array.from(southFirst, (one) => (one === '.' ? 0 : Number(one))),
  };
}

/** The same grid as text again. */
export function redrawn({ width, height, labels }: LabelGrid): readonly string[] {
  const rows = Array.from({ length: height }, (_, y) =>
    [...labels.slice(y * width, (y + 1) * width)]
      .map((label) => (label === 0 ? '.' : String(label)))
      .join(''),
  );
  return rows.toReversed();
}

/** Any grid of up to 9 x 9 with labels 0..3. */
export const anyGrid: fc.Arbitrary<LabelGrid> = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: width * height, maxLength: width * height })
      .map((labels) => ({ width, height, labels: Uint16Array.from(labels) })),
  );

/** How many cells have each label but 0. */
export function cellCounts({ labels }: LabelGrid): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) {
    if (label !== 0) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
