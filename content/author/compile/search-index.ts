/** Writes entries of the search: their words, what the index holds of them, and how often single letters occur. */
import { wordsOf } from '../../pack/fold.ts';
import {
  gramsOf,
  nameGramsOf,
  nameSoundTokensOf,
  placeTokenOf,
  soundTokensOf,
  stemGramOf,
} from '../../pack/grams.ts';
import { toHiragana } from '../../pack/kana.ts';
import type { Lang } from '../../pack/lang.ts';
import { markRuby } from '../../pack/ruby.ts';
import { soundOf } from '../../pack/sound.ts';
import type { Reader } from '../ruby/reader.ts';
import type { Word } from '../ruby/word.ts';
import { type Compiler, langsOf } from './rows.ts';
import { type Entry, plainText } from './search-entry.ts';
import { readingOf, soundsOf } from './search-sounds.ts';

type Indexer = Pick<Compiler, 'draft' | 'reader' | 'memo'>;

/** @param entries in any order; they are written by weight, the weightiest first */
export function insertEntries(indexer: Indexer, entries: readonly Entry[]): void {
  const letters = new Map<string, number>();
  const ordered = [...entries].sort((a, b) => b.weight - a.weight);
  ordered.forEach((entry, i) => {
    for (const letter of insertEntry(indexer, i + 1, entry)) {
      letters.set(letter, (letters.get(letter) ?? 0) + 1);
    }
  });
  for (const [letter, count] of [...letters].sort(([a], [b]) => (a < b ? -1 : 1))) {
    indexer.draft.insert('search_letter', { letter, entries: count });
  }
}

/** An entry in one language, in its own words. */
type Told = { readonly lang: Lang; readonly title: string; readonly body: string };

/** What is worked out for an entry from its words alone. Plain data: it is remembered between runs. */
type Indexed = {
  readonly kana: string | null;
  /** Title and body, marked, as `told` has them. */
  readonly marked: readonly { readonly title: string; readonly body: string }[];
  readonly columns: {
    readonly name: string;
    readonly body: string;
    readonly name_sound: string;
    readonly body_sound: string;
  };
  /** The letters that alone would find it. */
  readonly letters: readonly string[];
};

/** @returns the letters that alone would find it */
function insertEntry({ draft, reader, memo }: Indexer, id: number, entry: Entry): readonly string[] {
  const told = langsOf(entry.title).map(
    (lang): Told => ({
      lang,
      title: (entry.title[lang] ?? entry.title.ja).normalize('NFC'),
      body: plainText(entry.body[lang] ?? '').normalize('NFC'),
    }),
  );
  const { kind, key, weight, title: _title, body: _body, ...rest } = entry;
  const spoken = told.filter(({ lang }) => japanese(lang)).flatMap(({ title, body }) => [title, body]);
  const from = JSON.stringify([told, rest, reader.keyOf(spoken.join('\n'))]);
  const { kana, marked, columns, letters } = memo.of('entry', from, () => indexOf(reader, entry, told));
  draft.insert('search', {
    search_id: id,
    kind,
    key,
    municipality_id: entry.code ?? null,
    kana,
    weight,
  });
  told.forEach(({ lang }, i) => draft.insert('search_text', { search_id: id, lang, ...marked[i] }));
  draft.insert('search_index', { rowid: id, ...columns });
  return letters;
}

function indexOf(reader: Reader, entry: Entry, told: readonly Told[]): Indexed {
  const read = told.map(({ lang, title, body }) => ({
    title: japanese(lang) ? reader.words(title) : null,
    body: japanese(lang) ? reader.words(body) : null,
  }));
  const kana = entry.kana ?? kanaOf(read[0]?.title ?? []);
  const names = [...told.map(({ title }) => title), ...entry.readings, ...(kana === null ? [] : [kana])];
  const sounds = {
    name: new Set(read.flatMap(({ title }) => soundsOf(title ?? []))),
    body: new Set(read.flatMap(({ body }) => soundsOf(body ?? []))),
    whole: new Set([...names, ...entry.stems].flatMap((name) => soundOf(name) ?? [])),
  };
  // A name's reading is a word of the name as well, from its beginning on.
  for (const whole of sounds.whole) sounds.name.add(whole);
  const bodies = told.map(({ body }) => body);
  const nameSound = nameSoundTokensOf(sounds.name, sounds.whole);
  const bodySound = soundTokensOf(sounds.body);
  return {
    kana,
    marked: told.map(({ title, body }, i) => ({
      title: marks(read[i]?.title) ?? title,
      body: marks(read[i]?.body) ?? body,
    })),
    columns: {
      name: [...unique(names).map(nameGramsOf), ...entry.stems.map(stemGramOf)].join(' '),
      body: gramsOf(bodies.join(' ')),
      name_sound: [...(entry.code ? [placeTokenOf(entry.code)] : []), ...nameSound].join(' '),
      body_sound: bodySound.join(' '),
    },
    letters: [...lettersOf([...names, ...bodies].join(' '), [...nameSound, ...bodySound])],
  };
}

function japanese(lang: Lang): boolean {
  return lang === 'ja' || lang === 'ja-easy';
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function marks(words: readonly Word[] | null | undefined): string | null {
  return words ? markRuby(words.flatMap((word) => word.parts)) : null;
}

/** Hiragana of a whole title, null where a word of it is not known. */
function kanaOf(words: readonly Word[]): string | null {
  const readings = words.map(readingOf);
  const whole = readings.map((reading) => reading ?? '').join('');
  return whole === '' || readings.includes(null) ? null : toHiragana(whole);
}

/** Sounds of single letters: what somebody who types one letter may mean. */
const LETTERS_BY_SOUND = lettersBySound();

function lettersBySound(): ReadonlyMap<string, readonly string[]> {
  const typed = [
    ...'abcdefghijklmnopqrstuvwxyz',
    ...Array.from({ length: 0x56 }, (_, i) => String.fromCharCode(0x3041 + i)),
  ];
  const letters = new Map<string, string[]>();
  for (const letter of typed) {
    const sound = soundOf(letter);
    // Small kana fold to large ones, which stand in the list themselves; ん begins no word.
    if (sound === null || letter === 'ん' || wordsOf(letter)[0] !== letter) continue;
    letters.set(sound, [...(letters.get(sound) ?? []), letter]);
  }
  return letters;
}

function lettersOf(text: string, soundTokens: readonly string[]): ReadonlySet<string> {
  const letters = new Set(wordsOf(text).join(''));
  for (const token of soundTokens) {
    if (!token.startsWith('p')) continue;
    for (const letter of LETTERS_BY_SOUND.get(token.slice(1)) ?? []) letters.add(letter);
  }
  return letters;
}
