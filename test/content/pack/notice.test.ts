/** The window of a notice against real moments: the minute it begins, the minute it is over, midnight in Tokyo. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, tokyoDay, tokyoMinute } from '../../../content/pack/days.ts';
import { isMinute, type Minute, minuteOf, standsAt } from '../../../content/pack/notice.ts';

const MINUTE_MS = 60_000;
/** Whole minutes of 2000 to 2100, as ms since 1970. */
const minutes = fc.integer({ min: 946_684_800 / 60, max: 4_102_444_800 / 60 }).map((n) => n * MINUTE_MS);
const at = (ms: number) => ({ day: tokyoDay(ms), time: tokyoMinute(ms) });
const tokyo = (text: string) => Date.parse(`${text}:00+09:00`);

describe('isMinute', () => {
  it.each(['2026-11-22 09:00', '2028-02-29 23:59'])('takes %s', (text) => expect(isMinute(text)).toBe(true));
  it.each(['2026-11-22', '2026-11-22 9:00', '2026-11-22 24:00', '2027-02-29 09:00', '2026-11-22T09:00', ''])(
    'refuses %j',
    (text) => expect(isMinute(text)).toBe(false),
  );
  it('takes every minute that there is', () => {
    fc.assert(fc.property(minutes, (ms) => isMinute(minuteOf(ms))));
  });
});

describe('standsAt', () => {
  it('is what comparing moments says, to the minute, whatever the second', () => {
    const around = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 1, max: 2 * 1440 }),
        around,
        fc.integer({ min: 0, max: 59_999 }),
        (fromMs, length, away, rest) => {
          const untilMs = fromMs + length * MINUTE_MS;
          const nowMs = fromMs + away * MINUTE_MS + rest;
          const window = { from: minuteOf(fromMs), until: minuteOf(untilMs) };
          expect(standsAt(window, at(nowMs))).toBe(fromMs <= nowMs && nowMs < untilMs);
          expect(standsAt({ ...window, from: null }, at(nowMs))).toBe(nowMs < untilMs);
        },
      ),
    );
  });

  it('where only the day is known, stands on every day that it touches and on no other', () => {
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: -4, max: 4 }),
        (ms, n, away) => {
          const [from, until] = [minuteOf(ms), minuteOf(ms + n * MINUTE_MS)];
          const day = addDays(from.slice(0, 10), away);
          const last = minuteOf(ms + (n - 1) * MINUTE_MS).slice(0, 10);
          expect(standsAt({ from, until }, { day, time: null })).toBe(
            from.slice(0, 10) <= day && day <= last,
          );
        },
      ),
    );
  });

  it.each<[string, Minute, Minute, string, boolean]>([
    ['the minute it begins', '2026-11-22 00:00', '2026-11-23 00:00', '2026-11-22T00:00', true],
    ['the minute before', '2026-11-22 00:00', '2026-11-23 00:00', '2026-11-21T23:59', false],
    ['the last minute before midnight', '2026-11-22 00:00', '2026-11-23 00:00', '2026-11-22T23:59', true],
    ['the midnight at which it is over', '2026-11-22 00:00', '2026-11-23 00:00', '2026-11-23T00:00', false],
    ['the turn of a leap day', '2028-02-28 12:00', '2028-02-29 00:01', '2028-02-29T00:00', true],
    ['the turn of the year', '2027-12-31 23:58', '2028-01-01 00:00', '2028-01-01T00:00', false],
  ])('knows %s', (_what, from, until, now, stands) => {
    expect(standsAt({ from, until }, at(tokyo(now)))).toBe(stands);
  });
});
