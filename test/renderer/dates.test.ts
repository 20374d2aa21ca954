import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../content/pack/days.ts';
import { dateText, dayText, rangeText, todayText, untilText, whenText } from '../../renderer/dates.ts';

describe('dateText', () => {
  it.each([
    ['2020-11-13', '2020年11月13日(金)', 'Fri 13 Nov 2020'],
    ['2015-09-01', '2015年9月1日(火)', 'Tue 1 Sep 2015'],
    ['2020-02-29', '2020年2月29日(土)', 'Sat 29 Feb 2020'],
    ['2020-11', '2020年11月', 'Nov 2020'],
    ['2020', '2020年', '2020'],
  ])('writes %s as known', (date, ja, en) => {
    expect(dateText(date, 'ja')).toBe(ja);
    expect(dateText(date, 'ja-easy')).toBe(ja);
    expect(dateText(date, 'en')).toBe(en);
  });

  it('writes the other languages in their own order', () => {
    expect(dateText('2020-11-13', 'zh-Hans')).toBe('2020年11月13日(周五)');
    expect(dateText('2020-11-13', 'ko')).toBe('2020년 11월 13일 (금)');
    expect(dateText('2020-11', 'ko')).toBe('2020년 11월');
  });

  it('names the same day in every time zone of the machine', () => {
    const zone = process.env['TZ'];
    for (const tz of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo']) {
      process.env['TZ'] = tz;
      expect(dateText('2020-11-13', 'ja')).toBe('2020年11月13日(金)');
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
});

describe('untilText', () => {
  it('says day and time, the year only where it is another one', () => {
    expect(untilText('2026-11-23 18:00', '2026-11-22', 'ja')).toBe('11月23日(月) 18:00');
    expect(untilText('2027-01-01 00:00', '2026-12-31', 'en')).toBe('Fri 1 Jan 2027 00:00');
    expect(untilText('2026-11-23 18:00', null, 'ko')).toBe('2026년 11월 23일 (월) 18:00');
  });
});

describe('dayText', () => {
  it('says the year only of a day in another one', () => {
    expect(dayText('2026-11-22', '2026-01-05', 'ja')).toBe('11月22日(日)');
    expect(dayText('2027-01-05', '2026-11-22', 'ja')).toBe('2027年1月5日(火)');
    expect(dayText('2026-11-22', null, 'ja')).toBe('2026年11月22日(日)');
  });
});

describe('todayText', () => {
  it('leaves the year out', () => {
    expect(todayText('2026-11-22', 'ja')).toBe('11月22日(日)');
    expect(todayText('2026-11-22', 'en')).toBe('Sun 22 Nov');
  });
});

describe('rangeText', () => {
  it.each([
    ['2020-11-13', '2020-11-13', '2020年11月13日(金)', 'Fri 13 Nov 2020'],
    ['2020-11-13', '2020-11-15', '2020年11月13日(金)〜15日(日)', 'Fri 13 – Sun 15 Nov 2020'],
    ['2020-11-13', '2020-12-24', '2020年11月13日(金)〜12月24日(木)', 'Fri 13 Nov – Thu 24 Dec 2020'],
    ['2020-12-24', '2021-01-05', '2020年12月24日(木)〜2021年1月5日(火)', 'Thu 24 Dec 2020 – Tue 5 Jan 2021'],
    ['2020-11', '2020-12', '2020年11月〜12月', 'Nov – Dec 2020'],
    ['2016', '2018', '2016年〜2018年', '2016 – 2018'],
    ['2020-11-13', '2020-12', '2020年11月13日(金)〜12月', 'Fri 13 Nov 2020 – Dec 2020'],
    ['2020-11', '2020', '2020年11月〜2020年', 'Nov 2020 – 2020'],
  ])('writes %s to %s without saying the same twice', (first, last, ja, en) => {
    expect(rangeText(first, last, 'ja')).toBe(ja);
    expect(rangeText(first, last, 'en')).toBe(en);
  });
});

describe('whenText', () => {
  it('is null where nothing is known', () => {
    expect(whenText({ start: null, end: null }, 'ja')).toBeNull();
  });
  it('writes an end without a start as an open range', () => {
    expect(whenText({ start: null, end: '2020-03' }, 'ja')).toBe('〜2020年3月');
    expect(whenText({ start: null, end: '2020-03' }, 'en')).toBe('– Mar 2020');
  });
});

describe('daysBetween', () => {
  it('counts over months and years', () => {
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2020-12-31', '2021-01-01')).toBe(1);
    expect(daysBetween('2021-01-01', '2020-12-31')).toBe(-1);
  });

  it('is undone by going back', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (start, days) => {
        const from = start.toISOString().slice(0, 10);
        const to = new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        expect(daysBetween(from, to)).toBe(days);
      }),
    );
  });
});
