/** The screen comes back by itself: killed, hung, closed, and at last a still page that asks for staff. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { renderersOf } from '../build/electron/helpers/processes.ts';
import { type Started, startKiosk } from './kiosk.ts';
import { fingertipOf } from './touch.ts';

const HOME = '地図でさがす';
/** Above what a kiosk needs, megabytes, and what the page of the test takes on top. */
const CEILING_MB = 1_000;
const TAKEN_MB = 700;
const QUIET_MS = 3_000;

let started: Started;
test.beforeEach(async () => {
  started = await startKiosk({ args: ['--ceiling', `${CEILING_MB},${QUIET_MS / 1000}`] });
  await expect(started.page.locator('#screen')).toContainText(HOME);
});
test.afterEach(async () => {
  await started.stop();
});

/** The text of the page that stands now, asked anew because a killed page takes its connection along. */
async function shown(): Promise<string> {
  return started
    .fresh((page) => page.locator('body').innerText({ timeout: 2_000 }))
    .catch(() => 'nothing yet');
}

function killRenderer(): void {
  for (const { pid } of renderersOf(started.kiosk.pid)) execFileSync('kill', ['-9', String(pid)]);
}

test('a killed page comes back to its home screen by itself', async () => {
  killRenderer();
  await expect.poll(shown, { timeout: 15_000, intervals: [200] }).toContain(HOME);
  expect(started.kiosk.output()).toContain('page process gone');
});

test('a page that hangs is found and comes back', async () => {
  await started.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  await expect.poll(() => started.kiosk.output(), { timeout: 30_000 }).toContain('page hangs');
  await expect.poll(shown, { timeout: 20_000, intervals: [300] }).toContain(HOME);
});

test('window.close() does not leave the hall without a kiosk', async () => {
  await started.page.evaluate(() => window.close()).catch(() => undefined);
  await expect.poll(shown, { timeout: 15_000, intervals: [300] }).toContain(HOME);
});

test('a page that takes too much memory is made anew when nobody touches it, and never under a finger', async () => {
  const heavy = (): number => started.kiosk.output().match(/"what":"heavy"/g)?.length ?? 0;
  test.setTimeout(120_000);
  // A little at a time: a page that does nothing else for long would be found to hang.
  await started.page.evaluate(async (megabytes) => {
    const held: Uint8Array[] = [];
    Object.assign(globalThis, { held });
    while (held.length < megabytes) {
      held.push(new Uint8Array(1_000_000).fill(1));
      if (held.length % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }, TAKEN_MB);
  const touch = await fingertipOf(started.page);
  for (const untilMs = performance.now() + 3 * QUIET_MS; performance.now() < untilMs; ) {
    await touch({ x: 960, y: 20 });
    await started.page.waitForTimeout(QUIET_MS / 6);
  }
  expect(heavy(), 'while somebody touches').toBe(0);
  await expect.poll(heavy, { timeout: 15_000 }).toBe(1);
  await expect.poll(shown, { timeout: 15_000, intervals: [200] }).toContain(HOME);
  expect(await started.fresh((page) => page.evaluate(() => 'held' in globalThis))).toBe(false);
  // The new page is light: once was enough.
  await new Promise((resolve) => setTimeout(resolve, 2 * QUIET_MS));
  expect(heavy()).toBe(1);
});
