/**
 * How long a search takes while somebody types: pieces of 1 to 4 letters of made-up records, in kanji and in kana,
 * with ranking and snippets, beside a plain `LIKE` scan for the same letters that stops at as many hits.
 *
 * `npx tsx build/bench/search.ts [records]` prints the table.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomOf } from '../../content/author/synth/random.ts';
import { wordsOf } from '../../content/pack/fold.ts';
import { withoutRuby } from '../../content/pack/ruby.ts';
import type { Library } from '../../content/store/library.ts';
import { MAX_HITS, search } from '../../content/store/search.ts';
import { type Figure, figureOf, table } from './figures.ts';
import { openScalePack, writeScalePack } from './records.ts';

const SEED = 1;
/** Searches per length and script. */
const RUNS = 200;
/** Before anything is measured: the first ones load pages and compile code. */
const WARM_UP = 50;

type Texts = readonly string[];

/** Figures for `records` made-up records; the pack is made in a temporary folder and removed again. */
export function benchSearch(records: number): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  try {
    const path = join(folder, 'scale.sqlite');
    writeScalePack(path, records, SEED);
    const library = openScalePack(path);
    try {
      return measure(library, records, statSync(path).size);
    } finally {
      library.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(library: Library, records: number, sizeBytes: number): readonly Figure[] {
  const random = randomOf(SEED + 1);
  const sources: readonly (readonly [string, Texts])[] = [
    ['written', readTexts(library)],
    ['kana', readKana(library)],
  ];
  for (const [, texts] of sources) time(library, piecesOf(texts, 2, WARM_UP, random), ask);
  const size = `${records} records, ${Math.round(sizeBytes / 1_000_000)} MB`;
  return sources.flatMap(([script, texts]) =>
    [1, 2, 3, 4].map((length) => {
      const pieces = piecesOf(texts, length, RUNS, random);
      return figureOf({
        group: 'search',
        name: `${length} ${script} letters, ${size}`,
        unit: 'ms',
        values: time(library, pieces, ask),
        yardstick: 'LIKE scan',
        yardstickValues: time(library, pieces, scan),
        aim: null,
      });
    }),
  );
}

/** Some of the Japanese texts, without their readings. */
function readTexts(library: Library): Texts {
  return library
    .all<{ readonly title: string; readonly body: string }>(
      "SELECT title, body FROM search_text WHERE lang = 'ja' AND search_id % 97 = 1",
    )
    .flatMap(({ title, body }) => [withoutRuby(title), withoutRuby(body)]);
}

function readKana(library: Library): Texts {
  return library
    .all<{ readonly kana: string }>('SELECT kana FROM search WHERE kana IS NOT NULL AND search_id % 97 = 1')
    .map(({ kana }) => kana);
}

function piecesOf(texts: Texts, length: number, count: number, random: () => number): Texts {
  const words = texts.flatMap(wordsOf).filter((word) => [...word].length >= length);
  return Array.from({ length: count }, () => {
    const letters = [...(words[Math.floor(random() * words.length)] ?? '')];
    const from = Math.floor(random() * (letters.length - length + 1));
    return letters.slice(from, from + length).join('');
  });
}

/** Milliseconds each piece took. */
function time(
  library: Library,
  pieces: Texts,
  look: (library: Library, piece: string) => void,
): readonly number[] {
  return pieces.map((piece) => {
    const startedMs = performance.now();
    look(library, piece);
    return performance.now() - startedMs;
  });
}

function ask(library: Library, piece: string): void {
  search(library, 'ja', piece, MAX_HITS, '131181');
}

function scan(library: Library, piece: string): void {
  library.all('SELECT title, body FROM search_text WHERE title LIKE $like OR body LIKE $like LIMIT 50', {
    like: `%${piece}%`,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${table(benchSearch(Number(process.argv[2] ?? 20_000)))}\n`);
}
