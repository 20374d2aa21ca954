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
  /** As it was written, with spaces between its pieces. */
  readonly written: string;
  /** Parts that give `word` again. */
  readonly parts: readonly RubyPart[];
  /** Hiragana of the whole; null where the word is left without reading on purpose. */
  readonly reading: string | null;
  readonly sureness: Sureness;
};

export type Lexicon = {
  /** The longest word that begins at `at` and that `isMeant` believes. */
  readonly find: (
    text: string,
    at: number,
    isMeant: (word: LexiconWord) => boolean,
  ) => LexiconWord | undefined;
  /** Every word whose letters stand anywhere in the text, each once, in the order of the text. */
  readonly inside: (text: string) => readonly LexiconWord[];
};

/** @param words the first of two that are written alike counts */
export function makeLexicon(words: Iterable<LexiconWord>): Lexicon {
  const byStart = new Map<number, LexiconWord[]>();
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
  /** Words that may begin at `at`, the longest first: those of one unit stand behind all others. */
  const listsAt = (text: string, at: number): readonly (readonly LexiconWord[] | undefined)[] => [
    byStart.get(startOf(text, at)),
    byStart.get(text.charCodeAt(at)),
  ];
  return {
    find: (text, at, isMeant) => {
      for (const list of listsAt(text, at)) {
        const found = list?.find((one) => text.startsWith(one.word, at) && isMeant(one));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    inside: (text) => {
      const found = new Set<LexiconWord>();
      for (let at = 0; at < text.length; at++) {
        for (const list of listsAt(text, at)) {
          for (const one of list ?? []) if (text.startsWith(one.word, at)) found.add(one);
        }
      }
      return [...found];
    },
  };
}

/** The first two units of a word as one number; of a word of one unit, that unit. */
function startOf(text: string, at: number): number {
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return text.charCodeAt(at) + second * 0x1_0000;
}

/**
 * Reads `特別 区` and `とくべつ く`: with spaces each piece gets its own reading, without them the reading is laid
 * over the whole word. Kana and signs of the word stand in the reading as they are: 人（1日）, にん（いちにち）.
 *
 * @param reading hiragana, or '' for a word that is to be left without
 * @returns       null where the reading cannot belong to the word
 */
export function lexiconWord(written: string, reading: string, sureness: Sureness): LexiconWord | null {
  const pieces = written.split(' ');
  const word = pieces.join('');
  if (reading === '')
    return { word, written, parts: [{ text: word, reading: null }], reading: null, sureness };
  const readings = reading.split(' ');
  if (readings.length !== pieces.length) return null;
  const parts = pieces.map((piece, i) => align(piece, readings[i] ?? ''));
  if (parts.some((part) => part === null)) return null;
  return { word, written, parts: parts.flatMap((part) => part ?? []), reading: readings.join(''), sureness };
}
