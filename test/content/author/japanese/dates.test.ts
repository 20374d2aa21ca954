/** Dates as offices write them. A wrong date on a public screen sends people to a closed door. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates, serialDay } from '../../../../content/author/japanese/dates.ts';

/** `2020-11-13`, `2020-11-13..2020-12-24`, `?` for unknown, or the reason. */
function said(value: string | number | Date, from?: string): string {
  const answer = readDates(value, from === undefined ? {} : { from });
  if (answer.kind === 'wrong') return answer.why;
  if (answer.kind === 'unknown') return '?';
  return `${answer.start}${answer.end === null ? '' : `..${answer.end}`}${answer.fiscal ? ' 年度' : ''}`;
}

describe('readDates', () => {
  it.each([
    ['令和2年11月13日', '2020-11-13'],
    ['令和２年１１月１３日', '2020-11-13'],
    ['R2.11.13', '2020-11-13'],
    ['ｒ２．１１．１３', '2020-11-13'],
    ['R02/11/13', '2020-11-13'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4', '2019-04'],
    ['令和元年', '2019'],
    ['令和元年5月1日', '2019-05-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['明治元年10月23日', '1868-10-23'],
    ['令和元年度', '2019 年度'],
    ['2020年度', '2020 年度'],
    ['2020/11/13', '2020-11-13'],
    ['2020-11-13', '2020-11-13'],
    ['2020.11.13', '2020-11-13'],
    ['20201113', '2020-11-13'],
    ['2020年11月13日', '2020-11-13'],
    ['2020年11月', '2020-11'],
    ['2020年', '2020'],
    ['２０２０年１１月１３日（金・祝）', '2020-11-13'],
    ['2020年11月13日(金) ', '2020-11-13'],
    ['2020-11-13T00:00:00.000Z', '2020-11-13'],
    ['2020/11/13 10:00', '2020-11-13'],
  ])('reads %s', (text, date) => {
    expect(said(text)).toBe(date);
  });

  it.each([
    ['2020年11月13日〜12月24日', '2020-11-13..2020-12-24'],
    ['2020年11月13日（金）～12月24日（木）', '2020-11-13..2020-12-24'],
    ['令和2年11月13日から12月24日まで', '2020-11-13..2020-12-24'],
    ['2020年11月13日〜15日', '2020-11-13..2020-11-15'],
    ['2020年11月13〜15日', '2020-11-13..2020-11-15'],
    ['2020/11/13-2020/12/24', '2020-11-13..2020-12-24'],
    ['2020-11-13 - 2020-12-24', '2020-11-13..2020-12-24'],
    ['2020年12月25日〜1月7日', '2020-12-25..2021-01-07'],
    ['平成30年12月〜令和元年5月', '2018-12..2019-05'],
    ['2020年12月〜1月', '2020-12..2021-01'],
    ['2019〜2021年', '2019..2021'],
    ['2020年11月13日、14日', '2020-11-13..2020-11-14'],
    ['2020年11月13日〜13日', '2020-11-13'],
    ['2019年〜', '2019'],
  ])('reads the range %s', (text, range) => {
    expect(said(text)).toBe(range);
  });

  it.each([
    ['平成31年5月1日', /令和元年（2019年）のことですか/],
    ['令和元年4月30日', /暦にありません/],
    ['2020年2月30日', /暦にない日/],
    ['2021/2/29', /暦にない日/],
    ['11月13日', /年がありません/],
    ['11月13日〜12月24日', /年がありません/],
    ['20/11/13', /年が2けた/],
    ['2020年12月24日〜2020年11月13日', /始まりの日（2020-12-24）より前/],
    ['2020年11月13日、20日', /とびとびの日/],
    ['2020年秋', /日付として読めません/],
    ['8月第1土曜日', /年がありません|読めません/],
    ['来年', /日付として読めません/],
    ['', /日付として読めません/],
  ])('refuses %s and says why', (text, why) => {
    expect(said(text)).toMatch(why);
  });

  it.each(['未定', '調整中', '後日お知らせします'])('takes %s for not yet known', (text) => {
    expect(said(text)).toBe('?');
  });

  it('reads dates and day numbers of a spreadsheet', () => {
    expect(said(new Date('2020-11-13T00:00:00Z'))).toBe('2020-11-13');
    expect([said(44148), said(44148.75), said(2020), said(20201113)]).toEqual([
      '2020-11-13',
      '2020-11-13',
      '2020',
      '2020-11-13',
    ]);
    expect([said(5), said(-1), said(Number.NaN), said(new Date(Number.NaN))]).toEqual(
      Array.from({ length: 4 }, () => '日付として読めません'),
    );
  });

  it('takes the next such day from a given day on, where that was asked for', () => {
    expect(said('8月7日〜9日', '2026-08-01')).toBe('2026-08-07..2026-08-09');
    expect(said('8月7日', '2026-08-08')).toBe('2027-08-07');
    expect(said('12月31日〜1月3日', '2026-08-01')).toBe('2026-12-31..2027-01-03');
  });

  const day = fc.integer({ min: 0, max: 55_000 }).map((n) => serialDay(18_264 + n));

  it('reads every day from 1950 to 2100 in each of its ways of writing', () => {
    const names = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (iso) => {
        const [y = '', m = '', d = ''] = iso.split('-');
        const western = `${Number(y)}年${Number(m)}月${Number(d)}日`;
        const wide = western.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        const ways = [iso, `${y}/${m}/${d}`, `${y}${m}${d}`, western, wide, names.format(new Date(iso))];
        expect(ways.map((way) => said(way))).toEqual(ways.map(() => iso));
        expect(said(new Date(`${iso}T00:00:00Z`))).toBe(iso);
      }),
    );
  });

  it('reads every range with its last day included', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), (first, length) => {
        const last = serialDay(Date.parse(first) / 86_400_000 + 25_569 + length);
        const [y, m, d] = last.split('-').map(Number);
        const [, fm, fd] = first.split('-').map(Number);
        const sameYear = first.slice(0, 4) === last.slice(0, 4);
        expect(said(`${first}〜${last}`)).toBe(`${first}..${last}`);
        if (sameYear)
          expect(said(`${first.slice(0, 4)}年${fm}月${fd}日〜${m}月${d}日`)).toBe(`${first}..${last}`);
        expect(y).toBeGreaterThan(0);
      }),
    );
  });

  it('never throws, and never gives a date that is none, whatever the text', () => {
    const letters = fc.constantFrom(
      ...'0123456789年月日元令和平成昭RH/.-〜、（）()金 　T:度から未定'.split(''),
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters, maxLength: 24 }));
    fc.assert(
      fc.property(text, (one) => {
        const answer = readDates(one);
        if (answer.kind !== 'dates') return;
        expect(answer.start).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        if (answer.end !== null) expect(answer.end.slice(0, 4) >= answer.start.slice(0, 4)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
