/** `readings.yaml`: what staff may write, and what they are told. */
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { readingProblems } from '../../../../content/author/ruby/check.ts';
import { GAZETTEER, SOURCE } from '../../../helpers/places.ts';
import { article, type Files, SMALL, t, writeSource } from '../../../helpers/source.ts';

const examine = (files: Files) => check(writeSource({ ...SMALL, ...files }), GAZETTEER);
const complaints = (files: Files): readonly string[] =>
  examine(files).problems.map(({ file, line, id }) => `${file}:${line} ${id}`);
const warnings = (files: Files) => {
  const { tree, world } = examine(files);
  return readingProblems(tree, world);
};
const event = (summary: string): Files => ({
  'base/events.yaml': [{ id: 'a', kind: 'festival', status: 'held', title: t('祭り'), summary: t(summary) }],
});

describe('readings.yaml', () => {
  it('may be missing, empty of nothing, or give words their readings', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ 'base/readings.yaml': '縁: えん\n六魂 祭: ろっこん さい\n神石: "-"\n' })).toEqual([]);
  });

  it.each([
    ['a reading that does not fit', '食べる: のむ'],
    ['katakana', '縁: エン'],
    ['kanji for a reading', '縁: 円'],
    ['a word without kanji', 'まつり: まつり'],
    ['pieces that do not agree', '六魂 祭: ろっこんさい'],
    ['an empty reading', '縁: ""'],
  ])('is refused for %s, with its line', (_what, line) => {
    expect(complaints({ 'base/readings.yaml': `# よみ\n${line}\n` })).toEqual([
      'base/readings.yaml:2 reading-form',
    ]);
  });

  it('is refused when it is no list of words', () => {
    expect(complaints({ 'base/readings.yaml': '- 縁\n' })).toEqual(['base/readings.yaml:1 shape']);
  });
});

describe('readingProblems', () => {
  it('name the words that got no reading, once per file, and every place for programs', () => {
    const [problem, ...more] = warnings(event('縁が縁を呼び、砉が来る。'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', id: 'reading-missing', file: 'base/events.yaml' });
    expect(problem?.message).toContain('「縁」「砉」');
    expect(problem?.message).toContain('base/readings.yaml');
    expect(problem?.details).toHaveLength(3);
  });

  it('are silent once the words are written down, and say which are written down for nothing', () => {
    const files = { ...event('縁が来る。'), 'base/readings.yaml': '縁: えん\n' };
    expect(warnings(files)).toEqual([]);
    const unused = warnings({ ...files, 'base/readings.yaml': '縁: えん\n絆: きずな\n' });
    expect(unused.map(({ file, line, id }) => `${file}:${line} ${id}`)).toEqual([
      'base/readings.yaml:2 reading-unused',
    ]);
  });

  it('look into articles as well', () => {
    const [problem] = warnings({ 'news-1/articles/one.ja.md': article(1, '縁') });
    expect(problem).toMatchObject({ id: 'reading-missing', file: 'news-1/articles/one.ja.md' });
    expect(problem?.message).toContain('news-1/readings.yaml');
  });

  it('have nothing to say of our own content', () => {
    const { tree, world } = check(SOURCE, GAZETTEER);
    expect(readingProblems(tree, world)).toEqual([]);
  });
});
