/** What the home screen and the map need. */

import { spanOf } from '../pack/days.ts';
import { distanceKm, nearestFirst } from '../pack/distance.ts';
import type { Lang } from '../pack/lang.ts';
import { REGION_IDS } from '../pack/types.ts';
import { type HomeView, MAP_FLAGS, type MapView, type TownSummary } from '../pack/views.ts';
import { readIssues } from './articles.ts';
import { countEvents } from './events.ts';
import { type Here, heroOf, readExhibitions } from './exhibitions.ts';
import { townsUnderAgreement } from './groups.ts';
import type { Library } from './library.ts';
import { linkedTowns } from './links.ts';
import type { Place } from './names.ts';
import { wordsJoin } from './names.ts';
import { readNext } from './program.ts';
import { readVenue } from './venues.ts';

const HOME_PARTNERS = 12;

export function readHome(library: Library, lang: Lang, here: Here): HomeView {
  const names = library.names(lang);
  const ward = wardOf(library, lang, here);
  const partners = partnersOf(library, lang, ward);
  const exhibitions = readExhibitions(library, lang, here);
  const [newest] = readIssues(library, lang);
  const events = countEvents(library, here.today, spanOf('week', here.today).last);
  const hero = heroOf(exhibitions);
  const next = readNext(library, lang, here);
  const heroSaysIt = next?.exhibitionId === hero?.id && hero?.showing?.state === 'coming';
  return {
    hero,
    next: heroSaysIt ? null : next,
    ward,
    partnerCount: partners.length,
    partners: spread(partners, HOME_PARTNERS),
    municipalityCount: names.towns.size,
    newestIssue: newest ? { id: newest.id, number: newest.number, title: newest.title } : null,
    eventCount: { thisWeek: events.within, all: events.all },
    exhibitionCount: exhibitions.length,
  };
}

/** The ward this hall belongs to. */
export function wardOf(library: Library, lang: Lang, here: Here): Place | null {
  const code = readVenue(library, lang, here.venueId)?.wardCode;
  return (code && library.names(lang).towns.get(code)) || null;
}

/** Partner towns of the ward, or of any ward; nearest to it (or to the middle of the 23) first. */
function partnersOf(library: Library, lang: Lang, ward: Place | null): readonly Place[] {
  const { towns } = library.names(lang);
  const linked = linkedTowns(library, ward?.code ?? null).flatMap((code) => towns.get(code) ?? []);
  const from = ward ?? { lat: 35.69, lon: 139.75 };
  return nearestFirst(linked, from);
}

/** At most `limit` towns, one region after the other, so that the first cards span the country. */
export function spread<T extends TownSummary>(towns: readonly T[], limit: number): readonly T[] {
  const byRegion = REGION_IDS.map((region) => towns.filter((town) => town.region === region));
  const picked: T[] = [];
  for (let round = 0; picked.length < Math.min(limit, towns.length); round++) {
    for (const group of byRegion) {
      const town = group[round];
      if (town && picked.length < limit) picked.push(town);
    }
  }
  return picked;
}

export function readMap(library: Library, lang: Lang, here: Here): MapView {
  const names = library.names(lang);
  const ward = wardOf(library, lang, here);
  const lens = new Set(linkedTowns(library, ward?.code ?? null));
  const linked = new Set([...linkedTowns(library, null), ...townsTold(library)]);
  const agreement = townsUnderAgreement(library);
  const hero = heroOf(readExhibitions(library, lang, here));
  const shown = new Set(exhibitionTowns(library, hero?.id ?? ''));
  const flagsOf = (code: string): number =>
    (lens.has(code) ? MAP_FLAGS.lens : 0) |
    (linked.has(code) ? MAP_FLAGS.linked : 0) |
    (agreement.has(code) ? MAP_FLAGS.agreement : 0) |
    (shown.has(code) ? MAP_FLAGS.exhibition : 0);
  return {
    points: [...names.towns.values()].map(({ code, name, lat, lon }) => ({
      code,
      name,
      lat,
      lon,
      flags: flagsOf(code),
    })),
    prefectures: [...names.prefectures.values()].map(({ kana: _kana, ...row }) => row),
    regions: readRegions(library, lang),
    ward: ward && { code: ward.code, name: ward.name, lat: ward.lat, lon: ward.lon },
    partners: partnersOf(library, lang, ward).filter((town) => !ward || distanceKm(ward, town) > 0),
  };
}

/** Towns that stand in an article or an event. */
function townsTold(library: Library): readonly string[] {
  return library
    .all<{ readonly code: string }>(
      'SELECT municipality_id AS code FROM article_town UNION SELECT municipality_id FROM event_town',
    )
    .map((row) => row.code);
}

function exhibitionTowns(library: Library, id: string): readonly string[] {
  return library
    .all<{ readonly code: string }>(
      'SELECT municipality_id AS code FROM exhibition_town WHERE exhibition_id = $id',
      { id },
    )
    .map((row) => row.code);
}

function readRegions(library: Library, lang: Lang): MapView['regions'] {
  return library.all(
    `SELECT t.region_id AS id, coalesce(want.name, ja.name) AS name
       FROM region AS t ${wordsJoin('region', 't.region_id')} ORDER BY t.position`,
    { lang },
  );
}
