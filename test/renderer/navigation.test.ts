import { beforeEach, describe, expect, it } from 'vitest';
import {
  go,
  goBack,
  goHome,
  here,
  MAX_TRAIL,
  openLayer,
  pagePlace,
  replace,
  sameRoute,
  trail,
} from '../../renderer/navigation.ts';

const pages = () => trail.get().map(({ route }) => route.page);

describe('navigation', () => {
  beforeEach(() => goHome());

  it('begins at home and goes back where it came from', () => {
    go({ page: 'wards' });
    go({ page: 'ward', code: '131181' });
    expect(pages()).toEqual(['home', 'wards', 'ward']);
    goBack();
    expect(pages()).toEqual(['home', 'wards']);
  });

  it('stays at home when there is nothing to go back to', () => {
    goBack();
    expect(pages()).toEqual(['home']);
  });

  it('does nothing for the page one is on', () => {
    go({ page: 'town', code: '012068' });
    const { id } = here();
    go({ code: '012068', page: 'town' });
    expect(here().id).toBe(id);
  });

  it('forgets the trail when home is opened', () => {
    go({ page: 'wards' });
    go({ page: 'home' });
    expect(pages()).toEqual(['home']);
  });

  it('gives home a new place each time, so that nothing of the last visitor stays', () => {
    const before = here();
    before.kept.set('scroll', 100);
    goHome();
    expect(here().id).not.toBe(before.id);
    expect(here().kept.size).toBe(0);
  });

  it('keeps what a page left when one comes back to it', () => {
    go({ page: 'wards' });
    here().kept.set('scroll page', 240);
    go({ page: 'ward', code: '131181' });
    goBack();
    expect(here().kept.get('scroll page')).toBe(240);
  });

  it('replaces the route in place', () => {
    go({ page: 'exhibition', id: 'a' });
    go({ page: 'exhibition', id: 'a', chapter: 0 });
    const { id } = here();
    replace({ page: 'exhibition', id: 'a', chapter: 1 });
    expect(here()).toMatchObject({ id, route: { chapter: 1 } });
    expect(pages()).toEqual(['home', 'exhibition', 'exhibition']);
  });

  it('keeps home and the newest places of a long walk', () => {
    for (let i = 0; i < MAX_TRAIL * 2; i++) go({ page: 'article', id: `a${i}` });
    expect(trail.get().length).toBe(MAX_TRAIL);
    expect(trail.get()[0].route.page).toBe('home');
    expect(here().route).toEqual({ page: 'article', id: `a${MAX_TRAIL * 2 - 1}` });
  });
});

describe('sameRoute', () => {
  it('compares every part', () => {
    expect(sameRoute({ page: 'town', code: '1' }, { page: 'town', code: '2' })).toBe(false);
    expect(sameRoute({ page: 'map' }, { page: 'map', prefectureId: '01' })).toBe(false);
  });
});

describe('what lies over a page', () => {
  const layer = { kind: 'take-home', title: '鶴居村', url: 'https://example.jp/', lang: 'ja' } as const;
  beforeEach(() => goHome());

  it('leaves the page below as it is and is taken away by going back', () => {
    go({ page: 'wards' });
    const { id } = here();
    openLayer(layer);
    expect(here().layer).toBe(layer);
    expect(pagePlace(trail.get()).id).toBe(id);
    goBack();
    expect(here().id).toBe(id);
  });

  it('lets one open the page anew that it lies on', () => {
    go({ page: 'wards' });
    openLayer(layer);
    go({ page: 'wards' });
    expect(here().layer).toBeUndefined();
    expect(pages()).toEqual(['home', 'wards', 'wards', 'wards']);
  });

  it('is gone when home is opened', () => {
    openLayer(layer);
    goHome();
    expect(here().layer).toBeUndefined();
  });
});
