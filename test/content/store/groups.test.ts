import { describe, expect, it } from 'vitest';
import {
  readAreas,
  readAssociations,
  readGroup,
  readOrganisations,
  townsUnderAgreement,
} from '../../../content/store/groups.ts';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL_BASE, t } from '../../helpers/source.ts';

const library = libraryOf({
  ...SMALL_BASE,
  'base/areas.yaml': [
    {
      id: 'east',
      name: t('東', 'East'),
      kana: 'ひがし',
      prefecture: '01 北海道',
      municipalities: 8,
      note: t('メモ', 'Note'),
      members: ['016675 鶴居村', '012068 釧路市'],
    },
    { id: 'loose', name: t('どこか', 'Somewhere'), kana: 'どこか' },
  ],
  'base/associations.yaml': [
    { id: 'cities', name: t('市長会'), kind: 'mayors', prefecture: '01 北海道', knownBy: '2017-01-01' },
    {
      id: 'towns',
      name: t('町村会', 'Towns'),
      kind: 'towns-villages',
      prefecture: '01 北海道',
      agreement: '2016-04-26',
    },
  ],
  'base/organisations.yaml': [{ id: 'body', name: t('団体', 'Body'), role: t('役目', 'Role') }],
  'base/links.yaml': [
    {
      id: 'l',
      type: 'agreement',
      title: t('協定'),
      wards: 'all',
      partners: ['association towns', '01 北海道', 'organisation body'],
    },
  ],
});

describe('readGroup', () => {
  it('shows a prefecture with all its municipalities by code', () => {
    expect(readGroup(library, 'en', 'prefecture', '01')).toMatchObject({
      kind: 'prefecture',
      name: 'Hokkaido',
      kana: 'ほっかいどう',
      region: 'hokkaido',
      municipalityCount: 4,
      towns: [{ code: '012025' }, { code: '012068' }, { code: '016616' }, { code: '016675' }],
      links: [{ id: 'l' }],
    });
  });

  it('shows an area with the members it names and the number as printed', () => {
    expect(readGroup(library, 'ja', 'area', 'east')).toMatchObject({
      name: '東',
      note: 'メモ',
      municipalityCount: 8,
      prefecture: { name: '北海道' },
      region: 'hokkaido',
      agreement: null,
      towns: [{ name: '釧路市' }, { name: '鶴居村' }],
    });
    expect(readGroup(library, 'ja', 'area', 'loose')).toMatchObject({
      prefecture: null,
      region: null,
      towns: [],
    });
  });

  it('shows an association with its agreement and the towns it is made of', () => {
    const towns = readGroup(library, 'ja', 'association', 'towns');
    expect(towns?.agreement).toEqual({ date: '2016-04-26', exact: true });
    expect(towns?.towns.map((town) => town.name)).toEqual(['釧路町', '鶴居村']);
    const cities = readGroup(library, 'ja', 'association', 'cities');
    expect(cities?.agreement).toEqual({ date: '2017-01-01', exact: false });
    expect(cities?.towns.map((town) => town.name)).toEqual(['函館市', '釧路市']);
  });

  it('shows a body with its role', () => {
    expect(readGroup(library, 'en', 'organisation', 'body')).toMatchObject({
      name: 'Body',
      note: 'Role',
      links: [{ id: 'l' }],
    });
  });

  it.each(['prefecture', 'area', 'association', 'organisation'] as const)(
    'is null for an unknown %s',
    (kind) => {
      expect(readGroup(library, 'ja', kind, 'nowhere')).toBeNull();
      expect(readGroup(library, 'ja', kind, '__proto__')).toBeNull();
    },
  );
});

describe('readAssociations', () => {
  it('lists by the day of the agreement, or the day it was known by', () => {
    expect(readAssociations(library, 'ja').map((one) => [one.id, one.date, one.exact])).toEqual([
      ['towns', '2016-04-26', true],
      ['cities', '2017-01-01', false],
    ]);
  });
});

describe('townsUnderAgreement', () => {
  it('counts cities, towns and villages each under their own association', () => {
    expect([...townsUnderAgreement(library)].sort()).toEqual(['012025', '012068', '016616', '016675']);
  });
});

describe('readAreas, readOrganisations', () => {
  it('tell every area and every body in the order of the source, with one sentence where there is one', () => {
    expect(readAreas(library, 'en')).toEqual([
      { kind: 'area', id: 'east', name: 'East', note: 'Note', region: 'hokkaido' },
      { kind: 'area', id: 'loose', name: 'Somewhere', note: null, region: null },
    ]);
    expect(readOrganisations(library, 'ja')).toEqual([
      { kind: 'organisation', id: 'body', name: '団体', note: '役目', region: null },
    ]);
  });
});
