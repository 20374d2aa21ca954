/**
 * Place names of our own: every municipality and prefecture with the kana of the gazetteer. Where one name has
 * two readings (朝日町: あさひまち, あさひちょう) only what they have in common is read.
 */
import { align } from './align.ts';
import type { LexiconWord } from './lexicon.ts';

/** A name and its hiragana. */
export type NamedPlace = {
  readonly nameJa: string;
  readonly kana: string;
  /** `special-ward` goes first where a name is shared: who writes 大田 here means おおた, the ward. */
  readonly kind?: string;
};

/** What ends the name of a municipality or prefecture, and how it may be read. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['市', ['し']],
  ['区', ['く']],
  ['町', ['ちょう', 'まち']],
  ['村', ['むら', 'そん']],
  ['県', ['けん']],
  ['府', ['ふ']],
  ['都', ['と']],
];

type Stem = {
  readonly name: string;
  readonly kana: string;
  readonly ending: string;
  readonly end: string;
  readonly ward: boolean;
};

/** Whole names, then names without their ending where these have two letters or more. */
export function placeWords(places: Iterable<NamedPlace>): readonly LexiconWord[] {
  const stems = [...places].map(stemOf);
  const whole = group(stems, (stem) => stem.name + stem.ending);
  const short = group(
    stems.filter((stem) => stem.ending !== '' && [...stem.name].length > 1),
    (stem) => stem.name,
  );
  return [
    ...[...whole].flatMap(([word, list]) => wholeName(word, list)),
    ...[...short].flatMap(([word, list]) => shortName(word, list)),
  ];
}

function stemOf({ nameJa, kana, kind }: NamedPlace): Stem {
  const ward = kind === 'special-ward';
  for (const [ending, readings] of ENDINGS) {
    const end = nameJa.endsWith(ending) && readings.find((reading) => kana.endsWith(reading));
    if (end) return { name: nameJa.slice(0, -1), kana: kana.slice(0, -end.length), ending, end, ward };
  }
  return { name: nameJa, kana, ending: '', end: '', ward };
}

function group(stems: readonly Stem[], key: (stem: Stem) => string): ReadonlyMap<string, readonly Stem[]> {
  const groups = new Map<string, Stem[]>();
  for (const stem of stems) {
    const list = groups.get(key(stem));
    if (list === undefined) groups.set(key(stem), [stem]);
    else list.push(stem);
  }
  return groups;
}

function wholeName(word: string, stems: readonly Stem[]): readonly LexiconWord[] {
  const [first] = stems;
  const name = first && only(stems.map((stem) => stem.kana));
  // Two towns written alike and read otherwise: nobody can tell which one is meant.
  if (first === undefined || name === null || name === undefined) {
    return [
      { word, written: word, parts: [{ text: word, reading: null }], reading: null, sureness: 'place' },
    ];
  }
  const parts = align(first.name, name);
  if (parts === null) return [];
  const end = only(stems.map((stem) => stem.end));
  const ending = first.ending === '' ? [] : [{ text: first.ending, reading: end }];
  const reading = end === null ? null : name + end;
  return [{ word, written: word, parts: [...parts, ...ending], reading, sureness: 'place' }];
}

function shortName(word: string, stems: readonly Stem[]): readonly LexiconWord[] {
  const ward = stems.find((stem) => stem.ward);
  const reading = ward?.kana ?? only(stems.map((stem) => stem.kana));
  const parts = reading === null ? [{ text: word, reading: null }] : align(word, reading);
  return parts === null ? [] : [{ word, written: word, parts, reading, sureness: 'as-name' }];
}

/** The one value that all have; null where they differ. */
function only(values: readonly string[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
