/**
 * Search over all packs. Every word must be found, by its letters or by how it sounds; one letter is enough.
 * Whole names come first, then names that begin so, then names that hold it, then texts.
 */
import type { Lang } from '../pack/lang.ts';
import { withoutRuby } from '../pack/ruby.ts';
import { readSearch, type SearchWord } from '../pack/search-query.ts';
import type { SearchHit, SearchView } from '../pack/search-views.ts';
import type { ReadablePack } from './driver.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { nearWords } from './near.ts';
import { type Found, findBest, MAX_COUNTED } from './search-find.ts';
import { markHits, snippetOf } from './search-parts.ts';

/** Most hits one search may return. */
export const MAX_HITS = 50;
/** Longest text looked for, in characters; the door refuses more. */
export const MAX_TEXT = 100;

/**
 * @param text  what the visitor typed, up to MAX_TEXT characters; nothing in it is obeyed as an operator
 * @param limit whole number, 1..MAX_HITS
 * @param ward  code of the hall's ward, which comes first among equals; null for none
 * @returns     the number of matches and the best `limit`; none when `text` has no letter or digit
 * @throws {RangeError} `limit` out of range: a caller's bug, not a visitor's
 */
export function search(
  library: Library,
  lang: Lang,
  text: string,
  limit: number,
  ward: string | null = null,
): SearchView {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_HITS) {
    throw new RangeError(`search: limit ${limit} is not a whole number in 1..${MAX_HITS}`);
  }
  const { words, asked, ignored } = readSearch(text);
  const found =
    words.length === 0 ? { count: 0, best: [] } : findBest(library, { words, ward, limit: MAX_HITS });
  const total = Math.min(found.count, MAX_COUNTED);
  return {
    total,
    more: found.count > total,
    hits: readHits(lang, found.best.slice(0, limit), words),
    words: asked,
    ignored,
    near: total === 0 && words.length > 0 ? nearWords(library, lang, words, asked) : [],
  };
}

type HitRow = Pick<SearchHit, 'kind' | 'key' | 'code'> & {
  readonly id: number;
  readonly title: string;
  readonly body: string;
};

/** The found things with their words, in the order in which they were found. */
function readHits(lang: Lang, found: readonly Found[], words: readonly SearchWord[]): readonly SearchHit[] {
  const rows = new Map<string, HitRow>();
  for (const pack of new Set(found.map((one) => one.pack))) {
    const ids = found.filter((one) => one.pack === pack).map((one) => one.id);
    for (const row of readRows(pack, lang, ids)) rows.set(`${pack.packId} ${row.id}`, row);
  }
  return found.flatMap(({ pack, id }) => {
    const row = rows.get(`${pack.packId} ${id}`);
    return row === undefined ? [] : hitOf(row, words);
  });
}

function readRows(pack: ReadablePack, lang: Lang, ids: readonly number[]): readonly HitRow[] {
  return pack.all<HitRow>(
    `SELECT s.search_id AS id, s.kind, s.key, s.municipality_id AS code,
            coalesce(want.title, ja.title) AS title, coalesce(want.body, ja.body) AS body
       FROM json_each($ids) AS wanted JOIN search AS s ON s.search_id = wanted.value
            ${wordsJoin('search', 's.search_id')}`,
    { lang, ids: JSON.stringify(ids) },
  );
}

function hitOf({ kind, key, code, title, body }: HitRow, words: readonly SearchWord[]): SearchHit {
  return {
    kind,
    key,
    code,
    title: withoutRuby(title),
    titleParts: markHits(title, words),
    snippet: snippetOf(body, words),
  };
}
