/** What is stored and what is asked must meet in a real FTS5 index; nothing here is told by hand. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { fold, wordsOf } from '../../../content/pack/fold.ts';
import { gramsOf, nameGramsOf, namePhraseOf, type Place, phraseOf } from '../../../content/pack/grams.ts';
import { TABLES } from '../../../content/pack/schema.ts';
import { DatabaseSync } from '../../../content/sqlite.ts';
import { GAZETTEER } from '../../helpers/places.ts';
import { anyText } from '../../helpers/texts.ts';

const INDEX_SQL = TABLES.find((table) => table.name === 'search_index')?.sql ?? '';

/** An index of `texts`, as names and as bodies; both give the places of the texts that match. */
function makeIndex(texts: readonly string[]) {
  const database = new DatabaseSync(':memory:');
  database.exec(INDEX_SQL);
  const insert = database.prepare('INSERT INTO search_index(rowid, name, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  texts.forEach((text, i) => insert.run(i, nameGramsOf(text), gramsOf(text)));
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT rowid AS i FROM search_index WHERE search_index MATCH ? ORDER BY rowid',
  );
  const ask = (match: string): readonly number[] =>
    (select.all(match) as { readonly i: number }[]).map((row) => row.i);
  return {
    /** Every word of what was typed, anywhere in a text. */
    find: (typed: string): readonly number[] => {
      const words = wordsOf(typed).map((word) => `(body : ${phraseOf(word)})`);
      return words.length === 0 ? [] : ask(words.join(' AND '));
    },
    /** A word at a place of a name. */
    findName: (word: string, place: Place) => ask(`name : ${namePhraseOf(word, place)}`),
    close: () => database.close(),
  };
}

/** What a reader would call a match: every folded word typed stands in one of the text's folded words. */
function bruteForce(texts: readonly string[], typed: string): readonly number[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  return texts.flatMap((text, i) => {
    const words = wordsOf(text);
    return wanted.every((part) => words.some((word) => word.includes(part))) ? [i] : [];
  });
}

/** All pieces of 1 to 4 letters of the folded words of a text. */
function piecesOf(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => {
    const letters = [...word];
    return letters.flatMap((_letter, from) =>
      [1, 2, 3, 4].flatMap((length) =>
        from + length <= letters.length ? [letters.slice(from, from + length).join('')] : [],
      ),
    );
  });
}

const { municipalities } = loadGazetteer(GAZETTEER);
const names = municipalities.map((row) => `${row.nameJa} ${row.kana} ${row.nameEn}`);

describe('phraseOf against real FTS5', () => {
  let index: ReturnType<typeof makeIndex>;
  beforeAll(() => {
    index = makeIndex(names);
  });
  afterAll(() => index.close());

  it('finds every piece of 1 to 4 letters of names, kana and romaji exactly where it stands', () => {
    // Every twelfth town: pieces repeat so much that these hold most pieces of all of Japan.
    const pieces = new Set(names.filter((_name, i) => i % 12 === 0).flatMap(piecesOf));
    const folded = names.map(wordsOf);
    const missed = [...pieces].filter((piece) => {
      const expected = folded.flatMap((words, i) => (words.some((word) => word.includes(piece)) ? [i] : []));
      return JSON.stringify(index.find(piece)) !== JSON.stringify(expected);
    });
    expect(pieces.size).toBeGreaterThan(2500);
    expect(missed).toEqual([]);
  });

  it.each([
    ['kanji', '釧路'],
    ['one kanji', '釧'],
    ['hiragana', 'くしろし'],
    ['katakana', 'クシロ'],
    ['half-width katakana', 'ｸｼﾛ'],
    ['romaji', 'kushiro'],
    ['romaji in capitals', 'KUSHIRO'],
    ['full-width romaji', 'ＫＵＳＨＩＲＯ'],
    ['two words', '釧路 くしろ'],
  ])('finds Kushiro by %s', (_how, typed) => {
    const kushiro = municipalities.findIndex((row) => row.code === '012068');
    expect(index.find(typed)).toContain(kushiro);
  });

  it('finds names with old forms by today’s forms and the other way round', () => {
    const old = makeIndex(['龍ヶ崎市', '竜ケ崎', '塩竈市', '鹽竈', '三澤市', '三沢市', '葛\u{e0100}飾区']);
    expect(old.find('竜ヶ崎')).toEqual([0, 1]);
    expect(old.find('鹽')).toEqual([2, 3]);
    expect(old.find('三沢')).toEqual([4, 5]);
    expect(old.find('葛飾')).toEqual([6]);
    old.close();
  });
});

const japanese = fc.string({
  unit: fc.constantFrom(...('あいうか゛がカガｶﾞっゃー々東京都沢澤ab Zé1・、\n𠮷'.match(/./gsu) ?? [])),
  maxLength: 12,
});

describe('gramsOf and phraseOf', () => {
  it('match exactly what a search letter by letter would, for any texts', () => {
    fc.assert(
      fc.property(fc.array(japanese, { minLength: 1, maxLength: 4 }), japanese, (texts, other) => {
        const index = makeIndex(texts);
        const typed = [other, ...texts.flatMap(piecesOf).slice(0, 12), texts.join(' ')];
        for (const one of typed) expect(index.find(one), one).toEqual(bruteForce(texts, one));
        index.close();
      }),
      { numRuns: 150 },
    );
  });

  it('make expressions that FTS5 understands from any text at all', () => {
    const index = makeIndex(['何か']);
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string()), (text) => {
        expect(() => index.find(text)).not.toThrow();
      }),
      { numRuns: 300 },
    );
    index.close();
  });

  it('obey no operator that a visitor types', () => {
    const index = makeIndex(['and', 'near miss', '東京', 'or']);
    expect(index.find('AND')).toEqual([0]);
    expect(index.find('NEAR(東 京)')).toEqual([]);
    expect(index.find('東* OR 京')).toEqual([]);
    expect(index.find('"東京')).toEqual([2]);
    expect(index.find('name:東京')).toEqual([]);
    expect(index.find('-東京')).toEqual([2]);
    index.close();
  });

  it('find no piece that spans two words', () => {
    const index = makeIndex(['東京 都庁']);
    expect(index.find('京都')).toEqual([]);
    index.close();
  });

  it('give nothing for text without letters or digits', () => {
    expect([gramsOf(' ・!'), nameGramsOf(' "*" ')]).toEqual(['', '']);
  });

  it('find names by their beginning and as a whole exactly where a reader would', () => {
    fc.assert(
      fc.property(fc.array(japanese, { minLength: 1, maxLength: 4 }), (names) => {
        const index = makeIndex(names);
        const words = names.map(wordsOf);
        const where = (fits: (own: readonly string[]) => boolean) =>
          words.flatMap((own, i) => (fits(own) ? [i] : []));
        for (const piece of names.flatMap(piecesOf).slice(0, 12)) {
          expect(index.findName(piece, 'anywhere')).toEqual(
            where((own) => own.some((one) => one.includes(piece))),
          );
          expect(index.findName(piece, 'begin')).toEqual(where(([first = '']) => first.startsWith(piece)));
          expect(index.findName(piece, 'whole')).toEqual(where((own) => own.join('') === piece));
        }
        index.close();
      }),
      { numRuns: 150 },
    );
  });

  it('store what `fold` makes of the text, so both sides agree', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        expect(gramsOf(text)).toBe(gramsOf(fold(text)));
      }),
    );
  });
});
