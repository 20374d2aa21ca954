/** What somebody may have meant who found nothing: names that differ by a letter or two, or fewer words. */
import { wordsOf } from '../pack/fold.ts';
import type { Lang } from '../pack/lang.ts';
import { withoutRuby } from '../pack/ruby.ts';
import { readSearch, type SearchWord } from '../pack/search-query.ts';
import { soundOf } from '../pack/sound.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { isFound } from './search-find.ts';

/** Most words offered. */
const MAX_NEAR = 6;
/** Kinds whose titles are names that one may mistype. */
const NAMES = "'municipality', 'prefecture', 'area', 'speciality', 'festival', 'facility'";

type Name = {
  readonly title: string;
  readonly letters: string;
  readonly sound: string;
  readonly weight: number;
};

/**
 * @param words what was looked for, without any match
 * @param asked the same as typed
 * @returns     0..6 texts that find something, likeliest first
 */
export function nearWords(
  library: Library,
  lang: Lang,
  words: readonly SearchWord[],
  asked: readonly string[],
): readonly string[] {
  const lost = words.filter((word) => !isFound(library, [word]));
  // Each word is somewhere, only not together: one of them, then.
  if (lost.length === 0) return [...new Set(asked)].slice(0, MAX_NEAR);
  const names = namesOf(library, lang);
  const near = lost.flatMap((word) => [...nearNames(names, word), ...shorter(library, word)]);
  const found = asked.filter((piece) => isFound(library, readSearch(piece).words));
  return [...new Set([...near, ...found])].slice(0, MAX_NEAR);
}

const known = new WeakMap<Library, Map<Lang, readonly Name[]>>();

function namesOf(library: Library, lang: Lang): readonly Name[] {
  const byLang = known.get(library) ?? new Map<Lang, readonly Name[]>();
  known.set(library, byLang);
  const names = byLang.get(lang) ?? readNames(library, lang);
  byLang.set(lang, names);
  return names;
}

function readNames(library: Library, lang: Lang): readonly Name[] {
  const rows = library.all<{
    readonly title: string;
    readonly kana: string | null;
    readonly weight: number;
  }>(
    `SELECT coalesce(want.title, ja.title) AS title, s.kana, s.weight
       FROM search AS s ${wordsJoin('search', 's.search_id')}
      WHERE s.kind IN (${NAMES})
      ORDER BY s.search_id`,
    { lang },
  );
  return rows.map(({ title, kana, weight }) => {
    const plain = withoutRuby(title);
    return { title: plain, letters: wordsOf(plain).join(''), sound: soundOf(kana ?? '') ?? '', weight };
  });
}

/** One letter in three may be wrong. */
function tolerance(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

function nearNames(names: readonly Name[], { letters, sound }: SearchWord): readonly string[] {
  const typed = sound ?? letters;
  if (typed.length < 2) return [];
  const most = tolerance(typed.length);
  const close = names
    .map((name) => ({ ...name, far: distance(typed, sound === null ? name.letters : name.sound, most) }))
    .filter(({ far }) => far <= most);
  // Where one is a letter off, nobody means those two letters off.
  const least = Math.min(...close.map(({ far }) => far));
  return close
    .filter(({ far }) => far < least + 1)
    .sort((a, b) => a.far - b.far || b.weight - a.weight || (a.title < b.title ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(({ title }) => title);
}

/**
 * How many letters must be put in, left out or exchanged until `typed` is the beginning of `name`; names that go
 * on for long count half a letter more. Anything above `most` may come back as any larger number.
 */
function distance(typed: string, name: string, most: number): number {
  if (name === '') return Number.POSITIVE_INFINITY;
  const beginning = name.slice(0, typed.length + most);
  let row = Array.from({ length: beginning.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= beginning.length; j++) {
      const same = typed[i - 1] === beginning[j - 1] ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
    if (Math.min(...row) > most) return most + 1;
  }
  const rest = name.length - typed.length > typed.length / 2 ? 0.5 : 0;
  return Math.min(...row) + rest;
}

/** The longest beginning that is found, of two letters or more. */
function shorter(library: Library, { typed }: SearchWord): readonly string[] {
  const all = [...typed];
  for (let length = all.length - 1; length >= 2; length--) {
    const beginning = all.slice(0, length).join('');
    const { words } = readSearch(beginning);
    if (words.length > 0 && isFound(library, words)) return [beginning];
  }
  return [];
}
