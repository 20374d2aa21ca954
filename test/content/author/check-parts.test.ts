/** The single checks by name: what makes each speak, in which file and on which line. */
import { describe, expect, it } from 'vitest';
import { link, problemsOf, problemsWith, TITLE } from '../../helpers/problems.ts';
import { article, exhibitionPack, t } from '../../helpers/source.ts';

describe('unknown-reference', () => {
  it.each([
    [
      'a partner of a link',
      'base/links.yaml',
      link('partners:', '  - 012068 釧路市', '  - 012068 釧路町'),
      6,
    ],
    ['a ward of a link', 'base/links.yaml', link('wards: [131181 足立区]'), 4],
    [
      'a town of towns.yaml',
      'base/towns.yaml',
      '- { town: 012068 釧路市, headline: { ja: あ } }\n- { town: 999999 某市, headline: { ja: あ } }\n',
      2,
    ],
    [
      'a member of an area',
      'base/areas.yaml',
      '- id: a\n  name: { ja: あ, en: A }\n  kana: あ\n  members:\n    - 012068 釧路市\n    - 012069 釧路市\n',
      6,
    ],
    [
      'the prefecture of an area',
      'base/areas.yaml',
      '- id: a\n  name: { ja: あ, en: A }\n  kana: あ\n  prefecture: 01 青森県\n',
      4,
    ],
    [
      'the prefecture of an association',
      'base/associations.yaml',
      '- id: a\n  name: { ja: あ, en: A }\n  kind: mayors\n  knownBy: 2020-01-01\n  prefecture: 99 東京都\n',
      5,
    ],
    [
      'a partner of a disaster',
      'base/disasters.yaml',
      '- id: a\n  name: { ja: あ, en: A }\n  start: 2020\n  partners: [area no]\n',
      4,
    ],
    [
      'the ward of a venue',
      'base/venues.yaml',
      '- { id: hall, name: { ja: あ, en: A } }\n- { id: arakawa, name: { ja: あ, en: A }, ward: 131181 足立区 }\n',
      2,
    ],
  ])('%s', (_what, file, text, line) => {
    expect(problemsOf({ [file]: text })).toEqual([`${file}:${line} unknown-reference`]);
  });

  it('partners and towns of an exhibition, and partners of an article', () => {
    const map = { kind: 'map', title: t('地図'), body: t('文'), towns: ['012068 釧路'] };
    const chapters = [{ id: 'one', title: t('章'), theme: 'sea', blocks: [map] }];
    expect(problemsOf(exhibitionPack('show', { chapters, partners: ['area no'] }))).toHaveLength(2);
    expect(
      problemsOf({ 'news-1/articles/one.ja.md': article(1, 'あ', { partners: ['012068 釧路'] }) }),
    ).toEqual(['news-1/articles/one.ja.md:6 unknown-reference']);
  });
});

