import { describe, expect, it } from 'vitest';
import type { TimelineEntryView } from '../../../content/pack/views.ts';
import { roundTop, yearRange, yearsOf, yearTicks } from '../../../renderer/pages/about/chart-scale.ts';
import {
  rowsOf,
  SURVEY_GROUPS,
  type SurveyRow,
  shareOf,
} from '../../../renderer/pages/about/survey-groups.ts';
import { byYear } from '../../../renderer/pages/about/year-list.ts';

describe('the chart', () => {
  it('puts dates where the calendar has them', () => {
    expect(yearsOf('2017-01-01')).toBe(2017);
    expect(yearsOf('2016-07-02')).toBeCloseTo(2016.5, 2);
    expect(yearsOf('2017')).toBe(2017.5);
    expect(yearsOf('2017-03')).toBeGreaterThan(yearsOf('2017-02-27'));
  });

  it('spans whole years and writes only those that were counted', () => {
    const dates = ['2016-09-01', '2017-02-27', '2017-03', '2023-08-01'];
    expect(yearRange(dates)).toEqual({ first: 2016, last: 2024 });
    expect(yearTicks(dates)).toEqual([2016, 2017, 2023]);
  });

  it.each([
    [317, 400],
    [815, 1000],
    [13, 20],
    [0, 2],
  ])('ends the axis of %i at %i', (most, top) => {
    expect(roundTop([most])).toBe(top);
  });
});

const row = (id: string, part: string, side: string, answers: number | null): SurveyRow => ({
  id,
  part,
  side,
  title: id,
  answers,
  points: [],
});

describe('the survey', () => {
  const survey = [
    row('a', 'projects', 'residents', 16),
    row('b', 'projects', 'residents', 58),
    row('c', 'website', 'residents', 67),
    row('d', 'opinions', 'all', null),
  ];

  it('lists one question at a time, most answers first', () => {
    expect(rowsOf(survey, 'projects-residents').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('shows every row in one of its lists', () => {
    expect(SURVEY_GROUPS.flatMap(({ id }) => rowsOf(survey, id))).toHaveLength(survey.length);
  });

  it('draws bars from zero, the longest at full length, none for opinions', () => {
    const rows = rowsOf(survey, 'projects-residents');
    expect(rows.map((each) => shareOf(each, rows))).toEqual([1, 16 / 58]);
    expect(shareOf(row('d', 'opinions', 'all', null), rowsOf(survey, 'opinions'))).toBe(0);
  });
});

describe('the years', () => {
  const entry = (id: string, start: string, kind: TimelineEntryView['kind']): TimelineEntryView => ({
    id,
    kind,
    when: { start, end: null },
    title: id,
    place: null,
  });

  it('fold meetings under what mattered, year by year', () => {
    const years = byYear([
      entry('founding', '2014-09-16', 'founding'),
      entry('talks', '2014-09-10', 'talks'),
      entry('agreement', '2016-04-26', 'agreement'),
    ]);
    expect(
      years.map(({ year, large, quiet }) => [year, large.map((e) => e.id), quiet.map((e) => e.id)]),
    ).toEqual([
      [2014, ['founding'], ['talks']],
      [2016, ['agreement'], []],
    ]);
  });
});
