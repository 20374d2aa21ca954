/**
 * Words whose readings we know better than the dictionary: a pack's own, the project's, names handed in with
 * their kana, all municipalities and prefectures. The longest word wins; of two as long the one named first.
 */
import type { RubyPart } from '../../pack/ruby.ts';
import { align } from './align.ts';

/** How surely a word is meant where its letters stand. */
export type Sureness =
  /** Wherever the letters stand: somebody wrote it down for this pack. */
  | 'always'
  /** Where the dictionary sees words begin and end as well; for long words one end is enough. */
  | 'word'
  /** Both ends: not the 京都市 of 東京都市圏. */
  | 'place'
  /** Both ends, and the dictionary takes it for a name or does not know it: 釧路, not the 上川 of 川上川. */
  | 'as-name';

export type LexiconWord = {
  readonly word: string;
  /** Parts that give `word` again. */
  readonly parts: readonly RubyPart[];
  /** Hiragana of the whole; null where the word is left without reading on purpose. */
  readonly reading: string | null;
  readonly sureness: Sureness;
};

export type Lexicon = {
  /** Words that begin at `at`, longest first. */
  readonly at: (text: string, at: number) => readonly LexiconWord[];
};

/** @param words the first of two that are written alike counts */
export function makeLexicon(words: Iterable<LexiconWord>): Lexicon {
  const byStart = new Map<string, LexiconWord[]>();
  const seen = new Set<string>();
  for (const one of words) {
    if (seen.has(one.word)) continue;
    seen.add(one.word);
    const start = startOf(one.word, 0);
    const list = byStart.get(start);
    if (list === undefined) byStart.set(start, [one]);
    else list.push(one);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.word.length - a.word.length);
  return {
    at: (text, at) => (byStart.get(startOf(text, at)) ?? []).filter((one) => text.startsWith(one.word, at)),
  };
}

function startOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/**
 * Reads `特別|区` and `とくべつ|く`: with bars each piece gets its own reading, without them the reading is
 * laid over the whole word.
 *
 * @param reading hiragana, or '' for a word that is to be left without
 * @returns       null where the reading cannot belong to the word
 */
export function lexiconWord(written: string, reading: string, sureness: Sureness): LexiconWord | null {
  const pieces = written.split('|');
  const word = pieces.join('');
  if (reading === '') return { word, parts: [{ text: word, reading: null }], reading: null, sureness };
  const readings = reading.split('|');
  if (readings.length !== pieces.length) return null;
  const parts: RubyPart[] = [];
  for (const [i, piece] of pieces.entries()) {
    const laid = align(piece, readings[i] ?? '');
    if (laid === null) return null;
    parts.push(...laid);
  }
  return { word, parts, reading: readings.join(''), sureness };
}
