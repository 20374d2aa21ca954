import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels, type Rect } from '../../../renderer/map/labels.ts';

const SCREEN: Rect = { left: 0, top: 0, right: 1000, bottom: 800 };

const wish = (key: string, x: number, y: number, rank = 0, gap = 10): LabelWish => ({
  key,
  x,
  y,
  width: 100,
  height: 24,
  gap,
  rank,
});

const overlap = (a: Rect, b: Rect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('placeLabels', () => {
  it('puts a name to the right of its point', () => {
    expect(placeLabels([wish('a', 500, 400)], [], SCREEN)).toEqual([
      { key: 'a', box: { left: 510, right: 610, top: 388, bottom: 412 } },
    ]);
  });

  it('puts it to the left where the right edge is near', () => {
    const [placed] = placeLabels([wish('a', 950, 400)], [], SCREEN);
    expect(placed?.box.right).toBe(940);
  });

  it('centres a name without a gap', () => {
    const [placed] = placeLabels([wish('a', 500, 400, 0, 0)], [], SCREEN);
    expect(placed?.box).toEqual({ left: 450, right: 550, top: 388, bottom: 412 });
  });

  it('lets the more important name choose first', () => {
    const placed = placeLabels([wish('low', 500, 400, 1, 0), wish('high', 505, 400, 2, 0)], [], SCREEN);
    expect(placed.map(({ key }) => key)).toEqual(['high']);
  });

  it('covers no button, no other name, and stays on the screen', () => {
    const button: Rect = { left: 300, top: 300, right: 700, bottom: 500 };
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 800 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(points, (places) => {
        const placed = placeLabels(
          places.map(([x, y], i) => wish(`w${i}`, x, y, i % 3)),
          [button],
          SCREEN,
        );
        placed.forEach(({ box }, i) => {
          expect(overlap(box, button)).toBe(false);
          expect(box.left >= 0 && box.right <= 1000 && box.top >= 0 && box.bottom <= 800).toBe(true);
          for (const other of placed.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });
});
