import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { isMunicipalityCode, isSpecialWardCode } from '../../../content/pack/code.ts';
import { WARD_PLACES } from '../../../renderer/pages/wards/ward-places.ts';
import { GAZETTEER } from '../../helpers/places.ts';

describe('the tile map of the wards', () => {
  const codes = Object.keys(WARD_PLACES);

  it('has all 23 wards', () => {
    expect(codes.length).toBe(23);
    expect(codes.filter((code) => !isMunicipalityCode(code) || !isSpecialWardCode(code))).toEqual([]);
  });

  it('gives each a square of its own within six by six, clear of the bay', () => {
    const squares = Object.values(WARD_PLACES).map(([column, row]) => `${column} ${row}`);
    expect(new Set(squares).size).toBe(23);
    for (const [column, row] of Object.values(WARD_PLACES)) {
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual(6);
      expect(row).toBeLessThanOrEqual(6);
      expect(column >= 4 && row >= 4).toBe(false);
    }
  });

  it('keeps north above south and west left of east where wards are far apart', () => {
    const towns = new Map(loadGazetteer(GAZETTEER).municipalities.map((town) => [town.code, town]));
    for (const a of codes) {
      for (const b of codes) {
        const [from, to] = [towns.get(a), towns.get(b)];
        const [placeA, placeB] = [WARD_PLACES[a], WARD_PLACES[b]];
        if (from === undefined || to === undefined || placeA === undefined || placeB === undefined) continue;
        if (from.lat - to.lat > 0.06) expect([a, b, placeA[1] <= placeB[1]]).toEqual([a, b, true]);
        if (to.lon - from.lon > 0.08) expect([a, b, placeA[0] <= placeB[0]]).toEqual([a, b, true]);
      }
    }
  });
});
