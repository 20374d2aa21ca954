import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokyoDay } from '../../content/pack/days.ts';
import { trustedDay } from '../../main/clock.ts';

const at = (text: string): number => Date.parse(text);
const anyMs = fc.integer({ min: at('1970-01-01T00:00:00Z'), max: at('2199-12-31T00:00:00Z') });

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
