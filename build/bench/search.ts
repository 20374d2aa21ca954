/**
 * How long a search takes while somebody types: pieces of 1 to 4 letters of made-up records, in kanji and in kana,
 * with ranking and snippets; beside a plain `LIKE` scan that stops at as many hits, and beside MiniSearch, on the
 * same words. What each of them finds is held against a reading of every text, letter by letter.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../content/author/compile/search-entry.ts';
import { randomOf } from '../../content/author/synth/random.ts';
import { wordsOf } from '../../content/pack/fold.ts';
import { matchAll, readSearch } from '../../content/pack/search-query.ts';
import type { Library } from '../../content/store/library.ts';
import { MAX_HITS, search } from '../../content/store/search.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { makeMini } from './minisearch.ts';
import { openScalePack, writePlainPack, writeScalePack } from './records.ts';

const SEED = 1;
const RECORDS = { short: [20_000], long: [20_000, 200_000] } as const;
/** Searches per length, half of them in kana. */
const RUNS = { short: 120, long: 400 } as const;
/** A yardstick that reads everything takes a second a word here; so few are enough to tell. */
const MANY_RECORDS = 100_000;
const YARDSTICK_RUNS = 60;
/** Before anything is measured: the first ones load pages and compile code. */
const WARM_UP = 50;
/** Pieces per length and script whose finds are counted. */
const RECALL_RUNS = 6;
const AIM_P95_MS = 10;

export async function benchSearch(long: boolean, say: Say): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const size = long ? 'long' : 'short';
  for (const records of RECORDS[size]) {
    say(`  search: ${records} 件をつくっています`);
    figures.push(...(await benchRecords(records, RUNS[size], say)));
  }
  return figures;
}

/** One way of searching. */
type Engine = {
  readonly name: string;
  /** The first hits, as a screen would ask for them. */
  readonly ask: (piece: string) => unknown;
  /** Keys of all entries it finds. */
  readonly findAll: (piece: string) => ReadonlySet<string>;
};

