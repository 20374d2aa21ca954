import { describe, expect, it } from 'vitest';
import { type Box, nearest } from '../../renderer/nearest.ts';

/** Boxes of 100 in a grid with gaps of 20; index = row * 3 + column. */
const GRID: readonly Box[] = [0, 1, 2].flatMap((row) =>
  [0, 1, 2].map((column) => ({
    left: column * 120,
    right: column * 120 + 100,
    top: row * 120,
    bottom: row * 120 + 100,
  })),
);
const at = (index: number): Box => GRID[index] ?? { left: 0, top: 0, right: 0, bottom: 0 };

describe('nearest', () => {
  it('keeps to the row and the column', () => {
    expect(nearest(at(4), GRID, 'left')).toBe(3);
    expect(nearest(at(4), GRID, 'right')).toBe(5);
    expect(nearest(at(4), GRID, 'up')).toBe(1);
    expect(nearest(at(4), GRID, 'down')).toBe(7);
  });

  it('finds nothing past the edge', () => {
    expect(nearest(at(0), GRID, 'left')).toBe(-1);
    expect(nearest(at(8), GRID, 'down')).toBe(-1);
  });

  it('is never its own neighbour', () => {
    expect(nearest(at(4), [at(4)], 'right')).toBe(-1);
  });

  it('goes to something off the line when nothing is on it', () => {
    const bar: Box = { left: 500, top: 900, right: 600, bottom: 960 };
    expect(nearest(at(0), [at(0), bar], 'down')).toBe(1);
  });

  it('finds a wide box beside a low one', () => {
    const hero: Box = { left: 0, top: 0, right: 500, bottom: 600 };
    const tile: Box = { left: 520, top: 400, right: 700, bottom: 600 };
    expect(nearest(tile, [hero, tile], 'left')).toBe(0);
    expect(nearest(hero, [hero, tile], 'right')).toBe(1);
  });
});
