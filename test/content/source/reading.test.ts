/** The newsletter and the exhibitions: what they hold, and that they read well in a hall. */
import { describe, expect, it } from 'vitest';
import * as shapes from '../../../content/author/shapes.ts';
import { articles, municipalities, readContent } from './files.ts';

/** A title is read at a glance, a summary in one breath, a paragraph standing (characters). */
const MAX_TITLE = 20;
const MAX_SUMMARY = 60;
const MAX_PARAGRAPH = 120;
const EXHIBITIONS = ['exhibition-hiroshima-9', 'exhibition-ten-years'];

const length = (text: string) => [...text].length;
const exhibition = (pack: string) => readContent(`${pack}/exhibition.yaml`, shapes.exhibitionFile);

describe('NEWS vol.3', () => {
  const all = articles('news-3');
  const inLang = (lang: string) => all.filter((article) => article.lang === lang);

  it('has 24 articles in Japanese and English, at least 12 in easy Japanese', () => {
    const slugs = inLang('ja').map((article) => article.slug);
    expect(slugs.length).toBe(24);
    expect(inLang('en').map((article) => article.slug)).toEqual(slugs);
    expect(inLang('ja-easy').length).toBeGreaterThanOrEqual(12);
    expect(inLang('ja-easy').every((article) => slugs.includes(article.slug))).toBe(true);
  });

  it('numbers them from 1 to 24', () => {
    const positions = inLang('ja').map((article) => article.facts?.position ?? 0);
    expect(positions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  });

  it('tags every article with a purpose, and only with fields of the project', () => {
    const fields = readContent('base/project.yaml', shapes.projectFile).fields.map((field) => field.id);
    for (const { slug, facts } of inLang('ja')) {
      expect(facts?.purposes.length, slug).toBeGreaterThan(0);
      expect(
        facts?.fields.every((field) => fields.includes(field)),
        slug,
      ).toBe(true);
    }
  });

  it('has Japanese headings, summaries and paragraphs short enough to read standing', () => {
    const long = inLang('ja').flatMap(({ slug, title, summary, body }) => [
      ...(length(title) > MAX_TITLE ? [`${slug}: ${title}`] : []),
      ...(length(summary) > MAX_SUMMARY ? [`${slug}: ${summary}`] : []),
      ...body
        .split('\n\n')
        .filter((paragraph) => !paragraph.startsWith('- ') && length(paragraph) > MAX_PARAGRAPH)
        .map((paragraph) => `${slug}: ${paragraph}`),
    ]);
    expect(long).toEqual([]);
  });

  it('puts each paragraph on one line, so that English words stay apart', () => {
    const broken = all.filter(({ body }) => /[^\n]\n(?!-|\n)[^\n]/.test(body)).map(({ slug }) => slug);
    expect(broken).toEqual([]);
  });
});

describe('the exhibitions', () => {
  it('show the nine towns exactly as the gazetteer has them, on one map', () => {
    const towns = municipalities()
      .filter((row) => row.kind === 'town' && row.prefectureCode === '34')
      .map((row) => `${row.code} ${row.nameJa}`);
    const maps = exhibition('exhibition-hiroshima-9')
      .chapters.flatMap((chapter) => chapter.blocks)
      .flatMap((block) => (block.kind === 'map' ? [block.towns.toSorted()] : []));
    expect(maps).toEqual([towns.sort()]);
  });

  it('read the names of the nine towns as the gazetteer does', () => {
    const said = JSON.stringify(exhibition('exhibition-hiroshima-9'));
    const towns = municipalities().filter((row) => row.kind === 'town' && row.prefectureCode === '34');
    for (const town of towns) expect(said).toContain(`${town.nameJa}（${town.kana}）`);
  });

  it('say truly which of the nine towns lies furthest west, east and south', () => {
    const towns = municipalities().filter((row) => row.kind === 'town' && row.prefectureCode === '34');
    const first = (key: (row: (typeof towns)[number]) => number) =>
      towns.toSorted((a, b) => key(a) - key(b))[0]?.nameJa;
    expect([first((row) => row.lon), first((row) => -row.lon), first((row) => row.lat)]).toEqual([
      '安芸太田町',
      '神石高原町',
      '大崎上島町',
    ]);
  });

  it('showed Hiroshima in Kusei Kaikan from 13 November to 24 December 2020, and the ten years nowhere yet', () => {
    expect(EXHIBITIONS.map((pack) => exhibition(pack).showings)).toEqual([
      [{ venue: 'kusei-kaikan', first: '2020-11-13', last: '2020-12-24' }],
      [],
    ]);
  });

  it('give the numbers of the ten years as the base pack counts them', () => {
    const counted = readContent('base/numbers.yaml', shapes.numbersFile).flatMap((row) =>
      row.points.map((point) => `${point.asOf} ${point.value}`),
    );
    const shown = exhibition('exhibition-ten-years')
      .chapters.flatMap((chapter) => chapter.blocks)
      .flatMap((block) => (block.kind === 'number' ? [`${block.asOf} ${block.value}`] : []));
    expect(shown.filter((figure) => !counted.includes(figure))).toEqual([]);
    expect(shown.length).toBe(7);
  });

  it.each(EXHIBITIONS)('%s has chapter titles and texts short enough to read standing', (pack) => {
    const { chapters } = exhibition(pack);
    const long = chapters.flatMap((chapter) => [
      ...(length(chapter.title.ja) > MAX_TITLE ? [chapter.title.ja] : []),
      ...chapter.blocks
        .flatMap((block) => block.body?.ja ?? [])
        .filter((body) => length(body) > MAX_PARAGRAPH),
    ]);
    expect(long).toEqual([]);
  });

  it.each(EXHIBITIONS)('%s says everything in easy Japanese too', (pack) => {
    const { title, summary, chapters } = exhibition(pack);
    const texts = [
      title,
      summary,
      ...chapters.flatMap((one) => [one.title, ...one.blocks.flatMap((b) => b.body ?? [])]),
    ];
    expect(texts.filter((text) => text['ja-easy'] === undefined).map((text) => text.ja)).toEqual([]);
  });

  it.each(EXHIBITIONS)('%s asks quizzes with an answer among the choices', (pack) => {
    const quizzes = exhibition(pack)
      .chapters.flatMap((chapter) => chapter.blocks)
      .flatMap((block) => (block.kind === 'quiz' ? [block] : []));
    expect(quizzes.length).toBe(3);
    expect(quizzes.every((quiz) => quiz.answer <= quiz.choices.length)).toBe(true);
  });
});
