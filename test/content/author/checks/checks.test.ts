/** Checks of what towns hand in, of words and of people: what makes each speak, and that none cries wolf. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { check } from '../../../../content/author/build.ts';
import { ageProblems } from '../../../../content/author/checks/age.ts';
import { CHECKS, checkLines, checksPage } from '../../../../content/author/checks/list.ts';
import { personIn } from '../../../../content/author/checks/people.ts';
import { review } from '../../../../content/author/checks/review.ts';
import {
  missingTranslations,
  summariseTranslations,
  translationProblems,
} from '../../../../content/author/checks/translations.ts';
import { GAZETTEER, ROOT, SOURCE } from '../../../helpers/places.ts';
import { article, type Files, SMALL, SMALL_BASE, t, writeSource } from '../../../helpers/source.ts';

function problemsOf(changes: Files): readonly string[] {
  return check(writeSource({ ...SMALL, ...changes }), GAZETTEER).problems.map(
    ({ file, line, id }) => `${file}:${line} ${id}`,
  );
}

const TOWN = { town: '012068 釧路市', asOf: '2026-08-01' };
const SALMON = { id: 'salmon', ...TOWN, kind: 'food', name: { ja: '鮭' }, summary: { ja: '鮭です。' } };
const DESK = { id: 'desk', ...TOWN, subject: 'tourism', office: { ja: '観光課' }, phone: '0154-00-0000' };
const FESTIVAL = {
  id: 'fest',
  ...TOWN,
  name: { ja: '祭り' },
  period: { ja: '8月' },
  summary: { ja: '祭りです。' },
};
const LIVING = { id: 'live', ...TOWN, kind: 'housing', title: { ja: '家' }, summary: { ja: '家です。' } };
const CASE = {
  id: 'case',
  title: { ja: '市' },
  summary: { ja: '市です。' },
  start: '2015-10',
  wards: ['131181 荒川区'],
  partners: ['012068 釧路市'],
  office: { ja: '産業課' },
  phone: '03-0000-0000',
  asOf: '2026-08-01',
};
const HALL = {
  id: 'hall',
  ward: '131181 荒川区',
  kind: 'plaza',
  name: { ja: '広場' },
  summary: { ja: '広場です。' },
  rule: { ja: '3か月前まで。' },
  asOf: '2026-08-01',
};
const OFFER = {
  id: 'offer',
  ...TOWN,
  side: 'offer',
  title: { ja: '給食' },
  summary: { ja: '届けます。' },
  tags: ['food'],
};

/** Every list once, with one good thing each. */
const LISTS: Readonly<Record<string, object>> = {
  'base/town-contacts.yaml': DESK,
  'base/specialities.yaml': SALMON,
  'base/festivals.yaml': FESTIVAL,
  'base/living.yaml': LIVING,
  'base/cases.yaml': CASE,
  'base/facilities.yaml': HALL,
  'base/offers.yaml': OFFER,
};
const ALL: Files = Object.fromEntries(Object.entries(LISTS).map(([file, row]) => [file, [row]]));

