import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../build/chart.ts';

const chartOf = (points: readonly (readonly [number, number])[], logarithmic: boolean): string =>
  drawChart({
    title: ['題', 'title'],
    across: ['横', 'across'],
    logarithmic,
    panels: [{ title: ['縦', 'up'], unit: 'ms', curves: [{ name: ['線', 'line'], points }] }],
  });

describe('drawChart', () => {
  it('begins the upright axis at nothing, so that a small change looks small', () => {
    const [, from, to] =
      /<path d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/.exec(
        chartOf(
          [
            [0, 100],
            [1, 102],
          ],
          false,
        ),
      ) ?? [];
    expect(Math.abs(Number(from) - Number(to))).toBeLessThan(5);
  });

  it('makes signs of markup harmless', () => {
    const svg = drawChart({ title: ['<a & b>', ''], across: ['', ''], panels: [] });
    expect(svg).toContain('&lt;a &amp; b>');
  });

  it('draws any numbers without a hole', () => {
    const value = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (points, log) => {
          expect(chartOf(points, log)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
