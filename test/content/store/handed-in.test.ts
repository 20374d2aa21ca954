/** What towns and wards handed in, as the screens read it. */
import { describe, expect, it } from 'vitest';
import { TAGS } from '../../../content/pack/types.ts';
import { readExchangeCase, readExchangeCases } from '../../../content/store/exchange-cases.ts';
import { readFacilities } from '../../../content/store/facilities.ts';
import { linkedTowns } from '../../../content/store/links.ts';
import { readMatchedOffers, readOffers } from '../../../content/store/offers.ts';
import { search } from '../../../content/store/search.ts';
import { inTagOrder, sharedTags } from '../../../content/store/tags.ts';
import {
  readContacts,
  readFestivals,
  readLiving,
  readSpecialities,
} from '../../../content/store/town-facts.ts';
import { readTown, readWard } from '../../../content/store/towns.ts';
import { HANDED_IN } from '../../helpers/handed-in.ts';
import { libraryOf } from '../../helpers/library.ts';

const library = libraryOf(HANDED_IN);
const here = { venueId: 'arakawa', today: '2026-08-01' };
const KUSHIRO = '012068';

describe('a town', () => {
  it('has its desks in the order of the source', () => {
    expect(readContacts(library, 'en', KUSHIRO)).toEqual([
      {
        id: 'desk-1',
        subject: 'tourism',
        office: 'Tourism section',
        note: '平日だけ',
        phone: '0154-00-0000',
        email: null,
        url: null,
        asOf: '2026-08-01',
        lang: 'en',
      },
    ]);
  });

  it('has its specialities with months in order, and says in which language they are', () => {
    const [salmon, cheese] = readSpecialities(library, 'en', KUSHIRO);
    expect(salmon).toEqual({
      id: 'salmon',
      kind: 'food',
      name: 'Autumn salmon',
      kana: 'あきあじ',
      summary: 'A salmon.',
      place: '港',
      months: [9, 10, 11],
      url: 'https://example.jp/',
      asOf: '2026-08-01',
      lang: 'en',
      cover: null,
    });
    expect([cheese?.name, cheese?.lang, cheese?.months]).toEqual(['チーズ', 'ja', []]);
  });

  it('has its festivals in words and, where they are known, days', () => {
    expect(readFestivals(library, 'ja', KUSHIRO)).toEqual([
      expect.objectContaining({
        name: '港まつり',
        period: '8月第1土曜日',
        months: [8],
        when: { start: '2026-08-01', end: '2026-08-02' },
      }),
    ]);
  });

  it('has what it offers to those who would live there, with whom to ask', () => {
    expect(readLiving(library, 'ja', KUSHIRO)).toEqual([
      {
        id: 'trial',
        kind: 'trial-stay',
        title: 'ちょっと暮らし',
        summary: '家です。',
        deadline: '2026-12-25',
        contact: { office: '移住課', phone: '0154-11-1111', url: null },
        asOf: '2026-08-01',
        lang: 'ja',
        cover: null,
      },
    ]);
  });

  it('carries all of it on its page, and empty lists where it handed in nothing', () => {
    const town = readTown(library, 'ja', here, KUSHIRO);
    expect([
      town?.contacts.length,
      town?.specialities.length,
      town?.festivals.length,
      town?.living.length,
      town?.cases.map((one) => one.id),
      town?.offers.map((one) => one.id),
    ]).toEqual([1, 2, 1, 1, ['same-town', 'market'], ['give', 'want-3']]);
    expect(readTown(library, 'ja', here, '131016')).toMatchObject({
      contacts: [],
      specialities: [],
      festivals: [],
      living: [],
      cases: [],
      offers: [],
    });
  });
});

describe('a ward', () => {
  it('has its facilities, its own cases, its requests and its desk', () => {
    const ward = readWard(library, 'ja', here, '131181');
    expect([
      ward?.facilities.map((one) => one.id),
      ward?.cases.map((one) => one.id),
      ward?.offers.map((one) => one.id),
      ward?.contacts.map((one) => one.office),
    ]).toEqual([['plaza'], ['market'], ['want-1'], ['企画課']]);
  });
});

describe('a told case', () => {
  it('makes its town a partner of its wards, as a link does', () => {
    expect(linkedTowns(library, '131181')).toEqual([KUSHIRO]);
    expect(linkedTowns(library, '131211')).toEqual([]);
    expect(linkedTowns(library, null)).toEqual([KUSHIRO, '016675']);
  });
});

