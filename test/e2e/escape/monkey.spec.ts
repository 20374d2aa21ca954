/**
 * A child plays with the kiosk: random touches, swipes and keys, the same for the same seed, with visits that end in
 * between. Nothing fails, no screen is a dead end, there is no way out, and nothing piles up in memory. 300 touches;
 * 5,000 with RENKEI_LONG=1. RENKEI_SEED takes other ones, RENKEI_TOUCHES more or fewer.
 */
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { median } from '../../../build/bench/figures.ts';
import { type Dice, diceOf } from '../../../content/author/synth/random.ts';
import type { Spot } from '../touch.ts';
import { missingTools, openScene } from './scene.ts';

const LONG = process.env['RENKEI_LONG'] === '1';
const SEED = Number(process.env['RENKEI_SEED'] ?? 20_161_113);
const TOUCHES = Number(process.env['RENKEI_TOUCHES'] ?? (LONG ? 5_000 : 300));
/** Touches of one visit. */
const VISIT = LONG ? 200 : 75;
/** Seconds without a touch until the kiosk asks, and until it rests. */
const IDLE = '2,1';
const SCREEN = { width: 1920, height: 1080 };
/** Nobody looks at a screen without a button for longer; a page may take this long to stand. */
const STANDS_MS = 3_000;

const KEYS = [
  'Tab',
  'Tab',
  'Tab',
  'Enter',
  'Enter',
  'Space',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
]
  .concat([
    'Escape',
    'Backspace',
    'Delete',
    'Home',
    'End',
    'PageDown',
    'F5',
    'a',
    'k',
    'か',
    '港',
    '%',
    "'",
    '"',
  ])
  .concat(['Shift+Tab', 'Control+a', 'Control+r', 'Control+w', 'Alt+ArrowLeft', 'Control+Equal']);

/** How much stands in the page's memory while the kiosk rests. */
type Load = { readonly heap: number; readonly nodes: number; readonly listeners: number };

test.skip(missingTools() !== null, missingTools() ?? '');

test(`${TOUCHES} random touches find no error, no dead end, no way out and no leak`, async () => {
  test.setTimeout(LONG ? 3_600_000 : 240_000);
  const scene = await openScene({
    args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20', '--idle', IDLE],
  });
  const { page, kiosk, complaints } = scene.started;
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const monkey = monkeyOf(page, session);
    const loads: Load[] = [];
    let spots: readonly Spot[] = await page.evaluate(touchable);
    for (let touch = 1; touch <= TOUCHES; touch++) {
      const done = await monkey(touch, spots);
      spots = await wayOn(page, `touch ${touch} of seed ${SEED}: ${done}`);
      expect(complaints, `touch ${touch} of seed ${SEED}: ${done}`).toEqual([]);
      if (touch % VISIT !== 0) continue;
      await untilForgotten(page);
      const load = await loadOf(session);
      loads.push(load);
      // A long run that is cut short has said how far it came.
      if (LONG) process.stdout.write(`${touch} touches of seed ${SEED}: ${JSON.stringify(load)}\n`);
    }
    expect(
      kiosk
        .output()
        .split('\n')
        .filter((line) => line.includes('"level":"error"')),
    ).toEqual([]);
    expectFlat(loads);
    await scene.expectUnharmed();
  } catch (error) {
    process.stderr.write(`${kiosk.output()}\n`);
    throw error;
  } finally {
    await scene.stop();
  }
});

