/** Checks of packs and of whole sources by name: what makes each speak, in which file and on which line. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../content/author/build.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { GAZETTEER, SOURCE } from '../../helpers/places.ts';
import { link, problemsOf, TITLE } from '../../helpers/problems.ts';
import {
  article,
  exhibition,
  exhibitionPack,
  newsletterPack,
  SMALL,
  t,
  WARDS,
  writeSource,
} from '../../helpers/source.ts';

describe('check', () => {
  it('finds nothing to say of the small source', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('finds no error in our default content', () => {
    expect(check(SOURCE, GAZETTEER).problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('lists problems by file and line, all of them', () => {
    const found = problemsOf({
      'base/links.yaml': link('partners: [area no1, area no2]', 'wards: [012068 釧路市]'),
      'base/events.yaml': '[',
      'base/areas.yaml': null,
    });
    expect(found).toEqual([...found].sort());
    expect(found).toEqual(expect.arrayContaining(['base/areas.yaml:1 file-missing']));
  });

  it('names files relative to the source folder, with no path of the machine in any sentence', () => {
    const folder = writeSource({
      ...SMALL,
      'base/links.yaml': '[',
      'base/areas.yaml': null,
      'base/towns.yaml': 'x',
    });
    for (const { file, message } of check(folder, GAZETTEER).problems) {
      expect(file).toMatch(/^base\/\w+\.yaml$/);
      expect(message).not.toContain(folder);
    }
  });
});

describe('the source folder', () => {
  it('no-pack: an empty folder, no folder at all, and a file', () => {
    const file = join(writeSource({ 'a.txt': 'x' }), 'a.txt');
    for (const folder of [tempFolder(), join(tempFolder(), 'no'), file]) {
      expect(check(folder, GAZETTEER).problems.map((one) => `${one.file}:${one.line} ${one.id}`)).toEqual([
        '.:1 no-pack',
      ]);
    }
  });

  it('no-base: packs without the base they take names from', () => {
    const folder = writeSource(exhibitionPack('only'));
    expect(check(folder, GAZETTEER).problems.map((one) => `${one.file}:${one.line} ${one.id}`)).toEqual([
      '.:1 no-base',
    ]);
  });

  it('says nothing of a missing base, nor of names it could not look up, while the base has errors', () => {
    const changes = { 'base/links.yaml': '[', ...exhibitionPack('show', { partners: ['area nowhere'] }) };
    expect(new Set(problemsOf(changes).map((problem) => problem.replace(/:.*/, '')))).toEqual(
      new Set(['base/links.yaml']),
    );
  });

  it('broken-base: a single pack beside a base with errors, so that nobody thinks it was checked', () => {
    const folder = writeSource({ ...SMALL, 'base/links.yaml': '[' });
    expect(
      check(join(folder, 'show'), GAZETTEER).problems.map((one) => `${one.file}:${one.line} ${one.id}`),
    ).toEqual(['.:1 broken-base']);
  });

  it('second-base: two base packs would show every town twice', () => {
    const second = Object.fromEntries(
      Object.entries(SMALL)
        .filter(([path]) => path.startsWith('base/'))
        .map(([path, value]) => [path.replace('base/', 'other/'), value]),
    );
    const pack =
      'id: other\nkind: base\nversion: 1\ndate: 2020-01-01\ntitle: { ja: あ, en: A }\nsummary: { ja: あ, en: A }\n';
    expect(problemsOf({ ...second, 'other/pack.yaml': pack })).toContain('other/pack.yaml:2 second-base');
  });

  it('may be a single pack, whose neighbours name its places', () => {
    const folder = writeSource({
      ...SMALL,
      ...exhibitionPack('show', { partners: ['area nowhere'] }),
      'x/pack.yaml': '[',
    });
    const found = check(join(folder, 'show'), GAZETTEER);
    expect(found.problems.map((one) => `${one.file} ${one.id}`)).toEqual([
      'show/exhibition.yaml unknown-reference',
    ]);
    expect(found.tree.packs.map((pack) => pack.pack.value.id)).toEqual(['show']);
  });
});