describe('readFacilities', () => {
  it('lists all wards by code, and one ward by itself', () => {
    expect(readFacilities(library, 'ja', null).map((one) => `${one.ward.name} ${one.name}`)).toEqual([
      '荒川区 広場',
      '足立区 ホール',
    ]);
    expect(readFacilities(library, 'ja', '131181')).toEqual([
      {
        id: 'plaza',
        ward: { kind: 'municipality', id: '131181', name: '荒川区' },
        kind: 'plaza',
        name: '広場',
        summary: '駅前。',
        place: '西日暮里',
        capacity: 100,
        areaM2: 300,
        rule: '3か月前まで。',
        fee: '無料',
        contact: { office: null, phone: null, url: 'https://example.jp/plaza' },
        asOf: '2026-08-01',
        lang: 'ja',
        cover: null,
      },
    ]);
  });
});

describe('readExchangeCases', () => {
  it('gives each with its sides, fields, people and themes, newest first', () => {
    const all = readExchangeCases(library, 'ja', { by: 'all' });
    expect(all.map((one) => one.id)).toEqual(['same-town', 'school', 'market']);
    expect(all[2]).toEqual({
      id: 'market',
      title: '秋の市',
      summary: '市です。',
      worked: '町会が手伝った。',
      when: { start: '2015-10', end: '2017' },
      online: false,
      allWards: false,
      wards: [{ kind: 'municipality', id: '131181', name: '荒川区' }],
      partners: [{ kind: 'municipality', id: KUSHIRO, name: '釧路市' }],
      fields: ['f1'],
      purposes: ['eat'],
      who: ['firms', 'residents'],
      // In the order of the list, however it was written.
      tags: ['product-sale', 'food'],
      contact: { office: '産業課', phone: '03-0000-0000', url: null },
      asOf: '2026-08-01',
      lang: 'ja',
      cover: null,
    });
    expect([all[0]?.allWards, all[0]?.wards, all[1]?.online]).toEqual([true, [], true]);
  });
});

describe('readExchangeCase', () => {
  it('sets the same issue of other towns beside it, and who could help', () => {
    const found = readExchangeCase(library, 'ja', here, 'market');
    // The festival is of the same town; the school shares one theme.
    expect(found?.sameIssue.map(({ id, shared }) => [id, shared])).toEqual([['school', ['food']]]);
    expect(found?.offers.map((one) => one.id)).toEqual(['give', 'want-1', 'want-2', 'want-3']);
    expect(readExchangeCase(library, 'ja', here, 'none')).toBeNull();
  });
});

describe('offers and requests', () => {
  it('are answered by the other side, from another place, with a theme in common', () => {
    const matches = (side: 'offer' | 'request' | null) =>
      readMatchedOffers(library, 'ja', here, side).map(({ id, matches: found }) => [
        id,
        found.map((one) => one.id),
      ]);
    expect(matches('offer')).toEqual([
      ['give', ['want-2', 'want-1']],
      ['other', []],
    ]);
    expect(matches('request')).toEqual([
      ['want-1', ['give']],
      ['want-2', ['give']],
      ['want-3', []],
    ]);
    expect(matches(null)).toHaveLength(5);
  });

  it('stay up to their last day and are gone the day after', () => {
    const ids = (today: string) => readOffers(library, 'ja', { ...here, today }, null).map((one) => one.id);
    expect(ids('2026-12-31')).toContain('want-1');
    expect(ids('2027-01-01')).not.toContain('want-1');
  });
});

describe('themes', () => {
  it('come in the order of the list, and only those that this program knows', () => {
    expect(inTagOrder(['food', 'from-the-future', 'event'])).toEqual(['event', 'food']);
    expect(sharedTags(TAGS, ['waste', 'food'])).toEqual(['food', 'waste']);
  });
});

describe('search', () => {
  const hits = (text: string, lang: 'ja' | 'en' = 'ja') =>
    search(library, lang, text, 50).hits.map(({ kind, key, code }) => `${kind} ${key} ${code}`);

  it('finds what towns handed in by words and reading, and knows on whose page it stands', () => {
    expect(hits('秋あじ')).toContain('speciality salmon 012068');
    expect(hits('あきあじ')).toContain('speciality salmon 012068');
    expect(hits('salmon', 'en')).toContain('speciality salmon 012068');
    expect(hits('花火')).toContain('festival fest 012068');
    expect(hits('ちょっと暮らし')).toContain('living trial 012068');
    expect(hits('西日暮里')).toContain('facility plaza 131181');
    expect(hits('鮭を届ける')).toContain('offer give 012068');
    expect(hits('秋の市')).toContain('case market null');
  });

  it('finds them by the town as well', () => {
    const found = hits('釧路市');
    for (const hit of ['municipality 012068 012068', 'speciality salmon 012068', 'case market null']) {
      expect(found).toContain(hit);
    }
  });
});
