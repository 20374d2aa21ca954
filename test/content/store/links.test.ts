import { describe, expect, it } from 'vitest';
import { linkedTowns, linkIdsByPurpose, readLinks } from '../../../content/store/links.ts';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL_BASE, t } from '../../helpers/source.ts';

const link = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  type: 'exchange',
  title: t(`${id}の絆`, `Tie ${id}`),
  ...more,
});

const library = libraryOf({
  ...SMALL_BASE,
  'base/areas.yaml': [
    { id: 'east', name: t('東', 'East'), kana: 'ひがし', members: ['016675 鶴居村', '012068 釧路市'] },
  ],
  'base/links.yaml': [
    link('undated', { partners: ['022012 青森市'], wards: ['131016 千代田区'] }),
    link('old', {
      start: '1999',
      partners: ['area east'],
      wards: ['131181 荒川区'],
      purposes: ['eat', 'go'],
    }),
    link('known', { knownBy: '2020-08-01', partners: ['012068 釧路市'], wards: 'all', purposes: ['eat'] }),
    link('new', {
      start: '2020-11-13',
      partners: ['01 北海道'],
      wards: ['131181 荒川区', '131016 千代田区'],
    }),
  ],
});

describe('readLinks', () => {
  it('lists the newest first, by the day it is known by where it has no other, undated last', () => {
    expect(readLinks(library, 'ja', { by: 'all' }).map((one) => one.id)).toEqual([
      'new',
      'known',
      'old',
      'undated',
    ]);
  });

  it('gives both sides by name', () => {
    const [old] = readLinks(library, 'en', { by: 'id', id: 'old' });
    expect(old).toMatchObject({
      title: 'Tie old',
      note: null,
      when: { start: '1999', end: null },
      allWards: false,
      wards: [{ kind: 'municipality', id: '131181', name: 'Arakawa Ward' }],
      partners: [{ kind: 'area', id: 'east', name: 'East' }],
      lang: 'en',
    });
  });

  it('counts what the 23 do together for no single ward', () => {
    expect(readLinks(library, 'ja', { by: 'ward', code: '131181' }).map((one) => one.id)).toEqual([
      'new',
      'old',
    ]);
  });
});

describe('linkedTowns', () => {
  it('gives the towns of a ward, or of any link, areas spelled out and sorted', () => {
    expect(linkedTowns(library, '131181')).toEqual(['012068', '016675']);
    expect(linkedTowns(library, '131016')).toEqual(['022012']);
    expect(linkedTowns(library, null)).toEqual(['012068', '016675', '022012']);
    expect(linkedTowns(library, '131211')).toEqual([]);
  });
});

describe('linkIdsByPurpose', () => {
  it('gives the links of a purpose, or all that have any', () => {
    expect([...linkIdsByPurpose(library, 'eat')]).toEqual(['known', 'old']);
    expect([...linkIdsByPurpose(library, 'go')]).toEqual(['old']);
    expect([...linkIdsByPurpose(library, 'work')]).toEqual([]);
    expect([...linkIdsByPurpose(library, null)]).toEqual(['known', 'old']);
  });
});
