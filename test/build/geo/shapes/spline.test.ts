import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCorners } from '../../../../build/geo/shapes/spline.ts';

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

describe('roundCorners', () => {
  it('passes through every point of the ring and closes it, for any ring', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    const points = fc.uniqueArray(point, { minLength: 3, maxLength: 12, selector: ([x, y]) => `${x},${y}` });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 8 }), (corners, steps) => {
        const rounded = roundCorners([...corners, ...corners.slice(0, 1)], steps);
        expect(rounded).toHaveLength(corners.length * steps + 1);
        expect(rounded.at(-1)).toEqual(rounded[0]);
        for (const [index, [x, y]] of corners.entries()) {
          expect(rounded[index * steps]?.[0]).toBeCloseTo(x, 6);
          expect(rounded[index * steps]?.[1]).toBeCloseTo(y, 6);
        }
      }),
    );
  });

  it('bulges evenly over the sides of a square', () => {
    const middle = roundCorners(SQUARE, 2)[1] ?? [];
    expect(middle[0]).toBeCloseTo(2, 6);
    expect(middle[1]).toBeCloseTo(-0.5, 6);
  });

  it('gives the ring back in one step a side', () => {
    expect(roundCorners(SQUARE, 1)).toEqual(SQUARE);
  });
});
