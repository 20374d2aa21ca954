/** What stops a notice: it interrupts every screen, so nothing of it is left to chance. */
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { ageProblems } from '../../../../content/author/checks/age.ts';
import { SMALL_GAZETTEER } from '../../../helpers/library.ts';
import { problemsOf, problemsWith } from '../../../helpers/problems.ts';
import { noticePack, SMALL, t, writeSource } from '../../../helpers/source.ts';

/** notice.yaml line by line, so that a test may say on which line it finds something. */
function withLines(...lines: readonly string[]): Record<string, unknown> {
  return { ...noticePack('rain'), 'rain/notice.yaml': `${lines.join('\n')}\n` };
}

const GOOD = [
  'level: 災害',
  'from: 2020-11-30 09:00',
  'until: 2020-12-01 18:00',
  'venues: [hall]',
  'headline: { ja: 大雨です, en: Heavy rain }',
  'body: { ja: 中にいてください。, en: Stay inside. }',
] as const;

/** The good lines with one of them (counted from 1) another. */
const changed = (line: number, text: string) =>
  withLines(...GOOD.map((good, i) => (i + 1 === line ? text : good)));

describe('a notice', () => {
  it('passes with all it needs, and in Japanese alone', () => {
    expect(problemsWith(withLines(...GOOD))).toEqual([]);
    expect(problemsOf(noticePack('rain', { headline: { ja: '大雨' }, body: { ja: '中へ。' } }))).toEqual([]);
  });

  it('may say its level as the screen does', () => {
    expect(problemsOf(changed(1, 'level: お知らせ'))).toEqual([]);
    expect(problemsOf(changed(1, 'level: 大変'))).toEqual(['rain/notice.yaml:1 shape']);
  });

  it('notice-no-expiry: a notice without an end', () => {
    expect(problemsOf(changed(3, ''))).toEqual(['rain/notice.yaml:1 notice-no-expiry']);
  });

  it('shape: an end that is a day only, or no time of the clock', () => {
    for (const until of ['2020-12-01', '2020-12-01 24:00', '2020-02-30 10:00', 'あした']) {
      expect(problemsOf(changed(3, `until: ${until}`))).toEqual(['rain/notice.yaml:3 shape']);
    }
  });

  it('dates-inverted: an end that is not after the beginning', () => {
    expect(problemsOf(changed(3, 'until: 2020-11-30 09:00'))).toEqual(['rain/notice.yaml:3 dates-inverted']);
    expect(problemsOf(changed(3, 'until: 2020-11-30T09:01'))).toEqual([]);
  });

  it('unknown-venue: a hall that the base does not name', () => {
    expect(problemsOf(changed(4, 'venues: [hall, harl]'))).toEqual(['rain/notice.yaml:4 unknown-venue']);
  });

  it('shape: an unknown language, named', () => {
    const found = problemsWith(changed(5, 'headline: { ja: 大雨です, en: Rain, fr: Pluie }'));
    expect(found.map(({ file, line, id }) => `${file}:${line} ${id}`)).toEqual(['rain/notice.yaml:5 shape']);
    expect(found[0]?.message).toContain('知らない言語です');
    expect(found[0]?.message).toContain('fr');
  });

  it('notice-language: a language that only the headline, or only the text, has', () => {
    expect(problemsOf(changed(6, 'body: { ja: 中にいてください。 }'))).toEqual([
      'rain/notice.yaml:6 notice-language',
    ]);
    expect(problemsOf(changed(5, 'headline: { ja: 大雨です }'))).toEqual([
      'rain/notice.yaml:5 notice-language',
    ]);
  });

  it.each([
    ['headline', 'ja', 40],
    ['headline', 'en', 100],
    ['body', 'ko', 900],
  ] as const)('notice-long: a %s in %s of more than %i letters', (key, lang, most) => {
    const long = (letters: number) => {
      const texts = { [lang]: 'あ'.repeat(letters) };
      const both = { headline: { ...t('雨'), ...(lang === 'ko' && { ko: '비' }) }, body: t('中へ。') };
      return problemsOf(noticePack('rain', { ...both, [key]: { ...both[key], ...texts } }));
    };
    expect(long(most)).toEqual([]);
    expect(long(most + 1).map((one) => one.replace(/:\d+/, ''))).toEqual(['rain/notice.yaml notice-long']);
  });

  it('file-missing: a folder of kind notice without notice.yaml', () => {
    expect(problemsOf({ ...noticePack('rain'), 'rain/notice.yaml': null })).toEqual([
      'rain/notice.yaml:1 file-missing',
    ]);
  });

  it('date-expired: a notice that is over is told from the day after on', () => {
    const { tree } = check(writeSource({ ...SMALL, ...withLines(...GOOD) }), SMALL_GAZETTEER);
    expect(ageProblems(tree, '2020-12-01')).toEqual([]);
    expect(ageProblems(tree, '2020-12-02').map(({ file, line, id }) => `${file}:${line} ${id}`)).toEqual([
      'rain/notice.yaml:3 date-expired',
    ]);
  });
});
