/** What a visitor typed, as words and as FTS5 expressions; nothing typed is obeyed, nothing is dropped in silence. */
import { wordsOf } from './fold.ts';
import { type Place, phraseOf, soundPhraseOf } from './grams.ts';
import { soundOf } from './sound.ts';

export type SearchWord = {
  /** As typed, but for half and full width. */
  readonly typed: string;
  /** Folded letters. */
  readonly letters: string;
  /** Null where it is not kana or Latin letters: then it is looked for by its letters only. */
  readonly sound: string | null;
};

export type SearchText = {
  readonly words: readonly SearchWord[];
  /** What is looked for, as typed. */
  readonly asked: readonly string[];
  /** What has no letter or digit, as typed. */
  readonly ignored: readonly string[];
};

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
    const sound = letters.length === 1 && one !== 'ん' ? soundOf(one) : null;
    return letters.map((word) => ({ typed: letters.length === 1 ? one : word, letters: word, sound }));
  });
  // Folding may part a word where the raw letters do not: then the folded ones count.
  const folded = wordsOf(piece);
  const same = folded.length === words.length && folded.every((word, i) => word === words[i]?.letters);
  return same ? words : folded.map((letters) => ({ typed: letters, letters, sound: null }));
}

/** Everything that holds every word, by its letters or by how it sounds. */
export function matchAll(words: readonly SearchWord[]): string {
  return words.map((word) => `(${matchWord(word)})`).join(' AND ');
}

function matchWord({ letters, sound }: SearchWord): string {
  const written = `{name body} : ${phraseOf(letters, 'anywhere')}`;
  return sound === null
    ? written
    : `${written} OR {name_sound body_sound} : ${soundPhraseOf(sound, 'anywhere')}`;
}

/** The same where one of the words stands in the name at `place`. */
export function matchName(words: readonly SearchWord[], place: Place): string {
  const places = words.map(({ letters, sound }) => {
    const written = `name : ${phraseOf(letters, place)}`;
    return sound === null ? written : `${written} OR name_sound : ${soundPhraseOf(sound, place)}`;
  });
  return `(${places.join(' OR ')}) AND ${matchAll(words)}`;
}
