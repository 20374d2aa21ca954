import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grows, trendOf } from '../../../build/soak/trend.ts';

const line = (count: number, y: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => ({ x: 10 * i, y: y(i) }));

describe('trendOf', () => {
  it('finds the slope of a line and its growth over the run', () => {
    const trend = trendOf(line(20, (i) => 100 + i));
    expect(trend?.slope).toBeCloseTo(0.1);
    expect(trend?.growth).toBeCloseTo(19 / 109.5);
    expect(grows(trend)).toBe(true);
  });

  it('is not led astray by single high looks', () => {
    const trend = trendOf(line(30, (i) => (i % 10 === 9 ? 900 : 100 + (i % 2))));
    expect(grows(trend)).toBe(false);
    expect(Math.abs(trend?.growth ?? 1)).toBeLessThan(0.05);
  });

  it('calls a steady gain below five in a hundred no growth', () => {
    const trend = trendOf(line(30, (i) => 1000 + i));
    expect(trend?.z).toBeGreaterThan(2.58);
    expect(grows(trend)).toBe(false);
  });

  it('has an interval around the slope that tells a direction from none', () => {
    const up = trendOf(line(40, (i) => 100 + i + (i % 3)));
    expect(up?.slopeFrom).toBeGreaterThan(0.08);
    expect(up?.slopeTo).toBeLessThan(0.12);
    const flat = trendOf(line(40, (i) => 100 + ((i * 7) % 11)));
    expect(flat?.slopeFrom).toBeLessThan(0);
    expect(flat?.slopeTo).toBeGreaterThan(0);
  });

  it('says nothing of a few points', () => {
    expect(trendOf(line(7, (i) => i))).toBeNull();
    expect(grows(null)).toBe(false);
  });

  it('turns its signs with the row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 8, maxLength: 30 }), (ys) => {
        const up = trendOf(ys.map((y, x) => ({ x, y })));
        const down = trendOf(ys.map((y, x) => ({ x, y: -y })));
        expect(down?.z).toBeCloseTo(-(up?.z ?? 0));
        expect(down?.slope).toBeCloseTo(-(up?.slope ?? 0));
      }),
    );
  });
});
