/**
 * Cold start: from spawning Electron until the home screen is usable, beside an empty window in the same
 * Electron. A new profile each run; kiosk and empty window take turns, so that both meet the same machine.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startVirtualDisplay } from '../electron/display.ts';
import { launchKiosk } from '../electron/launch.ts';
import type { Runtime } from '../electron/runtime.ts';
import { DATA, ROOT } from '../setup/places.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';

/** The home screen should cost at most this many empty windows. */
const AIM = 1.6;
const RUNS = { short: 9, long: 31 } as const;
const MARK_LIMIT_MS = 30_000;

export async function benchStart(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const display =
    process.platform === 'linux' ? await startVirtualDisplay({ width: 1920, height: 1080 }) : null;
  const kiosk: number[] = [];
  const empty: number[] = [];
  try {
    const where = display === null ? {} : { display: display.name };
    const runs = RUNS[long ? 'long' : 'short'];
    // One unmeasured pair first: the page cache is warm for both from then on.
    for (let run = 0; run <= runs; run++) {
      const emptyMs = await startOnce({ runtime, appDir: join(ROOT, 'build', 'bench', 'empty'), ...where });
      const kioskMs = await startOnce({
        runtime,
        appDir: ROOT,
        args: ['--data', DATA],
        reads: [DATA],
        ...where,
      });
      if (run === 0) continue;
      empty.push(emptyMs);
      kiosk.push(kioskMs);
      say(`  start ${run}/${runs}: キオスク ${Math.round(kioskMs)} ms、空の窓 ${Math.round(emptyMs)} ms`);
    }
  } finally {
    await display?.stop();
  }
  return [
    figureOf({
      group: 'start',
      name: 'cold start to usable home',
      unit: 'ms',
      values: kiosk,
      yardstick: 'empty window',
      yardstickValues: empty,
      aim: AIM,
    }),
  ];
}

type Start = Pick<Parameters<typeof launchKiosk>[0], 'runtime' | 'appDir' | 'args' | 'reads' | 'display'>;

/** @returns milliseconds from spawning to the page's own mark; both clocks are this machine's */
async function startOnce(options: Start): Promise<number> {
  const spawnedMs = performance.timeOrigin + performance.now();
  const kiosk = await launchKiosk({
    ...options,
    freshHome: true,
    debugPort: true,
    chromium: ['--log-level=3'],
  });
  try {
    const browser = await chromium.connectOverCDP(kiosk.debugUrl ?? '');
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (!page) throw new Error('Electron opened no page');
    const handle = await page.waitForFunction(readMark, undefined, { timeout: MARK_LIMIT_MS, polling: 50 });
    const markedMs = Number(await handle.jsonValue());
    await browser.close();
    return markedMs - spawnedMs;
  } finally {
    await kiosk.stop();
  }
}

/** Runs in the page: wall-clock time of the mark, or 0 while it is not set. */
function readMark(): number {
  const mark = performance.getEntriesByName('kiosk:usable')[0];
  return mark === undefined ? 0 : performance.timeOrigin + mark.startTime;
}
