/** Events by day, week and month. The last day counts, and no time zone can move a day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../content/pack/days.ts';
import { readCalendar } from '../../../content/store/calendar.ts';
import { libraryOf } from '../../helpers/library.ts';
import { event, SMALL_BASE } from '../../helpers/source.ts';

const EVENTS = [
  event('long', '2020-11-13', '2020-12-24'),
  event('day', '2020-11-13'),
  event('new-year', '2020-12-31', '2021-01-03'),
  event('month', '2020-11'),
  event('months', '2020-10', '2020-12'),
  event('year', '2020'),
  event('none'),
  event('leap', '2020-02-29'),
];
const library = libraryOf({ ...SMALL_BASE, 'base/events.yaml': EVENTS });

const read = (span: 'day' | 'week' | 'month', day: string) => readCalendar(library, 'ja', span, day);
const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);

describe('readCalendar', () => {
  it('shows a day: what begins, goes on or ends on it', () => {
    expect(ids(read('day', '2020-11-13').events)).toEqual(['day', 'long']);
    expect(ids(read('day', '2020-12-24').events)).toEqual(['long']);
    expect(ids(read('day', '2020-12-25').events)).toEqual([]);
  });

  it('shows a week from Monday to Sunday, over New Year too', () => {
    const week = read('week', '2021-01-01');
    expect([week.first, week.last, ids(week.events)]).toEqual(['2020-12-28', '2021-01-03', ['new-year']]);
    expect(week.days.map(({ day, eventIds }) => [day, eventIds.length])).toEqual([
      ['2020-12-28', 0],
      ['2020-12-29', 0],
      ['2020-12-30', 0],
      ['2020-12-31', 1],
      ['2021-01-01', 1],
      ['2021-01-02', 1],
      ['2021-01-03', 1],
    ]);
  });

  it('shows a month with every day of it, and apart what is known by month only', () => {
    const month = read('month', '2020-11-30');
    expect([month.first, month.last, month.days.length]).toEqual(['2020-11-01', '2020-11-30', 30]);
    expect([ids(month.events), ids(month.undated)]).toEqual([
      ['day', 'long'],
      ['months', 'month'],
    ]);
    expect(read('month', '2020-02-01').last).toBe('2020-02-29');
    expect(read('month', '2021-02-10').last).toBe('2021-02-28');
  });

  it('shows what begins on a day and ends in a month or a year: then, and in the months until that one', () => {
    const open = libraryOf({
      ...SMALL_BASE,
      'base/events.yaml': [
        event('to-month', '2020-11-13', '2021-01'),
        event('to-year', '2020-11-13', '2021'),
        event('month-to-year', '2020-11', '2021'),
      ],
    });
    const month = (day: string) => readCalendar(open, 'ja', 'month', day);
    const november = month('2020-11-01');
    expect([ids(november.events), ids(november.undated)]).toEqual([
      ['to-year', 'to-month'],
      ['month-to-year'],
    ]);
    expect(november.days.filter(({ eventIds }) => eventIds.length > 0).map(({ day }) => day)).toEqual([
      '2020-11-13',
    ]);
    expect([ids(month('2020-12-01').events), ids(month('2021-01-31').undated)]).toEqual([[], ['to-month']]);
    expect(ids(month('2021-02-01').undated)).toEqual([]);
  });

  it('knows the way back and on to the nearest day with an event', () => {
    const { previous, next } = read('week', '2020-12-26');
    expect([previous, next]).toEqual([null, '2020-12-31'].map((day, i) => (i === 0 ? '2020-11-13' : day)));
    const empty = read('month', '2021-06-01');
    expect([empty.previous, empty.next]).toEqual(['2021-01-03', null]);
    expect(read('day', '2020-01-01')).toMatchObject({ previous: null, next: '2020-02-29' });
  });

  it('agrees with looking at every event on every day', () => {
    const dated = EVENTS.filter((one) => 'start' in one && one.start?.length === 10) as {
      readonly id: string;
      readonly start: string;
      readonly end?: string;
    }[];
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2020-01-15', n));
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'week', 'month'), (one, span) => {
        const view = read(span, one);
        expect(view.first <= one && one <= view.last).toBe(true);
        for (const { day: each, eventIds } of view.days) {
          const wanted = dated
            .filter(({ start, end }) => start <= each && each <= (end ?? start))
            .map(({ id }) => id);
          expect([...eventIds].sort()).toEqual(wanted.sort());
        }
      }),
      { numRuns: 100 },
    );
  });
});