describe('not-a-ward, not-a-town, not-a-prefecture', () => {
  it('not-a-ward: a town or a prefecture among the wards', () => {
    expect(problemsOf({ 'base/links.yaml': link('wards: [131181 荒川区, 012068 釧路市]') })).toEqual([
      'base/links.yaml:4 not-a-ward',
    ]);
    expect(problemsOf({ 'base/links.yaml': link('wards: [13 東京都]') })).toEqual([
      'base/links.yaml:4 not-a-ward',
    ]);
    const venues = '- { id: hall, name: { ja: あ, en: A }, ward: 012068 釧路市 }\n';
    expect(problemsOf({ 'base/venues.yaml': venues })).toEqual(['base/venues.yaml:1 not-a-ward']);
  });

  it('not-a-town: a prefecture or an area where one town is wanted', () => {
    expect(problemsOf({ 'base/towns.yaml': '- { town: 01 北海道, headline: { ja: あ } }\n' })).toEqual([
      'base/towns.yaml:1 not-a-town',
    ]);
    const area =
      '- { id: a, name: { ja: あ, en: A }, kana: あ, members: [012068 釧路市, 01 北海道, area a] }\n';
    expect(problemsOf({ 'base/areas.yaml': area })).toEqual([
      'base/areas.yaml:1 not-a-town',
      'base/areas.yaml:1 not-a-town',
    ]);
    const map = { kind: 'map', title: t('地図'), body: t('文'), towns: ['01 北海道'] };
    const chapters = [{ id: 'one', title: t('章'), theme: 'sea', blocks: [map] }];
    expect(problemsOf(exhibitionPack('show', { chapters }))).toEqual([
      expect.stringMatching(/^show\/exhibition\.yaml:\d+ not-a-town$/),
    ]);
  });

  it('not-a-prefecture: a town where a prefecture is wanted', () => {
    const area = '- { id: a, name: { ja: あ, en: A }, kana: あ, prefecture: 012068 釧路市 }\n';
    expect(problemsOf({ 'base/areas.yaml': area })).toEqual(['base/areas.yaml:1 not-a-prefecture']);
    const association =
      '- { id: a, name: { ja: あ, en: A }, kind: mayors, knownBy: 2020-01-01, prefecture: 012068 釧路市 }\n';
    expect(problemsOf({ 'base/associations.yaml': association })).toEqual([
      'base/associations.yaml:1 not-a-prefecture',
    ]);
  });
});

describe('unknown-venue, unknown-link, unknown-field', () => {
  it('unknown-venue: an event or a showing in a hall nobody named', () => {
    const event = `- id: a\n  kind: festival\n  status: held\n  ${TITLE}\n  summary: { ja: あ, en: A }\n  venue: nowhere\n`;
    expect(problemsOf({ 'base/events.yaml': event })).toEqual(['base/events.yaml:6 unknown-venue']);
    const showings = [{ venue: 'nowhere', first: '2020-01-01', last: '2020-01-02' }];
    expect(problemsOf(exhibitionPack('show', { showings }))).toEqual([
      expect.stringMatching(/^show\/exhibition\.yaml:\d+ unknown-venue$/),
    ]);
  });

  it('unknown-link: a year of the timeline that names no link', () => {
    const timeline = `- start: 2020\n  kind: agreement\n  ${TITLE}\n  links: [a, b]\n`;
    expect(problemsOf({ 'base/timeline.yaml': timeline, 'base/links.yaml': link() })).toEqual([
      'base/timeline.yaml:4 unknown-link',
    ]);
  });

  it('unknown-field: an article in a field that project.yaml does not have', () => {
    const files = { 'news-1/articles/one.ja.md': article(1, 'あ', { fields: ['f1', 'sport'] }) };
    expect(problemsOf(files)).toEqual(['news-1/articles/one.ja.md:7 unknown-field']);
  });
});

