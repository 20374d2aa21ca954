/** Finds the entries of the search and puts them in order. Pack by pack: rows of one index mean nothing in another. */
import { namePhraseOf, type Place, placePhraseOf } from '../pack/grams.ts';
import { matchAll, matchName, type SearchWord } from '../pack/search-query.ts';
import { soundOf } from '../pack/sound.ts';
import type { ReadablePack } from './driver.ts';
import type { Library } from './library.ts';

export type Found = {
  readonly pack: ReadablePack;
  /** Row of `search`. */
  readonly id: number;
  /** Index into `PLACES`, or its length: found in the text only. */
  readonly place: number;
  /** bm25, smaller is better; 0 where there are too many to be compared. */
  readonly rank: number;
  readonly weight: number;
  readonly code: string | null;
};

type Row = Pick<Found, 'id' | 'weight' | 'code' | 'rank'>;

/** How a word can stand in a name, the best first. */
const PLACES: readonly Place[] = ['whole', 'begin', 'anywhere'];

/** Nobody reads further, so nobody counts further. */
export const MAX_COUNTED = 1000;

/** Among more texts than these, which of them speaks most of a word says little: weight decides. */
const MAX_RANKED = 200;

/** More things of one ward than a screen could ever put first. */
const MAX_OF_WARD = 200;

/** A place in the name counts ten times one in the running text, a reading less than what is written. */
const RANK = 'bm25(search_index, 10.0, 1.0, 5.0, 0.5)';

/** What of a pack holds every word. */
type Matches = {
  readonly pack: ReadablePack;
  readonly count: number;
  /** Rows of `search`, weightiest first, at most one more than MAX_COUNTED; null where they were only counted. */
  readonly ids: readonly number[] | null;
};

function matchesIn(pack: ReadablePack, words: readonly SearchWord[]): Matches {
  const letter = singleLetter(words);
  if (letter !== null) {
    const [row] = pack.all<{ readonly n: number }>(
      'SELECT entries AS n FROM search_letter WHERE letter = $letter',
      { letter },
    );
    return { pack, count: row?.n ?? 0, ids: null };
  }
  // One row with all of them: a thousand rows would cost more than finding them.
  const [row] = pack.all<{ readonly ids: string }>(
    `SELECT json_group_array(id) AS ids
       FROM (SELECT rowid AS id FROM search_index WHERE search_index MATCH $match
              ORDER BY rowid LIMIT ${MAX_COUNTED + 1})`,
    { match: matchAll(words) },
  );
  const ids = JSON.parse(row?.ids ?? '[]') as readonly number[];
  return { pack, count: ids.length, ids };
}

/** The one letter looked for, where the pack has its number of entries. */
function singleLetter([word, ...more]: readonly SearchWord[]): string | null {
  if (word === undefined || more.length > 0 || [...word.letters].length !== 1) return null;
  // Small kana have no sound of their own here; their entries were counted with the large ones'.
  const sound = word.letters === 'ん' ? null : soundOf(word.letters);
  return word.sound === sound ? word.letters : null;
}

/** Whether anything holds every word. */
export function isFound(library: Library, words: readonly SearchWord[]): boolean {
  return library.packs.some(
    (pack) =>
      pack.all('SELECT 1 FROM search_index WHERE search_index MATCH $match LIMIT 1', {
        match: matchAll(words),
      }).length > 0,
  );
}

/** What is looked for. */
export type Wanted = {
  /** At least one. */
  readonly words: readonly SearchWord[];
  /** Code that comes first among equals; null for none. */
  readonly ward: string | null;
  /** Most to be found. */
  readonly limit: number;
};

/**
 * @returns `count` entries of all packs that hold every word, counted up to MAX_COUNTED and a little more; the
 *          best of them, in a total order
 */
export function findBest(
  library: Library,
  wanted: Wanted,
): { readonly count: number; readonly best: readonly Found[] } {
  const matches = library.packs.map((pack) => matchesIn(pack, wanted.words));
  const count = matches.reduce((sum, one) => sum + one.count, 0);
  const found = matches.flatMap((one, at) =>
    one.count === 0 ? [] : findIn(one, wanted, count <= MAX_RANKED).map((hit) => ({ ...hit, at })),
  );
  const { ward, limit } = wanted;
  const first = (one: Found): number => (ward !== null && one.code === ward ? 0 : 1);
  const best = found
    .sort(
      (a, b) =>
        a.place - b.place ||
        a.rank - b.rank ||
        b.weight - a.weight ||
        first(a) - first(b) ||
        a.at - b.at ||
        a.id - b.id,
    )
    .slice(0, limit);
  return { count, best };
}

/** The best of one pack: at least its best `limit`, each once, at its best place. */
function findIn({ pack, ids }: Matches, { words, ward, limit }: Wanted, ranked: boolean): readonly Found[] {
  const found = new Map<number, Found>();
  const take = (rows: readonly Row[], place: number): void => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, pack, place });
  };
  const steps = [...PLACES.map((place) => matchPlace(words, place)), matchAll(words)];
  for (const [place, match] of steps.entries()) {
    if (found.size >= limit) break;
    // What was found already comes again, so that many more are asked for.
    const most = limit + found.size;
    if (place === PLACES.length && ranked) take(byRank(pack, match, most), place);
    else {
      const known = place === PLACES.length ? ids : null;
      const rows = known === null ? byWeight(pack, match, most) : readRows(pack, known.slice(0, most));
      // Where all are here, the ward's are among them; else only as weighty ones can come before the last.
      const last = rows.length < most ? undefined : rows.at(-1);
      if (ward !== null && last !== undefined) take(ofWard(pack, match, ward, last.weight), place);
      take(rows, place);
    }
  }
  return [...found.values()];
}

/** Several words may be one name together: Kushiro City. */
function matchPlace(words: readonly SearchWord[], place: Place): string {
  const match = matchName(words, place);
  if (place !== 'whole' || words.length < 2) return match;
  return `(${match}) OR name : ${namePhraseOf(words.map((word) => word.letters).join(''), 'whole')}`;
}

function readRows(pack: ReadablePack, ids: readonly number[]): readonly Row[] {
  return pack.all<Row>(
    `SELECT s.search_id AS id, s.weight, s.municipality_id AS code, 0 AS rank
       FROM json_each($ids) AS wanted JOIN search AS s ON s.search_id = wanted.value
      ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
}

/** Rows stand in the order of their weight, so the first ones found are the weightiest. */
function byWeight(pack: ReadablePack, match: string, limit: number): readonly Row[] {
  return pack.all<Row>(
    `SELECT s.search_id AS id, s.weight, s.municipality_id AS code, 0 AS rank
       FROM search_index JOIN search AS s ON s.search_id = search_index.rowid
      WHERE search_index MATCH $match
      ORDER BY search_index.rowid
      LIMIT $limit`,
    { match, limit },
  );
}

function byRank(pack: ReadablePack, match: string, limit: number): readonly Row[] {
  return pack.all<Row>(
    `SELECT s.search_id AS id, s.weight, s.municipality_id AS code, found.rank
       FROM (SELECT rowid AS id, ${RANK} AS rank FROM search_index WHERE search_index MATCH $match
              ORDER BY ${RANK}, rowid LIMIT $limit) AS found
       JOIN search AS s ON s.search_id = found.id`,
    { match, limit },
  );
}

/** Those of a ward that may come before others of their weight. */
function ofWard(pack: ReadablePack, match: string, ward: string, weight: number): readonly Row[] {
  return byWeight(pack, `(${match}) AND ${placePhraseOf(ward)}`, MAX_OF_WARD).filter(
    (row) => row.weight >= weight,
  );
}
