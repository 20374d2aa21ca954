/** Every stop of the tour must be something this library has. */
import { describe, expect, it } from 'vitest';
import type { Library } from '../../content/store/library.ts';
import { makeEntries } from '../../main/ipc/answers.ts';
import type { Route } from '../../main/ipc/contract.ts';
import { tourStops } from '../../main/stops.ts';
import { buildDefault, libraryOf, openGood } from '../helpers/library.ts';
import { SMALL, SMALL_BASE } from '../helpers/source.ts';
import { staffDesk } from '../helpers/staff.ts';

/** Reads what the screen of a route would read; throws when it is not there. */
function visit(library: Library, venueId: string, route: Route): unknown {
  const here = { venueId, today: '2020-11-20' };
  const entries = makeEntries(
    () => ({
      opened: { ok: true, library },
      here,
      clockBelieved: true,
      time: '12:00',
      lang: 'ja',
      tour: true,
      session: null,
      preview: null,
    }),
    () => undefined,
    staffDesk().answers,
  );
  const read = <K extends keyof typeof entries>(name: K, raw: unknown) =>
    entries[name].answer(entries[name].read(raw) as never);
  switch (route.page) {
    case 'town':
      return read('town:read', { lang: 'ja', code: route.code });
    case 'ward':
      return read('ward:read', { lang: 'ja', code: route.code });
    case 'group':
      return read('group:read', { lang: 'ja', kind: route.kind, id: route.id });
    case 'exhibition':
      return read('exhibition:read', { lang: 'ja', id: route.id });
    case 'article':
      return read('article:read', { lang: 'ja', id: route.id });
    case 'map':
      return route.code === undefined
        ? read('map:read', { lang: 'ja' })
        : read('town:read', { lang: 'ja', code: route.code });
    default:
      return read('home:read', { lang: 'ja' });
  }
}

describe('tourStops', () => {
  const real = openGood(buildDefault());

  it.each(['kusei-kaikan', 'arakawa-kuyakusho', 'nowhere'])(
    'leads through %s with our default content',
    (venueId) => {
      const stops = tourStops(real, { venueId, today: '2020-11-20' });
      for (const stop of stops) expect(() => visit(real, venueId, stop.route), stop.screen).not.toThrow();
    },
  );

  it('names every screen once, as a file name', () => {
    const names = tourStops(real, { venueId: 'kusei-kaikan', today: '2020-11-20' }).map(
      (stop) => stop.screen,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z0-9-]+$/.test(name))).toBe(true);
  });

  it('shows every kind of page of our default content', () => {
    const pages = new Set(
      tourStops(real, { venueId: 'kusei-kaikan', today: '2020-11-20' }).map((stop) => stop.route.page),
    );
    expect([...pages]).toEqual(
      expect.arrayContaining([
        'home',
        'map',
        'town',
        'wards',
        'ward',
        'group',
        'exhibitions',
        'exhibition',
        'cases',
        'news',
        'article',
        'events',
        'about',
        'search',
      ]),
    );
  });

  it.each([
    ['a library without links', SMALL],
    ['a base alone', SMALL_BASE],
  ])('leads through %s as well', (_what, files) => {
    const small = libraryOf(files);
    for (const stop of tourStops(small, { venueId: 'hall', today: '2020-06-01' })) {
      expect(() => visit(small, 'hall', stop.route), stop.screen).not.toThrow();
    }
  });
});
