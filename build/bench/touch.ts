/**
 * How long a visitor waits after a touch, over all screens: to the next frame and to the new screen with its
 * answers; beside a page with one button that toggles a class, in the same Electron. The kiosk has stood until it is
 * warm, as in a hall; what a visitor meets at once after the start is a figure of its own.
 */

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Runtime } from '../electron/runtime.ts';
import { ROOT } from '../setup/places.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { emptyWindow, kioskInHall, onDisplay, type Screen, withScreen } from './screen/open.ts';
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
const SLOWEST = 20;
/** Through most doors once, by a visitor who stands there when the power comes back. */
const COLD_TOUCHES = 36;
const WARM_LIMIT_MS = 30_000;

type Told = Timed & { readonly what: string };

export async function benchTouch(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  return onDisplay(async (display) => {
    const plain = await withScreen(runtime, emptyWindow(BUTTON_PAGE), display, async ({ page, session }) => {
      const timed = await stopwatchOn(page, session);
      const all: Timed[] = [];
      for (let i = 0; i < PLAIN_TOUCHES; i++) all.push(await timed(BUTTON.x, BUTTON.y));
      return all;
    });
    const touched = (count: number, warm: boolean): Promise<readonly Told[]> =>
      withScreen(runtime, kioskInHall(), display, async (screen) => {
        if (warm) await untilWarm(screen.page);
        return touches(screen, count);
      });
    const told = await touched(TOUCHES[long ? 'long' : 'short'], true);
    for (const { what, frameMs, contentMs } of slowest(told))
      say(`  ${what}: ${Math.round(frameMs)} ms、内容まで ${Math.round(contentMs)} ms`);
    const cold = await touched(COLD_TOUCHES, false);
    return [...figures(told, plain, ''), ...figures(cold, plain, ', at once after the start').slice(-1)];
  });
}

/** A kiosk has stood for some seconds when a visitor comes: it has made ready what lies behind home. */
async function untilWarm(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('kiosk:warm').length > 0, undefined, {
    timeout: WARM_LIMIT_MS,
    polling: 200,
  });
}

async function touches({ page, session }: Screen, count: number): Promise<readonly Told[]> {
  const timed = await stopwatchOn(page, session);
  const all: Told[] = [];
  const visitor = visitorOf(page, SEED, async ({ x, y, what }) => {
    all.push({ ...(await timed(x, y)), what });
  });
  while (all.length < count) await visitor.visit();
  return all;
}

function slowest(told: readonly Told[]): readonly Told[] {
  return [...told].sort((a, b) => b.contentMs - a.contentMs).slice(0, SLOWEST);
}

/** @param when added to the names, where it is not the usual moment */
function figures(told: readonly Told[], plain: readonly Timed[], when: string): readonly Figure[] {
  const shared = { group: 'touch', unit: 'ms', yardstick: 'one button, a class toggled', aim: null };
  const row = (name: string, aimP95: number, of: (timed: Timed) => number): Figure =>
    figureOf({
      ...shared,
      name: `${name}${when}`,
      values: told.map(of),
      yardstickValues: plain.map(of),
      aimP95,
    });
  return [
    row('touch to pressed button', AIM_FRAME_MS, ({ pressedMs }) => pressedMs),
    row('touch to next frame, all screens', AIM_FRAME_MS, ({ frameMs }) => frameMs),
    row('touch to content, all screens', AIM_CONTENT_MS, ({ contentMs }) => contentMs),
  ];
}
