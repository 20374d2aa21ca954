/** The home screen and the map, from our default content and from sources made for one fact. */
import { describe, expect, it } from 'vitest';
import { isSpecialWardCode } from '../../../content/pack/code.ts';
import { distanceKm } from '../../../content/pack/distance.ts';
import { REGION_IDS } from '../../../content/pack/types.ts';
import { MAP_FLAGS, type TownSummary } from '../../../content/pack/views.ts';
import { readHome, readMap, spread, wardOf } from '../../../content/store/home.ts';
import { linkedTowns } from '../../../content/store/links.ts';
import { buildDefault, libraryOf, openGood } from '../../helpers/library.ts';
import { article, exhibitionPack, type Files, SMALL, SMALL_BASE, t } from '../../helpers/source.ts';

const library = openGood(buildDefault());
const HALL = { venueId: 'kusei-kaikan', today: '2020-11-20' };
const ARAKAWA = { venueId: 'arakawa-kuyakusho', today: '2020-11-20' };

/** Events of the week of Friday, 20 November 2020, in a library with just these events. */
function thisWeek(...events: readonly Readonly<Record<string, unknown>>[]): number {
  const rows = events.map((event, i) => ({
    id: `e${i}`,
    kind: 'festival',
    status: 'announced',
    title: t('祭'),
    summary: t('祭です'),
    ...event,
  }));
  return readHome(libraryOf({ ...SMALL_BASE, 'base/events.yaml': rows }), 'ja', {
    venueId: 'hall',
    today: '2020-11-20',
  }).eventCount.thisWeek;
}

describe('readHome with our default content', () => {
  it('shows the nine towns of Hiroshima while they are in the hall', () => {
    const home = readHome(library, 'ja', HALL);
    expect(home.hero?.id).toBe('hiroshima-9');
    expect(home.municipalityCount).toBe(1741);
    expect(home.newestIssue).toMatchObject({ id: 'news-3', number: 3 });
    expect(home.exhibitionCount).toBeGreaterThanOrEqual(2);
  });

  it('shows the standing exhibition before, afterwards and in other halls', () => {
    const heroAt = (venueId: string, today: string) => readHome(library, 'ja', { venueId, today }).hero?.id;
    expect([
      heroAt('kusei-kaikan', '2020-11-12'),
      heroAt('kusei-kaikan', '2020-11-13'),
      heroAt('kusei-kaikan', '2020-12-24'),
      heroAt('kusei-kaikan', '2020-12-25'),
      heroAt('arakawa-kuyakusho', '2020-11-20'),
    ]).toEqual(['ten-years', 'hiroshima-9', 'hiroshima-9', 'ten-years', 'ten-years']);
  });

  it('has no ward in the hall of all 23, and that of the hall elsewhere', () => {
    expect(readHome(library, 'ja', HALL).ward).toBeNull();
    expect(readHome(library, 'ja', ARAKAWA).ward?.name).toBe('荒川区');
    expect(readHome(library, 'en', ARAKAWA).ward?.name).toBe('Arakawa Ward');
  });

  it('shows at most twelve partner towns, of the ward where there is one', () => {
    const own = new Set(linkedTowns(library, '131181'));
    const home = readHome(library, 'ja', ARAKAWA);
    expect(home.partnerCount).toBe(own.size);
    expect(home.partners.length).toBe(Math.min(12, own.size));
    expect(home.partners.every((town) => own.has(town.code))).toBe(true);
    expect(readHome(library, 'ja', HALL).partnerCount).toBeGreaterThan(own.size);
  });

  it('takes its first cards from different regions', () => {
    const regions = readHome(library, 'ja', HALL)
      .partners.slice(0, 4)
      .map((town) => town.region);
    expect(new Set(regions).size).toBe(4);
  });

  it('works in a hall that nobody named', () => {
    const nowhere = { venueId: 'nowhere', today: '2020-11-20' };
    expect(readHome(library, 'ja', nowhere).ward).toBeNull();
    expect(wardOf(library, 'ja', nowhere)).toBeNull();
  });

  it('falls back to Japanese names where a language has none', () => {
    expect(readHome(library, 'zh-Hans', ARAKAWA).ward?.name).toBe('荒川区');
    expect(readHome(library, 'ko', ARAKAWA).ward?.name).toBe('아라카와쿠');
  });
});

describe('readHome counts the events of this week', () => {
  it.each([
    ['today', { start: '2020-11-20' }, 1],
    ['the Sunday that ends the week', { start: '2020-11-22' }, 1],
    ['the Monday after', { start: '2020-11-23' }, 0],
    ['yesterday', { start: '2020-11-19' }, 0],
    ['from yesterday to today, the last day included', { start: '2020-11-19', end: '2020-11-20' }, 1],
    ['from long ago to long after', { start: '2020-01-01', end: '2021-12-31' }, 1],
    ['a month without a day', { start: '2020-11' }, 0],
    ['no date at all', {}, 0],
    ['today, but cancelled', { start: '2020-11-20', status: 'cancelled' }, 0],
  ])('%s', (_what, event, count) => {
    expect(thisWeek(event)).toBe(count);
  });

  it('a week ends on its Sunday, also when today is Sunday', () => {
    const files: Files = {
      ...SMALL_BASE,
      'base/events.yaml': [
        {
          id: 'a',
          kind: 'festival',
          status: 'announced',
          title: t('祭'),
          summary: t('祭'),
          start: '2020-11-23',
        },
      ],
    };
    const small = libraryOf(files);
    const count = (today: string) => readHome(small, 'ja', { venueId: 'hall', today }).eventCount;
    expect(count('2020-11-22')).toEqual({ thisWeek: 0, all: 1 });
    expect(count('2020-11-23')).toEqual({ thisWeek: 1, all: 1 });
  });
});

