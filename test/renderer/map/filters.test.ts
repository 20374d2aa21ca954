import { describe, expect, it } from 'vitest';
import { REGION_IDS } from '../../../content/pack/types.ts';
import { MAP_FLAGS } from '../../../content/pack/views.ts';
import {
  agreementPrefectures,
  prefecturesOf,
  strongPoints,
  townsOf,
  usefulFilters,
} from '../../../renderer/map/filters.ts';
import { mapView } from './places.ts';

const ARAKAWA = '131181';
const KUSHIRO = '012068';
const KITAKAMI = '032069';
const AYABE = '262030';
const view = mapView(
  {
    [ARAKAWA]: MAP_FLAGS.lens | MAP_FLAGS.linked,
    [KUSHIRO]: MAP_FLAGS.lens | MAP_FLAGS.linked | MAP_FLAGS.agreement,
    [KITAKAMI]: MAP_FLAGS.lens | MAP_FLAGS.linked,
    [AYABE]: MAP_FLAGS.linked | MAP_FLAGS.agreement,
  },
  ARAKAWA,
);

describe('strongPoints', () => {
  it("has the ward's partners nearest first, without the ward itself", () => {
    expect(strongPoints(view, 'lens').map(({ code }) => code)).toEqual([KITAKAMI, KUSHIRO]);
  });

  it('has every linked town nearest first', () => {
    expect(strongPoints(view, 'linked').map(({ code }) => code)).toEqual([KITAKAMI, AYABE, KUSHIRO]);
  });
});

describe('usefulFilters', () => {
  it('offers no filter that would show nothing', () => {
    expect(usefulFilters(view)).toEqual(['lens', 'linked', 'agreement']);
  });

  it('offers one chip for partners and linked towns where the hall has no ward', () => {
    const both = MAP_FLAGS.lens | MAP_FLAGS.linked;
    expect(usefulFilters(mapView({ [KUSHIRO]: both }))).toEqual(['lens']);
  });
});

describe('agreementPrefectures', () => {
  it('counts the towns under an agreement by prefecture, nearest first', () => {
    expect(agreementPrefectures(view)).toEqual([
      { id: '26', name: '京都府', towns: 1 },
      { id: '01', name: '北海道', towns: 1 },
    ]);
  });
});

describe('prefecturesOf', () => {
  it('has every prefecture in exactly one region, and every town in exactly one prefecture', () => {
    const all = REGION_IDS.flatMap((region) => prefecturesOf(view, region));
    expect(new Set(all.map(({ id }) => id)).size).toBe(47);
    expect(all.reduce((sum, { towns }) => sum + towns, 0)).toBe(view.points.length);
    expect(prefecturesOf(view, 'shikoku').map(({ name }) => name)).toEqual([
      '徳島県',
      '香川県',
      '愛媛県',
      '高知県',
    ]);
  });
});

describe('townsOf', () => {
  it('lists all 179 towns of Hokkaido from Sapporo on', () => {
    const towns = townsOf(view, '01');
    expect([towns.length, towns[0]?.name]).toEqual([179, '札幌市']);
  });
});
