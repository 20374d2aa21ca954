/** Everything a source may refer to: the gazetteer and what the base pack names. */
import type { PartnerKind } from '../pack/types.ts';
import type { Gazetteer, GazetteerMunicipality, GazetteerPrefecture } from './gazetteer/gazetteer.ts';
import type { KnownName } from './ruby/reader.ts';
import type { BaseSource } from './source.ts';

export type World = {
  readonly municipalities: ReadonlyMap<string, GazetteerMunicipality>;
  readonly prefectures: ReadonlyMap<string, GazetteerPrefecture>;
  /** Area id -> codes of its members, in the source's order. */
  readonly areaMembers: ReadonlyMap<string, readonly string[]>;
  readonly associations: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly venues: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Names the base hands in together with their kana. */
  readonly names: readonly KnownName[];
};

export type Reference = { readonly kind: PartnerKind; readonly id: string };

export function makeWorld(gazetteer: Gazetteer, base: BaseSource | null): World {
  const ids = (rows: readonly { readonly id: string }[] | undefined) =>
    new Set((rows ?? []).map((row) => row.id));
  const areas = base?.areas.value ?? [];
  return {
    municipalities: new Map(gazetteer.municipalities.map((row) => [row.code, row])),
    prefectures: new Map(gazetteer.prefectures.map((row) => [row.code, row])),
    areaMembers: new Map(
      areas.map((area) => [area.id, area.members.map((member) => member.trim().slice(0, 6))]),
    ),
    associations: ids(base?.associations.value),
    organisations: ids(base?.organisations.value),
    venues: ids(base?.venues.value),
    fields: ids(base?.project.value.fields),
    links: ids(base?.links.value),
    names: base === null ? [] : namesWithKana(base),
  };
}

function namesWithKana(base: BaseSource): readonly KnownName[] {
  return [...base.areas.value, ...base.specialities.value, ...base.festivals.value].flatMap(
    ({ name, kana }) => (kana === undefined ? [] : { name: name.ja, kana }),
  );
}

/**
 * Reads `012068 釧路市`, `01 北海道`, `area tokachi`, `association …`, `organisation …`.
 *
 * @returns the reference, or a sentence for staff that says what is wrong
 */
export function resolveReference(text: string, world: World): Reference | string {
  const [head = '', ...rest] = text.trim().split(/[ \u3000]+/);
  const tail = rest.join(' ');
  if (/^\d{6}$/.test(head))
    return resolvePlace('municipality', head, tail, world.municipalities.get(head)?.nameJa);
  if (/^\d{2}$/.test(head))
    return resolvePlace('prefecture', head, tail, world.prefectures.get(head)?.nameJa);
  switch (head) {
    case 'area':
      return world.areaMembers.has(tail)
        ? { kind: 'area', id: tail }
        : `areas.yaml に「${tail}」がありません`;
    case 'association':
      return world.associations.has(tail)
        ? { kind: 'association', id: tail }
        : `associations.yaml に「${tail}」がありません`;
    case 'organisation':
      return world.organisations.has(tail)
        ? { kind: 'organisation', id: tail }
        : `organisations.yaml に「${tail}」がありません`;
    default:
      return `「${text}」を読めません。「012068 釧路市」や「area tokachi」の形で書いてください`;
  }
}

function resolvePlace(
  kind: 'municipality' | 'prefecture',
  code: string,
  name: string,
  known: string | undefined,
): Reference | string {
  if (known === undefined) {
    const what = kind === 'municipality' ? '自治体' : '都道府県';
    return `コード ${code} の${what}はありません。番号を確かめてください`;
  }
  if (name !== known)
    return `コード ${code} は「${known}」です（「${name}」と書かれています）。どちらかを直してください`;
  return { kind, id: code };
}

/** The same, for a source that has been checked: a wrong reference is our bug. */
export function mustResolve(text: string, world: World): Reference {
  const reference = resolveReference(text, world);
  if (typeof reference === 'string') throw new Error(reference);
  return reference;
}

/** Municipalities a list of partners names, areas spelled out; sorted, each once. */
export function townsOf(partners: readonly Reference[], world: World): readonly string[] {
  const towns = partners.flatMap((partner) => {
    if (partner.kind === 'municipality') return [partner.id];
    return partner.kind === 'area' ? (world.areaMembers.get(partner.id) ?? []) : [];
  });
  return [...new Set(towns)].sort();
}
