/** The two sides of a link, an event or an article: its wards and its partners, for a list of ids. */
import type { Lang } from '../pack/lang.ts';
import type { PartnerKind } from '../pack/types.ts';
import type { PartnerRef } from '../pack/views.ts';
import type { Library } from './library.ts';

export type Sides = {
  readonly wards: (id: string) => readonly PartnerRef[];
  readonly partners: (id: string) => readonly PartnerRef[];
};

/** Tables that have sides; a closed list, so that no other text ever becomes SQL. */
export type SidedTable = 'link' | 'event' | 'article' | 'exchange_case';

/** Tables with plain lists of values, and the lists. */
export type TaggedTable = 'article' | 'exchange_case' | 'offer' | 'speciality' | 'festival';
export type TagList = 'purpose' | 'field' | 'actor' | 'tag' | 'month';

export function readSides(library: Library, lang: Lang, table: SidedTable, ids: readonly string[]): Sides {
  if (ids.length === 0) return { wards: () => [], partners: () => [] };
  const names = library.names(lang);
  const wards = library.all<{ readonly id: string; readonly ward: string }>(
    `SELECT ${table}_id AS id, ward_id AS ward FROM ${table}_ward
      WHERE ${table}_id IN (SELECT value FROM json_each($ids)) ORDER BY ${table}_id, ward_id`,
    { ids: JSON.stringify(ids) },
  );
  return {
    wards: grouped(wards.map((row) => [row.id, names.partner('municipality', row.ward)])),
    partners: readPartners(library, lang, table, ids),
  };
}

export function readPartners(
  library: Library,
  lang: Lang,
  table: SidedTable | 'exhibition' | 'disaster',
  ids: readonly string[],
): (id: string) => readonly PartnerRef[] {
  const names = library.names(lang);
  const rows = library.all<{ readonly id: string; readonly kind: PartnerKind; readonly partner: string }>(
    `SELECT ${table}_id AS id, partner_kind AS kind, partner_id AS partner FROM ${table}_partner
      WHERE ${table}_id IN (SELECT value FROM json_each($ids)) ORDER BY ${table}_id, position`,
    { ids: JSON.stringify(ids) },
  );
  return grouped(rows.map((row) => [row.id, names.partner(row.kind, row.partner)]));
}

/** Tags of a list of things (`article_purpose`, `article_field`), sorted as text. */
export function readTags(
  library: Library,
  table: TaggedTable,
  tag: TagList,
  ids: readonly string[],
): (id: string) => readonly string[] {
  const column = tag === 'field' ? 'field_id' : tag;
  const rows = library.all<{ readonly id: string; readonly tag: string }>(
    `SELECT ${table}_id AS id, ${column} AS tag FROM ${table}_${tag}
      WHERE ${table}_id IN (SELECT value FROM json_each($ids)) ORDER BY ${table}_id, ${column}`,
    { ids: JSON.stringify(ids) },
  );
  return grouped(rows.map((row) => [row.id, row.tag]));
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const [id, value] of pairs) {
    const group = groups.get(id);
    if (group) group.push(value);
    else groups.set(id, [value]);
  }
  return (id) => groups.get(id) ?? [];
}