describe('spread', () => {
  const town = (region: string, code: string) => ({ region, code }) as TownSummary;

  it('goes round the regions from north to south', () => {
    const towns = [town('kanto', '1'), town('kanto', '2'), town('hokkaido', '3'), town('kyushu', '4')];
    expect(spread(towns, 3).map((one) => one.code)).toEqual(['3', '1', '4']);
    expect(spread(towns, 9).map((one) => one.code)).toEqual(['3', '1', '4', '2']);
  });

  it('gives nothing of nothing', () => {
    expect(spread([], 12)).toEqual([]);
  });
});

describe('readMap with our default content', () => {
  const map = readMap(library, 'ja', ARAKAWA);

  it('has every municipality as a point in the order of codes, all prefectures and regions', () => {
    const codes = map.points.map((point) => point.code);
    expect(codes).toHaveLength(1741);
    expect(codes).toEqual([...codes].sort());
    expect(map.prefectures).toHaveLength(47);
    expect(map.regions.map((region) => region.id)).toEqual([...REGION_IDS]);
  });

  it('starts its lines at the ward of the hall, nearest partner first and never at the ward itself', () => {
    expect(map.ward).toMatchObject({ code: '131181', name: '荒川区' });
    const ward = map.ward ?? { lat: 0, lon: 0 };
    const away = map.partners.map((town) => distanceKm(ward, town));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(away[0]).toBeGreaterThan(0);
  });

  it('marks the partners of the ward with the lens', () => {
    const marked = map.points.filter((point) => point.flags & MAP_FLAGS.lens).map((point) => point.code);
    expect(marked).toEqual(linkedTowns(library, '131181'));
  });

  it('marks the towns of the exhibition in the hall', () => {
    const inHall = readMap(library, 'ja', HALL);
    const marked = inHall.points.filter((point) => point.flags & MAP_FLAGS.exhibition);
    expect(marked).toHaveLength(9);
    expect(marked.every((point) => point.code.startsWith('34'))).toBe(true);
  });

  it('marks cities under a 市長会 and towns and villages under a 町村会, and no others', () => {
    const flags = new Map(map.points.map((point) => [point.code, point.flags & MAP_FLAGS.agreement]));
    // Hokkaido: the association of towns and villages alone. Aomori: both.
    expect([flags.get('012068'), flags.get('016675'), flags.get('022012')]).toEqual([
      0,
      MAP_FLAGS.agreement,
      MAP_FLAGS.agreement,
    ]);
    expect(map.points.filter((point) => isSpecialWardCode(point.code) && flags.get(point.code)).length).toBe(
      0,
    );
  });
});

describe('readMap marks as linked', () => {
  const flagsOf = (changes: Files): Readonly<Record<string, number>> => {
    const map = readMap(libraryOf({ ...SMALL, ...changes }), 'ja', {
      venueId: 'arakawa',
      today: '2020-06-01',
    });
    return Object.fromEntries(
      map.points.filter((point) => point.flags).map(({ code, flags }) => [code, flags]),
    );
  };
  const link = (wards: readonly string[]) => [
    { id: 'l', type: 'exchange', title: t('絆'), wards, partners: ['012068 釧路市'] },
  ];

  it('the partner of the ward, through the lens as well', () => {
    expect(flagsOf({ 'base/links.yaml': link(['131181 荒川区']) })).toEqual({
      '012068': MAP_FLAGS.lens | MAP_FLAGS.linked,
    });
  });

  it('the partner of another ward, outside the lens', () => {
    expect(flagsOf({ 'base/links.yaml': link(['131199 板橋区']) })).toEqual({ '012068': MAP_FLAGS.linked });
  });

  it('a town of an article or an event', () => {
    const event = {
      id: 'e',
      kind: 'festival',
      status: 'held',
      title: t('祭'),
      summary: t('祭'),
      partners: ['022012 青森市'],
    };
    expect(
      flagsOf({
        'base/events.yaml': [event],
        'news-1/articles/one.ja.md': article(1, '記事', { partners: ['012068 釧路市'] }),
      }),
    ).toEqual({ '012068': MAP_FLAGS.linked, '022012': MAP_FLAGS.linked });
  });

  it('nothing by being in an exhibition that is not in this hall', () => {
    const showings = [{ venue: 'hall', first: '2020-05-01', last: '2020-07-01' }];
    const partners = ['012068 釧路市'];
    expect(
      flagsOf({ ...exhibitionPack('show', { partners, showings }), ...exhibitionPack('standing') }),
    ).toEqual({});
  });
});
