/** Gives Japanese text its readings, word by word: what the lexicon says, else what the dictionary is sure of. */
import { hasKanji, hasRubyMarks, type RubyPart } from '../../pack/ruby.ts';
import { align } from './align.ts';
import { type Token, tokensOf } from './analyser.ts';
import { type Counted, countedReading } from './counters.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import { isUnsure, type Neighbours } from './unsure.ts';

/** Why a word with kanji carries no reading. */
export type Gap =
  /** No dictionary knows it. */
  | 'unknown'
  /** It can be read in two ways. */
  | 'unsure'
  /** It is a numeral, or somebody wrote that it gets none. */
  | 'on-purpose';

export type Word = {
  readonly surface: string;
  /** Parts that give the surface again. */
  readonly parts: readonly RubyPart[];
  /** Hiragana of the whole as far as anybody can tell, shown or not: search takes it. */
  readonly reading: string | null;
  /** Words that mean something, words that join them, and signs. */
  readonly kind: 'content' | 'function' | 'sign';
  /** null: nothing is missing. */
  readonly gap: Gap | null;
};

type Placed = Token & { readonly start: number; readonly end: number };
type Match = { readonly word: LexiconWord; readonly start: number; readonly end: number };

/** The words of a text, in order; together they are the text again. */
export function annotate(text: string, lexicon: Lexicon): readonly Word[] {
  if (hasRubyMarks(text)) return [plainWord(text)];
  const tokens = place(tokensOf(text));
  const words: Word[] = [];
  let next = 0;
  /** The tokens from `next` to the letter `end`; one that reaches across is torn there. */
  const takeUntil = (end: number): readonly Placed[] => {
    const taken: Placed[] = [];
    for (let token = tokens[next]; token !== undefined && token.start < end; token = tokens[next]) {
      if (token.end > end) tokens.splice(next, 1, ...tear(token, end));
      else {
        taken.push(token);
        next += 1;
      }
    }
    return taken;
  };
  for (const match of matchesIn(text, tokens, lexicon)) {
    const before = tokens[next - 1];
    words.push(...readRun(takeUntil(match.start), before));
    words.push(...readMatch(match.word, takeUntil(match.end)));
  }
  const before = tokens[next - 1];
  words.push(...readRun(takeUntil(text.length), before));
  return words;
}

function place(tokens: readonly Token[]): Placed[] {
  let at = 0;
  return tokens.map((token) => {
    const start = at;
    at += token.surface.length;
    return { token, start, end: at };
  });
}

/** Two pieces of a word, each looked up again; a single letter of a word has no reading of its own. */
function tear(token: Placed, at: number): Placed[] {
  const middle = at - token.start;
  const pieces = [token.surface.slice(0, middle), token.surface.slice(middle)];
  let start = token.start;
  return pieces.flatMap((surface) => {
    const [found] = tokensOf(surface);
    const known = found?.surface === surface && surface.length > 1 ? found.reading : null;
    const piece: Placed = {
      ...token,
      surface,
      base: surface,
      detail2: '',
      reading: known,
      start,
      end: start + surface.length,
    };
    start = piece.end;
    return piece;
  });
}

/** Where words of the lexicon stand: leftmost first, of two at one place the longest. */
function matchesIn(text: string, tokens: readonly Placed[], lexicon: Lexicon): readonly Match[] {
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const edges = new Set([...starts.keys(), text.length]);
  const matches: Match[] = [];
  for (let at = 0; at < text.length; at++) {
    const found = lexicon.find(text, at, (word) => isMeant(word, at, edges, starts, tokens));
    if (found === undefined) continue;
    matches.push({ word: found, start: at, end: at + found.word.length });
    at += found.word.length - 1;
  }
  return matches;
}

/** Words of so many letters are believed when one end is where the dictionary sees one. */
const LONG = 4;

function isMeant(
  { word, sureness }: LexiconWord,
  start: number,
  edges: ReadonlySet<number>,
  starts: ReadonlyMap<number, number>,
  tokens: readonly Placed[],
): boolean {
  if (sureness === 'always') return true;
  const end = start + word.length;
  const both = edges.has(start) && edges.has(end);
  if (sureness === 'word') return both || (word.length >= LONG && (edges.has(start) || edges.has(end)));
  if (sureness === 'place') return both;
  if (!both) return false;
  for (let i = starts.get(start) ?? 0; (tokens[i]?.start ?? end) < end; i++) {
    const token = tokens[i];
    if (token?.detail === '固有名詞' || token?.reading === null) return true;
  }
  return false;
}

/** The lexicon's word; where the dictionary says the same in smaller words, these. */
function readMatch(word: LexiconWord, inside: readonly Placed[]): readonly Word[] {
  const readings = inside.map((token) => token.reading ?? '').join('');
  if (inside.length > 1 && readings === word.reading) {
    const finer = inside.map((token) => laid(token, token.reading));
    if (finer.every((one) => one.gap === null)) return finer;
  }
  const { word: surface, parts, reading } = word;
  return [{ surface, parts, reading, kind: 'content', gap: gapOf(word) }];
}

/** A word left without reading on purpose, or the ending of a name that is read in two ways. */
function gapOf({ parts, reading }: LexiconWord): Gap | null {
  if (parts.every((part) => part.reading !== null || !hasKanji(part.text))) return null;
  return reading === null && parts.length > 1 ? 'unsure' : 'on-purpose';
}

