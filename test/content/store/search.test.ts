/** Search as a visitor uses it: any script, any length, nothing obeyed, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../content/pack/fold.ts';
import { LANGS } from '../../../content/pack/lang.ts';
import { withoutRuby } from '../../../content/pack/ruby.ts';
import type { SearchPart } from '../../../content/pack/search-views.ts';
import { MAX_HITS, MAX_TEXT, search } from '../../../content/store/search.ts';
import { MAX_COUNTED } from '../../../content/store/search-find.ts';
import { buildDefault, libraryOf, openGood } from '../../helpers/library.ts';
import { article, SMALL, t } from '../../helpers/source.ts';
import { anyText } from '../../helpers/texts.ts';

const library = openGood(buildDefault());
const towns = [...library.names('ja').towns.values()];

/** The words of a snippet without its marks and readings. */
const plain = (parts: readonly SearchPart[]): string => withoutRuby(parts.map((part) => part.text).join(''));

/** Titles of the hits. */
const titles = (text: string, limit = 12) => search(library, 'ja', text, limit).hits.map((hit) => hit.title);

describe('search finds Kushiro', () => {
  it.each([
    ['kanji', '釧路'],
    ['one kanji', '釧'],
    ['the whole name', '釧路市'],
    ['hiragana', 'くしろ'],
    ['katakana', 'クシロ'],
    ['half-width katakana', 'ｸｼﾛ'],
    ['romaji', 'kushiro'],
    ['romaji in capitals, full width', 'ＫＵＳＨＩＲＯ'],
    ['romaji with its ending', 'kushiroshi'],
    ['English', 'Kushiro City'],
    ['two words', '釧路 北海道'],
    ['two words with a full-width space', '釧路\u3000くしろ'],
  ])('by %s', (_how, text) => {
    expect(titles(text)).toContain('釧路市');
  });

  it('in the visitor’s language', () => {
    expect(search(library, 'en', '釧路市', 3).hits[0]?.title).toBe('Kushiro City');
    expect(search(library, 'ko', '釧路市', 3).hits[0]?.title).toBe('釧路市');
  });
});

describe('search finds every municipality of Japan', () => {
  /** Towns that are not among the first hits for their own `word`. */
  const lost = (wordOf: (town: (typeof towns)[number]) => string): readonly string[] =>
    towns
      // A third of Japan at a time: each word asks the index twice.
      .filter((_town, i) => i % 3 === 0)
      .filter((town) => !search(library, 'ja', wordOf(town), 12).hits.some((hit) => hit.key === town.code))
      .map((town) => `${town.code} ${wordOf(town)}`);

  it('among the first twelve hits by its name', () => {
    expect(lost((town) => town.name)).toEqual([]);
  });

  it('among the first twelve hits by its reading', () => {
    expect(lost((town) => town.kana)).toEqual([]);
  });

  it('first by its name, but for towns of the same name', () => {
    const names = towns.map((town) => fold(town.name));
    const single = towns.filter(
      (town) => names.indexOf(fold(town.name)) === names.lastIndexOf(fold(town.name)),
    );
    const beaten = single
      .filter((_town, i) => i % 5 === 0)
      .filter((town) => search(library, 'ja', town.name, 1).hits[0]?.key !== town.code);
    expect(beaten.map((town) => town.name)).toEqual([]);
  });

  it('first by a name of one letter before its ending, though that letter stands all over the country', () => {
    for (const name of ['津市', '森町', '呉市', '関市', '柏市', '蕨市', '泊村']) {
      const [short = ''] = name;
      expect(titles(short, 3), short).toContain(name);
      expect(titles(name, 3), name).toContain(name);
    }
  });
});

