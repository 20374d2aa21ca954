/** The many ways in which visitors write one thing, and the order in which they get what they look for. */
import { describe, expect, it } from 'vitest';
import { withoutRuby } from '../../../content/pack/ruby.ts';
import type { SearchPart } from '../../../content/pack/search-views.ts';
import { MAX_HITS, search } from '../../../content/store/search.ts';
import { suggest } from '../../../content/store/suggest.ts';
import { buildDefault, libraryOf, openGood } from '../../helpers/library.ts';
import { SMALL_BASE, t } from '../../helpers/source.ts';

const library = openGood(buildDefault());
const titles = (text: string, limit = MAX_HITS): readonly string[] =>
  search(library, 'ja', text, limit).hits.map((hit) => hit.title);

describe('search finds', () => {
  it.each([
    '大阪',
    'おおさか',
    'おーさか',
    'オーサカ',
    'ｵｵｻｶ',
    'Ōsaka',
    'Oosaka',
    'Osaka',
    'OSAKA',
    'ｏｓａｋａ',
  ])('Osaka by %s, prefecture and city first', (text) => {
    expect(titles(text, 2)).toEqual(['大阪府', '大阪市']);
  });

  it.each([
    ['shibuya', 'sibuya', '渋谷区'],
    ['tsukuba', 'tukuba', 'つくば市'],
    ['chichibu', 'titibu', '秩父市'],
    ['fukui', 'hukui', '福井市'],
    ['itabashi', 'itabasi', '板橋区'],
    ['shinjuku', 'sinzyuku', '新宿区'],
    ['tokyo', 'toukyou', '東京都'],
    ['ryūgasaki', 'ryugasaki', '龍ケ崎市'],
    ['shimbashi', 'sinbasi', '全国交流物産展in新橋'],
    ['ōsak', 'おおさ', '大阪市'],
  ])('by %s what it finds by %s', (one, other, title) => {
    expect(titles(one)).toContain(title);
    expect(titles(other)).toContain(title);
  });

  it.each([
    ['国分寺市', '國分寺'],
    ['龍ケ崎市', '竜ヶ崎'],
    ['葛飾区', '葛\u{e0100}飾区'],
    ['さいたま市', 'ｻｲﾀﾏ'],
    ['茅ヶ崎市', '茅ケ崎'],
    ['京都市', 'キョウト'],
    ['十勝地域', 'とかち'],
  ])('%s by %s', (title, text) => {
    expect(titles(text).some((one) => one.includes(title.slice(0, 2)))).toBe(true);
    expect(titles(text).length).toBeGreaterThan(0);
  });

  it('articles by the kana of what stands in them in kanji, from the beginning of a word on', () => {
    const found = (text: string) =>
      search(library, 'ja', text, MAX_HITS)
        .hits.filter((hit) => hit.kind === 'article')
        .map((hit) => hit.key);
    const potato = found('芋煮');
    expect(potato.length).toBeGreaterThan(0);
    for (const way of ['いもに', 'イモニ', 'imoni', 'いもにを'])
      expect(found(way), way).toEqual(expect.arrayContaining(found(way)));
    expect(found('いもに')).toEqual(expect.arrayContaining(potato));
    // もにか stands in the middle of いもにかい only.
    expect(found('もにか')).toEqual([]);
  });

  it('several words in any order, each in any language', () => {
    const sets = ['釧路 荒川', '荒川 釧路', 'くしろ arakawa', 'Kushiro　あらかわ', 'KUSHIRO 荒川'].map(
      (text) => new Set(search(library, 'ja', text, MAX_HITS).hits.map((hit) => `${hit.kind} ${hit.key}`)),
    );
    expect(sets[0]?.size).toBeGreaterThan(2);
    for (const set of sets) expect(set).toEqual(sets[0]);
  });
});

describe('search', () => {
  it('says which words were looked for and which could not be', () => {
    expect(search(library, 'ja', '釧路 ! クシロ・荒川 🍎', 1)).toMatchObject({
      words: ['釧路', 'クシロ・荒川'],
      ignored: ['!', '🍎'],
    });
    expect(search(library, 'ja', '！', 1)).toEqual({
      total: 0,
      more: false,
      hits: [],
      words: [],
      ignored: ['！'],
      near: [],
    });
  });
});

const event = (id: string, title: string, summary: string) => ({
  id,
  kind: 'festival',
  status: 'held',
  title: t(title, id),
  summary: t(summary, id),
});