function plainWord(surface: string): Word {
  const gap = hasKanji(surface) ? 'unknown' : null;
  return { surface, parts: [{ text: surface, reading: null }], reading: null, kind: 'sign', gap };
}

const DIGITS = /^[\d０-９]+$/;
/** Signs inside a number, and 〜 between two of them. */
const JOINTS = /^[,，.．]$/;

/** Words of the dictionary, one after the other; numbers together with their counter. */
function readRun(tokens: readonly Placed[], before: Token | undefined): readonly Word[] {
  const words: Word[] = [];
  let previous = before;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const length = DIGITS.test(token.surface) ? numberLength(tokens, i) : 0;
    if (length === 0) {
      words.push(readToken(token, { before: previous, after: tokens[i + 1] }));
      previous = token;
      continue;
    }
    const digits = tokens.slice(i, i + length);
    const counted = readCounted(digits, tokens, i + length, previous);
    words.push(...counted.words);
    i += length + counted.taken - 1;
    previous = tokens[i];
  }
  return words;
}

/** How many tokens from `from` on make one number. */
function numberLength(tokens: readonly Placed[], from: number): number {
  let length = 0;
  for (let i = from; i < tokens.length; i++) {
    const surface = tokens[i]?.surface ?? '';
    if (DIGITS.test(surface)) length = i - from + 1;
    else if (!JOINTS.test(surface)) break;
  }
  return length;
}

/** Longest counter, in letters: 市区町村. */
const MAX_COUNTER = 4;

/** A number and what is counted. `taken`: how many tokens behind the number were read with it. */
function readCounted(
  digits: readonly Placed[],
  tokens: readonly Placed[],
  from: number,
  previous: Token | undefined,
): { readonly words: readonly Word[]; readonly taken: number } {
  const written = digits.map((token) => token.surface).join('');
  const found = counterAt(tokens, from, wholeNumber(written), previous?.surface ?? '');
  const number: Word = { ...plainWord(written), kind: 'content', gap: null };
  if (found === null) return { words: [number], taken: 0 };
  const { counter, counted, taken } = found;
  if (counted.together && counted.reading !== null) {
    const parts = [{ text: written + counter, reading: counted.reading }];
    return { words: [{ ...number, surface: written + counter, parts, reading: counted.reading }], taken };
  }
  const parts = (counted.reading === null ? null : align(counter, counted.reading)) ?? [
    { text: counter, reading: null },
  ];
  const gap = counted.reading === null ? 'on-purpose' : null;
  return { words: [number, { ...number, surface: counter, parts, reading: counted.reading, gap }], taken };
}

function wholeNumber(written: string): number | null {
  const plain = written.normalize('NFKC').replaceAll(',', '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** The longest known counter that ends where a word ends. */
function counterAt(
  tokens: readonly Placed[],
  from: number,
  number: number | null,
  before: string,
): { readonly counter: string; readonly counted: Counted; readonly taken: number } | null {
  let counter = '';
  let best: { readonly counter: string; readonly counted: Counted; readonly taken: number } | null = null;
  for (let i = from; i < tokens.length && counter.length < MAX_COUNTER; i++) {
    counter += tokens[i]?.surface ?? '';
    const counted = countedReading(number, counter, before);
    if (counted !== undefined) best = { counter, counted, taken: i - from + 1 };
  }
  return best;
}

const FUNCTION_WORDS = new Set(['助詞', '助動詞']);

function kindOf({ pos, detail, surface }: Token): Word['kind'] {
  if (pos === '記号' || !/[\p{L}\p{N}]/u.test(surface)) return 'sign';
  if (FUNCTION_WORDS.has(pos) || detail === '非自立') return 'function';
  return 'content';
}

function readToken(token: Token, beside: Neighbours): Word {
  if (!hasKanji(token.surface)) return { ...laid(token, null), reading: token.reading, gap: null };
  if (token.reading === null) return laid(token, null);
  if (token.detail === '数') return { ...laid(token, null), reading: token.reading, gap: 'on-purpose' };
  if (beside.before?.detail === '数' && token.detail === '接尾') {
    const reading = countedReading(null, token.surface, '')?.reading ?? null;
    return reading === null ? { ...laid(token, null), gap: 'on-purpose' } : laid(token, reading);
  }
  if (isUnsure(token, beside)) return { ...laid(token, null), reading: token.reading, gap: 'unsure' };
  return laid(token, token.reading);
}

/** Words of the dictionary as they are shown with its own reading, which is most of them. */
const usual = new WeakMap<Token, Word>();

/** A word with its reading laid over; without one where the two do not fit. */
function laid(token: Token, reading: string | null): Word {
  if (reading !== token.reading) return layOver(token, reading);
  const known = usual.get(token) ?? layOver(token, reading);
  usual.set(token, known);
  return known;
}

function layOver(token: Token, reading: string | null): Word {
  const { surface } = token;
  const parts = reading === null ? null : align(surface, reading);
  const gap = parts === null && hasKanji(surface) ? 'unknown' : null;
  return { surface, parts: parts ?? [{ text: surface, reading: null }], reading, kind: kindOf(token), gap };
}
