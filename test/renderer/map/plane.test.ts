import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  fitZoom,
  ORIGIN,
  PLANE_ZOOM,
  scaleAt,
  toDegrees,
  toPlane,
} from '../../../renderer/map/plane.ts';

describe('the plane', () => {
  it('is Web Mercator: Leaflet puts 35.68 N, 139.77 E at the same pixel of zoom 8', () => {
    // CRS.EPSG3857.latLngToPoint(latLng(35.68, 139.77), 8), by the formula of the EPSG registry.
    const world = 256 * 2 ** PLANE_ZOOM;
    const phi = (35.68 * Math.PI) / 180;
    const x = world * (139.77 / 360 + 0.5);
    const y = world * (0.5 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / (2 * Math.PI));
    const spot = toPlane(35.68, 139.77);
    expect(spot.x + ORIGIN.x).toBeCloseTo(x, 6);
    expect(spot.y + ORIGIN.y).toBeCloseTo(y, 6);
  });

  it('gives back the degrees it was given', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 50, noNaN: true }),
        fc.double({ min: 110, max: 160, noNaN: true }),
        (lat, lon) => {
          const back = toDegrees(toPlane(lat, lon));
          expect(back.lat).toBeCloseTo(lat, 9);
          expect(back.lon).toBeCloseTo(lon, 9);
        },
      ),
    );
  });

  it('keeps Japan within the range where 32-bit floats are exact to a hundredth of a unit', () => {
    for (const [lat, lon] of [
      [45.6, 149],
      [24, 122.9],
      [24.3, 154],
    ] as const) {
      const { x, y } = toPlane(lat, lon);
      expect(Math.abs(Math.fround(x) - x)).toBeLessThan(0.001);
      expect(Math.abs(Math.fround(y) - y)).toBeLessThan(0.001);
    }
  });
});

describe('fitZoom', () => {
  it('makes the box as wide or as high as the panel, and never larger', () => {
    const box = boxOf([129, 31, 146, 45]);
    for (const [width, height] of [
      [1280, 850],
      [985, 912],
      [600, 400],
    ] as const) {
      const scale = scaleAt(fitZoom(box, width, height));
      const [w, h] = [(box.right - box.left) * scale, (box.bottom - box.top) * scale];
      expect(w).toBeLessThanOrEqual(width + 1e-6);
      expect(h).toBeLessThanOrEqual(height + 1e-6);
      expect(Math.min(width - w, height - h)).toBeCloseTo(0, 6);
    }
  });
});
