/**
 * Nothing that is there is ever missed: pieces of 1 to 4 letters of names, kana, romaji and texts are looked for, and
 * what comes back is compared with a reading of every text, letter by letter. With RECALL_RECORDS=200000 in the
 * environment the made-up content has so many records; otherwise 20,000.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openScalePack, writeScalePack } from '../../../build/bench/records.ts';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { randomOf } from '../../../content/author/synth/random.ts';
import { wordsOf } from '../../../content/pack/fold.ts';
import { withoutRuby } from '../../../content/pack/ruby.ts';
import { matchAll, readSearch } from '../../../content/pack/search-query.ts';
import type { ReadablePack } from '../../../content/store/driver.ts';
import type { Library } from '../../../content/store/library.ts';
import { search } from '../../../content/store/search.ts';
import { MAX_COUNTED } from '../../../content/store/search-find.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildDefault, openGood } from '../../helpers/library.ts';
import { GAZETTEER } from '../../helpers/places.ts';

const SEED = 20_201_113;

/** What can be found in a pack, by row: its folded words, each on a line of its own. */
type Truth = { readonly pack: ReadablePack; readonly words: ReadonlyMap<number, string> };

const romaji = new Map(loadGazetteer(GAZETTEER).municipalities.map((row) => [row.code, row.nameEn]));

function truthOf(pack: ReadablePack): Truth {
  type Row = {
    readonly id: number;
    readonly kind: string;
    readonly key: string;
    readonly kana: string | null;
    readonly title: string;
    readonly body: string;
  };
  const rows = pack.all<Row>(
    `SELECT s.search_id AS id, s.kind, s.key, s.kana, t.title, t.body
       FROM search AS s JOIN search_text AS t USING (search_id) ORDER BY s.search_id, t.lang`,
  );
  const words = new Map<number, string>();
  for (const { id, kind, key, kana, title, body } of rows) {
    const names = [kana ?? '', kind === 'municipality' ? (romaji.get(key) ?? '') : ''];
    const own = [withoutRuby(title), withoutRuby(body), ...names].flatMap(wordsOf).join('\n');
    words.set(id, `${words.get(id) ?? ''}\n${own}`);
  }
  return { pack, words };
}

/** Pieces of the words, as many as asked for, the same for the same seed. */
function piecesOf(truths: readonly Truth[], count: number): readonly string[] {
  const random = randomOf(SEED);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const texts = truths.flatMap(({ words }) => [...words.values()]);
  return Array.from({ length: count }, (_, i) => {
    const length = 1 + (i % 4);
    for (;;) {
      const letters = [...one(one(texts).split('\n'))];
      if (letters.length < length) continue;
      const from = Math.floor(random() * (letters.length - length + 1));
      return letters.slice(from, from + length).join('');
    }
  });
}

/** Pieces for which a row is missed, or the number of matches is not that of the rows found. */
function failures(library: Library, truths: readonly Truth[], pieces: readonly string[]): readonly string[] {
  return pieces.filter((piece) => {
    const match = matchAll(readSearch(piece).words);
    let total = 0;
    for (const { pack, words } of truths) {
      const found = new Set(
        pack
          .all<{ readonly id: number }>(
            'SELECT rowid AS id FROM search_index WHERE search_index MATCH $match',
            {
              match,
            },
          )
          .map(({ id }) => id),
      );
      total += found.size;
      for (const [id, text] of words) if (text.includes(piece) && !found.has(id)) return true;
    }
    return search(library, 'ja', piece, 1).total !== Math.min(total, MAX_COUNTED);
  });
}

describe('search of the default content', () => {
  const library = openGood(buildDefault());
  const truths = library.packs.map(truthOf);

  it('finds every one of 3,000 pieces of 1 to 4 letters everywhere it stands, and counts right as far as it counts', () => {
    const pieces = piecesOf(truths, 3000);
    expect(new Set(pieces).size).toBeGreaterThan(1500);
    expect(failures(library, truths, pieces)).toEqual([]);
  });

  it('finds every single letter everywhere it stands, and counts right as far as it counts', () => {
    const letters = new Set(truths.flatMap(({ words }) => [...words.values()].flatMap((text) => [...text])));
    letters.delete('\n');
    expect(letters.size).toBeGreaterThan(1000);
    expect(failures(library, truths, [...letters])).toEqual([]);
  });

  it('adds nothing for kanji: what is found holds the letters', () => {
    const kanji = piecesOf(truths, 2000).filter((piece) => /^\p{Script=Han}+$/u.test(piece));
    expect(kanji.length).toBeGreaterThan(100);
    for (const piece of kanji) {
      const holding = truths.reduce(
        (sum, { words }) => sum + [...words.values()].filter((text) => text.includes(piece)).length,
        0,
      );
      expect(search(library, 'ja', piece, 1).total, piece).toBe(Math.min(holding, MAX_COUNTED));
    }
  });
});

const RECORDS = Number(process.env['RECALL_RECORDS'] ?? 20_000);

describe(`search of ${RECORDS} made-up records`, () => {
  let library: Library;
  let truths: readonly Truth[];

  beforeAll(() => {
    const path = join(tempFolder(), 'scale.sqlite');
    writeScalePack(path, RECORDS, 1);
    library = openScalePack(path);
    truths = library.packs.map(truthOf);
    return library.close;
  }, 1_800_000);

  it('finds every one of 400 pieces of 1 to 4 letters everywhere it stands, and counts right as far as it counts', () => {
    expect(failures(library, truths, piecesOf(truths, 400))).toEqual([]);
  }, 1_800_000);
});