describe('the order of what is found', () => {
  const small = libraryOf({
    ...SMALL_BASE,
    'base/events.yaml': [
      event('body-twice', '催し二', '梅干しと梅干しです。'),
      event('inside', '秋の梅干し', 'です。'),
      event('body', '催し一', '長い長い話のなかほどに、やっと梅干しが出てきて、また長い長い話が続きます。'),
      event('begins', '梅干しづくり', 'です。'),
      event('whole', '梅干し', 'です。'),
    ],
  });

  it('is: whole names, names that begin so, names that hold it, texts that speak of it most', () => {
    const keys = search(small, 'ja', '梅干し', 10).hits.map((hit) => hit.key);
    expect(keys).toEqual(['whole', 'begins', 'inside', 'body-twice', 'body']);
  });

  it('is the same for kana', () => {
    const keys = search(small, 'ja', 'うめぼし', 10).hits.map((hit) => hit.key);
    expect(keys.slice(0, 3)).toEqual(['whole', 'begins', 'inside']);
    expect(new Set(keys)).toEqual(new Set(['whole', 'begins', 'inside', 'body-twice', 'body']));
  });

  it('puts the ward of the hall first among equals', () => {
    const apple = (id: string, town: string) => ({
      id,
      town,
      kind: 'food',
      name: { ja: 'りんご' },
      summary: { ja: '甘い。' },
      asOf: '2020-01-01',
    });
    const wards = ['131016 千代田区', '131181 荒川区', '131237 江戸川区'];
    const apples = libraryOf({
      ...SMALL_BASE,
      'base/specialities.yaml': [
        ...wards.map((ward) => apple(`a${ward.slice(0, 6)}`, ward)),
        apple('z', '012068 釧路市'),
      ],
    });
    const codes = (ward: string | null) =>
      search(apples, 'ja', 'りんご', 10, ward).hits.map((hit) => hit.code);
    expect(codes(null)).toEqual(['131016', '131181', '131237', '012068']);
    expect(codes('131181')).toEqual(['131181', '131016', '131237', '012068']);
    expect(codes('012068')[0]).toBe('012068');
  });
});

describe('a hit', () => {
  const shown = (parts: readonly SearchPart[]): string =>
    parts.map(({ text, hit }) => (hit ? `[${withoutRuby(text)}]` : withoutRuby(text))).join('');
  const small = libraryOf({
    ...SMALL_BASE,
    'base/events.yaml': [event('a', '芋煮の会', 'りんごとﾘﾝｺﾞと林檎を、芋煮会で食べました。')],
  });
  const hitOf = (text: string) => {
    const [hit] = search(small, 'ja', text, 1).hits;
    return hit && [shown(hit.titleParts), shown(hit.snippet)];
  };

  it.each([
    ['芋煮', '[芋煮]の会', 'りんごとﾘﾝｺﾞと林檎を、[芋煮]会で食べました。'],
    ['いもに', '[芋煮]の会', 'りんごとﾘﾝｺﾞと林檎を、[芋煮]会で食べました。'],
    ['imonik', '芋煮の会', 'りんごとﾘﾝｺﾞと林檎を、[芋煮会]で食べました。'],
    ['リンゴ', '芋煮の会', '[りんご]と[ﾘﾝｺﾞ]と林檎を、芋煮会で食べました。'],
    ['食べ', '芋煮の会', 'りんごとﾘﾝｺﾞと林檎を、芋煮会で[食べ]ました。'],
    ['会 りんご', '芋煮の[会]', '[りんご]と[ﾘﾝｺﾞ]と林檎を、芋煮[会]で食べました。'],
  ])('for %s marks what was looked for', (text, title, snippet) => {
    expect(hitOf(text)).toEqual([title, snippet]);
  });

  it('carries the readings of its words', () => {
    const [hit] = search(small, 'ja', '芋煮', 1).hits;
    expect(hit?.title).toBe('芋煮の会');
    expect(hit?.titleParts[0]).toEqual({ text: '\ufff9芋煮\ufffaいもに\ufffb', hit: true });
  });
});

describe('where nothing is found', () => {
  it.each([
    ['くしる', '釧路市'],
    ['kusiru', '釧路市'],
    ['釧炉', '釧路市'],
    ['あらわか', '荒川区'],
    ['しんじく', '新宿区'],
    ['さぽろ', '札幌市'],
  ])('%s offers %s', (text, near) => {
    const found = search(library, 'ja', text, 5);
    expect(found.total, text).toBe(0);
    expect(found.near).toContain(near);
    expect(found.near.length).toBeLessThanOrEqual(6);
  });

  it('offers words that find something', () => {
    for (const text of [
      'くしるる',
      'ほっかいどろ',
      '釧路 ぬぬぬ',
      '荒川 釧路 りんご',
      'abcdefgh',
      '弟子屈々',
    ]) {
      const found = search(library, 'ja', text, 1);
      expect(found.total, text).toBe(0);
      for (const near of found.near)
        expect(search(library, 'ja', near, 1).total, `${text}: ${near}`).toBeGreaterThan(0);
    }
  });

  it('offers the single words where each is there but not together', () => {
    expect(search(library, 'ja', '荒川 釧路 りんご', 1).near).toEqual(['荒川', '釧路', 'りんご']);
  });

  it('offers nothing where something is found, or nothing was asked', () => {
    expect([search(library, 'ja', '釧路', 1).near, search(library, 'ja', '！', 1).near]).toEqual([[], []]);
  });
});

describe('suggest', () => {
  it.each([['くし'], ['kushi'], ['kusi'], ['クシ'], ['釧']])(
    'completes %s to names with their kana',
    (text) => {
      expect(suggest(library, 'ja', text)).toContainEqual({ text: '釧路市', kana: 'くしろし' });
    },
  );

  it('gives at most eight, each once, all beginning with what was typed', () => {
    const names = suggest(library, 'ja', 'か');
    expect(names).toHaveLength(8);
    expect(new Set(names.map((one) => one.text)).size).toBe(8);
    expect(names.every((one) => one.kana?.startsWith('か'))).toBe(true);
  });

  it('speaks the visitor’s language', () => {
    expect(suggest(library, 'en', 'kushiro').map((one) => one.text)).toContain('Kushiro City');
  });

  it('has nothing for several words, signs or nothing', () => {
    expect(['釧路 市', '！', '', ' '].map((text) => suggest(library, 'ja', text))).toEqual([[], [], [], []]);
  });
});
