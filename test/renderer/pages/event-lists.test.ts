import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../../content/pack/types.ts';
import type { EventView } from '../../../content/pack/views.ts';
import { isPast } from '../../../renderer/event-time.ts';
import {
  byMonth,
  EVENT_GROUPS,
  groupOf,
  listEvents,
  yearOf,
} from '../../../renderer/pages/events/event-lists.ts';

const TODAY = '2020-11-22'; // a Sunday

function event(
  id: string,
  start: string | null,
  end: string | null = null,
  more: Partial<EventView> = {},
): EventView {
  return {
    id,
    kind: 'festival',
    status: 'held',
    title: id,
    summary: id,
    place: null,
    when: { start, end },
    fiscalYear: null,
    startTime: null,
    endTime: null,
    deadline: null,
    online: false,
    attendance: null,
    url: null,
    allWards: false,
    wards: [],
    partners: [],
    lang: 'ja',
    cover: null,
    ...more,
  };
}

describe('isPast', () => {
  it.each([
    ['ends today', event('a', '2020-11-13', TODAY), false],
    ['ended yesterday', event('a', '2020-11-13', '2020-11-21'), true],
    ['is known to be this month', event('a', '2020-11'), false],
    ['was last month', event('a', '2020-10'), true],
    ['is known to be this year', event('a', '2020'), false],
    ['took place, nobody knows when', event('a', null), true],
    ['has no date yet', event('a', null, null, { status: 'planned' }), false],
    ['goes on', event('a', null, null, { status: 'standing' }), false],
  ] as const)('an event that %s', (_what, one, past) => {
    expect(isPast(one, TODAY)).toBe(past);
  });
});

describe('listEvents', () => {
  const events = [
    event('later', '2021-02-10'),
    event('now-long', '2020-10-01', '2020-12-31'),
    event('now-short', '2020-11-20', '2020-11-23'),
    event('tomorrow', '2020-11-23'),
    event('old', '2016-04-26'),
    event('older', '2015-05-30', '2015-05-31'),
    event('standing', null, null, { status: 'standing' }),
    event('planned', null, null, { status: 'planned' }),
    event('fiscal', null, null, { fiscalYear: 2019 }),
  ];

  it('puts every event in exactly one list', () => {
    const { thisWeek, later, undated, past } = listEvents(events, TODAY);
    const ids = [...thisWeek, ...later, ...undated, ...past].map(({ id }) => id);
    expect([...ids].sort()).toEqual(events.map(({ id }) => id).sort());
  });

  it('has what is on or begins until Sunday first, the soonest end first', () => {
    expect(listEvents(events, TODAY).thisWeek.map(({ id }) => id)).toEqual(['now-short', 'now-long']);
    expect(listEvents(events, '2020-11-23').thisWeek.map(({ id }) => id)).toEqual([
      'now-short',
      'tomorrow',
      'now-long',
    ]);
  });

  it('has the past newest first and standing before planned', () => {
    const { past, undated } = listEvents(events, TODAY);
    expect(past.map(({ id }) => id)).toEqual(['fiscal', 'old', 'older']);
    expect(undated.map(({ id }) => id)).toEqual(['standing', 'planned']);
  });
});

describe('past events', () => {
  it('stand under the year they began in, or their fiscal year', () => {
    expect(yearOf(event('a', '2015-12-19', '2016-01-03'))).toBe(2015);
    expect(yearOf(event('a', null, null, { fiscalYear: 2020 }))).toBe(2020);
    expect(yearOf(event('a', null))).toBeNull();
  });

  it('are listed by month, latest month first, those without a month last', () => {
    const list = [event('a', '2016-04-26'), event('b', '2016-11'), event('c', '2016')];
    expect(byMonth(list).map(({ month, events }) => [month, events.map(({ id }) => id)])).toEqual([
      [11, ['b']],
      [4, ['a']],
      [null, ['c']],
    ]);
  });
});

describe('groups', () => {
  it('take in every kind', () => {
    for (const kind of EVENT_KINDS) expect(EVENT_GROUPS).toContain(groupOf({ kind }));
  });
});
