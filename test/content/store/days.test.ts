import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../content/pack/types.ts';
import { addDays } from '../../../content/store/days.ts';

describe('addDays', () => {
  it.each([
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2019-02-28', 1, '2019-03-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-06-15', 0, '2020-06-15'],
  ])('%s %d day is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it('gives days, and goes back the way it came', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: -10_000, max: 10_000 }), (from, count) => {
        const day = from.toISOString().slice(0, 10);
        expect(isDay(addDays(day, count))).toBe(true);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });
});