describe('what towns hand in', () => {
  it('is all right as it should be written, and may be missing altogether', () => {
    expect(problemsOf(ALL)).toEqual([]);
    expect(problemsOf({ 'base/offers.yaml': '# nothing yet\n' })).toEqual([]);
  });

  it.each(Object.entries(LISTS))('duplicate-id: %s', (file, row) => {
    expect(problemsOf({ [file]: [row, row] }).filter((one) => one.endsWith('duplicate-id'))).toHaveLength(1);
  });

  it.each(Object.entries(LISTS).filter(([, row]) => 'town' in row))(
    'unknown-reference, not-a-town: %s',
    (file, row) => {
      expect(problemsOf({ [file]: [{ ...row, town: '012068 釧路町' }] })).toEqual([
        `${file}:2 unknown-reference`,
      ]);
      expect(problemsOf({ [file]: [{ ...row, town: '01 北海道' }] })).toEqual([`${file}:2 not-a-town`]);
    },
  );

  it.each(Object.entries(LISTS))('number-undated: %s says from when it is', (file, row) => {
    expect(problemsOf({ [file]: [{ ...row, asOf: undefined }] })).toEqual([`${file}:1 number-undated`]);
  });

  it.each(Object.entries(LISTS))('ja-missing: %s', (file, row) => {
    const text = stringify([row]).replace(/ja: .*/, 'en: Only English');
    const [first] = problemsOf({ [file]: text });
    expect(first).toMatch(/ ja-missing$/);
  });

  it('not-a-ward: a facility of a town', () => {
    expect(problemsOf({ 'base/facilities.yaml': [{ ...HALL, ward: '012068 釧路市' }] })).toEqual([
      'base/facilities.yaml:2 not-a-ward',
    ]);
  });

  it('facility-no-rule: towns cannot tell whether they may use it', () => {
    expect(problemsOf({ 'base/facilities.yaml': [{ ...HALL, rule: undefined }] })).toEqual([
      'base/facilities.yaml:1 facility-no-rule',
    ]);
  });

  it('case-no-desk: nobody to ask', () => {
    for (const gone of ['office', 'phone']) {
      expect(problemsOf({ 'base/cases.yaml': [{ ...CASE, [gone]: undefined }] })).toEqual([
        'base/cases.yaml:1 case-no-desk',
      ]);
    }
  });

  it('unknown-field, dates-inverted, start-missing: a case and a festival', () => {
    expect(problemsOf({ 'base/cases.yaml': [{ ...CASE, fields: ['none'] }] })).toEqual([
      'base/cases.yaml:16 unknown-field',
    ]);
    expect(problemsOf({ 'base/cases.yaml': [{ ...CASE, end: '2014' }] })).toEqual([
      'base/cases.yaml:15 dates-inverted',
    ]);
    expect(problemsOf({ 'base/festivals.yaml': [{ ...FESTIVAL, end: '2026-09-06' }] })).toEqual([
      'base/festivals.yaml:10 start-missing',
    ]);
  });

  it('shape: a phone number, an address, a reading, a month that is none', () => {
    for (const [file, row] of [
      ['base/town-contacts.yaml', { ...DESK, phone: '31-4549' }],
      ['base/town-contacts.yaml', { ...DESK, phone: undefined }],
      ['base/specialities.yaml', { ...SALMON, kana: '鮭' }],
      ['base/specialities.yaml', { ...SALMON, months: [13] }],
      ['base/offers.yaml', { ...OFFER, tags: [] }],
    ] as const) {
      expect(problemsOf({ [file]: [row] }).map((one) => one.split(' ')[1])).toEqual(['shape']);
    }
  });

  it('flagged-url: in any of the lists', () => {
    const bad = 'https://www.town.voichi.hokkaido.jp/';
    expect(problemsOf({ 'base/specialities.yaml': [{ ...SALMON, url: bad }] })).toEqual([
      'base/specialities.yaml:9 flagged-url',
    ]);
  });

  it('import-unfinished: an import that the power cut', () => {
    expect(problemsOf({ 'base/.import/commit.json': '[]' })).toContain('base/pack.yaml:1 import-unfinished');
  });
});

describe('headline-missing', () => {
  it('a town that says nothing of itself', () => {
    expect(problemsOf({ 'base/towns.yaml': [{ town: '012068 釧路市' }] })).toEqual([
      'base/towns.yaml:1 headline-missing',
    ]);
  });
});

describe('lengths', () => {
  const with_ = (summary: string, title = '鮭'): Files => ({
    'base/specialities.yaml': [{ ...SALMON, name: { ja: title }, summary: { ja: summary } }],
  });

  it('title-long, summary-long, sentence-long, text-long', () => {
    expect(problemsOf(with_('鮭です。', 'あ'.repeat(51)))).toEqual(['base/specialities.yaml:6 title-long']);
    expect(problemsOf(with_(`${'あ'.repeat(60)}。${'い'.repeat(60)}。`))).toEqual([
      'base/specialities.yaml:8 summary-long',
    ]);
    expect(problemsOf(with_(`${'あ'.repeat(81)}`))).toEqual(['base/specialities.yaml:8 sentence-long']);
    const paragraph = `${'あ'.repeat(59)}。`.repeat(6);
    expect(
      problemsOf({
        'base/towns.yaml': [{ town: '012068 釧路市', headline: { ja: '霧' }, notes: [{ ja: paragraph }] }],
      }),
    ).toEqual(['base/towns.yaml:5 text-long']);
    const long = article(1, 'あ').replace('本文です。', paragraph);
    expect(problemsOf({ 'news-1/articles/one.ja.md': long })).toEqual([
      'news-1/articles/one.ja.md:2 text-long',
    ]);
  });

  it('are measured by paragraph and by sentence, and lists are not one sentence', () => {
    const list = Array.from({ length: 9 }, (_, i) => `- ${'あ'.repeat(12)}${i}`).join('\n');
    expect(problemsOf({ 'news-1/articles/one.ja.md': article(1, 'あ').replace('本文です。', list) })).toEqual(
      [],
    );
  });
});

