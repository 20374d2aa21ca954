import { describe, expect, it } from 'vitest';
import { MAP_FLAGS } from '../../../content/pack/views.ts';
import { marksOf, toldBy } from '../../../renderer/pages/map/scene.ts';
import { mapView } from '../map/places.ts';

const view = mapView(
  {
    '012068': MAP_FLAGS.lens | MAP_FLAGS.agreement,
    '032069': MAP_FLAGS.lens,
    '343021': MAP_FLAGS.exhibition,
  },
  '131181',
);
const marks = marksOf(view, '23区');

describe('marksOf', () => {
  it("names the hall's ward as the heart, or the middle of the 23 where there is none", () => {
    expect(marks.heart).toMatchObject({ code: '131181', name: '荒川区' });
    expect(marksOf(mapView({}), '23区').heart).toMatchObject({ code: '', name: '23区' });
  });
});

describe('toldBy', () => {
  it('draws a line to every partner of the ward', () => {
    const { strong, curves, lit } = toldBy(view, marks, 'lens');
    expect(strong.map(({ name }) => name)).toEqual(['北上市', '釧路市']);
    expect(curves.map(({ to }) => to)).toEqual(strong.map(({ spot }) => spot));
    expect(lit.size).toBe(0);
  });

  it('draws no lines in a hall without a ward: from the 23 together they would cover the land', () => {
    const anywhere = mapView({ '012068': MAP_FLAGS.lens });
    const { strong, curves } = toldBy(anywhere, marksOf(anywhere, '23区'), 'lens');
    expect([strong.length, curves]).toEqual([1, []]);
  });

  it('draws no lines to the towns of an exhibition', () => {
    const { strong, curves } = toldBy(view, marks, 'exhibition');
    expect([strong.map(({ name }) => name), curves]).toEqual([['府中町'], []]);
  });

  it('lights up prefectures with an agreement and makes no town strong', () => {
    const { strong, lit } = toldBy(view, marks, 'agreement');
    expect([strong, [...lit]]).toEqual([[], ['01']]);
  });
});
