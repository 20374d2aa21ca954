/** Readings of Japanese texts, for whoever wants them shown. */
import { withoutRuby } from '../pack/ruby.ts';
import type { Library } from './library.ts';
import { rubyKey } from './ruby-key.ts';

/**
 * @param texts texts as other reads of the library gave them, letter for letter
 * @returns     text -> the same text with its readings marked (`content/pack/ruby.ts`); texts without readings
 *              are left out. Where two packs know a text, the one that is not the base counts
 */
export function readMarked(library: Library, texts: readonly string[]): Readonly<Record<string, string>> {
  const byKey = new Map(texts.map((text) => [rubyKey(text), text]));
  const rows = library.all<{ readonly key: string; readonly marked: string }>(
    `SELECT ruby_key AS key, marked FROM json_each($keys) AS wanted JOIN ruby ON ruby_key = wanted.value`,
    { keys: JSON.stringify([...byKey.keys()]) },
  );
  const marked = new Map<string, string>();
  for (const row of rows) {
    const text = byKey.get(row.key);
    // Two texts under one key: better no reading than another text.
    if (text !== undefined && withoutRuby(row.marked) === text) marked.set(text, row.marked);
  }
  return Object.fromEntries(marked);
}
