/**
 * The map of Japan under a finger: every frame of a drag, and the slowest frame of a zoom or of the end of a drag,
 * when it is painted anew; beside a bare Leaflet page with the same points and shapes in the same Electron.
 */
import type { Runtime } from '../electron/runtime.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { type Size, writeBarePage } from './map/bare.ts';
import { framesOf } from './screen/frames.ts';
import { emptyWindow, kioskInHall, onDisplay, type Screen, withScreen } from './screen/open.ts';

const DRAGS = { short: 3, long: 30 } as const;
const AIM_FRAME_MS = 20;
/** Longest wait for shapes, and for a zoom with everything it fetches. */
const SHAPES_MS = 3_000;
const ZOOM_MS = 900;
/** A finger that moves for a second, 60 times. */
const MOVES = 60;
const MOVE_MS = 1000 / 60;
/** How far it goes, CSS pixels. */
const WAY = 500;
/** Zooms in: all of Japan, a region, a prefecture. */
const ZOOMS = 2;

type Buttons = { readonly map: string; readonly nearer: string; readonly further: string };
type Measures = { readonly drag: readonly number[]; readonly redraws: readonly number[] };

const OURS: Buttons = {
  map: '.map-sea',
  nearer: '.map-zoom button:nth-child(1)',
  further: '.map-zoom button:nth-child(2)',
};
const BARE: Buttons = {
  map: '#map',
  nearer: '.leaflet-control-zoom-in',
  further: '.leaflet-control-zoom-out',
};

export async function benchMap(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const drags = DRAGS[long ? 'long' : 'short'];
  return onDisplay(async (display) => {
    let size: Size = { width: 0, height: 0 };
    const program = kioskInHall();
    const ours = await withScreen(runtime, program, display, async (screen) => {
      await screen.page.locator('.home-doors button').first().click();
      size = (await screen.page.locator(OURS.map).boundingBox()) ?? size;
      return measure(screen, OURS, drags);
    });
    say('  map: キオスクの地図を測りました');
    const { page, remove } = await writeBarePage(size);
    try {
      const bare = await withScreen(runtime, emptyWindow(page), display, (screen) =>
        measure(screen, BARE, drags),
      );
      return figures(ours, bare);
    } finally {
      remove();
    }
  });
}

async function measure(screen: Screen, buttons: Buttons, drags: number): Promise<Measures> {
  const { page } = screen;
  await page.waitForTimeout(SHAPES_MS);
  const during = await framesOf(page);
  const box = await page.locator(buttons.map).boundingBox();
  if (box === null) throw new Error('no map');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const drag: number[] = [];
  const redraws: number[] = [];
  const slowest = async (act: () => Promise<void>): Promise<void> => {
    redraws.push(Math.max(...(await during(act))));
  };
  const zoom = (button: string) => async (): Promise<void> => {
    await page.locator(button).click();
    await page.waitForTimeout(ZOOM_MS);
  };
  for (let step = 0; step <= ZOOMS; step++) {
    if (step > 0) await slowest(zoom(buttons.nearer));
    for (let i = 0; i < drags; i++) {
      const finger = fingerOn(screen, middle, (2 * Math.PI * i) / drags);
      await finger.down();
      drag.push(...(await during(finger.move)));
      await slowest(finger.up);
    }
  }
  for (let step = 0; step < ZOOMS; step++) await slowest(zoom(buttons.further));
  return { drag, redraws };
}

type Spot = { readonly x: number; readonly y: number };

/** A finger that goes out and comes back, and rests before it is lifted: no momentum. */
function fingerOn({ session, page }: Screen, from: Spot, direction: number) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...spots] });
  return {
    down: () => send('touchStart', [from]).then(() => undefined),
    move: async (): Promise<void> => {
      const sent: Promise<unknown>[] = [];
      const startMs = performance.now();
      for (let move = 1; move <= MOVES; move++) {
        const far = (WAY / 2) * Math.sin((Math.PI * move) / MOVES);
        sent.push(
          send('touchMove', [
            { x: from.x + Math.cos(direction) * far, y: from.y + Math.sin(direction) * far },
          ]),
        );
        // As a panel does: whether the page keeps up or not.
        await new Promise((resolve) => setTimeout(resolve, startMs + move * MOVE_MS - performance.now()));
      }
      await Promise.all(sent);
    },
    up: async (): Promise<void> => {
      await page.waitForTimeout(150);
      await send('touchEnd', []);
      await page.waitForTimeout(400);
    },
  };
}

function figures(ours: Measures, bare: Measures): readonly Figure[] {
  const shared = { group: 'map', unit: 'ms', yardstick: 'bare Leaflet, same points and shapes', aim: null };
  const worst = (values: readonly number[]): number => Math.round(Math.max(...values));
  return [
    figureOf({
      ...shared,
      name: 'frame of a drag, 1,741 points',
      values: ours.drag,
      yardstickValues: bare.drag,
      aimP95: AIM_FRAME_MS,
    }),
    figureOf({
      ...shared,
      name: `slowest frame of a redraw, worst ${worst(ours.redraws)} ms (bare ${worst(bare.redraws)} ms)`,
      values: ours.redraws,
      yardstickValues: bare.redraws,
    }),
  ];
}
