import { describe, expect, it } from 'vitest';
import { routeOfHit, routeOfPartner, routeOfTown } from '../../../renderer/parts/routes.ts';

describe('routes', () => {
  it('lead to a ward page for the 23 wards and to a town page for all others', () => {
    expect(routeOfTown('131181')).toEqual({ page: 'ward', code: '131181' });
    expect(routeOfTown('132012')).toEqual({ page: 'town', code: '132012' });
  });

  it('lead from a partner to its page', () => {
    expect(routeOfPartner({ kind: 'municipality', id: '012068' })).toEqual({ page: 'town', code: '012068' });
    expect(routeOfPartner({ kind: 'area', id: 'tokachi' })).toEqual({
      page: 'group',
      kind: 'area',
      id: 'tokachi',
    });
  });

  it('lead from what is found to where it stands', () => {
    expect(routeOfHit({ kind: 'municipality', key: '131181', code: '131181' }).page).toBe('ward');
    expect(routeOfHit({ kind: 'prefecture', key: '01', code: null })).toEqual({
      page: 'group',
      kind: 'prefecture',
      id: '01',
    });
    expect(routeOfHit({ kind: 'article', key: 'a', code: null })).toEqual({ page: 'article', id: 'a' });
    expect(routeOfHit({ kind: 'page', key: 'news-3/2', code: null })).toEqual({
      page: 'issue',
      id: 'news-3',
      at: 2,
    });
    expect(routeOfHit({ kind: 'event', key: 'e', code: null })).toEqual({ page: 'event', id: 'e' });
    expect(routeOfHit({ kind: 'case', key: 'c', code: '131181' })).toEqual({ page: 'case', id: 'c' });
    expect(routeOfHit({ kind: 'speciality', key: 's', code: '012068' }).page).toBe('town');
  });
});
