import { describe, expect, it } from 'vitest';
import { cellOfPoint } from '../../../../build/geo/mesh/cells.ts';
import { isletRings } from '../../../../build/geo/shapes/islets.ts';

const TAKESHIMA = cellOfPoint(37.24, 131.865);
const OKINOTORISHIMA = cellOfPoint(20.4225, 136.075);
const MUKOJIMA = cellOfPoint(27.6875, 142.1375);

describe('isletRings', () => {
  it('draws a closed oval inside the cells of each islet', () => {
    const rings = isletRings(new Map([TAKESHIMA, OKINOTORISHIMA, MUKOJIMA].map((cell) => [cell, [1]])));
    expect(rings).toHaveLength(3);
    for (const [index, ring] of rings.entries()) {
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [lon = 0, lat = 0] of ring) {
        expect(cellOfPoint(lat, lon)).toBe([TAKESHIMA, OKINOTORISHIMA, MUKOJIMA][index]);
      }
    }
  });

  it('refuses a mesh list without the islet, by its name', () => {
    expect(() => isletRings(new Map([[OKINOTORISHIMA, [1]]]))).toThrow('竹島: no mesh cell near');
  });
});
