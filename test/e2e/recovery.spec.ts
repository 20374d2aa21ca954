/** The screen comes back by itself: killed, hung, closed, and at last a still page that asks for staff. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { renderersOf } from '../build/electron/helpers/processes.ts';
import { type Started, startKiosk } from './kiosk.ts';

let started: Started;
test.beforeEach(async () => {
  started = await startKiosk();
  await expect(started.page.locator('#screen')).toContainText('地図でさがす');
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
  await expect.poll(shown, { timeout: 15_000, intervals: [200] }).toContain('地図でさがす');
  expect(started.kiosk.output()).toContain('page process gone');
});

test('a page that hangs is found and comes back', async () => {
  await started.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  await expect.poll(() => started.kiosk.output(), { timeout: 20_000 }).toContain('page hangs');
  await expect.poll(shown, { timeout: 20_000, intervals: [300] }).toContain('地図でさがす');
});

test('window.close() does not leave the hall without a kiosk', async () => {
  await started.page.evaluate(() => window.close()).catch(() => undefined);
  await expect.poll(shown, { timeout: 15_000, intervals: [300] }).toContain('地図でさがす');
});
