/**
 * Overlapping pairs of letters (bigrams) for full-text search. Japanese has no spaces, and SQLite's
 * trigram tokenizer cannot find words of one or two letters, so each word is stored as its pairs plus
 * its last letter alone. A pair is written as two five-digit hexadecimal code points, so that the
 * plain `ascii` tokenizer takes it as one token. One letter is then found by a prefix of five digits,
 * longer words by a phrase of their pairs: no miss at any length.
 *
 * Beside the pairs there are tokens that begin with a letter no hexadecimal number has: `x…` a whole name,
 * `n…` a pair within a name, `m…` the letter a name begins with (its `n…` follow), `o…` a letter of a name;
 * for how words sound (`sound.ts`) `s…` from the beginning of a word on and `p…` its first 1 to 3 letters,
 * `t…` and `u…` the same of a word of a name, `w…` and `q…` of a whole name; and `v…` the municipality it
 * belongs to. Names have tokens of their own, because FTS5 keeps one list per token for all columns: in 200,000
 * texts everyday pairs stand everywhere, and whoever asks for a name would read all of them.
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
  const grams = words.map(gramsOfWord).join(' ');
  const single = [...new Set(whole)].map((one) => `o${hex(one)}`);
  const tokens = [grams, `m${hex(letter)}`, namePairs(grams), ...single];
  return [...whole].length > MAX_WHOLE ? tokens.join(' ') : [wholeToken(whole), ...tokens].join(' ');
}

function namePairs(grams: string): string {
  return grams.replace(/(?<=^| )/g, 'n');
}

/** A name that may be asked for as a whole but is not shown so: 釧路 for 釧路市. */
export function stemGramOf(stem: string): string {
  return wholeToken(wordsOf(stem).join(''));
}

function wholeToken(folded: string): string {
  return `x${[...folded].map(hex).join('')}`;
}

/** Where a word stands in a name. Each place is part of the ones before it. */
export type Place = 'anywhere' | 'begin' | 'whole';

/**
 * An FTS5 phrase for a word anywhere in a name or text.
 *
 * @param word folded, not empty, letters and digits only; nothing in it is obeyed as an operator
 */
export function phraseOf(word: string): string {
  const pairs = pairsOf(word);
  return pairs.length === 0 ? `"${hex(word)}" *` : `"${pairs.join(' ')}"`;
}

/** The same for a word at a place of a name. */
export function namePhraseOf(word: string, place: Place): string {
  if (place === 'whole') return `"${wholeToken(word)}"`;
  const pairs = pairsOf(word).map((pair) => `n${pair}`);
  if (place === 'begin') return `"${[`m${hex(word)}`, ...pairs].join(' ')}"`;
  return pairs.length === 0 ? `"o${hex(word)}"` : `"${pairs.join(' ')}"`;
}

/** None for a single letter. */
function pairsOf(word: string): readonly string[] {
  const letters = [...word].map(hex);
  return letters.slice(0, -1).map((letter, i) => letter + (letters[i + 1] ?? ''));
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

/** What goes into `name_sound`. @param words sounds of the words of names @param whole of whole names */
export function nameSoundTokensOf(words: Iterable<string>, whole: Iterable<string>): readonly string[] {
  const all = [...words];
  return [...tokensOf('w', 'q', whole), ...tokensOf('t', 'u', all), ...soundTokensOf(all)];
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

/** An FTS5 phrase for words of a name or text that begin with a sound. */
export function soundPhraseOf(sound: string): string {
  return beginningOf('s', 'p', sound);
}

/** The same for words of a name, or for whole names. */
export function nameSoundPhraseOf(sound: string, place: Place): string {
  if (place === 'whole') return `"w${sound.slice(0, MAX_SOUND)}"`;
  return place === 'begin' ? beginningOf('w', 'q', sound) : beginningOf('t', 'u', sound);
}

function beginningOf(whole: string, beginning: string, sound: string): string {
  const heard = sound.slice(0, MAX_SOUND);
  return heard.length <= SHORT_SOUND ? `"${beginning}${heard}"` : `"${whole}${heard}" *`;
}
