import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokyoDay, trustedDay, untilMidnightMs } from '../../main/clock.ts';

const at = (text: string): number => Date.parse(text);
const DAY_MS = 86_400_000;
const anyMs = fc.integer({ min: at('1970-01-01T00:00:00Z'), max: at('2199-12-31T00:00:00Z') });

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

describe('trustedDay', () => {
  it('believes a clock at or after the newest content', () => {
    expect(trustedDay(at('2020-11-13T00:00:00+09:00'), '2020-11-13')).toEqual({
      day: '2020-11-13',
      clockBelieved: true,
    });
    expect(trustedDay(at('2025-01-01T00:00:00+09:00'), '2020-11-13')).toEqual({
      day: '2025-01-01',
      clockBelieved: true,
    });
  });

  it('takes the day of the content where the clock is behind it', () => {
    expect(trustedDay(0, '2020-11-13')).toEqual({ day: '2020-11-13', clockBelieved: false });
    expect(trustedDay(at('2020-11-12T23:59:59.999+09:00'), '2020-11-13')).toEqual({
      day: '2020-11-13',
      clockBelieved: false,
    });
  });

  it('is never earlier than the content', () => {
    fc.assert(
      fc.property(anyMs, anyMs, (now, newest) => {
        const day = tokyoDay(newest);
        expect(trustedDay(now, day).day >= day).toBe(true);
      }),
    );
  });
});

describe('untilMidnightMs', () => {
  it('is a whole day at midnight and one millisecond just before', () => {
    expect(untilMidnightMs(at('2020-11-14T00:00:00+09:00'))).toBe(DAY_MS);
    expect(untilMidnightMs(at('2020-11-13T23:59:59.999+09:00'))).toBe(1);
  });

  it('leads to the next day, and not a millisecond before it does so', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY_MS * 10_000, max: DAY_MS * 60_000 }), (now) => {
        const wait = untilMidnightMs(now);
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(wait).toBeLessThanOrEqual(DAY_MS);
        expect(tokyoDay(now + wait - 1)).toBe(tokyoDay(now));
        expect(tokyoDay(now + wait)).not.toBe(tokyoDay(now));
      }),
    );
  });
});
