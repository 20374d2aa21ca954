import { describe, expect, it } from 'vitest';
import { COLUMNS, cellOfPoint, centreOfCell } from '../../../../build/geo/mesh/cells.ts';
import { choosePoint, type OwnCells } from '../../../../build/geo/points/choose.ts';

/** A town of 11 x 11 cells, all its own; its south-west cell holds 35 N, 139 E. */
const START = cellOfPoint(35.001, 139.001);
const TOWN: OwnCells = new Map(
  Array.from(
    { length: 121 },
    (_, index) => [START + Math.floor(index / 11) * COLUMNS + (index % 11), 1] as const,
  ),
);
const CORNER = { lat: 35.085, lon: 139.13 };
const NEAR_MIDDLE = { lat: 35.047, lon: 139.069 };
const ELSEWHERE = { lat: 36, lon: 139 };

describe('choosePoint', () => {
  it('takes the point of OpenStreetMap when it lies on own land', () => {
    expect(choosePoint(CORNER, [], TOWN, 'Mori')).toEqual({ ...CORNER, source: 'osm' });
  });
  it('refuses a point on the land of others: the hall of 竹富町 stands in 石垣市', () => {
    const place = { ...CORNER, key: 'mori' };
    expect(choosePoint(ELSEWHERE, [place], TOWN, 'Mori')).toEqual({ ...CORNER, source: 'geonames' });
  });
  it('prefers a namesake at the edge to a point that is merely the middle of the border', () => {
    const place = { ...CORNER, key: 'mori' };
    expect(choosePoint(NEAR_MIDDLE, [place], TOWN, 'Mori').source).toBe('geonames');
    expect(choosePoint(NEAR_MIDDLE, [{ ...place, key: 'other' }], TOWN, 'Mori').source).toBe('osm');
  });
  it('takes the namesake before a nearer place of another name', () => {
    const places = [
      { ...NEAR_MIDDLE, key: 'other' },
      { ...CORNER, key: 'mori' },
    ];
    expect(choosePoint(undefined, places, TOWN, 'Mori')).toEqual({ ...CORNER, source: 'geonames' });
  });
  it('takes a place of another name only in a cell that is wholly own', () => {
    const places = [{ ...CORNER, key: 'other' }];
    const shared = new Map(TOWN).set(cellOfPoint(CORNER.lat, CORNER.lon), 2);
    expect(choosePoint(undefined, places, TOWN, 'Mori').source).toBe('geonames');
    expect(choosePoint(undefined, places, shared, 'Mori').source).toBe('mesh');
  });
  it('falls back to the middle of the land', () => {
    const point = choosePoint(undefined, [], TOWN, 'Mori');
    expect(point).toEqual({ ...centreOfCell(START + 5 * COLUMNS + 5), source: 'mesh' });
  });
});
