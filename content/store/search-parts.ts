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

/** A letter, or a word with its reading: what is marked as a whole. */
type Cell = { readonly text: string; readonly reading: string | null; hit: boolean };

/** A text, whole. @param marked may carry readings */
export function markHits(marked: string, words: readonly SearchWord[]): readonly SearchPart[] {
  return partsOf(findHits(cellsOf(marked), words));
}

/** The piece of a text around the first place found, or its beginning. @param marked may carry readings */
export function snippetOf(marked: string, words: readonly SearchWord[]): readonly SearchPart[] {
  const cells = findHits(cellsOf(marked), words);
  const from = startOf(cells);
  const to = endOf(cells, from);
  const parts = partsOf(cells.slice(from, to));
  const dots = { text: '…', hit: false };
  return [...(from > 0 ? [dots] : []), ...parts, ...(to < cells.length ? [dots] : [])];
}

/** A letter with the marks that belong to it: か゛ in two pieces is one. */
const LETTER = /.[\p{M}\uff9e\uff9f]*/gsu;

function cellsOf(marked: string): Cell[] {
  return readRuby(marked).flatMap(({ text, reading }): Cell[] => {
    const pieces = reading === null ? (text.match(LETTER) ?? []) : [text];
    return pieces.map((piece) => ({ text: piece, reading, hit: false }));
  });
}

function startOf(cells: readonly Cell[]): number {
  const first = cells.findIndex((cell) => cell.hit);
  let start = Math.max(0, first);
  for (let lead = LEAD_LETTERS; start > 0; start--) {
    lead -= cells[start - 1]?.text.length ?? 0;
    if (lead < 0) break;
  }
  // The last piece of a text is shown full length.
  let letters = 0;
  for (let i = cells.length - 1; i >= 0; i--) {
    letters += cells[i]?.text.length ?? 0;
    if (letters > SNIPPET_LETTERS) return Math.min(start, i + 1);
  }
  return 0;
}

function endOf(cells: readonly Cell[], from: number): number {
  let letters = 0;
  for (let i = from; i < cells.length; i++) {
    letters += cells[i]?.text.length ?? 0;
    if (letters > SNIPPET_LETTERS) return Math.max(i, from + 1);
  }
  return cells.length;
}

/** Neighbours of one kind together. */
function partsOf(cells: readonly Cell[]): readonly SearchPart[] {
  const parts: { text: string; hit: boolean }[] = [];
  for (const cell of cells) {
    const text = markRuby([cell]);
    const last = parts.at(-1);
    if (last?.hit === cell.hit) last.text += text;
    else parts.push({ text, hit: cell.hit });
  }
  return parts;
}

function findHits(cells: Cell[], words: readonly SearchWord[]): readonly Cell[] {
  const folded = cells.map((cell) => foldPiece(cell.text));
  const text = folded.join('');
  for (const word of words) {
    if (text.includes(word.letters)) hitLetters(cells, folded, text, word.letters);
    else if (word.sound !== null) hitSound(cells, word.sound);
  }
  return cells;
}

/** Folding one letter takes a microsecond, and a long text has thousands. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

function foldPiece(piece: string): string {
  const known = kept.get(piece);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const folded = fold(piece);
  kept.set(piece, folded);
  return folded;
}

function hitLetters(cells: readonly Cell[], folded: readonly string[], text: string, word: string): void {
  let at = text.indexOf(word);
  let start = 0;
  for (const [i, cell] of cells.entries()) {
    const end = start + (folded[i]?.length ?? 0);
    while (at >= 0 && at + word.length <= start) at = text.indexOf(word, at + 1);
    if (at < 0) return;
    if (end > at) cell.hit = true;
    start = end;
  }
}

/** Marks words that begin with a sound: 芋煮会 for いもに. */
function hitSound(cells: readonly Cell[], sound: string): void {
  for (let i = 0; i < cells.length; i++) {
    if (!beginsWord(cells, i)) continue;
    const end = soundEnd(cells, i, sound);
    for (let k = i; k < end; k++) {
      const cell = cells[k];
      if (cell !== undefined) cell.hit = true;
    }
  }
}

function beginsWord(cells: readonly Cell[], i: number): boolean {
  const cell = cells[i];
  if (cell === undefined) return false;
  return cell.reading !== null || (isKana(cell.text) && !isKana(cells[i - 1]?.text ?? ''));
}

/** Where the words from `from` on have made up the sound; `from` itself where they sound otherwise. */
function soundEnd(cells: readonly Cell[], from: number, sound: string): number {
  let kana = '';
  for (let i = from; i < cells.length; i++) {
    const cell = cells[i];
    const read = cell?.reading ?? cell?.text ?? '';
    if (!isKana(read)) return from;
    kana += read;
    const heard = soundOf(kana) ?? '';
    if (heard.startsWith(sound)) return i + 1;
    if (!sound.startsWith(heard)) return from;
  }
  return from;
}
