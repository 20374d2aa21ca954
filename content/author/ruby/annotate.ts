/** Gives Japanese text its readings, word by word: what the lexicon says, else what the dictionary is sure of. */
import { hasKanji, hasRubyMarks } from '../../pack/ruby.ts';
import { type Token, tokensOf } from './analyser.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import { readRun } from './run.ts';
import { type Gap, plainWord, type Word, wordOf } from './word.ts';

/** The words of a text, in order; together they are the text again. */
export function annotate(text: string, lexicon: Lexicon): readonly Word[] {
  if (hasRubyMarks(text)) return [plainWord(text)];
  const cut = cutText(text);
  const words: Word[] = [];
  let next = 0;
  let before: Token | undefined;
  /** The tokens from `next` to the letter `end`. */
  const takeUntil = (end: number): readonly Token[] => {
    const from = next;
    while (next < cut.tokens.length && (cut.starts[next] ?? end) < end) next += 1;
    return cut.tokens.slice(from, next);
  };
  for (const { word, start } of tearAt(cut, matchesIn(text, cut, lexicon))) {
    words.push(...readRun(takeUntil(start), before));
    words.push(...readMatch(word, takeUntil(start + word.word.length)));
    before = cut.tokens[next - 1];
  }
  words.push(...readRun(takeUntil(text.length), before));
  return words;
}

/** The tokens of a text and where each begins. */
type Cut = { readonly tokens: Token[]; readonly starts: number[]; readonly length: number };
type Match = { readonly word: LexiconWord; readonly start: number };

function cutText(text: string): Cut {
  const tokens = [...tokensOf(text)];
  let at = 0;
  const starts = tokens.map((token) => {
    at += token.surface.length;
    return at - token.surface.length;
  });
  return { tokens, starts, length: text.length };
}

/** Where words of the lexicon stand: leftmost first, of two at one place the longest. */
function matchesIn(text: string, cut: Cut, lexicon: Lexicon): readonly Match[] {
  const edges = new Map(cut.starts.map((start, i) => [start, i]));
  edges.set(text.length, cut.tokens.length);
  const matches: Match[] = [];
  let at = 0;
  const isHere = (word: LexiconWord): boolean => isMeant(word, at, edges, cut.tokens);
  for (; at < text.length; at++) {
    const word = lexicon.find(text, at, isHere);
    if (word === undefined) continue;
    matches.push({ word, start: at });
    at += word.word.length - 1;
  }
  return matches;
}

/** Words of so many letters are believed when one end is where the dictionary sees one. */
const LONG = 4;

/** @param edges where words of the dictionary begin and end, with the index of the one that begins */
function isMeant(
  { word, sureness }: LexiconWord,
  start: number,
  edges: ReadonlyMap<number, number>,
  tokens: readonly Token[],
): boolean {
  const first = edges.get(start);
  const last = edges.get(start + word.length);
  const both = first !== undefined && last !== undefined;
  switch (sureness) {
    case 'always':
      return true;
    case 'word':
      return both || (word.length >= LONG && (first !== undefined || last !== undefined));
    case 'place':
      return both;
    case 'as-name':
      return both && tokens.slice(first, last).some(isName);
  }
}

function isName({ detail, reading }: Token): boolean {
  return detail === '固有名詞' || reading === null;
}

/** Tears words of the dictionary where a match begins or ends inside them. @returns the matches */
function tearAt(cut: Cut, matches: readonly Match[]): readonly Match[] {
  let i = 0;
  for (const { word, start } of matches) {
    for (const at of [start, start + word.word.length]) {
      while (i < cut.tokens.length && endOf(cut, i) <= at) i += 1;
      const from = cut.starts[i];
      const token = cut.tokens[i];
      if (token === undefined || from === undefined || from >= at) continue;
      cut.tokens.splice(i, 1, ...tear(token, at - from));
      cut.starts.splice(i, 1, from, at);
    }
  }
  return matches;
}

function endOf(cut: Cut, i: number): number {
  return cut.starts[i + 1] ?? cut.length;
}

/** Two pieces of a word, each looked up again; a single letter of a word has no reading of its own. */
function tear(token: Token, at: number): readonly Token[] {
  return [token.surface.slice(0, at), token.surface.slice(at)].map((surface) => {
    const [found] = tokensOf(surface);
    const reading = found?.surface === surface && surface.length > 1 ? found.reading : null;
    return { ...token, surface, base: surface, detail2: '', reading };
  });
}

/** The lexicon's word; where the dictionary says the same in smaller words, these. Words in kana stay whole. */
function readMatch(word: LexiconWord, inside: readonly Token[]): readonly Word[] {
  if (
    hasKanji(word.word) &&
    inside.length > 1 &&
    inside.map((token) => token.reading ?? '').join('') === word.reading
  ) {
    const finer = inside.map(wordOf);
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
