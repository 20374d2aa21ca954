/** Groups of towns: prefectures, areas, associations; and bodies that work with the wards. */
import type { Lang } from '../pack/lang.ts';
import type { MunicipalityKind, PartialDate, PartnerKind } from '../pack/types.ts';
import type { AssociationView, BodyView, GroupView, TownSummary } from '../pack/views.ts';
import { readArticles } from './articles.ts';
import { readEvents } from './events.ts';
import type { Library } from './library.ts';
import { readLinks } from './links.ts';
import { wordsJoin } from './names.ts';

type GroupKind = Exclude<PartnerKind, 'municipality'>;

/** A mayors' association (市長会) is made of cities, a 町村会 of towns and villages. */
const MEMBER_KINDS: Readonly<Record<AssociationView['kind'], readonly MunicipalityKind[]>> = {
  mayors: ['city'],
  'towns-villages': ['town', 'village'],
};

/** @returns by date of agreement, then by the source's order */
export function readAssociations(library: Library, lang: Lang): readonly AssociationView[] {
  type Row = Omit<AssociationView, 'exact' | 'prefecture' | 'date'> & {
    readonly agreement_date: PartialDate | null;
    readonly known_by: PartialDate | null;
  };
  const rows = library.all<Row>(
    `SELECT t.association_id AS id, t.prefecture_id AS prefectureId, t.kind, t.agreement_date, t.known_by,
            coalesce(want.name, ja.name) AS name
       FROM association AS t ${wordsJoin('association', 't.association_id')}
      ORDER BY coalesce(t.agreement_date, t.known_by), t.position`,
    { lang },
  );
  const { prefectures } = library.names(lang);
  return rows.map(({ agreement_date, known_by, ...row }) => ({
    ...row,
    prefecture: prefectures.get(row.prefectureId)?.name ?? row.prefectureId,
    date: agreement_date ?? known_by ?? '',
    exact: agreement_date !== null,
  }));
}

/** @returns all areas in the source's order */
export function readAreas(library: Library, lang: Lang): readonly BodyView[] {
  const { prefectures } = library.names(lang);
  return library
    .all<Pick<BodyView, 'id' | 'name' | 'note'> & { readonly prefecture: string | null }>(
      `SELECT t.area_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.note, ja.note) AS note,
              t.prefecture_id AS prefecture
         FROM area AS t ${wordsJoin('area', 't.area_id')} ORDER BY t.position`,
      { lang },
    )
    .map(({ prefecture, ...row }) => ({
      kind: 'area',
      ...row,
      region: (prefecture && prefectures.get(prefecture)?.region) || null,
    }));
}

/** @returns all bodies that work with the wards, in the source's order */
export function readOrganisations(library: Library, lang: Lang): readonly BodyView[] {
  return library
    .all<Pick<BodyView, 'id' | 'name' | 'note'>>(
      `SELECT t.organisation_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.role, ja.role) AS note
         FROM organisation AS t ${wordsJoin('organisation', 't.organisation_id')} ORDER BY t.position`,
      { lang },
    )
    .map((row) => ({ kind: 'organisation', ...row, region: null }));
}

/** Ids of associations with an agreement that a town belongs to. */
export function associationsOf(library: Library, town: TownSummary): readonly string[] {
  return readAssociations(library, 'ja')
    .filter((row) => row.prefectureId === town.prefectureId && MEMBER_KINDS[row.kind].includes(town.kind))
    .map((row) => row.id);
}

/** Codes of all towns whose association has an agreement. */
export function townsUnderAgreement(library: Library): ReadonlySet<string> {
  const covered = new Set(
    readAssociations(library, 'ja').flatMap((row) =>
      MEMBER_KINDS[row.kind].map((kind) => `${row.prefectureId} ${kind}`),
    ),
  );
  const towns = [...library.names('ja').towns.values()];
  return new Set(
    towns.filter((town) => covered.has(`${town.prefectureId} ${town.kind}`)).map((town) => town.code),
  );
}