describe('personal-name', () => {
  it.each([
    '山田さんが話しました',
    '担当: 佐藤 太郎',
    '講師　鈴木一郎',
    '髙橋 花子氏',
    '渡辺様',
    '小林先生の授業',
    '連絡係：田中',
  ])('finds one in %s', (text) => {
    expect(personIn(text)).toBeDefined();
  });

  it.each([
    '町長さんとお客さま、みなさん、職人さん、農家さん',
    '長野様式の門、多様な福島、仕様と模様、王様',
    '目黒のさんま、青木さんま祭り',
    '氏名と氏神、源氏と平氏',
    '夏目漱石が生まれたまち',
    '千葉県と山口市、石川町長、渋谷区の担当: 渋谷区役所',
    '中野区の代表 中野区長',
    '大久保駅、上野駅で会いましょう',
    '小林農園さんの米',
    '担当: 観光課',
  ])('finds none in %s', (text) => {
    expect(personIn(text)).toBeUndefined();
  });

  it('is told with the line, in lists and in articles', () => {
    const note = [{ town: '012068 釧路市', headline: { ja: '霧' }, notes: [{ ja: '山田さんの店です。' }] }];
    expect(problemsOf({ 'base/towns.yaml': note })).toEqual(['base/towns.yaml:5 personal-name']);
    const text = article(1, 'あ').replace('本文です。', '山田さんの話です。');
    expect(problemsOf({ 'news-1/articles/one.ja.md': text })).toEqual([
      'news-1/articles/one.ja.md:11 personal-name',
    ]);
  });
});

describe('link-broken', () => {
  const body = (link: string): Files => ({
    'news-1/articles/one.ja.md': article(1, 'あ').replace('本文です。', link),
  });

  it('takes links to what is there and to the web', () => {
    const links = [
      'town:012068',
      'prefecture:01',
      'article:news-1-one',
      'exhibition:show',
      'https://example.jp/',
    ];
    for (const link of links) expect(problemsOf(body(`[ここ](${link})`)), link).toEqual([]);
  });

  it.each([
    'town:999999',
    'article:news-1-two',
    'exhibition:none',
    'event:none',
    'case:none',
    '../one.md',
    'foo',
  ])('tells of a link to %s', (link) => {
    expect(problemsOf(body(`[ここ](${link})`))).toEqual(['news-1/articles/one.ja.md:11 link-broken']);
    expect(
      problemsOf({ 'base/specialities.yaml': [{ ...SALMON, summary: { ja: `[ここ](${link})` } }] }),
    ).toEqual(['base/specialities.yaml:8 link-broken']);
  });
});

describe('what depends on the day', () => {
  const idsOn = (today: string, files: Files): readonly string[] =>
    ageProblems(check(writeSource({ ...SMALL_BASE, ...files }), GAZETTEER).tree, today).map(
      ({ id, line }) => `${line} ${id}`,
    );

  it('date-expired: from the day after the last one', () => {
    const offers = { 'base/offers.yaml': [{ ...OFFER, deadline: '2026-12-31' }] };
    expect([idsOn('2026-12-31', offers), idsOn('2027-01-01', offers)]).toEqual([[], ['11 date-expired']]);
    const festivals = { 'base/festivals.yaml': [{ ...FESTIVAL, start: '2026-09-05', end: '2026-09-06' }] };
    expect([idsOn('2026-09-06', festivals), idsOn('2026-09-07', festivals)]).toEqual([
      [],
      ['10 date-expired'],
    ]);
    const events = {
      'base/events.yaml': [
        { id: 'e', kind: 'festival', status: 'planned', title: t('あ'), summary: t('あ'), start: '2026-09' },
      ],
    };
    expect([idsOn('2026-09-30', events), idsOn('2026-10-01', events)]).toEqual([[], ['3 date-expired']]);
  });

  it('data-old after two years, as-of-future before its day', () => {
    const list = { 'base/specialities.yaml': [SALMON] };
    expect([idsOn('2028-08-01', list), idsOn('2028-08-02', list), idsOn('2026-07-31', list)]).toEqual([
      [],
      ['3 data-old'],
      ['3 as-of-future'],
    ]);
  });

  it('is only a warning: the source builds all the same', () => {
    const { tree, world, problems } = check(
      writeSource({ ...SMALL_BASE, 'base/specialities.yaml': [SALMON] }),
      GAZETTEER,
    );
    expect(problems).toEqual([]);
    expect(review({ tree, world, problems }, '2030-01-01').problems.map((one) => one.severity)).toEqual([
      'warning',
    ]);
  });
});

