/** The program comes back by itself under its supervisor, and rests with a still page when nothing helps. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../build/setup/places.ts';
import { groupOf, renderersOf } from '../build/electron/helpers/processes.ts';
import { type Started, startKiosk } from './kiosk.ts';

const HOME = '地図でさがす';
const AT_REST = 'K-01';

test.skip(process.platform !== 'linux', 'the supervisor is for Linux halls');
test.describe.configure({ timeout: 180_000 });

let started: Started;
test.beforeEach(async () => {
  started = await startKiosk({
    under: [join(ROOT, 'build', 'hall', 'renkei-supervise')],
    env: { RENKEI_WAITS: '0' },
  });
  await expect(started.page.locator('#screen')).toContainText(HOME);
});
test.afterEach(async () => {
  const { status, expectedStatus } = test.info();
  if (status !== expectedStatus) process.stderr.write(`${started.kiosk.output()}\n`);
  await started.stop();
});

/** The kiosk's main process: the supervisor's one child that leads a group. */
function mainPid(): number {
  const { pid } = started.kiosk;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.find((child) => groupOf(child).length > 1) ?? -1;
}

function kill(pids: readonly number[]): void {
  if (pids.length > 0) execFileSync('kill', ['-9', ...pids.map(String)]);
}

const shown = (): Promise<string> =>
  started.fresh((page) => page.locator('body').innerText({ timeout: 2_000 })).catch(() => 'nothing yet');

const untilShown = (text: string | RegExp, timeout = 20_000): Promise<void> =>
  expect.poll(shown, { timeout, intervals: [200] }).toMatch(text);

test('the program itself, killed, is back with its home screen', async () => {
  const before = mainPid();
  kill([before]);
  await untilShown(HOME);
  expect(mainPid()).not.toBe(before);
  expect(started.kiosk.output()).toContain('the last run did not end by itself');
});

test('twenty killed pages in a row: back every time, in the end with the still page that asks for staff', async () => {
  for (let times = 1; times <= 20; times++) {
    const before = renderersOf(mainPid()).map(({ pid }) => pid);
    kill(before);
    await expect
      .poll(() => renderersOf(mainPid()).filter(({ pid }) => !before.includes(pid)).length, {
        timeout: 15_000,
      })
      .toBeGreaterThan(0);
    await untilShown(times < 8 ? HOME : AT_REST);
  }
  expect(started.kiosk.output()).toContain('"rung":"previous-set"');
});

test('the graphics process, killed twelve times, takes nothing down', async () => {
  const main = mainPid();
  for (let times = 0; times < 12; times++) {
    const graphics = groupOf(main).filter(({ command }) => command.includes('--type=gpu-process'));
    kill(graphics.map(({ pid }) => pid));
    await expect
      .poll(() => groupOf(main).some(({ command }) => command.includes('--type=gpu-process')))
      .toBe(true);
  }
  await untilShown(HOME);
  expect(mainPid()).toBe(main);
});

test('without what Chromium makes its processes from, the program is started anew at once', async () => {
  const before = mainPid();
  const zygotes = groupOf(before).filter(({ command }) => command.includes('--type=zygote'));
  kill(zygotes.map(({ pid }) => pid));
  kill(renderersOf(before).map(({ pid }) => pid));
  await expect.poll(mainPid, { timeout: 20_000 }).not.toBe(before);
  await untilShown(HOME);
});

test('a page that shows nothing but one colour is found and comes back', async () => {
  await started.page.evaluate(() => document.body.replaceChildren());
  await expect.poll(() => started.kiosk.output(), { timeout: 90_000 }).toContain('page is blank');
  await untilShown(HOME);
});
