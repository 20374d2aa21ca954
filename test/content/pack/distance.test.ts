import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, nearest, nearestFirst } from '../../../content/pack/distance.ts';

const TOKYO = { lat: 35.69, lon: 139.75 };

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const towns = fc
  .array(point, { maxLength: 30 })
  .map((points) => points.map((one, i) => ({ ...one, code: String(i).padStart(3, '0') })));

describe('distanceKm', () => {
  it('is right for known distances', () => {
    expect(distanceKm(TOKYO, { lat: 43.06, lon: 141.35 })).toBeCloseTo(831, -1);
    expect(distanceKm(TOKYO, { lat: 26.21, lon: 127.68 })).toBeCloseTo(1555, -1);
  });

  it('is nothing to the same place, the same both ways and never more than half the globe', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371 + 1e-6);
      }),
    );
  });
});

describe('nearest', () => {
  it('is the beginning of the fully sorted list', () => {
    fc.assert(
      fc.property(towns, point, fc.nat({ max: 35 }), (list, from, count) => {
        const sorted = [...list].sort(
          (a, b) => distanceKm(from, a) - distanceKm(from, b) || (a.code < b.code ? -1 : 1),
        );
        expect(nearest(list, from, count)).toEqual(sorted.slice(0, count));
        expect(nearestFirst(list, from)).toEqual(sorted);
      }),
    );
  });

  it('puts towns of the same place in the order of their codes', () => {
    const here = ['c', 'a', 'b'].map((code) => ({ ...TOKYO, code }));
    expect(nearest(here, TOKYO, 2).map((town) => town.code)).toEqual(['a', 'b']);
  });
});
