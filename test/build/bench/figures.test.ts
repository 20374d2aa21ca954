import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, median, percentile, table } from '../../../build/bench/figures.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
  it('has as many values above as below', () => {
    fc.assert(
      fc.property(values, (list) => {
        const middle = median(list);
        const below = list.filter((value) => value < middle).length;
        const above = list.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(list.length / 2);
      }),
    );
  });
  it('refuses an empty list', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('percentile', () => {
  it('is one of the values and at least the share of them is not above it', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const value = percentile(list, share);
        expect(list).toContain(value);
        expect(list.filter((one) => one <= value).length).toBeGreaterThanOrEqual(share * list.length);
      }),
    );
  });
  it('refuses an empty list', () => {
    expect(() => percentile([], 0.95)).toThrow(RangeError);
  });
});

describe('figureOf', () => {
  const measured = {
    group: 'start',
    name: 'x',
    unit: 'ms',
    values: [300, 320, 310],
    yardstick: 'y',
    yardstickValues: [200, 210, 190],
    aim: 1.6,
  };
  it('puts the two medians into a ratio and holds it against the aim', () => {
    expect(figureOf(measured)).toMatchObject({
      median: 310,
      yardstickMedian: 200,
      ratio: 1.55,
      holds: true,
      runs: 3,
    });
    expect(figureOf({ ...measured, aim: 1.5 }).holds).toBe(false);
    expect(figureOf({ ...measured, aim: null }).holds).toBeNull();
  });
  it('becomes one row of a Markdown table', () => {
    expect(table([figureOf(measured)]).split('\n')).toHaveLength(3);
  });
});
