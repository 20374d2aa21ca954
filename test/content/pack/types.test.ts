/** Dates and ids: the small parsers that everything else leans on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, isPartialDate, parsePackId } from '../../../content/pack/types.ts';

/** Days of a month by the rule itself, not by `Date`. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (n: number): string => String(n).padStart(2, '0');
const year = fc.integer({ min: 1, max: 9999 });

describe('isDay', () => {
  it('takes a day exactly when the calendar has it', () => {
    fc.assert(
      fc.property(year, fc.nat({ max: 20 }), fc.nat({ max: 40 }), (y, m, d) => {
        const real = m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m);
        expect(isDay(`${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`)).toBe(real);
      }),
      { numRuns: 500 },
    );
  });

  it('knows leap years', () => {
    const days = ['2020-02-29', '2000-02-29', '2019-02-29', '1900-02-29', '2100-02-29'];
    expect(days.map(isDay)).toEqual([true, true, false, false, false]);
  });

  it.each([
    '2020-11',
    '2020',
    '2020-1-1',
    '2020/11/13',
    '2020-11-13T00:00:00Z',
    ' 2020-11-13',
    '2020-11-13\n',
    '+02020-11-13',
    '令和2年',
    '',
    20201113,
    new Date(0),
    null,
    undefined,
  ])('refuses %j', (value) => {
    expect(isDay(value)).toBe(false);
  });
});

describe('isPartialDate', () => {
  it('takes a year, a month and a day', () => {
    expect(['2020', '2020-11', '2020-11-13'].map(isPartialDate)).toEqual([true, true, true]);
  });

  it('takes a month exactly from 01 to 12', () => {
    fc.assert(
      fc.property(year, fc.nat({ max: 20 }), (y, m) => {
        expect(isPartialDate(`${String(y).padStart(4, '0')}-${two(m)}`)).toBe(m >= 1 && m <= 12);
      }),
    );
  });

  it('takes every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isPartialDate(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });

  it.each(['20', '2020-', '2020-00', '2020-13', '2020-02-30', '2020-11-13 ', 'abcd', '', 2020, null])(
    'refuses %j',
    (value) => {
      expect(isPartialDate(value)).toBe(false);
    },
  );
});

describe('parsePackId', () => {
  it.each(['a', 'base', 'news-3', 'a'.repeat(64)])('takes %s', (id) => {
    expect(parsePackId(id)).toBe(id);
  });

  it.each(['', '3-news', '-a', 'A', 'a_b', 'a/b', '..', 'a\0', 'a\n', 'a'.repeat(65), 'ニュース', 3, null])(
    'refuses %j',
    (id) => {
      expect(parsePackId(id)).toBeUndefined();
    },
  );
});
