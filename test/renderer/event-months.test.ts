/** The chooser of years and months promises what the calendar then shows. */
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../content/store/calendar.ts';
import { readEvents } from '../../content/store/events.ts';
import { eventMonths, eventYears, nearestYear } from '../../renderer/event-months.ts';
import { monthName } from '../../renderer/month-name.ts';
import { libraryOf } from '../helpers/library.ts';
import { event, SMALL_BASE } from '../helpers/source.ts';

const library = libraryOf({
  ...SMALL_BASE,
  'base/events.yaml': [
    event('long', '2020-11-13', '2020-12-24'),
    event('day', '2020-11-09'),
    event('new-year', '2022-12-31', '2023-01-03'),
    event('month', '2020-11'),
    event('months', '2020-08', '2020-10'),
    event('to-month', '2020-05-20', '2020-07'),
    event('to-year', '2020-05-20', '2021'),
    event('month-to-year', '2020-04', '2021'),
    event('year', '2018'),
    event('none'),
  ],
});
const events = readEvents(library, 'ja', { by: 'all' });

describe('eventYears', () => {
  it('are those in which a month has something, over New Year too', () => {
    expect(eventYears(events)).toEqual([2020, 2022, 2023]);
  });

  it('end for an event that never would', () => {
    expect(eventYears([{ when: { start: '0001-01-01', end: '9999-12-31' } }])).toHaveLength(101);
  });
});

describe('eventMonths', () => {
  it('have as many events as the month then shows', () => {
    for (const year of eventYears(events)) {
      for (const { month, count } of eventMonths(events, year)) {
        const shown = readCalendar(library, 'ja', 'month', `${month}-01`);
        expect([month, count]).toEqual([month, shown.events.length + shown.undated.length]);
      }
    }
  });

  it('begin on the first day that has something, whether it begins there or goes on', () => {
    const days = eventMonths(events, 2020).map(({ day }) => day);
    expect(days.slice(9)).toEqual(['2020-10-01', '2020-11-09', '2020-12-01']);
  });
});

describe('nearestYear', () => {
  it('is the year itself, the nearer one, of two the later, or none', () => {
    expect([2020, 2019, 2021, 1990].map((year) => nearestYear([2020, 2022], year))).toEqual([
      2020, 2020, 2022, 2020,
    ]);
    expect(nearestYear([], 2020)).toBeNull();
  });
});

describe('monthName', () => {
  it('is long or short', () => {
    expect([monthName(11, 'ja'), monthName(11, 'en'), monthName(11, 'en', 'short')]).toEqual([
      '11月',
      'November',
      'Nov',
    ]);
  });
});
