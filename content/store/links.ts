/** Links between wards and towns (連携・交流). */
import type { Lang } from '../pack/lang.ts';
import type { LinkType, PartialDate, Purpose } from '../pack/types.ts';
import type { LinkView } from '../pack/views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { type Selection, whereOf } from './selection.ts';
import { readSides } from './sides.ts';

type LinkRow = {
  readonly id: string;
  readonly type: LinkType;
  readonly all_wards: number;
  readonly start_date: PartialDate | null;
  readonly end_date: PartialDate | null;
  readonly known_by: string | null;
  readonly online: number;
  readonly title: string;
  readonly note: string | null;
  readonly lang: Lang;
};

/** @returns newest first; those without a date last, in the source's order */
export function readLinks(library: Library, lang: Lang, selection: Selection): readonly LinkView[] {
  const where = whereOf('link', selection);
  const rows = library.all<LinkRow>(
    `SELECT t.link_id AS id, t.type, t.all_wards, t.start_date, t.end_date, t.known_by, t.online,
            coalesce(want.title, ja.title) AS title, coalesce(want.note, ja.note) AS note,
            coalesce(want.lang, 'ja') AS lang
       FROM link AS t ${wordsJoin('link', 't.link_id')}
      WHERE ${where.sql}
      ORDER BY coalesce(t.start_date, t.known_by, '') DESC, t.position`,
    { lang, ...where.params },
  );
  const sides = readSides(
    library,
    lang,
    'link',
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    title: row.title,
    note: row.note,
    when: { start: row.start_date, end: row.end_date },
    knownBy: row.known_by,
    online: row.online === 1,
    allWards: row.all_wards === 1,
    wards: sides.wards(row.id),
    partners: sides.partners(row.id),
    lang: row.lang,
  }));
}

/** Codes of the towns a ward has links or told cases with, or any ward where `ward` is null. Sorted. */
export function linkedTowns(library: Library, ward: string | null): readonly string[] {
  const rows = library.all<{ readonly code: string }>(
    `SELECT t.municipality_id AS code FROM link_town AS t
      WHERE $ward IS NULL
         OR EXISTS (SELECT 1 FROM link_ward AS w WHERE w.link_id = t.link_id AND w.ward_id = $ward)
      UNION
     SELECT t.municipality_id AS code FROM exchange_case_town AS t
      WHERE $ward IS NULL
         OR EXISTS (SELECT 1 FROM exchange_case_ward AS w
                     WHERE w.exchange_case_id = t.exchange_case_id AND w.ward_id = $ward)
      ORDER BY code`,
    { ward },
  );
  return rows.map((row) => row.code);
}

/** Ids of links that serve a purpose, or all with any purpose. */
export function linkIdsByPurpose(library: Library, purpose: Purpose | null): ReadonlySet<string> {
  const rows = library.all<{ readonly id: string }>(
    'SELECT DISTINCT link_id AS id FROM link_purpose WHERE $purpose IS NULL OR purpose = $purpose ORDER BY link_id',
    { purpose },
  );
  return new Set(rows.map((row) => row.id));
}
