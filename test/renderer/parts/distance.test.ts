import { describe, expect, it } from 'vitest';
import { directionTo, distanceKm, NIHOMBASHI, roundKm } from '../../../renderer/parts/distance.ts';

const SAPPORO = { lat: 43.062, lon: 141.354 };
const NAHA = { lat: 26.212, lon: 127.679 };
const OGASAWARA = { lat: 27.095, lon: 142.192 };

describe('distance from Nihombashi', () => {
  it('agrees with the atlas', () => {
    expect(roundKm(distanceKm(NIHOMBASHI, SAPPORO))).toBe(830);
    expect(roundKm(distanceKm(NIHOMBASHI, NAHA))).toBe(1560);
  });

  it('is said in steps that grow with it and never as nothing', () => {
    expect([0.2, 7.6, 42, 98, 154, 937].map(roundKm)).toEqual([1, 8, 40, 100, 150, 940]);
  });
});

describe('directionTo', () => {
  it('names the eighth of the compass', () => {
    expect(directionTo(NIHOMBASHI, SAPPORO)).toBe('n');
    expect(directionTo(NIHOMBASHI, NAHA)).toBe('sw');
    expect(directionTo(NIHOMBASHI, OGASAWARA)).toBe('s');
    expect(directionTo(NIHOMBASHI, { lat: 35.2, lon: 136.9 })).toBe('w');
  });
});
