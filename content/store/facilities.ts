/** Places of the wards that towns may use: halls, galleries, shops. */
import type { Lang } from '../pack/lang.ts';
import type { FacilityView } from '../pack/town-views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readCovers } from './pictures.ts';
import { type DeskColumns, withDesk } from './town-facts.ts';

type FacilityRow = DeskColumns &
  Omit<FacilityView, 'ward' | 'contact' | 'cover'> & { readonly wardId: string };

/**
 * @param ward code; null for all wards
 * @returns    by ward, then in the source's order
 */
export function readFacilities(library: Library, lang: Lang, ward: string | null): readonly FacilityView[] {
  const rows = library.all<FacilityRow>(
    `SELECT t.facility_id AS id, t.ward_id AS wardId, t.kind, coalesce(want.name, ja.name) AS name,
            coalesce(want.summary, ja.summary) AS summary, coalesce(want.place, ja.place) AS place,
            t.capacity, t.area_m2 AS areaM2, coalesce(want.rule, ja.rule) AS rule,
            coalesce(want.fee, ja.fee) AS fee, coalesce(want.office, ja.office) AS office, t.phone, t.url,
            t.as_of AS asOf, coalesce(want.lang, 'ja') AS lang
       FROM facility AS t ${wordsJoin('facility', 't.facility_id')}
      WHERE $ward IS NULL OR t.ward_id = $ward
      ORDER BY t.ward_id, t.position`,
    { lang, ward },
  );
  const names = library.names(lang);
  const cover = readCovers(
    library.all,
    lang,
    'facility',
    rows.map((row) => row.id),
  );
  return rows.map(withDesk).map(({ wardId, ...row }) => ({
    ...row,
    cover: cover(row.id),
    ward: names.partner('municipality', wardId),
  }));
}
