/**
 * Overlapping pairs of letters (bigrams) for full-text search. Japanese has no spaces, and SQLite's
 * trigram tokenizer cannot find words of one or two letters, so each word is stored as its pairs plus
 * its last letter alone. A pair is written as two five-digit hexadecimal code points, so that the
 * plain `ascii` tokenizer takes it as one token. One letter is then found by a prefix of five digits,
 * longer words by a phrase of their pairs: no miss at any length.
 *
 * Beside the pairs there are tokens that begin with a letter no hexadecimal number has:
 * `x…` a whole name, `y…` the letter a name begins with (its pairs follow), and for how words sound
 * (`sound.ts`) `s…` from the beginning of a word on, `p…` its first 1 to 3 letters, `w…` and `q…` the
 * same of a whole name, and `v…` the municipality it belongs to.
 */
import { wordsOf } from './fold.ts';

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).padStart(5, '0');
}

/** All pairs of a text, parted by spaces; what goes into the column `body`. */
export function gramsOf(text: string): string {
  return wordsOf(text).map(gramsOfWord).join(' ');
}

function gramsOfWord(word: string): string {
  const letters = [...word].map(hex);
  return letters.map((letter, i) => letter + (letters[i + 1] ?? '')).join(' ');
}

/** Longest name that can be asked for as a whole, in letters. */
const MAX_WHOLE = 40;

/** One name in one of its ways of writing; what goes into the column `name`. */
export function nameGramsOf(name: string): string {
  const words = wordsOf(name);
  const [first = ''] = words;
  const [letter = ''] = first;
  if (letter === '') return '';
  const whole = words.join('');
  const tokens = [`y${hex(letter)}`, ...words.map(gramsOfWord)];
  return [...whole].length > MAX_WHOLE ? tokens.join(' ') : [wholeToken(whole), ...tokens].join(' ');
}

/** A name that may be asked for as a whole but is not shown so: 釧路 for 釧路市. */
export function stemGramOf(stem: string): string {
  return wholeToken(wordsOf(stem).join(''));
}

function wholeToken(folded: string): string {
  return `x${[...folded].map(hex).join('')}`;
}

/** Where a word stands in a name or text. Each place is part of the ones before it. */
export type Place = 'anywhere' | 'begin' | 'whole';

/**
 * An FTS5 phrase for a word.
 *
 * @param word folded, not empty, letters and digits only; nothing in it is obeyed as an operator
 */
export function phraseOf(word: string, place: Place): string {
  const letters = [...word].map(hex);
  if (place === 'whole') return `"${wholeToken(word)}"`;
  const begin = place === 'begin' ? [`y${letters[0] ?? ''}`] : [];
  if (letters.length === 1) return place === 'begin' ? `"${begin.join('')}"` : `"${letters.join('')}" *`;
  const pairs = letters.slice(0, -1).map((letter, i) => letter + (letters[i + 1] ?? ''));
  return `"${[...begin, ...pairs].join(' ')}"`;
}

/** The place a thing belongs to, a token of the column `name_sound`. */
export function placeTokenOf(code: string): string {
  return `v${code}`;
}

export function placePhraseOf(code: string): string {
  return `name_sound : "${placeTokenOf(code)}"`;
}

/** Longest beginning of a sound that is a token of its own. */
const SHORT_SOUND = 3;
/** Sounds are kept up to here; 24 letters are some twelve kana. */
export const MAX_SOUND = 24;

/** Tokens for words of a text by their sounds, each once; what goes into the sound columns. */
export function soundTokensOf(sounds: Iterable<string>): readonly string[] {
  return tokensOf('s', 'p', sounds);
}

/** The same for whole names. */
export function nameSoundTokensOf(sounds: Iterable<string>): readonly string[] {
  return tokensOf('w', 'q', sounds);
}

function tokensOf(whole: string, beginning: string, sounds: Iterable<string>): readonly string[] {
  const tokens = new Set<string>();
  for (const one of sounds) {
    const sound = one.slice(0, MAX_SOUND);
    tokens.add(whole + sound);
    for (let length = 1; length <= Math.min(SHORT_SOUND, sound.length); length++) {
      tokens.add(beginning + sound.slice(0, length));
    }
  }
  return [...tokens];
}

/** An FTS5 phrase for words (of a text, or in a name) that begin with a sound. */
export function soundPhraseOf(sound: string, place: Place): string {
  const heard = sound.slice(0, MAX_SOUND);
  if (place === 'whole') return `"w${heard}"`;
  const [whole, beginning] = place === 'begin' ? ['w', 'q'] : ['s', 'p'];
  return heard.length <= SHORT_SOUND ? `"${beginning}${heard}"` : `"${whole}${heard}" *`;
}
