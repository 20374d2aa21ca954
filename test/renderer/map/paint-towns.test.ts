/** Every town is a point on the map's ground: painted with a real canvas, looked at by its pixels. */
import { createCanvas, Path2D } from '@napi-rs/canvas';
import { describe, expect, it, vi } from 'vitest';
import { type Brush, frameOf, type View } from '../../../renderer/map/frame.ts';
import { isNear, paintTowns, type TownSpot } from '../../../renderer/map/paint-towns.ts';
import { ORIGIN, PLANE_ZOOM } from '../../../renderer/map/plane.ts';
import { PLAIN } from '../../../renderer/map/theme.ts';
import { TOWN_ZOOM } from '../../../renderer/map/view.ts';

vi.stubGlobal('Path2D', Path2D);

const SIDE = 200;

/** The origin of the plane lies in the middle of the picture. */
function painted(zoom: number, towns: readonly TownSpot[], prefecture: string | null) {
  const canvas = createCanvas(SIDE, SIDE);
  const ctx = canvas.getContext('2d');
  const world = 2 ** (zoom - PLANE_ZOOM);
  const view: View = {
    origin: { x: ORIGIN.x * world - SIDE / 2, y: ORIGIN.y * world - SIDE / 2 },
    zoom,
    size: { x: SIDE, y: SIDE },
    density: 1,
    moving: false,
  };
  const frame = frameOf(ctx as unknown as Brush, view);
  paintTowns(frame, towns, PLAIN, prefecture);
  const colourAt = (x: number, y: number) => [...ctx.getImageData(x, y, 1, 1).data.slice(0, 4)];
  const anything = () => ctx.getImageData(0, 0, SIDE, SIDE).data.some((value) => value > 0);
  return { frame, colourAt, anything };
}

const MIDDLE: TownSpot = { code: '131016', spot: { x: 0, y: 0 } };
const FAR: TownSpot = { code: '473821', spot: { x: 100_000, y: 0 } };
const AFAR = TOWN_ZOOM - 2;

describe('paintTowns', () => {
  it('paints a town where it is, and nothing of one that nobody sees', () => {
    const { colourAt, anything } = painted(AFAR, [MIDDLE], null);
    expect(colourAt(SIDE / 2, SIDE / 2)[3]).toBeGreaterThan(0);
    expect(colourAt(SIDE / 2 + 20, SIDE / 2)[3]).toBe(0);
    expect(anything()).toBe(true);
    expect(painted(AFAR, [FAR], null).anything()).toBe(false);
  });

  it('makes points to touch of specks from near, and of the chosen prefecture from anywhere', () => {
    const reach = (zoom: number, prefecture: string | null): number => {
      const { colourAt } = painted(zoom, [MIDDLE], prefecture);
      let x = SIDE / 2;
      while (x < SIDE && (colourAt(x, SIDE / 2)[3] ?? 0) > 0) x += 1;
      return x - SIDE / 2;
    };
    expect(reach(TOWN_ZOOM, null)).toBeGreaterThan(reach(AFAR, null));
    expect(reach(AFAR, '13')).toBe(reach(TOWN_ZOOM, null));
    expect(reach(AFAR, '47')).toBe(reach(AFAR, null));
  });
});

describe('isNear', () => {
  it('is about the zoom, or about the prefecture that was chosen', () => {
    const { frame } = painted(AFAR, [], null);
    expect([isNear(frame, null, MIDDLE), isNear(frame, '13', MIDDLE), isNear(frame, '13', FAR)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
