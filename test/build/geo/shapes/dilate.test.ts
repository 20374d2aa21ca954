import { describe, expect, it } from 'vitest';
import { dilate } from '../../../../build/geo/shapes/dilate.ts';
import { drawn, redrawn } from '../grids.ts';

describe('dilate', () => {
  it('grows by one cell a step, in four directions', () => {
    const grid = drawn('.....', '.....', '..1..', '.....', '.....');
    dilate(grid, 1);
    expect(redrawn(grid)).toEqual(['.....', '..1..', '.111.', '..1..', '.....']);
  });

  it('never overwrites a neighbour', () => {
    const grid = drawn('......', '.1122.', '......');
    dilate(grid, 1);
    expect(redrawn(grid)).toEqual(['.1122.', '111222', '.1122.']);
  });

  it('changes nothing in no steps', () => {
    const grid = drawn('...', '.1.', '...');
    dilate(grid, 0);
    expect(redrawn(grid)).toEqual(['...', '.1.', '...']);
  });
});
