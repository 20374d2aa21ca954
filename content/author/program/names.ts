/** Which venues and exhibitions there are, and which of them somebody meant. */
import { LANGS } from '../../pack/lang.ts';
import { keyOf } from '../workbook/columns.ts';

export type NamedThing = {
  readonly id: string;
  /** Japanese. */
  readonly name: string;
  /** Other ways in which people write it. */
  readonly also: readonly string[];
};

/** What a program may speak of. */
export type ProgramNames = {
  /** Halls first: those that a kiosk may stand in. */
  readonly venues: readonly NamedThing[];
  readonly exhibitions: readonly NamedThing[];
};

/** The part of a library (or of published packs) that names are read from. */
type Rows = <Row>(sql: string, params?: Readonly<Record<string, string>>) => readonly Row[];

type NameRow = { readonly id: string; readonly lang: string; readonly name: string };

/** Names as the packs tell them. */
export function namesOf(all: Rows): ProgramNames {
  const wards = new Map(
    all<{ readonly venue: string; readonly ward: string }>(
      `SELECT venue.venue_id AS venue, municipality_text.name AS ward FROM venue
         JOIN municipality_text ON municipality_text.municipality_id = venue.ward_id AND municipality_text.lang = 'ja'
        WHERE venue.is_hall = 1`,
    ).map((row) => [row.venue, row.ward]),
  );
  const order = all<{ readonly id: string }>(
    'SELECT venue_id AS id FROM venue ORDER BY is_hall DESC, position',
  ).map((row) => row.id);
  const venues = collect(all<NameRow>('SELECT venue_id AS id, lang, name FROM venue_text'));
  const exhibitions = collect(
    all<NameRow>('SELECT exhibition_id AS id, lang, title AS name FROM exhibition_text'),
  );
  return {
    venues: order.flatMap((id) => {
      const venue = venues.get(id);
      const ward = wards.get(id);
      return venue === undefined ? [] : [{ ...venue, also: [...venue.also, ...(ward ? [ward] : [])] }];
    }),
    exhibitions: [...exhibitions.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function collect(rows: readonly NameRow[]): Map<string, NamedThing> {
  const texts = new Map<string, NameRow[]>();
  for (const row of rows) texts.set(row.id, [...(texts.get(row.id) ?? []), row]);
  return new Map(
    [...texts].map(([id, own]) => {
      const name = own.find(({ lang }) => lang === 'ja')?.name ?? id;
      const also = LANGS.flatMap((lang) => own.find((row) => row.lang === lang)?.name ?? []);
      return [id, { id, name, also }];
    }),
  );
}

export type Meant =
  | { readonly kind: 'found'; readonly thing: NamedThing }
  | { readonly kind: 'none'; readonly near: readonly NamedThing[] }
  | { readonly kind: 'several'; readonly near: readonly NamedThing[] };

/** Most names offered where none fits. */
const MOST_OFFERED = 6;

/** By id first, then by any name; spaces and widths of letters do not matter. */
export function find(things: readonly NamedThing[], text: string): Meant {
  const byId = things.find(({ id }) => id === text.trim());
  if (byId !== undefined) return { kind: 'found', thing: byId };
  const wanted = keyOf(text);
  const keys = (thing: NamedThing): readonly string[] => [thing.name, ...thing.also].map(keyOf);
  const [one, ...more] = things.filter((thing) => keys(thing).includes(wanted));
  if (one !== undefined) {
    return more.length === 0 ? { kind: 'found', thing: one } : { kind: 'several', near: [one, ...more] };
  }
  const near = things.filter((thing) =>
    keys(thing).some((key) => wanted !== '' && (key.includes(wanted) || wanted.includes(key))),
  );
  return { kind: 'none', near: (near.length > 0 ? near : things).slice(0, MOST_OFFERED) };
}

/** `東京区政会館（kusei-kaikan）、…` */
export function listed(things: readonly NamedThing[]): string {
  return things.map(({ id, name }) => (name === id ? id : `${name}（${id}）`)).join('、');
}
