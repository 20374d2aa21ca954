/** Path text is short because it is relative and rounded; it must still end where it should. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coneOf, crestOf, outline } from '../../../renderer/covers/landscape/crest.ts';
import { simplify, smooth, straight } from '../../../renderer/covers/landscape/path.ts';
import type { Point } from '../../../renderer/covers/patterns/geometry.ts';

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 });

/** Where relative steps lead, taking every `per`-th pair (1 for l, 2 for q). */
function endOf(path: string, per: 1 | 2): Point {
  const numbers = (path.match(/-?\d+/g) ?? []).map(Number);
  let [x = 0, y = 0, ...steps] = numbers;
  for (let i = 0; i + 2 * per <= steps.length; i += 2 * per) {
    x += steps[i + 2 * per - 2] ?? 0;
    y += steps[i + 2 * per - 1] ?? 0;
  }
  return [x, y];
}

describe.each([
  ['straight', straight, 1],
  ['smooth', smooth, 2],
] as const)('%s', (_, draw, per) => {
  it('ends at the last point, rounded: small errors never add up', () => {
    fc.assert(
      fc.property(line, (points) => {
        const [x, y]: Point = points.at(-1) ?? [0, 0];
        const [ex, ey] = endOf(draw(points), per);
        expect([ex, ey]).toEqual([Math.round(x) + 0, Math.round(y) + 0]);
      }),
    );
  });
});

describe('simplify', () => {
  it('keeps both ends, order, and only points it was given', () => {
    fc.assert(
      fc.property(
        line,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (points: readonly Point[], tolerance) => {
          const kept = simplify(points, tolerance);
          expect(kept[0]).toBe(points[0]);
          expect(kept.at(-1)).toBe(points.at(-1));
          const places = kept.map((p) => points.indexOf(p));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        },
      ),
    );
  });
  it('drops what lies on the line', () => {
    expect(
      simplify(
        [
          [0, 0],
          [5, 5],
          [10, 10],
        ],
        0.1,
      ),
    ).toHaveLength(2);
  });
});

describe('crests', () => {
  it('stay between the valley and somewhat above the height, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('alp', 'cone', 'wooded', 'hill'), coordinate, (seed, kind, x) => {
        const y = crestOf({ seed, kind, base: 400, height: 200, spacing: 180 })(x);
        expect(y).toBeLessThanOrEqual(400);
        expect(y).toBeGreaterThan(400 - 200 * 1.4);
      }),
    );
  });
  it('of a great cone stand highest at its top', () => {
    const cone = coneOf(7, 400, 250, 30, 400);
    expect(cone(30)).toBeLessThan(175);
    expect(cone(-370)).toBeCloseTo(400, 0);
  });
  it('give an outline from edge to edge', () => {
    const points = outline(coneOf(7, 400, 250, 0, 400), -300, 311);
    expect(points[0]?.[0]).toBe(-300);
    expect(points.at(-1)?.[0]).toBe(311);
  });
});