/** @returns null when there is no such group */
export function readGroup(library: Library, lang: Lang, kind: GroupKind, id: string): GroupView | null {
  const facts = groupFacts(library, lang, kind, id);
  if (!facts) return null;
  const selection = { by: 'partner', kind, id } as const;
  return {
    kind,
    id,
    ...facts,
    links: readLinks(library, lang, selection),
    articles: readArticles(library, lang, selection),
    events: readEvents(library, lang, selection),
  };
}

type Facts = Omit<GroupView, 'kind' | 'id' | 'links' | 'articles' | 'events'>;

function groupFacts(library: Library, lang: Lang, kind: GroupKind, id: string): Facts | null {
  switch (kind) {
    case 'prefecture':
      return prefectureFacts(library, lang, id);
    case 'area':
      return areaFacts(library, lang, id);
    case 'association':
      return associationFacts(library, lang, id);
    case 'organisation':
      return organisationFacts(library, lang, id);
  }
}

const NO_FACTS = {
  kana: null,
  note: null,
  region: null,
  prefecture: null,
  municipalityCount: null,
  agreement: null,
  towns: [],
} as const;

function prefectureFacts(library: Library, lang: Lang, id: string): Facts | null {
  const row = library.names(lang).prefectures.get(id);
  if (!row) return null;
  const towns = townsWhere(library, lang, (town) => town.prefectureId === id);
  return {
    ...NO_FACTS,
    name: row.name,
    kana: row.kana,
    region: row.region,
    municipalityCount: towns.length,
    towns,
  };
}

function areaFacts(library: Library, lang: Lang, id: string): Facts | null {
  type Row = {
    readonly name: string;
    readonly note: string | null;
    readonly kana: string;
    readonly prefecture: string | null;
    readonly count: number | null;
  };
  const [row] = library.all<Row>(
    `SELECT coalesce(want.name, ja.name) AS name, coalesce(want.note, ja.note) AS note, t.kana,
            t.prefecture_id AS prefecture, t.municipality_count AS count
       FROM area AS t ${wordsJoin('area', 't.area_id')} WHERE t.area_id = $id`,
    { lang, id },
  );
  if (!row) return null;
  const members = library.all<{ readonly code: string }>(
    'SELECT municipality_id AS code FROM area_member WHERE area_id = $id ORDER BY municipality_id',
    { id },
  );
  const names = library.names(lang);
  return {
    ...NO_FACTS,
    name: row.name,
    kana: row.kana,
    note: row.note,
    municipalityCount: row.count,
    region: (row.prefecture && names.prefectures.get(row.prefecture)?.region) || null,
    prefecture: row.prefecture ? names.partner('prefecture', row.prefecture) : null,
    towns: members.flatMap((member) => names.town(member.code) ?? []),
  };
}

function associationFacts(library: Library, lang: Lang, id: string): Facts | null {
  const row = readAssociations(library, lang).find((one) => one.id === id);
  if (!row) return null;
  const names = library.names(lang);
  const kinds = MEMBER_KINDS[row.kind];
  return {
    ...NO_FACTS,
    name: row.name,
    region: names.prefectures.get(row.prefectureId)?.region ?? null,
    prefecture: names.partner('prefecture', row.prefectureId),
    agreement: { date: row.date, exact: row.exact },
    towns: townsWhere(
      library,
      lang,
      (town) => town.prefectureId === row.prefectureId && kinds.includes(town.kind),
    ),
  };
}

function organisationFacts(library: Library, lang: Lang, id: string): Facts | null {
  const [row] = library.all<{ readonly name: string; readonly role: string | null }>(
    `SELECT coalesce(want.name, ja.name) AS name, coalesce(want.role, ja.role) AS role
       FROM organisation AS t ${wordsJoin('organisation', 't.organisation_id')} WHERE t.organisation_id = $id`,
    { lang, id },
  );
  return row ? { ...NO_FACTS, name: row.name, note: row.role } : null;
}

function townsWhere(
  library: Library,
  lang: Lang,
  keep: (town: TownSummary) => boolean,
): readonly TownSummary[] {
  return [...library.names(lang).towns.values()].filter(keep);
}
