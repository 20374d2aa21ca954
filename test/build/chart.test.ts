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

  it('tells what happened on the way, side by side where it happened close together', () => {
    const mark = (at: number, en: string) => ({ at, name: ['何か', en] }) as const;
    const curve = { name: ['線', 'line'], points: [[0, 1] as const, [100, 2] as const] } as const;
    const svg = drawChart({
      title: ['題', 'title'],
      note: ['10人、2026-01-01時点', '10 visits'],
      across: ['横', 'across'],
      marks: [mark(1, 'a'), mark(2, 'b'), mark(90, 'c')],
      panels: [{ title: ['縦', 'up'], unit: '', curves: [curve] }],
    });
    expect(svg).toContain('>10 visits<');
    expect(svg).toContain('>何か a、何か b<');
    expect(svg).toContain('>何か c<');
    expect(svg.match(/stroke-dasharray="2 4"/g)).toHaveLength(3);
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
