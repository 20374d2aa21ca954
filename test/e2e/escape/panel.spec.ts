/** By a real ten-finger panel on a real X server, and by what may happen to that display. */
import { expect, test } from '@playwright/test';
import { randomOf } from '../../../content/author/synth/random.ts';
import { missingPanel, type Panel, type Point, startPanel } from './panel.ts';
import { missingTools, openScene, type Scene } from './scene.ts';

const missing = missingTools() ?? missingPanel();
test.skip(missing !== null, missing ?? '');
test.describe.configure({ timeout: 60_000 });

let panel: Panel;
let scene: Scene;
test.beforeAll(async () => {
  panel = await startPanel();
  scene = await openScene({ display: panel.display });
});
test.afterAll(async () => {
  await scene?.stop();
  panel?.stop();
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Fingers that go from one line of places to another. `path` gives the place of finger i at time 0..1. */
async function gesture(
  fingers: number,
  path: (finger: number, time: number) => Point,
  { steps = 8, holdMs = 0 }: { readonly steps?: number; readonly holdMs?: number } = {},
): Promise<void> {
  const at = (time: number): readonly Point[] =>
    Array.from({ length: fingers }, (_, finger) => path(finger, time));
  await panel.down(at(0));
  await wait(holdMs);
  for (let step = 1; step <= steps; step++) await panel.move(at(step / steps));
  await panel.up(at(1));
}

const line =
  (from: Point, to: Point, apart = 0) =>
  (finger: number, time: number): Point => ({
    x: from.x + (to.x - from.x) * time + finger * apart,
    y: from.y + (to.y - from.y) * time,
  });

const circle =
  (fingers: number, from: number, to: number) =>
  (finger: number, time: number): Point => {
    const turn = (finger / fingers) * 2 * Math.PI;
    const far = from + (to - from) * time;
    return { x: 960 + Math.cos(turn) * far, y: 540 + Math.sin(turn) * far };
  };

const CENTRE = { x: 960, y: 300 };

test('ten fingers do arrive, as one touch of ten', async () => {
  const { page } = scene.started;
  await page.evaluate(() => {
    addEventListener(
      'touchstart',
      ({ touches }) => document.body.setAttribute('data-most', String(touches.length)),
      true,
    );
  });
  await gesture(10, line({ x: 400, y: 200 }, { x: 400, y: 200 }, 100));
  await expect.poll(() => page.evaluate(() => document.body.dataset['most'])).toBe('10');
  await scene.expectUnharmed();
});

const GESTURES: readonly (readonly [id: string, what: string, make: () => Promise<void>])[] = [
  [
    'X01',
    'two fingers apart and together',
    async () => {
      await gesture(2, circle(2, 40, 500));
      await gesture(2, circle(2, 500, 40));
    },
  ],
  ['X02', 'one finger held for two seconds', () => gesture(1, () => CENTRE, { holdMs: 2_000 })],
  ['X03', 'a swipe from the left edge', () => gesture(1, line({ x: 0, y: 540 }, { x: 1200, y: 540 }))],
  ['X04', 'a swipe from the right edge', () => gesture(1, line({ x: 1919, y: 540 }, { x: 700, y: 540 }))],
  ['X05', 'a swipe from the top edge', () => gesture(1, line({ x: 960, y: 0 }, { x: 960, y: 900 }))],
  ['X06', 'a swipe from the bottom edge', () => gesture(1, line({ x: 960, y: 1079 }, { x: 960, y: 200 }))],
  ['X07', 'three fingers swiped', () => gesture(3, line({ x: 600, y: 800 }, { x: 900, y: 200 }, 60))],
  ['X08', 'ten fingers swiped down', () => gesture(10, line({ x: 400, y: 100 }, { x: 400, y: 1000 }, 100))],
  ['X08b', 'five fingers pinched', () => gesture(5, circle(5, 400, 20))],
  [
    'X09',
    'double taps',
    async () => {
      for (let tap = 0; tap < 6; tap++) await gesture(1, () => ({ x: 960, y: 30 }), { steps: 0 });
    },
  ],
  [
    'X10',
    'a hundred and fifty random touches of ten fingers',
    async () => {
      const roll = randomOf(20_161_113);
      const anywhere = (): Point => ({ x: roll() * 1919, y: roll() * 1079 });
      for (let touch = 0; touch < 150; touch++) {
        const fingers = Array.from({ length: 1 + Math.floor(roll() * 10) }, anywhere);
        await panel.down(fingers);
        await panel.move(fingers.map(anywhere));
        await panel.up(fingers);
      }
    },
  ],
  [
    'X11',
    'one finger left on the panel while others tap (a wet panel)',
    async () => {
      const stuck = { x: 1800, y: 40 };
      await panel.down([stuck]);
      for (let tap = 0; tap < 30; tap++) {
        const other = { x: 200 + tap * 40, y: 300 };
        await panel.down([other], 1);
        await panel.move([stuck]);
        await panel.up([other], 1);
      }
      await panel.up([stuck]);
    },
  ],
];

for (const [id, what, make] of GESTURES) {
  test(`${id} ${what}`, async () => {
    await make();
    await scene.expectUnharmed();
  });
}

/** The page is as large as the display now is; one row may lie below the edge (main/window.ts). */
async function expectFilled(width: number, height: number): Promise<void> {
  const sizes = (): Promise<readonly number[]> =>
    scene.started.fresh((page) => page.evaluate(() => [innerWidth, innerHeight]));
  await expect
    .poll(async () => (await sizes()).join('x'), { timeout: 5_000 })
    .toMatch(new RegExp(`^${width}x(${height}|${height + 1})$`));
}

test('O07a a display that gets smaller and large again is filled within five seconds', async () => {
  scene.x('xrandr', '--output', 'DUMMY0', '--mode', '1280x720');
  await expectFilled(1280, 720);
  scene.x('xrandr', '--output', 'DUMMY0', '--mode', '1920x1080');
  await expectFilled(1920, 1080);
  await scene.expectUnharmed();
});

test('O07b a display that is turned and turned back is filled within five seconds', async () => {
  scene.x('xrandr', '--output', 'DUMMY0', '--mode', '1080x1920');
  await expectFilled(1080, 1920);
  scene.x('xrandr', '--output', 'DUMMY0', '--mode', '1920x1080');
  await expectFilled(1920, 1080);
  await scene.expectUnharmed();
});

test('O07c a display that is switched off and on again shows the kiosk', async () => {
  scene.x('xrandr', '--output', 'DUMMY0', '--off');
  await wait(1_500);
  scene.x('xrandr', '--output', 'DUMMY0', '--mode', '1920x1080', '--primary');
  await expectFilled(1920, 1080);
  await scene.expectUnharmed();
});

test('O07d a panel that is unplugged under a finger and plugged in again is a panel as before', async () => {
  const { page } = scene.started;
  await page.evaluate(() => {
    const touches: string[] = [];
    for (const name of ['touchstart', 'touchend', 'touchcancel'])
      addEventListener(name, (it) => touches.push(`${name} ${(it as TouchEvent).touches.length}`), true);
    Object.assign(globalThis, { touches });
  });
  const touches = (): Promise<readonly string[]> => page.evaluate(() => Reflect.get(globalThis, 'touches'));
  await panel.down([CENTRE]);
  await panel.replug();
  const before = (await touches()).length;
  await panel.down([CENTRE]);
  await panel.up([CENTRE]);
  await expect
    .poll(async () => (await touches()).slice(before), { timeout: 5_000 })
    .toEqual(['touchstart 1', 'touchend 0']);
  await scene.expectUnharmed();
});
