import { describe, expect, it } from 'vitest';
import type { EventView } from '../../../content/pack/views.ts';
import { barsOf, blanksBefore, firstOpen } from '../../../renderer/pages/events/calendar.ts';

const event = (id: string, start: string | null, end: string | null = null) =>
  ({ id, when: { start, end } }) as EventView;

describe('barsOf', () => {
  it('spans the days of each event, the last day included', () => {
    const week = {
      first: '2026-11-16',
      last: '2026-11-22',
      events: [
        event('before', '2026-11-10', '2026-11-17'),
        event('one', '2026-11-18'),
        event('after', '2026-11-20', '2026-11-23'),
        event('month-end', '2026-11-22', '2026-11'),
      ],
    };
    expect(barsOf(week).map(({ event: { id }, ...bar }) => [id, bar])).toEqual([
      ['before', { first: 1, last: 2, before: true, after: false }],
      ['one', { first: 3, last: 3, before: false, after: false }],
      ['after', { first: 5, last: 7, before: false, after: true }],
      ['month-end', { first: 7, last: 7, before: false, after: false }],
    ]);
  });
});

describe('blanksBefore', () => {
  it('counts the days from Monday to the first of the month', () => {
    expect(['2026-11-01', '2026-06-01', '2026-12-01'].map(blanksBefore)).toEqual([6, 0, 1]);
  });
});

describe('firstOpen', () => {
  const days = [
    { day: '2026-11-01', eventIds: [] },
    { day: '2026-11-02', eventIds: ['a'] },
    { day: '2026-11-03', eventIds: [] },
    { day: '2026-11-04', eventIds: ['b'] },
  ];
  it('opens today where it has something, else the next day that has', () => {
    expect(firstOpen(days, '2026-11-04')).toBe('2026-11-04');
    expect(firstOpen(days, '2026-11-03')).toBe('2026-11-04');
    expect(firstOpen(days, '2026-12-01')).toBe('2026-11-02');
  });
  it('opens nothing in an empty month', () => {
    expect(firstOpen([{ day: '2026-11-01', eventIds: [] }], '2026-11-01')).toBeNull();
  });
});
