import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fan, grown, spread } from '../../../renderer/map/curves.ts';

const angles = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 40 });

describe('spread', () => {
  it('keeps neighbours at least the gap apart and the order as it was', () => {
    fc.assert(
      fc.property(angles, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const moved = spread(sorted, 0.1);
        expect(moved).toHaveLength(sorted.length);
        moved.slice(1).forEach((angle, i) => {
          expect(angle - (moved[i] ?? 0)).toBeGreaterThanOrEqual(0.1 - 1e-9);
        });
      }),
    );
  });

  it('leaves angles alone that are far enough apart', () => {
    expect(spread([-1, 0, 1], 0.5)).toEqual([-1, 0, 1]);
  });

  it('moves a bundle to both sides alike', () => {
    expect(spread([1, 1, 1], 0.2).map((angle) => angle.toFixed(3))).toEqual(['0.800', '1.000', '1.200']);
  });
});

describe('fan', () => {
  const from = { x: 0, y: 0 };

  it('starts at the hall and ends in the towns, in the order of the towns', () => {
    const towns = [
      { x: 100, y: 0 },
      { x: -30, y: 80 },
      { x: 99, y: 2 },
    ];
    const curves = fan(from, towns);
    expect(curves.map((curve) => curve.to)).toEqual(towns);
    expect(curves.every((curve) => curve.from === from)).toBe(true);
  });

  it('lets no two lines of a bundle leave in the same direction', () => {
    const towns = Array.from({ length: 8 }, (_, i) => ({ x: 100 + i, y: 100 - i * 0.5 }));
    const leaving = fan(from, towns).map(({ bend }) => Math.atan2(bend.y, bend.x));
    leaving.sort((a, b) => a - b);
    for (const [i, angle] of leaving.slice(1).entries())
      expect(angle - (leaving[i] ?? 0)).toBeGreaterThan(0.1);
  });

  it('takes no towns, one town, and a town at the hall itself', () => {
    expect(fan(from, [])).toEqual([]);
    expect(fan(from, [{ x: 5, y: 5 }])).toHaveLength(1);
    expect(fan(from, [from])[0]).toMatchObject({ from, to: from });
  });
});

describe('grown', () => {
  const curve = { from: { x: 0, y: 0 }, bend: { x: 10, y: 0 }, to: { x: 10, y: 10 } };

  it('is nothing at 0 and the whole line at 1', () => {
    expect(grown(curve, 0).to).toEqual(curve.from);
    expect(grown(curve, 1)).toEqual(curve);
  });

  it('ends on the curve', () => {
    // A quadratic Bézier at one half: a quarter, a half, a quarter.
    expect(grown(curve, 0.5).to).toEqual({ x: 7.5, y: 2.5 });
  });
});
