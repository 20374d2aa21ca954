import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedArea } from '../../../../build/geo/shapes/rings.ts';
import { smooth } from '../../../../build/geo/shapes/smooth.ts';
import { traceArcs } from '../../../../build/geo/shapes/trace.ts';
import { anyGrid, drawn } from '../grids.ts';

const ROUNDS = 8;

describe('smooth', () => {
  it('leaves both ends of a border where they are, for any grid', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        for (const { corners, free } of traceArcs(grid)) {
          const smoothed = smooth(corners, ROUNDS, free);
          expect(smoothed).toHaveLength(corners.length);
          if (free) expect(smoothed.at(-1)).toEqual(smoothed[0]);
          else expect([smoothed[0], smoothed.at(-1)]).toEqual([corners[0], corners.at(-1)]);
        }
      }),
    );
  });

  it('never leaves the box around the border', () => {
    fc.assert(
      fc.property(anyGrid, ({ width, height, labels }) => {
        for (const { corners, free } of traceArcs({ width, height, labels })) {
          for (const [x, y] of smooth(corners, ROUNDS, free)) {
            expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps a straight border straight and in place', () => {
    const straight = [0, 1, 2, 3, 4].map((x) => [x, 2] as const);
    expect(smooth(straight, ROUNDS, false)).toEqual(straight);
  });

  it('turns a staircase into a line that stays within half a step of the diagonal', () => {
    const stairs = Array.from(
      { length: 41 },
      (_, step) => [Math.ceil(step / 2), Math.floor(step / 2)] as const,
    );
    for (const [x, y] of smooth(stairs, ROUNDS, false))
      expect(Math.abs(x - y - 0.5)).toBeLessThanOrEqual(0.5);
    const [x = 0, y = 0] = smooth(stairs, ROUNDS, false)[20] ?? [];
    expect(x - y).toBeCloseTo(0.5, 2);
  });

  it('rounds the corners of a free loop and loses little of a large one', () => {
    const row = '.'.padEnd(21, '1').padEnd(22, '.');
    const empty = ''.padEnd(22, '.');
    const [loop] = traceArcs(drawn(empty, ...Array.from({ length: 20 }, () => row), empty));
    const area = Math.abs(signedArea(smooth(loop?.corners ?? [], ROUNDS, true)));
    expect(area).toBeGreaterThan(400 * 0.97);
    expect(area).toBeLessThan(400);
  });

  it('does nothing in no rounds', () => {
    expect(
      smooth(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        0,
        false,
      ),
    ).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });
});
