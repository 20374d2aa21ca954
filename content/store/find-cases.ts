/** Cases by field, ward, prefecture, year, who, theme and purpose, with the choices that are left. */
import type { Lang } from '../pack/lang.ts';
import type { CaseChoices, CaseFilter, CasesView, Choice } from '../pack/town-views.ts';
import { CASE_ACTORS, PURPOSES, TAGS } from '../pack/types.ts';
import type { CaseView } from '../pack/views.ts';
import { readArticles } from './articles.ts';
import { type CaseFacets, type CaseTable, caseFacets } from './case-facets.ts';
import { readExchangeCases } from './exchange-cases.ts';
import type { Here } from './exhibitions.ts';
import { wardOf } from './home.ts';
import type { Library } from './library.ts';
import { readLinks } from './links.ts';
import { wordsJoin } from './names.ts';

/** Most cases one call may return. */
export const MAX_CASES = 60;

const KIND_ORDER: Readonly<Record<CaseTable, number>> = { exchange_case: 0, article: 1, link: 2 };

type FilterKey = keyof CaseFilter;

/** Whether a case passes one part of a filter. */
const PASSES: {
  readonly [K in FilterKey]: (one: CaseFacets, value: NonNullable<CaseFilter[K]>) => boolean;
} = {
  field: (one, value) => one.fields.includes(value),
  ward: (one, value) => one.wards.includes(value),
  prefecture: (one, value) => one.prefectures.includes(value),
  year: (one, value) => one.years.includes(value),
  who: (one, value) => one.who.includes(value),
  tag: (one, value) => one.tags.includes(value),
  purpose: (one, value) => one.purposes.includes(value),
};

/**
 * @param offset of the first case wanted, 0..
 * @param limit  1..MAX_CASES
 * @throws {RangeError} offset or limit out of range: a caller's bug
 */
export function findCases(
  library: Library,
  lang: Lang,
  here: Here,
  filter: CaseFilter,
  offset: number,
  limit: number,
): CasesView {
  if (!Number.isInteger(offset) || offset < 0 || !Number.isInteger(limit) || limit < 1 || limit > MAX_CASES) {
    throw new RangeError(`findCases: ${offset}, ${limit} is not within 0.., 1..${MAX_CASES}`);
  }
  const all = caseFacets(library);
  const ward = wardOf(library, lang, here)?.code ?? null;
  const found = all.filter((one) => passes(one, filter)).sort(order(ward));
  return {
    filter,
    total: found.length,
    cases: readInOrder(library, lang, found.slice(offset, offset + limit)),
    choices: choicesOf(library, lang, all, filter),
  };
}

/** @param but a part of the filter that does not count */
function passes(one: CaseFacets, filter: CaseFilter, but?: FilterKey): boolean {
  return (Object.keys(PASSES) as FilterKey[]).every((key) => key === but || passesPart(one, filter, key));
}

function passesPart<K extends FilterKey>(one: CaseFacets, filter: CaseFilter, key: K): boolean {
  const value = filter[key];
  return value === null || PASSES[key](one, value);
}

/** The hall's own ward first, then by kind, then newest first. Sorting is stable: the source's order last. */
function order(ward: string | null): (a: CaseFacets, b: CaseFacets) => number {
  const foreign = (one: CaseFacets): number => (ward !== null && one.wards.includes(ward) ? 0 : 1);
  return (a, b) =>
    foreign(a) - foreign(b) ||
    KIND_ORDER[a.table] - KIND_ORDER[b.table] ||
    (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
}

function readInOrder(library: Library, lang: Lang, page: readonly CaseFacets[]): readonly CaseView[] {
  const idsOf = (table: CaseTable) => ({
    by: 'ids' as const,
    ids: page.filter((one) => one.table === table).map((one) => one.id),
  });
  const names = library.names(lang);
  const views = new Map<string, CaseView>();
  for (const one of readExchangeCases(library, lang, idsOf('exchange_case'))) {
    views.set(`exchange_case ${one.id}`, { kind: 'case', case: one });
  }
  for (const article of readArticles(library, lang, idsOf('article'))) {
    views.set(`article ${article.id}`, { kind: 'article', article });
  }
  for (const link of readLinks(library, lang, idsOf('link'))) {
    const town = link.partners.find((partner) => partner.kind === 'municipality');
    views.set(`link ${link.id}`, { kind: 'link', link, town: town ? names.town(town.id) : null });
  }
  return page.flatMap(({ table, id }) => views.get(`${table} ${id}`) ?? []);
}

function choicesOf(
  library: Library,
  lang: Lang,
  all: readonly CaseFacets[],
  filter: CaseFilter,
): CaseChoices {
  const names = library.names(lang);
  /** Values of one facet that leave something, or are chosen, in the order of `values`. */
  function choices<T extends string | number>(
    key: FilterKey,
    values: readonly T[],
    valuesOf: (one: CaseFacets) => readonly T[],
    nameOf: (value: T) => string = String,
  ): readonly Choice<T>[] {
    const counts = new Map<T, number>();
    for (const one of all.filter((each) => passes(each, filter, key))) {
      for (const value of new Set(valuesOf(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return values
      .map((value) => ({ value, name: nameOf(value), count: counts.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === filter[key]);
  }
  const fields = fieldNames(library, lang);
  const years = [...new Set(all.flatMap((one) => one.years))].sort((a, b) => b - a);
  return {
    fields: choices(
      'field',
      [...fields.keys()],
      (one) => one.fields,
      (id) => fields.get(id) ?? id,
    ),
    wards: choices(
      'ward',
      [...new Set(all.flatMap((one) => one.wards))].sort(),
      (one) => one.wards,
      (code) => names.partner('municipality', code).name,
    ),
    prefectures: choices(
      'prefecture',
      [...names.prefectures.keys()],
      (one) => one.prefectures,
      (id) => names.partner('prefecture', id).name,
    ),
    years: choices('year', years, (one) => one.years),
    who: choices('who', CASE_ACTORS, (one) => one.who),
    tags: choices('tag', TAGS, (one) => one.tags),
    purposes: choices('purpose', PURPOSES, (one) => one.purposes),
  };
}

/** The fields of the project by id, in its order. */
function fieldNames(library: Library, lang: Lang): ReadonlyMap<string, string> {
  const rows = library.all<{ readonly id: string; readonly name: string }>(
    `SELECT t.field_id AS id, coalesce(want.name, ja.name) AS name
       FROM field AS t ${wordsJoin('field', 't.field_id')} ORDER BY t.position`,
    { lang },
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
