/** What can be told of the shapes without a canvas: codes, outlines, and the cutting of rings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { cutRing, shapesOf } from '../../../renderer/map/land.ts';
import { outlinesOf } from '../../../renderer/map/outlines.ts';
import { type Box, boxOf, toPlane } from '../../../renderer/map/plane.ts';
import { ROOT } from '../../helpers/places.ts';

function read(name: string): Topology {
  return JSON.parse(readFileSync(join(ROOT, 'renderer/map/shapes', name), 'utf8')) as Topology;
}

describe('shapesOf', () => {
  it('names the 47 prefectures of the overview by their numbers', () => {
    const codes = shapesOf(read('prefectures-1200.topojson'), 'prefectures').map(([code]) => code);
    expect([...codes].sort()).toEqual(Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0')));
  });
});

describe('outlinesOf', () => {
  const outlines = outlinesOf(read('prefectures-1200.topojson'), 'prefectures');

  it('draws every prefecture with closed rings and whole numbers only', () => {
    expect(outlines).toHaveLength(47);
    for (const { d } of outlines) expect(d).toMatch(/^(M-?\d+ -?\d+(L-?\d+ -?\d+)*Z)+$/);
  });

  it('is small enough to stand in a page', () => {
    expect(outlines.reduce((sum, { d }) => sum + d.length, 0)).toBeLessThan(120_000);
  });

  it('puts Okinawa south-west of Hokkaido', () => {
    const first = (id: string) =>
      (/M(-?\d+) (-?\d+)/.exec(outlines.find((o) => o.id === id)?.d ?? '') ?? []).slice(1);
    const [okinawa, hokkaido] = [first('47').map(Number), first('01').map(Number)];
    expect((okinawa[0] ?? 0) < (hokkaido[0] ?? 0) && (okinawa[1] ?? 0) > (hokkaido[1] ?? 0)).toBe(true);
  });
});

describe('cutRing', () => {
  const BOX: Box = { left: 0, top: 0, right: 10, bottom: 10 };

  it('leaves a ring inside as it is', () => {
    const ring = [
      { x: 1, y: 1 },
      { x: 5, y: 1 },
      { x: 3, y: 6 },
    ];
    expect(cutRing(ring, BOX)).toEqual(ring);
  });

  it('gives nothing for a ring outside', () => {
    expect(
      cutRing(
        [
          { x: 20, y: 1 },
          { x: 25, y: 1 },
          { x: 22, y: 6 },
        ],
        BOX,
      ),
    ).toEqual([]);
  });

  it('fills the box where the ring lies around it', () => {
    const around = [
      { x: -50, y: -50 },
      { x: 50, y: -50 },
      { x: 50, y: 50 },
      { x: -50, y: 50 },
    ];
    expect(new Set(cutRing(around, BOX).map(({ x, y }) => `${x} ${y}`))).toEqual(
      new Set(['0 0', '10 0', '10 10', '0 10']),
    );
  });

  it('never leaves the box', () => {
    const spot = fc.record({ x: fc.integer({ min: -30, max: 30 }), y: fc.integer({ min: -30, max: 30 }) });
    fc.assert(
      fc.property(fc.array(spot, { minLength: 3, maxLength: 12 }), (ring) => {
        for (const { x, y } of cutRing(ring, BOX)) {
          expect(x >= -1e-9 && x <= 10 + 1e-9 && y >= -1e-9 && y <= 10 + 1e-9).toBe(true);
        }
      }),
    );
  });

  it('keeps Korea and drops Iran when the neighbours are cut to what is seen', () => {
    const korea = toPlane(36.5, 127.9);
    const iran = toPlane(32, 54);
    const seen = boxOf([105, 12, 170, 58]);
    const inside = ({ x, y }: typeof korea) =>
      x >= seen.left && x <= seen.right && y >= seen.top && y <= seen.bottom;
    expect([inside(korea), inside(iran)]).toEqual([true, false]);
  });
});