describe('duplicate-id', () => {
  const twice = (rows: string): string => `${rows}${rows}`;

  it.each([
    ['areas', 'base/areas.yaml', twice('- { id: a, name: { ja: あ, en: A }, kana: あ }\n'), 2],
    [
      'associations',
      'base/associations.yaml',
      twice(
        '- { id: a, name: { ja: あ, en: A }, kind: mayors, prefecture: 01 北海道, knownBy: 2020-01-01 }\n',
      ),
      2,
    ],
    ['organisations', 'base/organisations.yaml', twice('- { id: a, name: { ja: あ, en: A } }\n'), 2],
    ['venues', 'base/venues.yaml', twice('- { id: hall, name: { ja: あ, en: A } }\n'), 2],
    ['links', 'base/links.yaml', twice(link()), 4],
    [
      'events',
      'base/events.yaml',
      twice(`- { id: a, kind: festival, status: held, ${TITLE}, summary: { ja: あ, en: A } }\n`),
      2,
    ],
    [
      'numbers',
      'base/numbers.yaml',
      twice(
        '- { id: a, name: { ja: あ, en: A }, unit: { ja: あ, en: A }, points: [{ asOf: 2020, value: 1 }] }\n',
      ),
      2,
    ],
    ['disasters', 'base/disasters.yaml', twice('- { id: a, name: { ja: あ, en: A }, start: 2020 }\n'), 2],
    [
      'survey',
      'base/survey.yaml',
      twice(`- { id: a, part: projects, side: all, ${TITLE}, points: { ja: [あ], en: [A] } }\n`),
      2,
    ],
    ['towns', 'base/towns.yaml', twice('- { town: 012068 釧路市, headline: { ja: あ } }\n'), 2],
    [
      'towns written with another space',
      'base/towns.yaml',
      '- { town: 012068 釧路市, headline: { ja: あ } }\n- { town: 012068　釧路市, headline: { ja: あ } }\n',
      2,
    ],
    [
      'days of one series of numbers',
      'base/numbers.yaml',
      '- id: a\n  name: { ja: あ, en: A }\n  unit: { ja: あ, en: A }\n  points:\n    - { asOf: 2020, value: 1 }\n    - { asOf: 2020, value: 2 }\n',
      6,
    ],
  ])('%s', (_what, file, text, line) => {
    expect(problemsOf({ [file]: text })).toEqual([`${file}:${line} duplicate-id`]);
  });

  it('wards: one of the 23 twice, another left out', () => {
    const [first = ''] = WARDS;
    const rows = [first, ...WARDS.slice(0, -1)].map(
      (ward) => `- { ward: ${ward}, headline: { ja: あ, en: A } }\n`,
    );
    expect(problemsOf({ 'base/wards.yaml': rows.join('') })).toEqual(['base/wards.yaml:2 duplicate-id']);
  });

  it('regions: one of the eight twice, another left out', () => {
    const ids = ['hokkaido', 'tohoku', 'kanto', 'chubu', 'kinki', 'chugoku', 'shikoku', 'shikoku'];
    const rows = ids.map((id) => `- { id: ${id}, name: { ja: あ, en: A } }\n`);
    expect(problemsOf({ 'base/regions.yaml': rows.join('') })).toEqual(['base/regions.yaml:8 duplicate-id']);
  });

  it.each(['fields', 'topics', 'contacts'])('%s of project.yaml', (part) => {
    const six = ['a', 'b', 'c', 'd', 'e', 'e'].map((id) => ({ id, name: t('あ'), summary: t('あ') }));
    const project: Record<string, unknown> = {
      fields: six.map((row, i) => (part === 'fields' ? row : { ...row, id: `f${i}` })),
      topics:
        part === 'topics' ? ['a', 'a'].map((id) => ({ id, group: 'g', title: t('あ'), body: t('あ') })) : [],
      contacts:
        part === 'contacts' ? ['a', 'a'].map((id) => ({ id, name: t('あ'), asOf: '2020-01-01' })) : [],
    };
    expect(problemsOf({ 'base/project.yaml': project })).toEqual([
      expect.stringMatching(/^base\/project\.yaml:\d+ duplicate-id$/),
    ]);
  });

  it('packs', () => {
    const pack = `id: show\nkind: newsletter\nversion: 1\ndate: 2020-01-01\n${TITLE}\nsummary: { ja: あ, en: A }\n`;
    expect(problemsOf({ 'news-1/pack.yaml': pack })).toEqual(['show/pack.yaml:1 duplicate-id']);
  });

  it('exhibitions and issues of different packs', () => {
    const other = { ...exhibitionPack('show-2'), 'show-2/exhibition.yaml': exhibition('show') };
    expect(problemsOf(other)).toContain('show-2/exhibition.yaml:1 duplicate-id');
    const issue = {
      ...newsletterPack('news-2', 2, '2021-01-01'),
      'news-2/articles/two.ja.md': article(1, 'あ'),
    };
    const same = `id: news-1\nnumber: 2\ndate: 2021-01-01\n${TITLE}\ntheme: { ja: あ, en: A }\n`;
    expect(
      problemsOf({ ...issue, 'news-2/issue.yaml': same, 'news-2/articles/two.en.md': '# A\n\nB\n' }),
    ).toEqual(['news-2/issue.yaml:1 duplicate-id']);
  });

  it('chapters of an exhibition, and of two whose ids run together', () => {
    const chapter = (id: string) => ({
      id,
      title: t('章'),
      theme: 'sea',
      blocks: [{ kind: 'text', body: t('文') }],
    });
    const found = problemsOf(exhibitionPack('show', { chapters: [chapter('a'), chapter('a')] }));
    expect(found).toEqual([expect.stringMatching(/^show\/exhibition\.yaml:\d+ duplicate-id$/)]);
    const together = {
      ...exhibitionPack('show', { chapters: [chapter('x-a')] }),
      ...exhibitionPack('show-x', { chapters: [chapter('a')] }),
    };
    expect(problemsOf(together)).toEqual([
      expect.stringMatching(/^show-x\/exhibition\.yaml:\d+ duplicate-id$/),
    ]);
  });

  it('positions of articles in an issue', () => {
    const files = {
      'news-1/articles/two.ja.md': article(1, '二つ目'),
      'news-1/articles/two.en.md': '# A\n\nB\n',
    };
    expect(problemsOf(files)).toEqual(['news-1/articles/two.ja.md:3 duplicate-id']);
  });

  it('showings: the same hall on the same first day', () => {
    const showing = { venue: 'hall', first: '2020-01-01', last: '2020-01-02' };
    expect(
      problemsOf(exhibitionPack('show', { showings: [showing, { ...showing, last: '2020-01-03' }] })),
    ).toEqual([expect.stringMatching(/^show\/exhibition\.yaml:\d+ duplicate-id$/)]);
  });
});