describe('translation-missing', () => {
  const tree = () => check(writeSource({ ...SMALL, 'base/specialities.yaml': [SALMON] }), GAZETTEER).tree;

  it('is a list by language, file and line, and no problem of the source', () => {
    const missing = missingTranslations(tree());
    const english = missing.filter((one) => one.lang === 'en');
    expect(english.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'base/specialities.yaml:6',
      'base/specialities.yaml:8',
    ]);
    expect(missing.filter((one) => one.file.endsWith('one.ja.md')).map((one) => one.lang)).toEqual([
      'ja-easy',
      'zh-Hans',
      'ko',
    ]);
    expect(translationProblems(english)[0]).toMatchObject({
      id: 'translation-missing',
      message: '英語がまだありません',
    });
  });

  it('is summed up in one line per language', () => {
    const lines = summariseTranslations(missingTranslations(tree()));
    expect(lines.map((line) => line.replace(/\d+か所/, 'nか所'))).toEqual([
      'やさしい日本語: nか所（例: base/pack.yaml:6）',
      '英語: nか所（例: base/specialities.yaml:6）',
      '中国語（簡体字）: nか所（例: base/pack.yaml:6）',
      '韓国語: nか所（例: base/pack.yaml:6）',
    ]);
  });
});

describe('our default content', () => {
  it('has nothing to mend, today or in ten years', () => {
    const checked = check(SOURCE, GAZETTEER);
    expect([review(checked, '2025-01-20').problems, review(checked, '2035-01-20').problems]).toEqual([
      [],
      [],
    ]);
  });
});

describe('the list of checks', () => {
  const code = (folder: string): string =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !/registry\.ts$|^(import|workbook|table|japanese|program)\//.test(name.replaceAll('\\', '/')),
      )
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
      .join('\n');

  it('has a reason and a fix for every id, in Japanese', () => {
    for (const [id, { what, why, fix }] of Object.entries(CHECKS)) {
      for (const words of [what, why, fix]) expect(words, id).toMatch(/[ぁ-ん]/);
    }
    expect(checkLines().length).toBe(Object.keys(CHECKS).length * 3 + 2);
  });

  it('names no check that nothing speaks of', () => {
    const text = code('content/author');
    const built = /-(no-alt|no-credit|no-licence|alt-en)$/;
    expect(Object.keys(CHECKS).filter((id) => !text.includes(`'${id}'`) && !built.test(id))).toEqual([]);
  });

  it('names every check of the sources', () => {
    const text = code('content/author');
    const spoken = [...text.matchAll(/(?:error|warning)\(\s*[^,()]+,\s*[^,]+,\s*'([a-z0-9-]+)'/g)].map(
      (match) => match[1] ?? '',
    );
    const complained = [...text.matchAll(/complain\([^']*?'([a-z]+(?:-[a-z]+)+)'/g)].map(
      (match) => match[1] ?? '',
    );
    const judged = [...text.matchAll(/\bid: '([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1] ?? '');
    const ids = new Set([...spoken, ...complained, ...judged]);
    expect(ids.size).toBeGreaterThan(30);
    expect([...ids].filter((id) => !Object.hasOwn(CHECKS, id))).toEqual([]);
  });

  it('is what checks.md says', () => {
    expect(readFileSync(join(ROOT, 'content/author/checks.md'), 'utf8')).toBe(checksPage());
  });
});
