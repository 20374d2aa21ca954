/** Search over all packs: every word must match; one letter is enough. */
import { fold, wordsOf } from '../pack/fold.ts';
import { matchExpression } from '../pack/grams.ts';
import type { Lang } from '../pack/lang.ts';
import type { SearchHit, SearchView } from '../pack/views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';

/** Most hits one search may return. */
export const MAX_HITS = 50;
/** Longest text looked for, in characters; the door refuses more. */
export const MAX_TEXT = 100;

/** A hit in the name counts ten times one in the running text. */
const RANK = 'bm25(search_index, 10.0, 1.0)';
const SNIPPET_LETTERS = 40;

type HitRow = Omit<SearchHit, 'snippet'> & {
  /** The Japanese title; the wanted one may be in another script than what was typed. */
  readonly ja: string;
  readonly body: string;
  readonly weight: number;
  readonly rank: number;
};

/**
 * @param text  what the visitor typed, up to MAX_TEXT characters; nothing in it is obeyed as an operator
 * @param limit whole number, 1..MAX_HITS
 * @returns     the number of all matches and the best `limit`; empty when `text` has no letter or digit
 * @throws {RangeError} `limit` out of range: a caller's bug, not a visitor's
 */
export function search(library: Library, lang: Lang, text: string, limit: number): SearchView {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_HITS) {
    throw new RangeError(`search: limit ${limit} is not a whole number in 1..${MAX_HITS}`);
  }
  const match = matchExpression(text);
  if (match === '') return { total: 0, hits: [] };
  // All of them: a LIMIT here would cut by weight what the score puts first (津 is in a hundred names).
  const rows = library.all<HitRow>(
    `SELECT s.kind, s.key, s.municipality_id AS code, s.weight, ${RANK} AS rank, ja.title AS ja,
            coalesce(want.title, ja.title) AS title, coalesce(want.body, ja.body) AS body
       FROM search_index JOIN search AS s ON s.search_id = search_index.rowid ${wordsJoin('search', 's.search_id')}
      WHERE search_index MATCH $match`,
    { lang, match },
  );
  const words = wordsOf(text);
  const names = namesOf(library);
  const best = rows
    .map((row) => ({ row, score: score(names, row, words) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.row.rank - b.row.rank ||
        compare(a.row.key, b.row.key) ||
        compare(a.row.kind, b.row.kind),
    );
  return {
    total: rows.length,
    hits: best.slice(0, limit).map(({ row: { kind, key, code, title, body } }) => {
      return { kind, key, code, title, snippet: snippet(body, words) };
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whole name first, with or without its 市 or 町; then names that begin so, then by weight. */
function score(names: NamesOf, row: HitRow, words: readonly string[]): number {
  return Math.max(...names(row).map((name) => likeness(name, words))) + row.weight;
}

function likeness(name: string, words: readonly string[]): number {
  const [first = ''] = words;
  if (name === words.join(' ')) return 40;
  if (!name.includes(first)) return 0;
  if (!name.startsWith(first)) return 5;
  return words.length === 1 && [...name].length - [...first].length === 1 ? 35 : 10;
}

/** A name as `words.join(' ')` would have it. */
function flat(name: string): string {
  return wordsOf(name).join(' ');
}

/** All names by which a thing may be asked for: titles, and kana and romaji of places. */
type NamesOf = (row: HitRow) => readonly string[];

const known = new WeakMap<Library, NamesOf>();

/** Folding all of Japan at each letter typed would be felt, so names are folded once. */
function namesOf(library: Library): NamesOf {
  const made = known.get(library) ?? makeNamesOf(library);
  known.set(library, made);
  return made;
}

function makeNamesOf(library: Library): NamesOf {
  const { towns, prefectures } = library.names('ja');
  const readings = new Map<string, readonly string[]>();
  for (const { code, kana, romaji } of towns.values()) {
    readings.set(`municipality ${code}`, [flat(kana), flat(romaji)]);
  }
  for (const { id, kana } of prefectures.values()) readings.set(`prefecture ${id}`, [flat(kana)]);
  // Titles of the packs only, in their languages: what visitors type is not kept.
  const titles = new Map<string, string>();
  const title = (text: string): string => {
    const folded = titles.get(text) ?? flat(text);
    titles.set(text, folded);
    return folded;
  };
  return (row) => {
    const own = row.ja === row.title ? [title(row.ja)] : [title(row.ja), title(row.title)];
    return [...own, ...(readings.get(`${row.kind} ${row.key}`) ?? [])];
  };
}

/** A piece of the text around the first word found, or its beginning. */
function snippet(body: string, words: readonly string[]): string {
  const letters = [...body];
  if (letters.length <= SNIPPET_LETTERS) return body;
  // Folding may change the length, so the place is looked for letter by letter.
  const folded = letters.map(fold);
  const text = folded.join('');
  const at = words.map((word) => text.indexOf(word)).find((place) => place >= 0) ?? 0;
  let seen = 0;
  let index = 0;
  while (index < letters.length && seen < at) seen += folded[index++]?.length ?? 0;
  const start = Math.max(0, Math.min(index - 8, letters.length - SNIPPET_LETTERS));
  const piece = letters.slice(start, start + SNIPPET_LETTERS).join('');
  return `${start > 0 ? '…' : ''}${piece}${start + SNIPPET_LETTERS < letters.length ? '…' : ''}`;
}
