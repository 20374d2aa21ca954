/** What a visitor typed, as words and as FTS5 expressions; nothing typed is obeyed, nothing is dropped in silence. */
import { wordsOf } from './fold.ts';
import { namePhraseOf, nameSoundPhraseOf, type Place, phraseOf, soundPhraseOf } from './grams.ts';
import { hangulSounds } from './hangul.ts';
import { soundOf } from './sound.ts';

export type SearchWord = {
  /** As typed, but for half and full width. */
  readonly typed: string;
  /** Folded letters. */
  readonly letters: string;
  /** Its likeliest sound; null where nobody can say it: then it is looked for by its letters only. */
  readonly sound: string | null;
  /** All it may sound like: one for kana and Latin letters, some for Hangul, none where `sound` is null. */
  readonly heard: readonly string[];
};

export type SearchText = {
  readonly words: readonly SearchWord[];
  /** What is looked for, as typed. */
  readonly asked: readonly string[];
  /** What has no letter or digit, as typed. */
  readonly ignored: readonly string[];
};

const HANGUL = /^[가-힣]+$/;
const WORD = /[\p{L}\p{N}\p{M}々]+/gu;

/** @param text what a visitor typed */
export function readSearch(text: string): SearchText {
  const pieces = text.split(/\s+/).filter((piece) => piece !== '');
  const found = pieces.map((piece) => ({ piece, words: wordsIn(piece) }));
  return {
    words: found.flatMap(({ words }) => words),
    asked: found.filter(({ words }) => words.length > 0).map(({ piece }) => piece),
    ignored: found.filter(({ words }) => words.length === 0).map(({ piece }) => piece),
  };
}

function wordsIn(piece: string): readonly SearchWord[] {
  const raw = piece.normalize('NFKC').match(WORD) ?? [];
  const words = raw.flatMap((one): readonly SearchWord[] => {
    const letters = wordsOf(one);
    const heard = letters.length === 1 && one !== 'ん' ? heardOf(one) : [];
    const sound = heard[0] ?? null;
    return letters.map((word) => ({ typed: letters.length === 1 ? one : word, letters: word, sound, heard }));
  });
  // Folding may part a word where the raw letters do not: then the folded ones count.
  const folded = wordsOf(piece);
  const same = folded.length === words.length && folded.every((word, i) => word === words[i]?.letters);
  return same ? words : folded.map((letters) => ({ typed: letters, letters, sound: null, heard: [] }));
}

function heardOf(word: string): readonly string[] {
  const ways = HANGUL.test(word) ? hangulSounds(word) : [word];
  return [...new Set(ways.map(soundOf))].filter((sound) => sound !== null);
}

/** Everything that holds every word, by its letters or by how it sounds. */
export function matchAll(words: readonly SearchWord[]): string {
  return words.map((word) => `(${matchWord(word)})`).join(' AND ');
}

function matchWord({ letters, heard }: SearchWord): string {
  const written = `{name body} : ${phraseOf(letters)}`;
  const spoken = heard.map((sound) => `{name_sound body_sound} : ${soundPhraseOf(sound)}`);
  return [written, ...spoken].join(' OR ');
}

/**
 * The same where one of the words stands in the name at `place`. A single word is not asked for a second time
 * among all texts: where it stands in a name it is found, and that list may be long.
 */
export function matchName(words: readonly SearchWord[], place: Place): string {
  const match = words.map((word) => `(${matchInName(word, place)})`).join(' OR ');
  return words.length === 1 ? match : `(${match}) AND ${matchAll(words)}`;
}

function matchInName({ letters, heard }: SearchWord, place: Place): string {
  const spoken = heard.map((sound) => `name_sound : ${nameSoundPhraseOf(sound, place)}`);
  const written = `name : ${namePhraseOf(letters, place)}`;
  // A name of several words is a whole without its spaces; typed so, no word of it is found.
  const found = place === 'whole' ? `(${written} AND name : ${namePhraseOf(letters, 'anywhere')})` : written;
  return [found, ...spoken].join(' OR ');
}
