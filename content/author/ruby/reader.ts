/** Reads the Japanese of one pack: its own readings first, then the project's, then names of places. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { markRuby, PHRASE_END, withoutRuby } from '../../pack/ruby.ts';
import type { PackSource } from '../source.ts';
import type { World } from '../world.ts';
import { annotate } from './annotate.ts';
import { type LexiconWord, lexiconWord, makeLexicon } from './lexicon.ts';
import { phraseStarts } from './phrases.ts';
import { placeWords } from './places.ts';
import type { Word } from './word.ts';

/** A name handed in together with its kana. */
export type KnownName = { readonly name: string; readonly kana: string };

export type Reader = {
  /** The words of a text with their readings. */
  readonly words: (text: string) => readonly Word[];
  /** The text with its readings and phrases marked (`content/pack/ruby.ts`); itself where it needs no readings. */
  readonly mark: (text: string) => string;
  /** The text and all that its reading depends on beside the program and the gazetteer, to remember it by. */
  readonly keyOf: (text: string) => string;
};

const PROJECT_WORDS = fileURLToPath(new URL('words.yaml', import.meta.url));

let projectWords: readonly LexiconWord[] | undefined;

/** The project's own dictionary. @throws {Error} a line of it is wrong: our bug */
export function readProjectWords(): readonly LexiconWord[] {
  projectWords ??= Object.entries(parse(readFileSync(PROJECT_WORDS, 'utf8')) as Record<string, string>).map(
    ([written, reading]) => {
      const word = lexiconWord(written, reading, 'word');
      if (word === null) throw new Error(`words.yaml: ${written}: ${reading}`);
      return word;
    },
  );
  return projectWords;
}

const placesOf = new WeakMap<World, readonly LexiconWord[]>();

function wordsOfPlaces(world: World): readonly LexiconWord[] {
  const known = placesOf.get(world);
  if (known !== undefined) return known;
  const words = placeWords([...world.municipalities.values(), ...world.prefectures.values()]);
  placesOf.set(world, words);
  return words;
}

/** The reader of a pack: its own readings, the names of the base, the project's words. */
export function readerOf(pack: PackSource, world: World): Reader {
  return makeReader(world, pack.readings.words, world.names);
}

/**
 * @param own   what the pack's `readings.yaml` says
 * @param names names of the pack's things with their kana; those whose kana cannot be laid over are left out
 */
export function makeReader(world: World, own: readonly LexiconWord[], names: readonly KnownName[]): Reader {
  const given = names.flatMap(({ name, kana }) => lexiconWord(name, kana, 'word') ?? []);
  const lexicon = makeLexicon([...own, ...readProjectWords(), ...given, ...wordsOfPlaces(world)]);
  const changing = makeLexicon([...own, ...given]);
  const words = (text: string): readonly Word[] => annotate(text, lexicon);
  return {
    words,
    mark: (text) => markWords(words(text)),
    keyOf: (text) => {
      const found = changing.inside(text);
      return found.length === 0 ? text : `${text}\0${JSON.stringify(found)}`;
    },
  };
}

function markWords(words: readonly Word[]): string {
  const starts = phraseStarts(words);
  const marked = words.map(({ parts }, i) => (starts[i] ? PHRASE_END : '') + markRuby(parts)).join('');
  const plain = withoutRuby(marked);
  return plain === marked.replaceAll(PHRASE_END, '') ? plain : marked;
}
