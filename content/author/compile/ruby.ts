/** Gives every Japanese text of a pack its readings, whatever table it stands in. */
import { hasKanji } from '../../pack/ruby.ts';
import { rubyKey } from '../../store/ruby-key.ts';
import type { Cell, Draft, Row } from '../draft.ts';
import type { Compiler } from './rows.ts';

export type Noted = {
  /** The same draft; what goes through it is noted. */
  readonly draft: Draft;
  /** Japanese texts with kanji, each once, in the order of their keys. */
  readonly texts: () => readonly string[];
};

/** Watches a draft for the texts that visitors will read. */
export function noteTexts(draft: Draft): Noted {
  const texts = new Set<string>();
  const insert = (table: string, row: Row): void => {
    for (const text of japaneseOf(table, row)) if (hasKanji(text)) texts.add(text);
    draft.insert(table, row);
  };
  const ordered = (): readonly string[] =>
    [...texts]
      .map((text): readonly [string, string] => [rubyKey(text), text])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text);
  return { draft: { ...draft, insert }, texts: ordered };
}

/** The Japanese texts of a row: its words where it is one of Japanese, and texts by language inside JSON. */
function japaneseOf(table: string, row: Row): readonly string[] {
  if (table === 'block') return byLang(JSON.parse(String(row['data'])));
  // Found things are shown by words that carry marks already.
  if (table === 'search_text' || !(table.endsWith('_text') || table === 'film_cue')) return [];
  return isJapanese(row['lang'])
    ? Object.entries(row).flatMap(([column, cell]) => cellTexts(column, cell))
    : [];
}

function isJapanese(lang: unknown): boolean {
  return lang === 'ja' || lang === 'ja-easy';
}

/** A cell as it is shown: running text whole, a list (one point per line) point by point as well. */
function cellTexts(column: string, cell: Cell | undefined): readonly string[] {
  if (typeof cell !== 'string' || column === 'lang' || column.endsWith('_id')) return [];
  return column === 'body' || !cell.includes('\n') ? [cell] : [cell, ...cell.split('\n')];
}

/** Texts under `ja` and `ja-easy`, however deep. */
function byLang(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (isJapanese(key) ? [one] : []) : byLang(one),
  );
}

/** @param texts in the order in which the rows are to stand */
export function insertRuby(
  { draft, reader, memo }: Pick<Compiler, 'draft' | 'reader' | 'memo'>,
  texts: readonly string[],
): void {
  for (const text of texts) {
    const marked = memo.of('ruby', reader.keyOf(text), () => reader.mark(text));
    if (marked !== text) draft.insert('ruby', { ruby_key: rubyKey(text), marked });
  }
}
