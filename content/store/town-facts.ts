/** What a town hands in of itself: contact desks, specialities, festivals, moving and two-base living. */
import type { Lang } from '../pack/lang.ts';
import type { ContactView, FestivalView, LivingView, SpecialityView } from '../pack/town-views.ts';
import type { Day, PartialDate } from '../pack/types.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readCovers } from './pictures.ts';
import { readTags } from './sides.ts';

/** @returns in the source's order */
export function readContacts(library: Library, lang: Lang, code: string): readonly ContactView[] {
  return library.all(
    `SELECT t.town_contact_id AS id, t.subject, coalesce(want.office, ja.office) AS office,
            coalesce(want.note, ja.note) AS note, t.phone, t.email, t.url, t.as_of AS asOf,
            coalesce(want.lang, 'ja') AS lang
       FROM town_contact AS t ${wordsJoin('town_contact', 't.town_contact_id')}
      WHERE t.municipality_id = $code
      ORDER BY t.position`,
    { lang, code },
  );
}

/** @returns in the source's order: the town puts its best first */
export function readSpecialities(library: Library, lang: Lang, code: string): readonly SpecialityView[] {
  const rows = library.all<Omit<SpecialityView, 'months' | 'cover'>>(
    `SELECT t.speciality_id AS id, t.kind, coalesce(want.name, ja.name) AS name, t.kana,
            coalesce(want.summary, ja.summary) AS summary, coalesce(want.place, ja.place) AS place, t.url,
            t.as_of AS asOf, coalesce(want.lang, 'ja') AS lang
       FROM speciality AS t ${wordsJoin('speciality', 't.speciality_id')}
      WHERE t.municipality_id = $code
      ORDER BY t.position`,
    { lang, code },
  );
  const months = monthsOf(library, 'speciality', rows);
  const cover = readCovers(library.all, lang, 'speciality', idsOf(rows));
  return rows.map((row) => ({ ...row, months: months(row.id), cover: cover(row.id) }));
}

/** @returns in the source's order */
export function readFestivals(library: Library, lang: Lang, code: string): readonly FestivalView[] {
  type Row = Omit<FestivalView, 'months' | 'when' | 'cover'> & {
    readonly start: PartialDate | null;
    readonly end: PartialDate | null;
  };
  const rows = library.all<Row>(
    `SELECT t.festival_id AS id, coalesce(want.name, ja.name) AS name, t.kana,
            coalesce(want.summary, ja.summary) AS summary, coalesce(want.period, ja.period) AS period,
            t.start_date AS start, t.end_date AS "end", coalesce(want.place, ja.place) AS place, t.url,
            t.as_of AS asOf, coalesce(want.lang, 'ja') AS lang
       FROM festival AS t ${wordsJoin('festival', 't.festival_id')}
      WHERE t.municipality_id = $code
      ORDER BY t.position`,
    { lang, code },
  );
  const months = monthsOf(library, 'festival', rows);
  const cover = readCovers(library.all, lang, 'festival', idsOf(rows));
  return rows.map(({ start, end, ...row }) => ({
    ...row,
    months: months(row.id),
    when: { start, end },
    cover: cover(row.id),
  }));
}

/** @returns in the source's order; those whose deadline has passed too: the screen says so */
export function readLiving(library: Library, lang: Lang, code: string): readonly LivingView[] {
  type Row = Omit<LivingView, 'contact' | 'cover'> & DeskColumns & { readonly deadline: Day | null };
  const rows = library.all<Row>(
    `SELECT t.living_id AS id, t.kind, coalesce(want.title, ja.title) AS title,
              coalesce(want.summary, ja.summary) AS summary, t.deadline_date AS deadline,
              coalesce(want.office, ja.office) AS office, t.phone, t.url, t.as_of AS asOf,
              coalesce(want.lang, 'ja') AS lang
         FROM living AS t ${wordsJoin('living', 't.living_id')}
        WHERE t.municipality_id = $code
        ORDER BY t.position`,
    { lang, code },
  );
  const cover = readCovers(library.all, lang, 'living', idsOf(rows));
  return rows.map(withDesk).map((row) => ({ ...row, cover: cover(row.id) }));
}

/** The columns of a row that say whom to ask. */
export type DeskColumns = {
  readonly office: string | null;
  readonly phone: string | null;
  readonly url: string | null;
};

/** Gathers whom to ask into one field, as the screen shows it. */
export function withDesk<Row extends DeskColumns>({ office, phone, url, ...row }: Row) {
  return { ...row, contact: { office, phone, url } };
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}

function monthsOf(
  library: Library,
  table: 'speciality' | 'festival',
  rows: readonly { readonly id: string }[],
): (id: string) => readonly number[] {
  const months = readTags(
    library,
    table,
    'month',
    rows.map((row) => row.id),
  );
  return (id) => months(id).map(Number);
}
