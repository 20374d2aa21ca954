/** できること・してほしいこと: offers and requests, and which of them answer each other. */
import type { Lang } from '../pack/lang.ts';
import type { MatchedOfferView, OfferView } from '../pack/town-views.ts';
import type { OfferSide } from '../pack/types.ts';
import type { Here } from './exhibitions.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readTags } from './sides.ts';
import { inTagOrder, sharedTags } from './tags.ts';
import { type DeskColumns, withDesk } from './town-facts.ts';

/** Most answers shown beside one offer or request. */
const MATCHES = 6;

type OfferRow = DeskColumns &
  Pick<OfferView, 'id' | 'side' | 'title' | 'summary' | 'deadline' | 'asOf' | 'lang'> & {
    readonly code: string;
  };

/**
 * Offers and requests whose deadline has not passed; the last day counts.
 *
 * @param code those of one town or ward; null for all
 * @returns    offers before requests, in the source's order
 */
export function readOffers(
  library: Library,
  lang: Lang,
  here: Here,
  code: string | null,
): readonly OfferView[] {
  const rows = library.all<OfferRow>(
    `SELECT t.offer_id AS id, t.side, t.municipality_id AS code, coalesce(want.title, ja.title) AS title,
            coalesce(want.summary, ja.summary) AS summary, t.deadline_date AS deadline,
            coalesce(want.office, ja.office) AS office, t.phone, t.url, t.as_of AS asOf,
            coalesce(want.lang, 'ja') AS lang
       FROM offer AS t ${wordsJoin('offer', 't.offer_id')}
      WHERE (t.deadline_date IS NULL OR t.deadline_date >= $today)
        AND ($code IS NULL OR t.municipality_id = $code)
      ORDER BY t.side, t.position`,
    { lang, today: here.today, code },
  );
  const tags = readTags(
    library,
    'offer',
    'tag',
    rows.map((row) => row.id),
  );
  const names = library.names(lang);
  return rows.map(withDesk).map(({ code: town, ...row }) => ({
    ...row,
    town: names.partner('municipality', town),
    tags: inTagOrder(tags(row.id)),
  }));
}

/**
 * The same with what answers each: the other side, from another place, with a tag in common.
 *
 * @param side null for both
 */
export function readMatchedOffers(
  library: Library,
  lang: Lang,
  here: Here,
  side: OfferSide | null,
): readonly MatchedOfferView[] {
  const all = readOffers(library, lang, here, null);
  return all
    .filter((offer) => side === null || offer.side === side)
    .map((offer) => ({ ...offer, matches: matchesOf(offer, all) }));
}

function matchesOf(offer: OfferView, all: readonly OfferView[]): MatchedOfferView['matches'] {
  return all
    .filter((one) => one.side !== offer.side && one.town.id !== offer.town.id)
    .map((one) => ({ ...one, shared: sharedTags(one.tags, offer.tags) }))
    .filter((one) => one.shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, MATCHES);
}
