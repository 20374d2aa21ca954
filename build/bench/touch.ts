/**
 * How long a visitor waits after a touch, over all screens: to the next frame and to the new screen with its
 * answers; beside a page with one button that toggles a class, in the same Electron.
 */

import { join } from 'node:path';
import type { Runtime } from '../electron/runtime.ts';
import { ROOT } from '../setup/places.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { emptyWindow, kioskInHall, onDisplay, withScreen } from './screen/open.ts';
import { stopwatchOn, type Timed } from './screen/stopwatch.ts';
import { visitorOf } from './screen/visitor.ts';

const TOUCHES = { short: 220, long: 1_000 } as const;
const PLAIN_TOUCHES = 60;
const SEED = 7;
const AIM_FRAME_MS = 100;
const AIM_CONTENT_MS = 200;
const BUTTON_PAGE = join(ROOT, 'build', 'bench', 'empty', 'button.html');
/** Middle of the button of that page. */
const BUTTON = { x: 960, y: 540 };
/** Touches named to whoever looks for what to mend. */
const SLOWEST = 8;

type Told = Timed & { readonly what: string };

export async function benchTouch(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  return onDisplay(async (display) => {
    const plain = await withScreen(runtime, emptyWindow(BUTTON_PAGE), display, async ({ page, session }) => {
      const timed = await stopwatchOn(page, session);
      const all: Timed[] = [];
      for (let i = 0; i < PLAIN_TOUCHES; i++) all.push(await timed(BUTTON.x, BUTTON.y));
      return all;
    });
    const program = kioskInHall();
    const told = await withScreen(runtime, program, display, async ({ page, session }) => {
      const timed = await stopwatchOn(page, session);
      const all: Told[] = [];
      const visitor = visitorOf(page, SEED, async ({ x, y, what }) => {
        all.push({ ...(await timed(x, y)), what });
      });
      const wanted = TOUCHES[long ? 'long' : 'short'];
      while (all.length < wanted) await visitor.visit();
      return all;
    });
    for (const { what, frameMs, contentMs } of slowest(told))
      say(`  ${what}: ${Math.round(frameMs)} ms、内容まで ${Math.round(contentMs)} ms`);
    return figures(told, plain);
  });
}

function slowest(told: readonly Told[]): readonly Told[] {
  return [...told].sort((a, b) => b.contentMs - a.contentMs).slice(0, SLOWEST);
}

function figures(told: readonly Told[], plain: readonly Timed[]): readonly Figure[] {
  const shared = { group: 'touch', unit: 'ms', yardstick: 'one button, a class toggled', aim: null };
  return [
    figureOf({
      ...shared,
      name: 'touch to next frame, all screens',
      values: told.map(({ frameMs }) => frameMs),
      yardstickValues: plain.map(({ frameMs }) => frameMs),
      aimP95: AIM_FRAME_MS,
    }),
    figureOf({
      ...shared,
      name: 'touch to content, all screens',
      values: told.map(({ contentMs }) => contentMs),
      yardstickValues: plain.map(({ contentMs }) => contentMs),
      aimP95: AIM_CONTENT_MS,
    }),
  ];
}
