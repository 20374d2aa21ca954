import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  DAY_MS,
  spanOf,
  tokyoDay,
  tokyoMinute,
  tokyoTime,
  untilNextMinuteMs,
} from '../../../content/pack/days.ts';
import { isDay } from '../../../content/pack/types.ts';

const at = (iso: string): number => Date.parse(iso);
const anyMs = fc.integer({ min: at('1970-01-01T00:00:00Z'), max: at('2199-12-31T00:00:00Z') });

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

describe('untilNextMinuteMs', () => {
  it('is a whole minute when it has just turned and one millisecond just before', () => {
    expect(untilNextMinuteMs(at('2020-11-14T00:00:00+09:00'))).toBe(60_000);
    expect(untilNextMinuteMs(at('2020-11-13T23:59:59.999+09:00'))).toBe(1);
  });

  it('leads to the next minute, and not a millisecond before it does so', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY_MS * 10_000, max: DAY_MS * 60_000 }), (now) => {
        const wait = untilNextMinuteMs(now);
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(wait).toBeLessThanOrEqual(60_000);
        expect(tokyoMinute(now + wait - 1)).toBe(tokyoMinute(now));
        expect(tokyoMinute(now + wait)).not.toBe(tokyoMinute(now));
      }),
    );
  });
});

describe('a moment in Tokyo', () => {
  it('is told as a time of day and as a whole with its zone, whatever the machine is set to', () => {
    const ms = Date.UTC(2026, 3, 1, 23, 30);
    expect(tokyoMinute(ms)).toBe('08:30');
    expect(tokyoTime(ms)).toBe('2026-04-02T08:30:00+09:00');
  });
});

describe('tokyoDay', () => {
  it.each([
    ['the last millisecond before midnight', '2020-11-13T23:59:59.999+09:00', '2020-11-13'],
    ['midnight', '2020-11-14T00:00:00+09:00', '2020-11-14'],
    ['nine in the evening of the day before in London', '2020-11-13T15:00:00Z', '2020-11-14'],
    ['the end of a year', '2020-12-31T23:59:59+09:00', '2020-12-31'],
    ['the beginning of a year', '2021-01-01T00:00:00+09:00', '2021-01-01'],
    ['a leap day', '2020-02-29T12:00:00+09:00', '2020-02-29'],
    ['the day after a leap day', '2020-03-01T00:00:00+09:00', '2020-03-01'],
    ['no leap day in 2100', '2100-03-01T00:00:00+09:00', '2100-03-01'],
    ['the second in which 32 bits end', '2038-01-19T03:14:08Z', '2038-01-19'],
    ['a battery that died', '1970-01-01T00:00:00Z', '1970-01-01'],
    ['no summer time', '2020-07-01T23:30:00+09:00', '2020-07-01'],
  ])('knows %s', (_what, time, day) => {
    expect(tokyoDay(at(time))).toBe(day);
  });

  it('is the day that Tokyo writes, whatever the machine is set to', () => {
    const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
    fc.assert(
      fc.property(anyMs, (ms) => {
        expect(tokyoDay(ms)).toBe(tokyo.format(ms));
      }),
    );
  });
});

describe('spanOf', () => {
  it('is one day, seven days from Monday, or a whole month', () => {
    expect(spanOf('day', '2020-11-13')).toEqual({ first: '2020-11-13', last: '2020-11-13' });
    expect(spanOf('week', '2020-11-15')).toEqual({ first: '2020-11-09', last: '2020-11-15' });
    expect(spanOf('week', '2020-11-16')).toEqual({ first: '2020-11-16', last: '2020-11-22' });
    expect(spanOf('week', '2020-12-31').last).toBe('2021-01-03');
    expect(spanOf('month', '2020-12-24')).toEqual({ first: '2020-12-01', last: '2020-12-31' });
  });
});
