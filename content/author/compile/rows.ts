/** Helpers that turn source values into rows of a draft. */
import { LANGS, type Lang } from '../../pack/lang.ts';
import type { Cell, Draft } from '../draft.ts';
import type { PreparedMedia } from '../media/prepare.ts';
import type { Memo } from '../memo.ts';
import type { Reader } from '../ruby/reader.ts';
import type { Texts } from '../shapes.ts';
import { mustResolve, type Reference, townsOf, type World } from '../world.ts';

export type Compiler = {
  readonly draft: Draft;
  readonly world: World;
  /** Pictures, films and pages, made already. */
  readonly media: PreparedMedia;
  /** Reads the pack's Japanese. */
  readonly reader: Reader;
  /** What was worked out for single texts and entries before. */
  readonly memo: Memo;
};

/** Languages in which `texts` says something, in the fixed order of LANGS. */
export function langsOf(texts: Texts): readonly Lang[] {
  return LANGS.filter((lang) => texts[lang] !== undefined);
}

/**
 * Writes one `<table>_text` row per language of `main`. Other texts that lack a language fall back to
 * Japanese within the row, so that a row is never half empty.
 *
 * @param columns column -> texts; null where the thing has none
 */
export function insertWords(
  { draft }: Compiler,
  table: string,
  id: string | number,
  main: Texts,
  columns: Readonly<Record<string, Texts | null>>,
): void {
  for (const lang of langsOf(main)) {
    const row: Record<string, Cell> = { [`${table}_id`]: id, lang };
    for (const [column, texts] of Object.entries(columns))
      row[column] = texts ? (texts[lang] ?? texts.ja) : null;
    draft.insert(`${table}_text`, row);
  }
}

export function flag(value: boolean): number {
  return value ? 1 : 0;
}

type Exchange = { readonly wards: 'all' | readonly string[]; readonly partners: readonly string[] };

/** Writes `<table>_ward`, `<table>_partner` and `<table>_town` of a link, an event or an article. */
export function insertSides(compiler: Compiler, table: string, id: string, row: Exchange): void {
  const { draft, world } = compiler;
  const wards = row.wards === 'all' ? [] : row.wards.map((ward) => mustResolve(ward, world).id);
  for (const ward of unique(wards)) draft.insert(`${table}_ward`, { [`${table}_id`]: id, ward_id: ward });
  insertPartners(compiler, table, id, row.partners);
}

/** Writes `<table>_partner` and, areas spelled out, `<table>_town`. */
export function insertPartners(
  compiler: Compiler,
  table: string,
  id: string,
  partners: readonly string[],
  withTowns = true,
): void {
  const { draft, world } = compiler;
  const references = partners.map((text) => mustResolve(text, world));
  references.forEach((partner: Reference, position) => {
    draft.insert(`${table}_partner`, {
      [`${table}_id`]: id,
      position,
      partner_kind: partner.kind,
      partner_id: partner.id,
    });
  });
  if (!withTowns) return;
  for (const town of townsOf(references, world)) {
    draft.insert(`${table}_town`, { [`${table}_id`]: id, municipality_id: town });
  }
}

export function insertTags(
  { draft }: Compiler,
  table: string,
  tag: string,
  id: string,
  values: readonly string[],
): void {
  for (const value of unique(values)) {
    draft.insert(`${table}_${tag}`, {
      [`${table}_id`]: id,
      [tag === 'field' || tag === 'link' ? `${tag}_id` : tag]: value,
    });
  }
}

export function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
