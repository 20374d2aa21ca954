import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  FACETS,
  filterOf,
  isDoors,
  partsOf,
  routeWith,
} from '../../../renderer/pages/cases/case-filter.ts';

const NONE = { field: null, ward: null, prefecture: null, year: null, who: null, tag: null, purpose: null };

describe('the route of the cases', () => {
  it('shows the doors where nothing is asked for', () => {
    expect(isDoors({ page: 'cases' })).toBe(true);
    expect(isDoors({ page: 'cases', all: true })).toBe(false);
    expect(isDoors({ page: 'cases', year: 2020 })).toBe(false);
  });
  it('becomes a filter of every part', () => {
    expect(filterOf({ page: 'cases', all: true })).toEqual(NONE);
    expect(filterOf({ page: 'cases', ward: '131181', who: 'schools' })).toEqual({
      ...NONE,
      ward: '131181',
      who: 'schools',
    });
  });
  it('takes one choice after the other and gives each back', () => {
    const one = routeWith({ page: 'cases', all: true }, 'ward', '131181');
    expect(one).toEqual({ page: 'cases', ward: '131181' });
    const two = routeWith(one, 'year', 2020);
    expect(two).toEqual({ page: 'cases', ward: '131181', year: 2020 });
    expect(partsOf(two)).toBe(2);
    expect(routeWith(two, 'ward', null)).toEqual({ page: 'cases', year: 2020 });
  });
  it('stays a list when the last choice is taken back', () => {
    expect(routeWith({ page: 'cases', purpose: 'eat' }, 'purpose', null)).toEqual({
      page: 'cases',
      all: true,
    });
  });
});

describe('choicesOf', () => {
  it('finds the choices of every facet', () => {
    const empty = { fields: [], wards: [], prefectures: [], years: [], who: [], tags: [], purposes: [] };
    const years = [{ value: 2020, name: '2020', count: 3 }];
    for (const facet of FACETS)
      expect(choicesOf({ ...empty, years }, facet)).toEqual(facet === 'year' ? years : []);
  });
});