/** Figures for so many made-up records; packs are made in a temporary folder and removed again. */
async function benchRecords(records: number, runs: number, say: Say): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  const [path, plainPath] = [join(folder, 'scale.sqlite'), join(folder, 'plain.sqlite')];
  try {
    const entries = writeScalePack(path, records, SEED);
    writePlainPack(plainPath, entries);
    const [library, plain] = [openScalePack(path), openScalePack(plainPath)];
    try {
      const sources = [writtenWords(entries), kanaWords(library)];
      const engines = [ours(library), scan(plain), makeMini(entries, MAX_HITS)] as const;
      const size = `${records} records, ${Math.round(statSync(path).size / 1_000_000)} MB`;
      const tables = { entries, kana: kanaByKey(library) };
      say('  search: 速さと、見つかる割合を測っています');
      return [
        ...times(engines, sources, { records, size, runs }),
        ...recalls(engines, sources, size, tables),
      ];
    } finally {
      library.close();
      plain.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Engines = readonly [Engine, ...Engine[]];
type Words = readonly string[];

/** Search as the kiosk does it. */
function ours(library: Library): Engine {
  return {
    name: 'Renkei',
    ask: (piece) => search(library, 'ja', piece, MAX_HITS, '131181'),
    findAll: (piece) =>
      new Set(
        library
          .all<{ readonly key: string }>(
            'SELECT s.key FROM search_index JOIN search AS s ON s.search_id = search_index.rowid WHERE search_index MATCH $match',
            { match: matchAll(readSearch(piece).words) },
          )
          .map(({ key }) => key),
      ),
  };
}

function scan(plain: Library): Engine {
  const sql = 'SELECT article_id AS key FROM article_text WHERE title LIKE $like OR body LIKE $like';
  const find = (piece: string, limit: string) =>
    plain.all<{ readonly key: string }>(`${sql}${limit}`, { like: `%${piece}%` });
  return {
    name: 'LIKE scan',
    ask: (piece) => find(piece, ` LIMIT ${MAX_HITS}`),
    findAll: (piece) => new Set(find(piece, '').map(({ key }) => key)),
  };
}

/** Words of some of the Japanese texts. */
function writtenWords(entries: readonly Entry[]): Words {
  return entries
    .filter((_entry, i) => i % 97 === 1)
    .flatMap(({ title, body }) => [...wordsOf(title.ja), ...wordsOf(body.ja)]);
}

function kanaWords(library: Library): Words {
  return library
    .all<{ readonly kana: string }>('SELECT kana FROM search WHERE kana IS NOT NULL AND search_id % 97 = 1')
    .flatMap(({ kana }) => wordsOf(kana));
}

function kanaByKey(library: Library): ReadonlyMap<string, string> {
  const rows = library.all<{ readonly key: string; readonly kana: string | null }>(
    'SELECT key, kana FROM search',
  );
  return new Map(rows.map(({ key, kana }) => [key, kana ?? '']));
}

function piecesOf(words: Words, length: number, count: number, random: () => number): Words {
  const long = words.filter((word) => [...word].length >= length);
  return Array.from({ length: count }, () => {
    const letters = [...(long[Math.floor(random() * long.length)] ?? '')];
    const from = Math.floor(random() * (letters.length - length + 1));
    return letters.slice(from, from + length).join('');
  });
}

function times(
  [own, ...others]: Engines,
  sources: readonly Words[],
  { records, size, runs }: { readonly records: number; readonly size: string; readonly runs: number },
): readonly Figure[] {
  const random = randomOf(SEED + 1);
  const some = (length: number, count: number): Words =>
    sources.flatMap((words) => piecesOf(words, length, Math.ceil(count / sources.length), random));
  const fewer = records > MANY_RECORDS ? YARDSTICK_RUNS : runs;
  time(own, some(2, WARM_UP));
  for (const other of others) time(other, some(2, Math.min(WARM_UP, fewer / 4)));
  return [1, 2, 3, 4].flatMap((length) => {
    const pieces = some(length, runs);
    const values = time(own, pieces);
    const pick = pieces.filter((_piece, i) => i % Math.ceil(runs / fewer) === 0);
    return others.map((other) =>
      figureOf({
        group: 'search',
        name: `${length} letters, ${size}`,
        unit: 'ms',
        values,
        yardstick: other.name,
        yardstickValues: time(other, pick),
        aim: null,
        aimP95: AIM_P95_MS,
      }),
    );
  });
}

/** Milliseconds each piece took. */
function time({ ask }: Engine, pieces: Words): readonly number[] {
  return pieces.map((piece) => {
    const startedMs = performance.now();
    ask(piece);
    return performance.now() - startedMs;
  });
}

type Truth = { readonly entries: readonly Entry[]; readonly kana: ReadonlyMap<string, string> };

/** Per cent of the entries whose words hold a piece that each engine finds, piece by piece. */
function recalls(
  [own, ...others]: Engines,
  sources: readonly Words[],
  size: string,
  { entries, kana }: Truth,
): readonly Figure[] {
  const random = randomOf(SEED + 2);
  const texts = entries.map(({ key, title, body }): readonly [string, string] => {
    const all = [title.ja, title.en ?? '', body.ja, body.en ?? '', kana.get(key) ?? ''];
    return [key, all.flatMap(wordsOf).join('\n')];
  });
  return sources.flatMap((words, script) => {
    const pieces = [1, 2, 3, 4].flatMap((length) => piecesOf(words, length, RECALL_RUNS, random));
    const wanted = pieces.map((piece) => texts.flatMap(([key, text]) => (text.includes(piece) ? [key] : [])));
    const shares = (engine: Engine): readonly number[] =>
      pieces.map((piece, i) => {
        const found = engine.findAll(piece);
        const keys = wanted[i] ?? [];
        return (100 * keys.filter((key) => found.has(key)).length) / keys.length;
      });
    const mine = shares(own);
    return others.map((other) =>
      figureOf({
        group: 'search',
        name: `recall, 1 to 4 ${script === 0 ? 'written letters' : 'kana of names'}, lowest ${Math.min(...mine)} %, ${size}`,
        unit: '%',
        values: mine,
        yardstick: `${other.name}, mean`,
        yardstickValues: [mean(shares(other))],
        aim: null,
      }),
    );
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