describe('quiz-answer', () => {
  const quiz = (answer: number) => {
    const block = {
      kind: 'quiz',
      title: t('問'),
      body: t('文'),
      choices: [t('一'), t('二')],
      answer,
      explanation: t('解'),
    };
    return problemsOf(
      exhibitionPack('show', { chapters: [{ id: 'one', title: t('章'), theme: 'sea', blocks: [block] }] }),
    );
  };

  it('an answer beyond the choices', () => {
    expect(quiz(3)).toEqual([expect.stringMatching(/^show\/exhibition\.yaml:\d+ quiz-answer$/)]);
  });

  it('counts from one', () => {
    expect([quiz(1), quiz(2)]).toEqual([[], []]);
    expect(quiz(0)).toEqual([expect.stringMatching(/ shape$/)]);
  });
});

describe('articles', () => {
  it('no-articles: a newsletter without any', () => {
    expect(problemsOf({ 'news-1/articles/one.ja.md': null, 'news-1/articles/one.en.md': null })).toEqual([
      'news-1/issue.yaml:1 no-articles',
    ]);
  });

  it('front-matter-missing: a Japanese article without its facts', () => {
    expect(problemsOf({ 'news-1/articles/one.ja.md': '# あ\n\n要約\n' })).toContain(
      'news-1/articles/one.ja.md:1 front-matter-missing',
    );
  });

  it('file-missing: an article without its English', () => {
    expect(problemsOf({ 'news-1/articles/one.en.md': null })).toContain(
      'news-1/articles/one.en.md:1 file-missing',
    );
  });

  it('markdown-form: a translation without a heading, at its line', () => {
    expect(problemsOf({ 'news-1/articles/one.ko.md': '\n요약\n' })).toContain(
      'news-1/articles/one.ko.md:2 markdown-form',
    );
  });

  it('article-name: a file name that no screen could ask for', () => {
    const files = {
      'news-1/articles/お知らせ.ja.md': article(2, 'あ'),
      'news-1/articles/お知らせ.en.md': '# A\n\nB\n',
    };
    expect(problemsOf(files)).toEqual(['news-1/articles/お知らせ.ja.md:1 article-name']);
    const capitals = {
      'news-1/articles/Two.ja.md': article(2, 'あ'),
      'news-1/articles/Two.en.md': '# A\n\nB\n',
    };
    expect(problemsOf(capitals)).toEqual(['news-1/articles/Two.ja.md:1 article-name']);
  });

  it('article-stray: a translation whose Japanese article is not there', () => {
    expect(problemsOf({ 'news-1/articles/oen.en.md': '# A\n\nB\n' })).toEqual([
      'news-1/articles/oen.en.md:1 article-stray',
    ]);
  });

  it('article-stray: a file that is no article', () => {
    expect(problemsOf({ 'news-1/articles/one.fr.md': 'x', 'news-1/articles/memo.txt': 'x' })).toEqual([
      'news-1/articles/memo.txt:1 article-stray',
      'news-1/articles/one.fr.md:1 article-stray',
    ]);
  });

  it('passes over hidden files that computers leave behind', () => {
    expect(
      problemsOf({
        'news-1/articles/._one.ja.md': Uint8Array.of(0, 5, 22, 7),
        'news-1/articles/.DS_Store': 'x',
      }),
    ).toEqual([]);
  });
});

it('every id that a check can report has a test below this folder', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const code = ['check', 'check-parts', 'source', 'files', 'markdown'].map((name) =>
    read(`../../../content/author/${name}.ts`),
  );
  const tests = (readdirSync(new URL('./', import.meta.url), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => read(`./${name}`))
    .join('');
  // An id stands before its sentence, which is Japanese: 'no-base', '基本の…' or `…`.
  const ids = [...code.join('').matchAll(/'([a-z0-9-]+)',\s*['`][^'`]*[ぁ-ん]/g)];
  expect(ids.length).toBeGreaterThan(15);
  expect(ids.map(([, id = '']) => id).filter((id) => !tests.includes(id))).toEqual([]);
});

it('nothing of a check stays on the disk', () => {
  const folder = writeSource(SMALL);
  check(folder, GAZETTEER);
  rmSync(folder, { recursive: true });
  expect(check(folder, GAZETTEER).problems.map((one) => one.id)).toEqual(['no-pack']);
});
