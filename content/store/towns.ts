/** One town or ward with all that the library knows of it. */
import { isSpecialWardCode } from '../pack/code.ts';
import { nearest } from '../pack/distance.ts';
import type { Lang } from '../pack/lang.ts';
import type { TownFacts } from '../pack/town-views.ts';
import type { PartnerRef, TownSummary, TownView, WardSummary, WardView } from '../pack/views.ts';
import { readArticles } from './articles.ts';
import { readEvents } from './events.ts';
import { readExchangeCases } from './exchange-cases.ts';
import { type Here, readExhibitions } from './exhibitions.ts';
import { readFacilities } from './facilities.ts';
import { associationsOf } from './groups.ts';
import type { Library } from './library.ts';
import { linkedTowns, readLinks } from './links.ts';
import { wordsJoin } from './names.ts';
import { readOffers } from './offers.ts';
import type { Selection } from './selection.ts';
import { readContacts, readFestivals, readLiving, readSpecialities } from './town-facts.ts';

const NEIGHBOURS = 6;

/** @returns null when there is no municipality of that code */
export function readTown(library: Library, lang: Lang, here: Here, code: string): TownView | null {
  const names = library.names(lang);
  const place = names.towns.get(code);
  if (!place) return null;
  const others = [...names.towns.values()].filter((town) => town.code !== code);
  // A ward stands on the other side of a link: what it takes part in is found by its own column.
  const selection = isSpecialWardCode(code)
    ? ({ by: 'ward', code } as const)
    : ({ by: 'town', code } as const);
  const shown = new Set(exhibitionsWith(library, code));
  return {
    ...place,
    ...readFacts(library, lang, here, code, selection),
    notes: readNotes(library, lang, code),
    links: readLinks(library, lang, selection),
    articles: readArticles(library, lang, selection),
    events: readEvents(library, lang, selection),
    exhibitions: readExhibitions(library, lang, here).filter((exhibition) => shown.has(exhibition.id)),
    groups: groupsOf(library, lang, place),
    neighbours: nearest(others, place, NEIGHBOURS),
  };
}

function readFacts(library: Library, lang: Lang, here: Here, code: string, selection: Selection): TownFacts {
  return {
    contacts: readContacts(library, lang, code),
    specialities: readSpecialities(library, lang, code),
    festivals: readFestivals(library, lang, code),
    living: readLiving(library, lang, code),
    cases: readExchangeCases(library, lang, selection),
    offers: readOffers(library, lang, here, code),
  };
}

function exhibitionsWith(library: Library, code: string): readonly string[] {
  return library
    .all<{ readonly id: string }>(
      'SELECT exhibition_id AS id FROM exhibition_town WHERE municipality_id = $code ORDER BY exhibition_id',
      { code },
    )
    .map((row) => row.id);
}

function readNotes(library: Library, lang: Lang, code: string): readonly string[] {
  return library
    .all<{ readonly body: string }>(
      `SELECT coalesce(want.body, ja.body) AS body
         FROM municipality_note AS t ${wordsJoin('municipality_note', 't.municipality_note_id')}
        WHERE t.municipality_id = $code
        ORDER BY t.position`,
      { code, lang },
    )
    .map((row) => row.body);
}

/** Its areas, then the association of its prefecture that has an agreement, then its prefecture. */
function groupsOf(library: Library, lang: Lang, place: TownSummary): readonly PartnerRef[] {
  const names = library.names(lang);
  const areas = library.all<{ readonly id: string }>(
    `SELECT m.area_id AS id FROM area_member AS m JOIN area AS a ON a.area_id = m.area_id
      WHERE m.municipality_id = $code ORDER BY a.position`,
    { code: place.code },
  );
  return [
    ...areas.map((row) => names.partner('area', row.id)),
    ...associationsOf(library, place).map((id) => names.partner('association', id)),
    names.partner('prefecture', place.prefectureId),
  ];
}

/** @returns null when the code is not one of the 23 */
export function readWard(library: Library, lang: Lang, here: Here, code: string): WardView | null {
  if (!isSpecialWardCode(code)) return null;
  const town = readTown(library, lang, here, code);
  if (!town) return null;
  const names = library.names(lang);
  const partners = linkedTowns(library, code).flatMap((partner) => names.town(partner) ?? []);
  const facilities = readFacilities(library, lang, code);
  return { ...town, partners, otherPartners: otherPartners(town), facilities };
}

/** Prefectures, areas, associations and bodies the ward works with; each once, in order of appearance. */
function otherPartners(town: TownView): readonly PartnerRef[] {
  const found = new Map<string, PartnerRef>();
  for (const partner of town.links.flatMap((link) => link.partners)) {
    if (partner.kind !== 'municipality') found.set(`${partner.kind} ${partner.id}`, partner);
  }
  return [...found.values()];
}

/** The 23 wards by code. */
export function readWards(library: Library, lang: Lang): readonly WardSummary[] {
  const counts = new Map(
    library
      .all<{ readonly code: string; readonly count: number }>(
        `SELECT w.ward_id AS code, count(DISTINCT t.municipality_id) AS count
           FROM link_ward AS w JOIN link_town AS t ON t.link_id = w.link_id
          GROUP BY w.ward_id`,
      )
      .map((row) => [row.code, row.count]),
  );
  const wards = [...library.names(lang).towns.values()].filter((town) => isSpecialWardCode(town.code));
  return wards.map((ward) => ({ ...ward, partnerCount: counts.get(ward.code) ?? 0 }));
}
