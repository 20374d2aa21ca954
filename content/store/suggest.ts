/** Names that begin with what has been typed so far. */
import type { Lang } from '../pack/lang.ts';
import { withoutRuby } from '../pack/ruby.ts';
import { matchName, readSearch } from '../pack/search-query.ts';
import type { Suggestion } from '../pack/search-views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';

export const MAX_SUGGESTIONS = 8;

/** Kinds whose titles are names rather than sentences. */
const NAMES = "'municipality', 'prefecture', 'area', 'association', 'speciality', 'festival', 'facility'";

/**
 * @param text what the visitor typed; a single word
 * @returns    0..8 names, whole ones first, then by weight; none for several words or none
 */
export function suggest(library: Library, lang: Lang, text: string): readonly Suggestion[] {
  const { words } = readSearch(text);
  if (words.length !== 1) return [];
  const found = new Map<string, Suggestion>();
  for (const place of ['whole', 'begin'] as const) {
    const rows = library.all<Suggestion & { readonly weight: number }>(
      `SELECT coalesce(want.title, ja.title) AS text, s.kana, s.weight
         FROM search_index JOIN search AS s ON s.search_id = search_index.rowid
              ${wordsJoin('search', 's.search_id')}
        WHERE search_index MATCH $match AND s.kind IN (${NAMES})
        ORDER BY search_index.rowid
        LIMIT $limit`,
      { lang, match: matchName(words, place), limit: MAX_SUGGESTIONS * 2 },
    );
    for (const row of [...rows].sort((a, b) => b.weight - a.weight)) {
      const name = withoutRuby(row.text);
      if (!found.has(name)) found.set(name, { text: name, kana: row.kana });
    }
  }
  return [...found.values()].slice(0, MAX_SUGGESTIONS);
}
