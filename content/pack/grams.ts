/**
 * Overlapping pairs of letters (bigrams) for full-text search. Japanese has no spaces, and SQLite's
 * trigram tokenizer cannot find words of one or two letters, so each word is stored as its pairs plus
 * its last letter alone. A pair is written as two five-digit hexadecimal code points, so that the
 * plain `ascii` tokenizer takes it as one token. One letter is then found by a prefix of five digits,
 * longer words by a phrase of their pairs: no miss at any length.
 */
import { wordsOf } from './fold.ts';

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).padStart(5, '0');
}

/** All pairs of a text, parted by spaces; what goes into a column of `search_index`. */
export function gramsOf(text: string): string {
  return wordsOf(text).map(gramsOfWord).join(' ');
}

function gramsOfWord(word: string): string {
  const letters = [...word].map(hex);
  return letters.map((letter, i) => letter + (letters[i + 1] ?? '')).join(' ');
}

/**
 * An FTS5 expression that matches every text holding every word of `text`.
 *
 * @param text what a visitor typed; nothing in it is obeyed as an operator
 * @returns    the expression, or '' when there is no letter or digit in `text`
 */
export function matchExpression(text: string): string {
  return wordsOf(text).map(matchWord).join(' AND ');
}

function matchWord(word: string): string {
  const letters = [...word].map(hex);
  if (letters.length === 1) return `"${letters[0] ?? ''}" *`;
  const pairs = letters.slice(0, -1).map((letter, i) => letter + (letters[i + 1] ?? ''));
  return `"${pairs.join(' ')}"`;
}
