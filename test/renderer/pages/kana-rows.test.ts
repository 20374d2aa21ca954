import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { KANA_ROWS, rowOf } from '../../../renderer/pages/group/kana-rows.ts';
import { GAZETTEER } from '../../helpers/places.ts';

describe('rowOf', () => {
  it.each([
    ['あっけしちょう', 'あ'],
    ['おびひろし', 'あ'],
    ['がもうぐん', 'か'],
    ['ざまし', 'さ'],
    ['ぢ', 'た'],
    ['つるいむら', 'た'],
    ['びえいちょう', 'は'],
    ['ぴっぷちょう', 'は'],
    ['ゆうばりし', 'や'],
    ['わっさむちょう', 'わ'],
  ])('puts %s into the row of %s', (kana, row) => {
    expect(rowOf(kana)).toBe(row);
  });

  it('knows a row for every municipality of Japan', () => {
    const rows = new Set(loadGazetteer(GAZETTEER).municipalities.map(({ kana }) => rowOf(kana)));
    expect([...KANA_ROWS].filter((row) => !rows.has(row))).toEqual([]);
  });
});