describe('dates-inverted and start-missing', () => {
  const dates = (start: string | null, end: string) =>
    problemsOf({ 'base/links.yaml': link(...(start ? [`start: ${start}`] : []), `end: ${end}`) });

  it.each([
    ['2020-11-13', '2020-11-12'],
    ['2020-11', '2020-10-31'],
    ['2020-11-13', '2019'],
    ['2020', '2019-12-31'],
  ])('dates-inverted: %s to %s', (start, end) => {
    expect(dates(start, end)).toEqual(['base/links.yaml:5 dates-inverted']);
  });

  it.each([
    ['2020-11-13', '2020-11-13'],
    ['2020-11-13', '2020-11'],
    ['2020-11-13', '2020'],
    ['2020', '2020-03'],
    ['2020-11', '2020'],
    ['2020', '2021'],
  ])('%s to %s is in order as far as it is known', (start, end) => {
    expect(dates(start, end)).toEqual([]);
  });

  it('start-missing: an end without a beginning', () => {
    expect(dates(null, '2020')).toEqual(['base/links.yaml:4 start-missing']);
  });

  it('hold for events, articles, disasters and the timeline as well', () => {
    const found = problemsOf({
      'base/events.yaml': `- { id: a, kind: festival, status: held, ${TITLE}, summary: { ja: あ, en: A }, start: 2020-02, end: 2020-01 }\n`,
      'base/disasters.yaml': '- { id: a, name: { ja: あ, en: A }, start: 2020-02, end: 2020-01 }\n',
      'base/timeline.yaml': `- { kind: talks, ${TITLE}, start: 2020-02, end: 2020-01 }\n`,
      'news-1/articles/one.ja.md': article(1, 'あ', { start: '2020-02', end: '2020-01' }),
    });
    expect(found).toEqual([
      'base/disasters.yaml:1 dates-inverted',
      'base/events.yaml:1 dates-inverted',
      'base/timeline.yaml:1 dates-inverted',
      'news-1/articles/one.ja.md:6 dates-inverted',
    ]);
  });

  it('shape: a showing whose first day is after its last', () => {
    const showings = [{ venue: 'hall', first: '2020-01-02', last: '2020-01-01' }];
    expect(problemsWith(exhibitionPack('show', { showings }))[0]?.message).toContain('初日');
  });
});

describe('flagged-url', () => {
  const BAD = 'https://town.voichi.lg.jp/x';

  it('an address of an event and of a contact', () => {
    const event = `- id: a\n  kind: festival\n  status: held\n  ${TITLE}\n  summary: { ja: あ, en: A }\n  url: ${BAD}\n`;
    expect(problemsOf({ 'base/events.yaml': event })).toEqual(['base/events.yaml:6 flagged-url']);
  });

  it('an address anywhere in the running text of YAML', () => {
    const summary = `- id: a\n  type: exchange\n  ${TITLE}\n  note:\n    ja: あ\n    en: See ${BAD} for more\n`;
    expect(problemsOf({ 'base/links.yaml': summary })).toEqual(['base/links.yaml:6 flagged-url']);
    const chapters = [
      { id: 'one', title: t('章'), theme: 'sea', blocks: [{ kind: 'text', body: t(`文 ${BAD}`) }] },
    ];
    expect(problemsOf(exhibitionPack('show', { chapters }))).toHaveLength(2);
  });

  it('an address in the text of an article, in its own file and line', () => {
    expect(problemsOf({ 'news-1/articles/one.en.md': `# A\n\nB\n\nC\nsee ${BAD}\n` })).toEqual([
      'news-1/articles/one.en.md:6 flagged-url',
    ]);
  });

  it('an address in the facts of an article', () => {
    expect(problemsOf({ 'news-1/articles/one.ja.md': article(1, 'あ', { url: BAD }) })).toEqual([
      'news-1/articles/one.ja.md:5 flagged-url',
    ]);
  });
});

describe('headline-missing', () => {
  it('a town of which there is nothing to say at a glance', () => {
    const text = '- { town: 012068 釧路市, headline: { ja: あ } }\n- town: 022012 青森市\n';
    expect(problemsOf({ 'base/towns.yaml': text })).toEqual(['base/towns.yaml:2 headline-missing']);
  });
});

describe('headline-long', () => {
  it('warns without stopping a build', () => {
    const long = `- town: 012068 釧路市\n  headline:\n    en: A\n    ja: ${'あ'.repeat(61)}\n`;
    const [problem, ...rest] = problemsWith({ 'base/towns.yaml': long });
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      severity: 'warning',
      id: 'headline-long',
      file: 'base/towns.yaml',
      line: 4,
    });
  });

  it('counts characters, not UTF-16 units', () => {
    const text = `- town: 012068 釧路市\n  headline: { ja: ${'𠮷'.repeat(60)}, en: A }\n`;
    expect(problemsOf({ 'base/towns.yaml': text })).toEqual([]);
  });
});
