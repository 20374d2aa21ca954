/** Marks what was looked for in a found text, and cuts the piece of it that is shown. */
import { fold } from '../pack/fold.ts';
import { isKana } from '../pack/kana.ts';
import { markRuby, readRuby } from '../pack/ruby.ts';
import type { SearchWord } from '../pack/search-query.ts';
import type { SearchPart } from '../pack/search-views.ts';
import { soundOf } from '../pack/sound.ts';

/** Longest piece shown, in letters. */
const SNIPPET_LETTERS = 40;
/** Letters shown before the first place found. */
const LEAD_LETTERS = 8;

/**
 * A text letter by letter; a word with its reading counts as one letter, and is marked as a whole. Lists side by
 * side, because fifty texts of a thousand letters are marked at each letter typed.
 */
type Cells = {
  readonly texts: string[];
  readonly readings: (string | null)[];
  /** Folded letters of the whole text, and where each cell begins in them. */
  folded: string;
  readonly starts: number[];
  readonly hits: boolean[];
};

/** A text, whole. @param marked may carry readings */
export function markHits(marked: string, words: readonly SearchWord[]): readonly SearchPart[] {
  const cells = findHits(marked, words);
  return partsOf(cells, 0, cells.texts.length);
}

/** The piece of a text around the first place found, or its beginning. @param marked may carry readings */
export function snippetOf(marked: string, words: readonly SearchWord[]): readonly SearchPart[] {
  const cells = findHits(marked, words);
  const from = startOf(cells);
  const to = endOf(cells, from);
  const dots = { text: '…', hit: false };
  return [
    ...(from > 0 ? [dots] : []),
    ...partsOf(cells, from, to),
    ...(to < cells.texts.length ? [dots] : []),
  ];
}

function findHits(marked: string, words: readonly SearchWord[]): Cells {
  const cells: Cells = { texts: [], readings: [], folded: '', starts: [], hits: [] };
  for (const { text, reading } of readRuby(marked)) {
    if (reading !== null) addCell(cells, text, reading);
    else for (const letter of lettersOf(text)) addCell(cells, letter, null);
  }
  for (const { letters, heard } of words) {
    if (cells.folded.includes(letters)) hitLetters(cells, letters);
    else for (const sound of heard) hitSound(cells, sound);
  }
  return cells;
}

function addCell(cells: Cells, text: string, reading: string | null): void {
  cells.texts.push(text);
  cells.readings.push(reading);
  cells.starts.push(cells.folded.length);
  cells.folded += foldPiece(text);
  cells.hits.push(false);
}

/** Marks that belong to the letter before them: か゛ in two pieces is one letter. */
const MARK = /^[\p{M}\uff9e\uff9f]$/u;
const FIRST_MARK = 0x300;

function* lettersOf(text: string): Generator<string> {
  let letter = '';
  for (const next of text) {
    if (letter !== '' && !(next.charCodeAt(0) >= FIRST_MARK && MARK.test(next))) {
      yield letter;
      letter = next;
    } else letter += next;
  }
  if (letter !== '') yield letter;
}

/** Folding a letter or hearing a word takes microseconds, and fifty texts have thousands of both. */
const MAX_KEPT = 20_000;

function kept(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const have = known.get(text);
    if (have !== undefined) return have;
    if (known.size >= MAX_KEPT) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

const foldPiece = kept(fold);
const heardOf = kept((kana) => soundOf(kana) ?? '');

function hitLetters({ folded, starts, hits }: Cells, word: string): void {
  let cell = 0;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    while ((starts[cell + 1] ?? folded.length) <= at) cell += 1;
    for (let i = cell; i < starts.length && (starts[i] ?? 0) < at + word.length; i++) hits[i] = true;
  }
}

/** Marks words that begin with a sound: 芋煮会 for いもに. */
function hitSound(cells: Cells, sound: string): void {
  for (let i = 0; i < cells.texts.length; i++) {
    if (beginsWord(cells, i)) cells.hits.fill(true, i, soundEnd(cells, i, sound));
  }
}

function beginsWord({ texts, readings }: Cells, i: number): boolean {
  if (readings[i] !== null) return true;
  return isKana(texts[i] ?? '') && !isKana(texts[i - 1] ?? '');
}

/** Where the words from `from` on have made up the sound; `from` itself where they sound otherwise. */
function soundEnd({ texts, readings }: Cells, from: number, sound: string): number {
  let kana = '';
  for (let i = from; i < texts.length; i++) {
    const read = readings[i] ?? texts[i] ?? '';
    if (!isKana(read)) return from;
    kana += read;
    const heard = heardOf(kana);
    if (heard.startsWith(sound)) return i + 1;
    if (!sound.startsWith(heard)) return from;
  }
  return from;
}

function startOf({ texts, hits }: Cells): number {
  const first = hits.indexOf(true);
  let start = Math.max(0, first);
  for (let lead = LEAD_LETTERS; start > 0; start--) {
    lead -= texts[start - 1]?.length ?? 0;
    if (lead < 0) break;
  }
  // The last piece of a text is shown full length.
  let letters = 0;
  for (let i = texts.length - 1; i >= 0; i--) {
    letters += texts[i]?.length ?? 0;
    if (letters > SNIPPET_LETTERS) return Math.min(start, i + 1);
  }
  return 0;
}

function endOf({ texts }: Cells, from: number): number {
  let letters = 0;
  for (let i = from; i < texts.length; i++) {
    letters += texts[i]?.length ?? 0;
    if (letters > SNIPPET_LETTERS) return Math.max(i, from + 1);
  }
  return texts.length;
}

/** Neighbours of one kind together. */
function partsOf({ texts, readings, hits }: Cells, from: number, to: number): readonly SearchPart[] {
  const parts: { text: string; hit: boolean }[] = [];
  for (let i = from; i < to; i++) {
    const text = markRuby([{ text: texts[i] ?? '', reading: readings[i] ?? null }]);
    const hit = hits[i] === true;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += text;
    else parts.push({ text, hit });
  }
  return parts;
}