describe('search', () => {
  it('says how many match in all, however few are asked for', () => {
    const all = search(library, 'ja', '市', MAX_HITS);
    const one = search(library, 'ja', '市', 1);
    expect(one.total).toBe(all.total);
    expect(one.hits).toHaveLength(1);
    expect(all.hits).toHaveLength(MAX_HITS);
    expect(all.total).toBeGreaterThan(700);
  });

  it.each(['i', 'to', 'shi'])('counts no further than anybody reads, and says so: %s', (text) => {
    const found = search(library, 'ja', text, MAX_HITS);
    expect(found).toMatchObject({ total: MAX_COUNTED, more: true });
    expect(found.hits).toHaveLength(MAX_HITS);
  });

  it('gives the same first hits for any limit', () => {
    for (const text of ['町', '東京', 'ふちゅう', 'みなと', 'ari']) {
      const all = search(library, 'ja', text, MAX_HITS).hits.map((hit) => hit.key);
      for (const limit of [1, 3, 12]) {
        const some = search(library, 'ja', text, limit).hits.map((hit) => hit.key);
        expect(some, `${text} ${limit}`).toEqual(all.slice(0, limit));
      }
    }
  });

  it('looks into every pack: towns, prefectures, articles, events, exhibitions, topics', () => {
    const kinds = new Set(
      ['釧路市', '北海道', '漱石', '祭', '広島9町', '十勝', '町村会', '協定']
        .flatMap((text) => search(library, 'ja', text, MAX_HITS).hits)
        .map((hit) => hit.kind),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'municipality',
        'prefecture',
        'area',
        'association',
        'article',
        'event',
        'exhibition',
        'topic',
      ]),
    );
  });

  it('wants every word', () => {
    const both = search(library, 'ja', '釧路 荒川', MAX_HITS);
    expect(both.total).toBeLessThan(search(library, 'ja', '釧路', MAX_HITS).total);
    expect(search(library, 'ja', '釧路 ぬぬぬ', MAX_HITS)).toMatchObject({ total: 0, hits: [] });
  });

  it.each([
    '"',
    "'",
    '*',
    '釧路*',
    '^釧路',
    '-釧路',
    'NOT 釧路',
    '釧路 OR 東京',
    'NEAR(釧路 東京)',
    'name : 釧路',
    '{name} : 釧路',
    '(釧路',
    '釧路"',
    '%',
    '_',
    '\\',
    '; DROP TABLE search',
    '\0',
    '\ud800',
  ])('takes %j for plain words', (text) => {
    const found = search(library, 'ja', text, MAX_HITS);
    expect(found.hits.length).toBeLessThanOrEqual(found.total);
    if (/OR|NOT|NEAR|name/.test(text))
      expect(found.total).toBeLessThan(search(library, 'ja', '釧路', 1).total);
  });

  it('gives nothing for text without letters or digits', () => {
    for (const text of ['', ' ', '・！？', 'ー', '🍎']) {
      expect(search(library, 'ja', text, 5)).toMatchObject({ total: 0, hits: [] });
    }
  });

  it('never throws for anything a visitor can type, in any language', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LANGS), (text, lang) => {
        const { total, hits } = search(library, lang, text, MAX_HITS);
        expect(hits.length).toBe(Math.min(total, MAX_HITS));
      }),
      { numRuns: 150 },
    );
  });

  it('answers the longest text in time', () => {
    const startedMs = performance.now();
    search(library, 'ja', 'あ い'.repeat(34).slice(0, MAX_TEXT), MAX_HITS);
    search(library, 'ja', '東京都荒川区'.repeat(20).slice(0, MAX_TEXT), MAX_HITS);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });

  it.each([0, MAX_HITS + 1, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses limit %d', (limit) => {
    expect(() => search(library, 'ja', '釧路', limit)).toThrow(RangeError);
  });
});

describe('a snippet', () => {
  const long = `${'前'.repeat(100)}ここに目印がある${'後'.repeat(100)}`;
  const small = libraryOf({
    ...SMALL,
    'base/events.yaml': [
      { id: 'a', kind: 'festival', status: 'held', title: t('長い話'), summary: t(long) },
      {
        id: 'b',
        kind: 'festival',
        status: 'held',
        title: t('幅'),
        summary: t(`${'㍿'.repeat(30)}しるし${'𠮷'.repeat(30)}`),
      },
    ],
    'news-1/articles/one.ja.md': article(1, '短い話'),
  });
  const snippetOf = (text: string) => plain(search(small, 'ja', text, 1).hits[0]?.snippet ?? []);

  it('is a piece of the text around the word', () => {
    expect(snippetOf('目印')).toMatch(/^…前*ここに目印がある後*…$/);
    expect([...snippetOf('目印')].length).toBeLessThanOrEqual(42);
  });

  it('is the beginning when the word stands in the title', () => {
    expect(snippetOf('長い話')).toBe(`${'前'.repeat(40)}…`);
  });

  it('is the whole of a short text', () => {
    expect(snippetOf('短い話')).toBe('要約です。 本文です。');
  });

  it('keeps its place where folding makes text longer, and cuts no character in half', () => {
    const snippet = snippetOf('しるし');
    expect(snippet).toContain('しるし');
    expect(snippet).not.toMatch(/\p{Surrogate}/u);
  });

  it('holds the word it was found by, for every hit of the real content', () => {
    for (const word of ['荒川', '祭り', 'りんご']) {
      for (const hit of search(library, 'ja', word, MAX_HITS).hits) {
        const places = fold(`${hit.title} ${plain(hit.snippet)}`);
        if (hit.kind !== 'municipality') expect(places, `${hit.kind} ${hit.key}`).toContain(fold(word));
      }
    }
  });
});
