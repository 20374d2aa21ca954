import { describe, expect, it } from 'vitest';
import { frameAround, nearestSpot } from '../../../renderer/pages/exhibition/towns-frame.ts';

describe('frameAround', () => {
  it('holds every town with land around it', () => {
    const spots = [
      { x: -100, y: 40 },
      { x: 250, y: 300 },
    ];
    const { left, top, width, height } = frameAround(spots);
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThan(left);
      expect(x).toBeLessThan(left + width);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
  });

  it('shows some land around a single town and does not fail without any', () => {
    expect(frameAround([{ x: 5, y: 5 }]).height).toBeGreaterThan(100);
    expect(Number.isFinite(frameAround([]).left)).toBe(true);
  });
});

describe('nearestSpot', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
  ];
  it('means the nearest town within reach', () => {
    expect(nearestSpot({ x: 20, y: 0 }, spots, 15)).toBe(1);
  });
  it('means none when the touch is far from all', () => {
    expect(nearestSpot({ x: 200, y: 0 }, spots, 15)).toBe(-1);
    expect(nearestSpot({ x: 0, y: 0 }, [], 15)).toBe(-1);
  });
});
