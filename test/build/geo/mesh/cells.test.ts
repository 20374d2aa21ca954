import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  cellOfMeshCode,
  cellOfPoint,
  centreOfCell,
  ROWS,
} from '../../../../build/geo/mesh/cells.ts';

describe('cellOfMeshCode', () => {
  it('finds the cell of Tokyo Station', () => {
    expect(cellOfMeshCode('53394611')).toBe(cellOfPoint(35.6812, 139.7671));
  });

  it('refuses what is no third-order code', () => {
    for (const code of ['', '5339461', '533946110', '53398011', '5339A611']) {
      expect(() => cellOfMeshCode(code)).toThrow(RangeError);
    }
  });

  it('refuses a cell outside Japan', () => {
    expect(() => cellOfMeshCode('00000000')).toThrow('outside Japan');
  });
});

describe('centreOfCell', () => {
  it('lies in its own cell, for any cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: COLUMNS * ROWS - 1 }), (cell) => {
        const { lat, lon } = centreOfCell(cell);
        expect(cellOfPoint(lat, lon)).toBe(cell);
      }),
    );
  });
});
