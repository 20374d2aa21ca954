/** 連携・交流事例 as wards and towns told them, and cases of other towns with the same issue. */
import type { Lang } from '../pack/lang.ts';
import type { ExchangeCaseDetail, ExchangeCaseView } from '../pack/town-views.ts';
import type { CaseActor, PartialDate, Purpose } from '../pack/types.ts';
import type { PartnerRef } from '../pack/views.ts';
import type { Here } from './exhibitions.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readOffers } from './offers.ts';
import { readCovers } from './pictures.ts';
import { type Selection, whereOf } from './selection.ts';
import { readSides, readTags } from './sides.ts';
import { inTagOrder, sharedTags } from './tags.ts';
import { type DeskColumns, withDesk } from './town-facts.ts';

/** Most cases set beside one. */
const SAME_ISSUE = 12;

type CaseRow = DeskColumns &
  Pick<ExchangeCaseView, 'id' | 'title' | 'summary' | 'worked' | 'asOf' | 'lang'> & {
    readonly start_date: PartialDate;
    readonly end_date: PartialDate | null;
    readonly all_wards: number;
    readonly online: number;
  };

/** @returns newest first, then in the source's order */
export function readExchangeCases(
  library: Library,
  lang: Lang,
  selection: Selection,
): readonly ExchangeCaseView[] {
  const where = whereOf('exchange_case', selection);
  const rows = library.all<CaseRow>(
    `SELECT t.exchange_case_id AS id, t.all_wards, t.start_date, t.end_date, t.online, t.phone, t.url,
            t.as_of AS asOf, coalesce(want.title, ja.title) AS title,
            coalesce(want.summary, ja.summary) AS summary, coalesce(want.worked, ja.worked) AS worked,
            coalesce(want.office, ja.office) AS office, coalesce(want.lang, 'ja') AS lang
       FROM exchange_case AS t ${wordsJoin('exchange_case', 't.exchange_case_id')}
      WHERE ${where.sql}
      ORDER BY t.start_date DESC, t.position`,
    { lang, ...where.params },
  );
  return withLists(library, lang, rows);
}

function withLists(library: Library, lang: Lang, rows: readonly CaseRow[]): readonly ExchangeCaseView[] {
  const ids = rows.map((row) => row.id);
  const sides = readSides(library, lang, 'exchange_case', ids);
  const fields = readTags(library, 'exchange_case', 'field', ids);
  const purposes = readTags(library, 'exchange_case', 'purpose', ids);
  const who = readTags(library, 'exchange_case', 'actor', ids);
  const tags = readTags(library, 'exchange_case', 'tag', ids);
  const cover = readCovers(library.all, lang, 'exchange_case', ids);
  return rows.map(withDesk).map(({ start_date, end_date, all_wards, online, ...row }) => ({
    ...row,
    when: { start: start_date, end: end_date },
    online: online === 1,
    allWards: all_wards === 1,
    wards: sides.wards(row.id),
    partners: sides.partners(row.id),
    fields: fields(row.id),
    purposes: purposes(row.id) as readonly Purpose[],
    who: who(row.id) as readonly CaseActor[],
    tags: inTagOrder(tags(row.id)),
    cover: cover(row.id),
  }));
}

/** One case with the same issue in other towns beside it. @returns null when there is no such case */
export function readExchangeCase(
  library: Library,
  lang: Lang,
  here: Here,
  id: string,
): ExchangeCaseDetail | null {
  const [found] = readExchangeCases(library, lang, { by: 'id', id });
  if (!found) return null;
  const offers = readOffers(library, lang, here, null)
    .map((offer) => ({ offer, shared: sharedTags(offer.tags, found.tags).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ offer }) => offer);
  return { ...found, sameIssue: sameIssue(library, lang, found), offers };
}

function sameIssue(library: Library, lang: Lang, found: ExchangeCaseView): ExchangeCaseDetail['sameIssue'] {
  const own = new Set(found.partners.map(keyOf));
  return readExchangeCases(library, lang, { by: 'all' })
    .filter((one) => one.id !== found.id && one.partners.every((partner) => !own.has(keyOf(partner))))
    .map((one) => ({ ...one, shared: sharedTags(one.tags, found.tags) }))
    .filter((one) => one.shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, SAME_ISSUE);
}

function keyOf({ kind, id }: PartnerRef): string {
  return `${kind} ${id}`;
}
