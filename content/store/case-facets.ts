/**
 * By what a case can be found, for every case of the library: told cases, newsletter articles, and links
 * with a purpose. Codes and ids only, so that narrowing down reads no words; made once per library.
 */
import type { CaseActor, Purpose, Tag } from '../pack/types.ts';
import type { Library } from './library.ts';
import { inTagOrder } from './tags.ts';

export type CaseTable = 'exchange_case' | 'article' | 'link';

export type CaseFacets = {
  readonly table: CaseTable;
  readonly id: string;
  /** Sorts by time: date as far as it is known, or ''. */
  readonly date: string;
  readonly fields: readonly string[];
  readonly wards: readonly string[];
  readonly prefectures: readonly string[];
  readonly years: readonly number[];
  readonly who: readonly CaseActor[];
  readonly tags: readonly Tag[];
  readonly purposes: readonly Purpose[];
};

const known = new WeakMap<Library, readonly CaseFacets[]>();

export function caseFacets(library: Library): readonly CaseFacets[] {
  const made = known.get(library) ?? makeFacets(library);
  known.set(library, made);
  return made;
}

function makeFacets(library: Library): readonly CaseFacets[] {
  const prefectureOf = prefectures(library);
  return [
    ...facetsOf(library, 'exchange_case', prefectureOf),
    ...facetsOf(library, 'article', prefectureOf),
    ...facetsOf(library, 'link', prefectureOf),
  ];
}

type Row = {
  readonly id: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly type: string;
};

/** Which rows of a table are cases, and from when they are. All text is written here. */
const ROWS: Readonly<Record<CaseTable, string>> = {
  exchange_case: `SELECT exchange_case_id AS id, start_date AS start, end_date AS "end", '' AS type
                    FROM exchange_case ORDER BY position`,
  article: `SELECT article_id AS id, coalesce(t.start_date, i.issue_date) AS start, t.end_date AS "end", '' AS type
              FROM article AS t JOIN issue AS i ON i.issue_id = t.issue_id
             WHERE t.kind = 'case' OR EXISTS (SELECT 1 FROM article_purpose AS p WHERE p.article_id = t.article_id)
             ORDER BY t.issue_id, t.position`,
  link: `SELECT link_id AS id, coalesce(start_date, known_by) AS start, end_date AS "end", type
           FROM link AS t
          WHERE EXISTS (SELECT 1 FROM link_purpose AS p WHERE p.link_id = t.link_id)
          ORDER BY t.position`,
};

/** Lists that a table of cases has: facet -> table and column. */
const LISTS: Readonly<Record<CaseTable, Readonly<Record<string, readonly [string, string]>>>> = {
  exchange_case: {
    fields: ['exchange_case_field', 'field_id'],
    wards: ['exchange_case_ward', 'ward_id'],
    purposes: ['exchange_case_purpose', 'purpose'],
    who: ['exchange_case_actor', 'actor'],
    tags: ['exchange_case_tag', 'tag'],
  },
  article: {
    fields: ['article_field', 'field_id'],
    wards: ['article_ward', 'ward_id'],
    purposes: ['article_purpose', 'purpose'],
  },
  link: { wards: ['link_ward', 'ward_id'], purposes: ['link_purpose', 'purpose'] },
};

/** What the type of a bare link says of who carried it; nothing where it says nothing. */
const WHO_OF_LINK: Readonly<Record<string, readonly CaseActor[]>> = {
  school: ['schools'],
  agreement: ['government'],
  committee: ['government'],
  proposal: ['government'],
};

function facetsOf(
  library: Library,
  table: CaseTable,
  prefectureOf: (kind: string, id: string) => string | undefined,
): readonly CaseFacets[] {
  const valuesOf = (facet: string): ((id: string) => readonly string[]) => {
    const place = LISTS[table][facet];
    return place ? readList(library, table, place) : () => [];
  };
  const [fields, wards, purposes, who, tags] = ['fields', 'wards', 'purposes', 'who', 'tags'].map(valuesOf);
  const partners = readPartnerPrefectures(library, table, prefectureOf);
  return library.all<Row>(ROWS[table]).map(({ id, start, end, type }) => ({
    table,
    id,
    date: start ?? '',
    fields: fields?.(id) ?? [],
    wards: wards?.(id) ?? [],
    prefectures: partners(id),
    years: yearsOf(start, end),
    who: [...((who?.(id) ?? []) as readonly CaseActor[]), ...(WHO_OF_LINK[type] ?? [])],
    tags: inTagOrder(tags?.(id) ?? []),
    purposes: (purposes?.(id) ?? []) as readonly Purpose[],
  }));
}

/** Every year from the first to the last; a case that goes on counts in its first year. */
function yearsOf(start: string | null, end: string | null): readonly number[] {
  if (start === null) return [];
  const first = Number(start.slice(0, 4));
  const last = Number((end ?? start).slice(0, 4));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

function readList(
  library: Library,
  table: CaseTable,
  [from, column]: readonly [string, string],
): (id: string) => readonly string[] {
  const rows = library.all<{ readonly id: string; readonly value: string }>(
    `SELECT ${table}_id AS id, ${column} AS value FROM ${from} ORDER BY ${table}_id, ${column}`,
  );
  return grouped(rows.map(({ id, value }) => [id, value]));
}

function readPartnerPrefectures(
  library: Library,
  table: CaseTable,
  prefectureOf: (kind: string, id: string) => string | undefined,
): (id: string) => readonly string[] {
  const rows = library.all<{ readonly id: string; readonly kind: string; readonly partner: string }>(
    `SELECT ${table}_id AS id, partner_kind AS kind, partner_id AS partner
       FROM ${table}_partner ORDER BY ${table}_id, position`,
  );
  return grouped(
    rows.flatMap(({ id, kind, partner }): [string, string][] => {
      const prefecture = prefectureOf(kind, partner);
      return prefecture === undefined ? [] : [[id, prefecture]];
    }),
  );
}

/** Prefecture of any partner that lies in one. */
function prefectures(library: Library): (kind: string, id: string) => string | undefined {
  const groups = new Map<string, string>();
  for (const kind of ['area', 'association'] as const) {
    const rows = library.all<{ readonly id: string; readonly prefecture: string | null }>(
      `SELECT ${kind}_id AS id, prefecture_id AS prefecture FROM ${kind} ORDER BY ${kind}_id`,
    );
    for (const { id, prefecture } of rows) if (prefecture) groups.set(`${kind} ${id}`, prefecture);
  }
  const { towns } = library.names('ja');
  return (kind, id) => {
    if (kind === 'municipality') return towns.get(id)?.prefectureId;
    return kind === 'prefecture' ? id : groups.get(`${kind} ${id}`);
  };
}

/** Values by key, each once, in the order given. */
function grouped(pairs: readonly (readonly [string, string])[]): (id: string) => readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const [id, value] of pairs) {
    const group = groups.get(id) ?? new Set();
    groups.set(id, group.add(value));
  }
  return (id) => [...(groups.get(id) ?? [])];
}
