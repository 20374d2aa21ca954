/** The program comes back by itself under its supervisor, and rests with a still page when nothing helps. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../build/setup/places.ts';
import { type Ladder, parseLadder } from '../../main/recovery/ladder.ts';
import { groupOf, renderersOf } from '../build/electron/helpers/processes.ts';
import { type Started, startKiosk } from './kiosk.ts';

const HOME = '地図でさがす';
const AT_REST = 'K-01';
const LONG = process.env['RENKEI_LONG'] === '1';

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
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // One may have ended with the one before it.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
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

/** Rungs on which the page is only loaded anew; the next ones start the whole program. */
const BY_PAGE = 5;
/** What halls are promised; a machine that does other work beside the tests gets more. */
const BACK_MS = LONG ? 3_000 : 15_000;

test('twenty killed pages in a row: back every time, then the page that asks for staff, then home again', async () => {
  for (let times = 1; times <= 20; times++) {
    const before = renderersOf(mainPid()).map(({ pid }) => pid);
    kill(before);
    const killedMs = performance.now();
    await expect
      .poll(() => renderersOf(mainPid()).filter(({ pid }) => !before.includes(pid)).length, {
        timeout: 15_000,
        intervals: [50],
      })
      .toBeGreaterThan(0);
    await untilShown(times < 8 ? HOME : AT_REST);
    if (times <= BY_PAGE) expect(performance.now() - killedMs, `time ${times}`).toBeLessThan(BACK_MS);
  }
  expect(started.kiosk.output()).toContain('"rung":"previous-set"');
  // A healthy minute later the counter is clear: the next failure is the first again.
  changeLadder((ladder) => ({ ...ladder, lastMs: ladder.lastMs - 61_000 }));
  kill([mainPid()]);
  await untilShown(HOME);
  expect(started.kiosk.output()).toMatch(/did not end by itself.*"failures":1\b/);
});

/** Changes what the kiosk remembers of its failures, as time would. */
function changeLadder(change: (ladder: Ladder) => Ladder): void {
  const environment = readFileSync(`/proc/${started.kiosk.pid}/environ`, 'utf8').split('\0');
  const home = environment.find((one) => one.startsWith('HOME='))?.slice('HOME='.length) ?? '';
  const file = join(home, '.config', 'Renkei Kiosk', 'recovery.json');
  writeFileSync(file, JSON.stringify(change(parseLadder(readFileSync(file, 'utf8')))));
}

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
