/**
 * Memory of all processes of the kiosk: at rest after its start, and after many visits with the reset that ends each;
 * beside an empty window of the same Electron.
 */
import { memoryOf } from '../electron/processes.ts';
import type { Runtime } from '../electron/runtime.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { emptyWindow, kioskInHall, onDisplay, type Screen, withScreen } from './screen/open.ts';
import { visitorOf } from './screen/visitor.ts';

const VISITS = { short: 6, long: 200 } as const;
const SEED = 11;
/** Until everything that is loaded behind home is there. */
const SETTLED_MS = 6_000;
/** Looks, a second apart: memory breathes. */
const LOOKS = 3;
const IDLE = { idleMs: 2_000, askMs: 1_000 };

export async function benchMemory(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') {
    say('  memory: Linuxでだけ測れます');
    return [];
  }
  const visits = VISITS[long ? 'long' : 'short'];
  return onDisplay(async (display) => {
    const empty = await withScreen(runtime, emptyWindow(), display, looks);
    const idle = `${IDLE.idleMs / 1000},${IDLE.askMs / 1000}`;
    const program = kioskInHall('--idle', idle);
    const kiosk = await withScreen(runtime, program, display, async (screen) => {
      const rest = await looks(screen);
      await visitAll(screen, visits);
      return { rest, after: await looks(screen) };
    });
    return [
      figure(`memory at rest (${empty.by} of all processes)`, kiosk.rest, empty),
      figure(`memory after ${visits} visits`, kiosk.after, empty),
    ];
  });
}

type Looks = { readonly megabytes: readonly number[]; readonly by: string };

async function looks({ kiosk, page }: Screen): Promise<Looks> {
  await page.waitForTimeout(SETTLED_MS);
  const megabytes: number[] = [];
  let by = '';
  for (let i = 0; i < LOOKS; i++) {
    const memory = memoryOf(kiosk.pid);
    megabytes.push(memory.bytes / 1024 ** 2);
    by = memory.by;
    await page.waitForTimeout(1_000);
  }
  return { megabytes, by };
}

/** Each visit begins on the resting screen and ends there, with everything forgotten. */
async function visitAll({ page, session }: Screen, visits: number): Promise<void> {
  const tap = async (spot: { readonly x: number; readonly y: number }): Promise<void> => {
    const { x, y } = spot;
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const visitor = visitorOf(page, SEED, tap);
  for (let visit = 0; visit < visits; visit++) {
    await page.locator('.rest').waitFor();
    await tap({ x: 960, y: 300 });
    const home = page.locator('nav.frame-ways button').first();
    await home.or(page.locator('.home-doors')).first().waitFor();
    if (await home.isVisible()) await home.click();
    await visitor.visit();
  }
  await page.locator('.rest').waitFor();
}

function figure(name: string, values: Looks, yardstick: Looks): Figure {
  return figureOf({
    group: 'memory',
    name,
    unit: 'MB',
    values: values.megabytes,
    yardstick: 'empty window',
    yardstickValues: yardstick.megabytes,
    aim: null,
  });
}