/** @returns does the thing of that number and tells it */
function monkeyOf(
  page: Page,
  session: CDPSession,
): (touch: number, spots: readonly Spot[]) => Promise<string> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map((spot, id) => ({ ...spot, id })),
    });
  const tap = async (...spots: readonly Spot[]): Promise<string> => {
    await send('touchStart', spots);
    await send('touchEnd', []);
    return `tap ${JSON.stringify(spots)}`;
  };
  const anywhere = (dice: Dice): Spot => ({
    x: dice.within(0, SCREEN.width - 1),
    y: dice.within(0, SCREEN.height - 1),
  });
  const swipe = async (from: Spot, to: Spot): Promise<string> => {
    await send('touchStart', [from]);
    for (const share of [0.25, 0.5, 0.75, 1])
      await send('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    await send('touchEnd', []);
    return `swipe ${JSON.stringify([from, to])}`;
  };
  return async (touch, spots) => {
    const dice = diceOf(SEED, `touch ${touch}`);
    const what = dice.within(1, 100);
    if (what <= 60 && spots.length > 0) return tap(dice.one(spots));
    if (what <= 80) return tap(anywhere(dice));
    if (what <= 87) return swipe(anywhere(dice), anywhere(dice));
    if (what <= 91) return tap(anywhere(dice), anywhere(dice));
    const key = dice.one(KEYS);
    // What a keyboard of another country would give.
    if (key.length === 1 && key > '~') await page.keyboard.insertText(key);
    else await page.keyboard.press(key);
    return `key ${key}`;
  };
}

/** Runs in the page: the middles of all buttons and fields that a finger would meet. @throws where one is refused */
function touchable(): Spot[] {
  if (document.querySelector('.refusal, .fault') !== null) throw new Error('the kiosk refuses');
  return [...document.querySelectorAll<HTMLElement>('button, input')].flatMap((target) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    const hit = document.elementFromPoint(x, y);
    const met = hit !== null && target.contains(hit) && !target.matches(':disabled, [aria-disabled="true"]');
    return met ? [{ x, y }] : [];
  });
}

/** Something can be touched, and nothing was refused. @returns what can be touched */
async function wayOn(page: Page, after: string): Promise<readonly Spot[]> {
  let spots: readonly Spot[] = await page.evaluate(touchable);
  const look = async (): Promise<number> => {
    spots = await page.evaluate(touchable);
    return spots.length;
  };
  if (spots.length === 0)
    await expect.poll(look, { timeout: STANDS_MS, message: `a dead end after ${after}` }).toBeGreaterThan(0);
  return spots;
}

/** The visit has ended and the next one finds the kiosk as if nobody had been there. */
async function untilForgotten(page: Page): Promise<void> {
  await expect(page.locator('.rest')).toBeVisible({ timeout: 15_000 });
  const html = page.locator('html');
  for (const [name, value] of [
    ['lang', 'ja'],
    ['data-text', '100'],
    ['data-contrast', 'normal'],
    ['data-reach', 'false'],
    ['data-ruby', 'false'],
  ] as const)
    await expect(html).toHaveAttribute(name, value);
}

async function loadOf(session: CDPSession): Promise<Load> {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/**
 * What may come with the pages and answers that happen to be kept. React holds the page before until something else
 * is drawn in its place: one page, and the largest has some 3,000 nodes.
 */
const BREATH: Load = { heap: 6_000_000, nodes: 3_500, listeners: 150 };
/** The shapes of the map and the readings of all names are loaded when they are first needed, and stay. */
const MOST_HEAP = 45_000_000;

/** Nothing piles up: once everything has been loaded for the first time, a visit leaves nothing behind. */
function expectFlat(loads: readonly Load[]): void {
  const third = Math.floor(loads.length / 3);
  for (const name of ['heap', 'nodes', 'listeners'] as const) {
    const values = loads.map((load) => load[name]);
    const told = `${name} while the kiosk rests: ${values.join(' ')}`;
    if (LONG) process.stdout.write(`${told}\n`);
    if (name === 'heap') expect(Math.max(...values), told).toBeLessThan(MOST_HEAP);
    // In a short run the map may be opened for the first time at its end.
    if (name === 'heap' && !LONG) continue;
    const before = median(values.slice(third, 2 * third));
    expect(median(values.slice(-third)), told).toBeLessThanOrEqual(before + BREATH[name]);
  }
}
