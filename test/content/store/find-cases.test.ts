/** Cases by field, ward, prefecture, year, who, theme and purpose; and how many each further choice leaves. */
import { describe, expect, it } from 'vitest';
import type { CaseFilter } from '../../../content/pack/town-views.ts';
import type { CaseView } from '../../../content/pack/views.ts';
import { readCases } from '../../../content/store/cases.ts';
import { findCases, MAX_CASES } from '../../../content/store/find-cases.ts';
import { HANDED_IN } from '../../helpers/handed-in.ts';
import { buildDefault, libraryOf, openGood } from '../../helpers/library.ts';

const library = libraryOf(HANDED_IN);
const ours = openGood(buildDefault());
const here = { venueId: 'hall', today: '2026-08-01' };

const NONE: CaseFilter = {
  field: null,
  ward: null,
  prefecture: null,
  year: null,
  who: null,
  tag: null,
  purpose: null,
};

function idOf(one: CaseView): string {
  return one.kind === 'case' ? one.case.id : one.kind === 'article' ? one.article.id : one.link.id;
}
const find = (filter: Partial<CaseFilter>, venueId = 'hall') =>
  findCases(library, 'ja', { ...here, venueId }, { ...NONE, ...filter }, 0, MAX_CASES);
const ids = (filter: Partial<CaseFilter>, venueId = 'hall') => find(filter, venueId).cases.map(idOf);

describe('findCases', () => {
  it('gives told cases, then articles, then links with a purpose; newest first within each', () => {
    expect(ids({})).toEqual(['same-town', 'school', 'market', 'news-1-one', 'link-school']);
  });

  it('puts those of the hall’s own ward first', () => {
    expect(ids({}, 'arakawa')).toEqual(['market', 'link-school', 'same-town', 'school', 'news-1-one']);
  });

  it.each([
    [{ field: 'f1' }, ['market']],
    [{ ward: '131211' }, ['school']],
    [{ prefecture: '01' }, ['same-town', 'market', 'link-school']],
    [{ prefecture: '02' }, ['school']],
    [{ year: 2016 }, ['market']],
    [{ year: 2020 }, ['school', 'news-1-one']],
    [{ who: 'schools' }, ['school', 'link-school']],
    [{ tag: 'food' }, ['same-town', 'school', 'market']],
    [{ purpose: 'eat' }, ['market']],
    [{ tag: 'food', ward: '131181' }, ['market']],
    [{ tag: 'forest' }, []],
  ] as const)('narrows down by %j', (filter, wanted) => {
    expect(ids(filter)).toEqual(wanted);
  });

  it('counts what each further choice would leave, and leaves out what would leave nothing', () => {
    const { choices } = find({ tag: 'food' });
    expect(choices.wards).toEqual([
      { value: '131181', name: '荒川区', count: 1 },
      { value: '131211', name: '足立区', count: 1 },
    ]);
    expect(choices.years.map(({ value, count }) => [value, count])).toEqual([
      [2021, 1],
      [2020, 1],
      [2017, 1],
      [2016, 1],
      [2015, 1],
    ]);
    expect(choices.prefectures.map(({ name, count }) => [name, count])).toEqual([
      ['北海道', 2],
      ['青森県', 1],
    ]);
    expect(choices.fields.map(({ value }) => value)).toEqual(['f1', 'f2']);
    expect(choices.who.map(({ value }) => value)).toEqual(['residents', 'schools', 'firms']);
  });

  it('counts a choice that is made with the other choices only, and never hides it', () => {
    const { total, choices } = find({ tag: 'forest', ward: '131181' });
    expect(total).toBe(0);
    expect(choices.wards).toEqual([{ value: '131181', name: '荒川区', count: 0 }]);
    expect(choices.tags.find(({ value }) => value === 'food')?.count).toBe(1);
  });

  it('gives a part of many', () => {
    const part = findCases(library, 'ja', here, NONE, 1, 2);
    expect([part.total, part.cases.map(idOf)]).toEqual([5, ['school', 'market']]);
  });

  it('throws RangeError for a part that no screen may ask for', () => {
    for (const [offset, limit] of [
      [-1, 1],
      [0, 0],
      [0, MAX_CASES + 1],
      [0.5, 1],
    ] as const) {
      expect(() => findCases(library, 'ja', here, NONE, offset, limit)).toThrow(RangeError);
    }
  });

  it('finds every case of our content again by each choice it offers, as often as it says', () => {
    const all = findCases(ours, 'ja', here, NONE, 0, 1);
    expect(all.total).toBeGreaterThan(20);
    const keys = {
      fields: 'field',
      wards: 'ward',
      prefectures: 'prefecture',
      years: 'year',
      who: 'who',
      purposes: 'purpose',
    } as const;
    for (const [list, key] of Object.entries(keys) as [keyof typeof keys, keyof CaseFilter][]) {
      const choices: readonly { readonly value: string | number; readonly count: number }[] =
        all.choices[list];
      expect(choices.length, list).toBeGreaterThan(0);
      for (const { value, count } of choices) {
        expect(findCases(ours, 'ja', here, { ...NONE, [key]: value }, 0, 1).total, `${key} ${value}`).toBe(
          count,
        );
      }
    }
  });
});

describe('readCases', () => {
  it('has told cases first', () => {
    expect(readCases(library, 'ja', here, 'eat').map(idOf)).toEqual(['market']);
  });
});
