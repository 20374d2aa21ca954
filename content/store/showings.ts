/**
 * What stands where and when, from the program if the set has one, else as the packs say themselves
 * (content/README.md, section 7). From the first day of the program on it alone has the say; what packs
 * tell of earlier days is history and stays.
 */
import { firstDayOf, nextStay, type Span, stayAt } from '../pack/program.ts';
import type { Day } from '../pack/types.ts';
import type { Library } from './library.ts';

export type Showing = Span & { readonly exhibition: string };

type ShowingRow = {
  readonly exhibition_id: string;
  readonly venue_id: string;
  readonly first_day: Day;
  readonly last_day: Day;
};

const known = new WeakMap<Library, readonly Showing[]>();

/** Every showing of every exhibition that is in the library; by first day, venue, exhibition, last day. */
export function readShowings(library: Library): readonly Showing[] {
  const before = known.get(library);
  if (before !== undefined) return before;
  const { program } = library;
  const own = library
    .all<ShowingRow>('SELECT exhibition_id, venue_id, first_day, last_day FROM showing')
    .map((row) => ({
      exhibition: row.exhibition_id,
      venue: row.venue_id,
      first: row.first_day,
      last: row.last_day,
    }));
  const from = program === null ? null : firstDayOf(program);
  const history = own.filter(({ last }) => from === null || last < from);
  // An exhibition may be planned before its pack has come; nobody can be shown what is not here.
  const here = new Set(exhibitionIds(library));
  const planned = (program?.stays ?? []).filter(({ exhibition }) => here.has(exhibition));
  const showings = [...history, ...planned].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  known.set(library, showings);
  return showings;
}

function key({ first, venue, exhibition, last }: Showing): string {
  return [first, venue, exhibition, last].join(' ');
}

function exhibitionIds(library: Library): readonly string[] {
  return library
    .all<{ readonly id: string }>('SELECT exhibition_id AS id FROM exhibition')
    .map((row) => row.id);
}

/** What stands in a venue on a day; null: nothing. */
export function showingAt(library: Library, venue: string, day: Day): Showing | null {
  return stayAt(readShowings(library), venue, day);
}

/** What comes to a venue after a day. */
export function showingAfter(library: Library, venue: string, day: Day): Showing | null {
  return nextStay(readShowings(library), venue, day);
}
