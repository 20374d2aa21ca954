import { describe, expect, it } from 'vitest';
import { readAbout } from '../../../content/store/about.ts';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL, t } from '../../helpers/source.ts';

const library = libraryOf({
  ...SMALL,
  'base/project.yaml': {
    fields: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((id) => ({ id, name: t(id), summary: t(id) })),
    topics: [
      { id: 'a', group: 'goal', title: t('目標', 'Goal'), body: t('文', 'Text') },
      { id: 'b', group: 'work', title: t('仕事'), body: t('文') },
      { id: 'c', group: 'goal', title: t('目標2', 'Goal 2'), body: t('文') },
    ],
    contacts: [{ id: 'office', name: t('事務局', 'Office'), phone: '03-0000-0000', asOf: '2020-11-13' }],
  },
  'base/numbers.yaml': [
    {
      id: 'members',
      name: t('会員', 'Members'),
      unit: t('自治体', 'towns'),
      points: [
        { asOf: '2023', value: 3, qualifier: 'over' },
        { asOf: '2016-09-01', value: 1 },
        { asOf: '2017-02', value: 2 },
      ],
    },
  ],
  'base/timeline.yaml': [
    { start: '2020-11-13', kind: 'exhibition', title: t('後') },
    {
      start: '2014-09',
      end: '2014-10',
      kind: 'founding',
      title: t('前', 'Before'),
      place: t('東京', 'Tokyo'),
    },
    { start: '2020', kind: 'talks', title: t('年だけ') },
  ],
  'base/disasters.yaml': [{ id: 'rain', name: t('豪雨', 'Rain'), start: '2020-07', partners: ['43 熊本県'] }],
  'base/survey.yaml': [
    {
      id: 's',
      part: 'projects',
      side: 'all',
      title: t('問'),
      answers: 5,
      points: { ja: ['一', '二'], en: ['One'] },
    },
  ],
});

describe('readAbout', () => {
  const about = readAbout(library, 'en');

  it('gives topics by group in the order of the source', () => {
    expect(
      Object.entries(about.topics).map(([group, topics]) => [group, topics.map((topic) => topic.title)]),
    ).toEqual([
      ['goal', ['Goal', 'Goal 2']],
      ['work', ['仕事']],
    ]);
  });

  it('gives the points of a series oldest first, with what is only about right', () => {
    expect(about.numbers).toEqual([
      {
        id: 'members',
        name: 'Members',
        unit: 'towns',
        note: null,
        points: [
          { asOf: '2016-09-01', value: 1, qualifier: null },
          { asOf: '2017-02', value: 2, qualifier: null },
          { asOf: '2023', value: 3, qualifier: 'over' },
        ],
      },
    ]);
  });

  it('gives the timeline oldest first; a year comes before its days', () => {
    expect(about.timeline.map((entry) => [entry.when.start, entry.when.end, entry.place])).toEqual([
      ['2014-09', '2014-10', 'Tokyo'],
      ['2020', null, null],
      ['2020-11-13', null, null],
    ]);
  });

  it('gives disasters with those concerned, survey points as a list and contacts', () => {
    expect(about.disasters).toMatchObject([
      { name: 'Rain', support: null, partners: [{ name: 'Kumamoto' }] },
    ]);
    expect(about.survey).toMatchObject([{ id: 's', answers: 5, points: ['One'] }]);
    expect(about.contacts).toEqual([
      { id: 'office', name: 'Office', office: null, phone: '03-0000-0000', url: null, asOf: '2020-11-13' },
    ]);
  });

  it('names the packs it was read from, base first', () => {
    expect(about.packs.map((pack) => [pack.id, pack.kind, pack.date])).toEqual([
      ['base', 'base', '2020-01-01'],
      ['news-1', 'newsletter', '2020-02-01'],
      ['show', 'exhibition', '2020-03-01'],
    ]);
  });

  it('takes its own title from the base pack', () => {
    expect([about.title, about.summary]).toEqual(['base', 'Summary']);
  });
});
