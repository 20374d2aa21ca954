/** A town or a ward with all that is known of it. */
import { describe, expect, it } from 'vitest';
import { readTown, readWard } from '../../../content/store/towns.ts';
import { libraryOf } from '../../helpers/library.ts';
import { article, exhibitionPack, SMALL, t } from '../../helpers/source.ts';

const HERE = { venueId: 'hall', today: '2020-06-01' };

const library = libraryOf({
  ...SMALL,
  'base/towns.yaml': [
    {
      town: '012068 釧路市',
      theme: 'sea',
      headline: { ja: '霧のまち', en: 'Town of fog', 'ja-easy': 'きりのまち' },
      notes: [t('一', 'One'), t('二', 'Two')],
    },
  ],
  'base/areas.yaml': [
    { id: 'east', name: t('東', 'East'), kana: 'ひがし', members: ['016675 鶴居村', '012068 釧路市'] },
  ],
  'base/associations.yaml': [
    { id: 'cities', name: t('市長会'), kind: 'mayors', prefecture: '01 北海道', agreement: '2016-04-26' },
    {
      id: 'towns',
      name: t('町村会'),
      kind: 'towns-villages',
      prefecture: '01 北海道',
      knownBy: '2016-04-26',
    },
  ],
  'base/links.yaml': [
    {
      id: 'l',
      type: 'exchange',
      title: t('絆'),
      wards: ['131181 荒川区'],
      partners: ['012068 釧路市', 'area east'],
    },
    {
      id: 'm',
      type: 'exchange',
      title: t('協定'),
      wards: ['131181 荒川区'],
      partners: ['association towns', 'area east'],
    },
  ],
  'news-1/articles/one.ja.md': article(1, '記事', { partners: ['012068 釧路市'], wards: ['131181 荒川区'] }),
  ...exhibitionPack('show', { partners: ['012068 釧路市'] }),
});

describe('readTown', () => {
  it('gives what is known of a town', () => {
    const town = readTown(library, 'ja', HERE, '012068');
    expect(town).toMatchObject({
      code: '012068',
      kind: 'city',
      name: '釧路市',
      kana: 'くしろし',
      romaji: 'Kushiro',
      prefecture: '北海道',
      prefectureId: '01',
      region: 'hokkaido',
      theme: 'sea',
      headline: '霧のまち',
      notes: ['一', '二'],
      lang: 'ja',
    });
    expect(town?.links.map((link) => link.id)).toEqual(['l', 'm']);
    expect(town?.articles.map((one) => one.id)).toEqual(['news-1-one']);
    expect(town?.exhibitions.map((one) => one.id)).toEqual(['show']);
    expect(town?.groups.map((group) => `${group.kind} ${group.id}`)).toEqual([
      'area east',
      'association cities',
      'prefecture 01',
    ]);
  });

  it('puts a village under the association of towns and villages', () => {
    const groups = readTown(library, 'ja', HERE, '016675')?.groups.map((group) => group.id);
    expect(groups).toEqual(['east', 'towns', '01']);
  });

  it('has a way on even for a town of which nothing is known: the nearest ones', () => {
    const quiet = readTown(library, 'ja', HERE, '473821');
    expect(quiet?.links).toEqual([]);
    expect(quiet?.neighbours).toHaveLength(6);
    expect(readTown(library, 'ja', HERE, '016616')?.neighbours[0]?.name).toBe('釧路市');
  });

  it('is null for a code that no municipality has', () => {
    expect(readTown(library, 'ja', HERE, '999999')).toBeNull();
    expect(readTown(library, 'ja', HERE, '')).toBeNull();
  });

  it('says in which language its words came', () => {
    const read = (lang: 'en' | 'ja-easy' | 'ko', code: string) => {
      const town = readTown(library, lang, HERE, code);
      return [town?.name, town?.headline, town?.lang];
    };
    expect(read('en', '012068')).toEqual(['Kushiro City', 'Town of fog', 'en']);
    expect(read('ja-easy', '012068')).toEqual(['釧路市', 'きりのまち', 'ja-easy']);
    expect(read('ko', '012068')).toEqual(['구시로시', '霧のまち', 'ja']);
    expect(read('ja-easy', '016675')).toEqual(['鶴居村', null, 'ja']);
  });
});

describe('readWard', () => {
  it('shows a ward as the host: its own links and its partners', () => {
    const ward = readWard(library, 'ja', HERE, '131181');
    expect(ward?.links.map((link) => link.id)).toEqual(['l', 'm']);
    expect(ward?.articles.map((one) => one.id)).toEqual(['news-1-one']);
    expect(ward?.partners.map((town) => town.name)).toEqual(['釧路市', '鶴居村']);
    expect(ward?.otherPartners.map((partner) => `${partner.kind} ${partner.id}`)).toEqual([
      'area east',
      'association towns',
    ]);
  });

  it('is null for a town that is no ward', () => {
    expect(readWard(library, 'ja', HERE, '012068')).toBeNull();
    expect(readWard(library, 'ja', HERE, '132063')).toBeNull();
  });
});
