/** By touch, up to ten fingers at once. The fingers are given to Chromium where the panel's driver would. */
import type { CDPSession } from '@playwright/test';
import { randomOf } from '../../../content/author/synth/random.ts';
import { tryToEscape } from './attempts.ts';
import type { Scene } from './scene.ts';

type Point = { readonly x: number; readonly y: number };

/** Puts fingers down, moves them in `steps` and lifts them. `path` gives the place of finger i at time 0..1. */
async function gesture(
  scene: Scene,
  fingers: number,
  path: (finger: number, time: number) => Point,
  { steps = 12, holdMs = 0 }: { readonly steps?: number; readonly holdMs?: number } = {},
): Promise<void> {
  await withTouch(scene, async (send) => {
    const at = (time: number) => Array.from({ length: fingers }, (_, id) => ({ ...path(id, time), id }));
    await send('touchStart', at(0));
    if (holdMs > 0) await wait(holdMs);
    for (let step = 1; step <= steps; step++) await send('touchMove', at(step / steps));
    await send('touchEnd', []);
  });
}

type Send = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  touchPoints: { readonly x: number; readonly y: number; readonly id: number }[],
) => Promise<void>;

async function withTouch(scene: Scene, act: (send: Send) => Promise<void>): Promise<void> {
  await scene.started.fresh(async (page) => {
    const session: CDPSession = await page.context().newCDPSession(page);
    await act(async (type, touchPoints) => {
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    });
    await session.detach();
  });
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const between = (from: number, to: number, time: number): number => Math.round(from + (to - from) * time);
const line =
  (from: Point, to: Point, apart = 60) =>
  (finger: number, time: number): Point => ({
    x: between(from.x, to.x, time) + finger * apart,
    y: between(from.y, to.y, time),
  });

const SIZE = { x: 1919, y: 1079 };
const CENTRE = { x: 960, y: 540 };

tryToEscape('by touch', [
  {
    id: 'T01',
    what: 'two fingers apart (pinch out)',
    make: (scene) =>
      gesture(scene, 2, (finger, time) => ({
        x: CENTRE.x + (finger ? 1 : -1) * between(40, 600, time),
        y: CENTRE.y,
      })),
  },
  {
    id: 'T01b',
    what: 'two fingers together (pinch in)',
    make: (scene) =>
      gesture(scene, 2, (finger, time) => ({
        x: CENTRE.x + (finger ? 1 : -1) * between(600, 40, time),
        y: CENTRE.y,
      })),
  },
  {
    id: 'T02',
    what: 'one finger held for two seconds',
    make: (scene) => gesture(scene, 1, () => CENTRE, { holdMs: 2_000, steps: 1 }),
  },
  {
    id: 'T03',
    what: 'swipe from the left edge',
    make: (scene) => gesture(scene, 1, line({ x: 0, y: 540 }, { x: 1200, y: 540 })),
  },
  {
    id: 'T04',
    what: 'swipe from the right edge',
    make: (scene) => gesture(scene, 1, line({ x: SIZE.x, y: 540 }, { x: 700, y: 540 })),
  },
  {
    id: 'T05',
    what: 'swipe from the top edge',
    make: (scene) => gesture(scene, 1, line({ x: 960, y: 0 }, { x: 960, y: 900 })),
  },
  {
    id: 'T06',
    what: 'swipe from the bottom edge',
    make: (scene) => gesture(scene, 1, line({ x: 960, y: SIZE.y }, { x: 960, y: 200 })),
  },
  {
    id: 'T07',
    what: 'three fingers swiped',
    make: (scene) => gesture(scene, 3, line({ x: 600, y: 800 }, { x: 1100, y: 200 })),
  },
  {
    id: 'T07b',
    what: 'four fingers swiped up',
    make: (scene) => gesture(scene, 4, line({ x: 700, y: 1000 }, { x: 700, y: 100 })),
  },
  {
    id: 'T08',
    what: 'ten fingers swiped down',
    make: (scene) => gesture(scene, 10, line({ x: 400, y: 100 }, { x: 400, y: 1000 }, 100)),
  },
  {
    id: 'T08b',
    what: 'five fingers pinched',
    make: (scene) =>
      gesture(scene, 5, (finger, time) => {
        const turn = (finger / 5) * 2 * Math.PI;
        const far = between(400, 20, time);
        return {
          x: Math.round(CENTRE.x + Math.cos(turn) * far),
          y: Math.round(CENTRE.y + Math.sin(turn) * far),
        };
      }),
  },
  {
    id: 'T09',
    what: 'double taps',
    make: async (scene) => {
      for (let tap = 0; tap < 6; tap++) await gesture(scene, 1, () => ({ x: 960, y: 30 }), { steps: 0 });
    },
  },
  {
    id: 'T10',
    what: 'three hundred random touches of ten fingers',
    make: (scene) =>
      withTouch(scene, async (send) => {
        const roll = randomOf(20_161_113);
        const anywhere = () =>
          Array.from({ length: 1 + Math.floor(roll() * 10) }, (_, id) => ({
            x: Math.floor(roll() * SIZE.x),
            y: Math.floor(roll() * SIZE.y),
            id,
          }));
        for (let touch = 0; touch < 300; touch++) {
          const points = anywhere();
          await send('touchStart', points);
          if (roll() < 0.5)
            await send(
              'touchMove',
              points.map((one) => ({ ...one, x: Math.floor(roll() * SIZE.x) })),
            );
          await send('touchEnd', []);
        }
      }),
  },
  {
    id: 'T11',
    what: 'one finger left on the panel while others tap (a wet panel)',
    make: (scene) =>
      withTouch(scene, async (send) => {
        const stuck = { x: 1800, y: 40, id: 9 };
        for (let tap = 0; tap < 40; tap++) {
          await send('touchStart', [stuck, { x: 200 + tap * 40, y: 300, id: 0 }]);
          await send('touchMove', [stuck, { x: 205 + tap * 40, y: 300, id: 0 }]);
          await send('touchMove', [stuck]);
        }
        await send('touchEnd', []);
      }),
  },
  {
    id: 'T12',
    what: 'a picture held and dragged to the edge',
    make: (scene) => gesture(scene, 1, line({ x: 500, y: 500 }, { x: 1919, y: 1079 }), { holdMs: 800 }),
  },
  {
    id: 'T14',
    what: 'a circle drawn with two fingers (turning)',
    make: (scene) =>
      gesture(scene, 2, (finger, time) => {
        const turn = time * Math.PI + (finger ? Math.PI : 0);
        return {
          x: Math.round(CENTRE.x + Math.cos(turn) * 300),
          y: Math.round(CENTRE.y + Math.sin(turn) * 300),
        };
      }),
  },
]);
