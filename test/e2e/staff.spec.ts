/**
 * The staff's side in the real kiosk: no PIN, wrong PIN, the wait, the right PIN, every part, and back.
 * Visitors notice nothing, and a page that only pretends gets nothing.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, type Page, test } from '@playwright/test';
import { launchKiosk } from '../../build/electron/launch.ts';
import { ROOT } from '../../build/setup/places.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import { openStateDatabase } from '../../main/state/database.ts';
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import ja from '../../renderer/words/ja/staff.json' with { type: 'json' };
import { axeFaults } from './axe.ts';
import { type Started, startKiosk } from './kiosk.ts';
import { COMING, makeSyncScene, type SyncScene } from './sync-scene.ts';

const PIN = '271828';
const WRONG = '314159';
const SHOTS = process.env['RENKEI_SHOTS'];

test.describe.configure({ mode: 'serial' });

let scene: SyncScene;
let started: Started;
let page: Page;

test.beforeAll(async () => {
  await makeReady(quiet, { data: true });
  scene = await makeSyncScene();
  // The stick may be written by whoever the kiosk runs as.
  chmodSync(scene.repo, 0o777);
  await start();
});
test.afterAll(async () => {
  await started.stop();
  await scene.close();
});

async function start(): Promise<void> {
  const args = ['--today', '2020-11-20', '--stick', scene.repo];
  started = await startKiosk({ data: scene.data, writable: true, args });
  page = started.page;
  await expect(home()).toBeVisible();
}

/** Runs the kiosk's own command, as whoever installs it does. */
async function setPin(pin: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const kiosk = await launchKiosk({
    runtime: await makeReady(quiet, { data: true }),
    appDir: ROOT,
    args: ['--set-pin', '--data', scene.data],
    writes: [scene.data],
    chromium: ['--log-level=3'],
    freshHome: true,
    input: Readable.from([`${pin}\n`]),
  });
  const { code } = await kiosk.ended;
  return { code, said: kiosk.output() };
}

/** Two fingers in corners that face each other, for so long. */
async function holdCorners(ms: number): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const touchPoints = [
    { x: 12, y: 12, id: 0 },
    { x: width - 12, y: height - 12, id: 1 },
  ];
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.waitForTimeout(ms);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}

/** The keys for staff, where two corners cannot be held: real ones of the screen, not the debugger's. */
async function askByKeys(): Promise<void> {
  const { display } = started.kiosk;
  if (display === null || spawnSync('xdotool', ['version']).error !== undefined) {
    console.log('keys for staff not tried: no xdotool');
    await holdCorners(5_400);
    return;
  }
  spawnSync('xdotool', ['key', 'ctrl+alt+shift+k'], { env: { ...process.env, DISPLAY: display } });
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function enter(pin: string): Promise<void> {
  for (const digit of pin) await button(digit).click();
  await button(ja.pin.open).click();
}

async function openPart(name: string): Promise<void> {
  await button(name).click();
  await expect(button(name)).toHaveAttribute('aria-pressed', 'true');
}

async function expectAccessible(): Promise<void> {
  expect(await axeFaults(page, 'staff')).toEqual([]);
}

async function shoot(name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  const cdp = await page.context().newCDPSession(page);
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
  await cdp.detach();
}

/** Calls through the door from the page, as a page that was taken over would. */
function callDoor(name: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    ([call, asked]) => {
      const { kiosk } = globalThis as unknown as {
        kiosk: { call: (name: string, request: unknown) => Promise<unknown> };
      };
      return kiosk.call(String(call), asked);
    },
    [name, request],
  );
}

const home = () => page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) });

test('two corners held too briefly open nothing; held for five seconds they ask for a PIN', async () => {
  await expect(home()).toBeVisible();
  await holdCorners(2_000);
  await page.waitForTimeout(500);
  await expect(page.getByRole('heading', { name: ja.title })).toHaveCount(0);
  await holdCorners(5_400);
  await expect(page.getByText(ja.gate['no-pin'].split('\n')[0] ?? '?')).toBeVisible();
  await shoot('no-pin');
  await expectAccessible();
  await button(ja.close).click();
  await started.stop();
});

test('--set-pin sets the PIN at the machine, and refuses one that everybody tries', async () => {
  expect(await setPin('123456')).toMatchObject({ code: 1 });
  const { code, said } = await setPin(PIN);
  expect([code, said.includes(PIN)]).toEqual([0, false]);
  await start();
});

test('four wrong PINs bring a wait that is told, while visitors go on', async () => {
  await holdCorners(5_400);
  await expect(page.getByText(ja.gate.enter)).toBeVisible();
  await shoot('gate');
  await expectAccessible();
  for (let i = 0; i < 4; i += 1) {
    await enter(WRONG);
    await expect(page.getByText(ja.gate.wrong)).toBeVisible();
  }
  await expect(page.getByText(/(2\d|30)秒待ってください/)).toBeVisible();
  await shoot('wait');
  await button(ja.close).click();
  await page.locator('.rest-all, button').first().click();
  await expect(page.getByRole('main')).toBeVisible();
  expect(await callDoor('home:read', { lang: 'ja' })).toMatchObject({ ok: true });
});

test('the door refuses staff calls by name while nobody is in', async () => {
  for (const name of [
    'staff:readiness',
    'staff:content',
    'staff:audit',
    'staff:sticks',
    'staff:stop',
    'staff:back',
    'staff:leave',
  ])
    expect([name, await callDoor(name, {})]).toEqual([
      name,
      { ok: false, refusal: { code: 'staff-locked' } },
    ]);
  expect(await callDoor('staff:unlock', { pin: PIN })).toMatchObject({
    ok: true,
    value: { state: 'closed' },
  });
  expect(await callDoor('staff:counts', { days: 7 })).toMatchObject({ ok: false });
});

test('the right PIN after the wait opens the panel, and the first thing it says is how the kiosk is', async () => {
  test.setTimeout(90_000);
  await page.waitForTimeout(30_500);
  await askByKeys();
  // A keyboard of the house works as well as our own keys.
  await expect(page.getByText(ja.gate.enter)).toBeVisible();
  await page.keyboard.type(PIN);
  await button(ja.pin.open).click();
  await expect(
    page.getByRole('heading', { name: new RegExp(Object.values(ja.overall).join('|')) }),
  ).toBeVisible();
  for (const line of Object.values(ja.line))
    await expect(page.getByRole('heading', { name: line, exact: true })).toBeAttached();
  await shoot('readiness');
  await expectAccessible();
});

test('the touch test counts the places that did not answer', async () => {
  await button(ja.touch.begin).click();
  await button(ja.touch.place.replace('{{row}}', '1').replace('{{column}}', '1')).click();
  await shoot('touch');
  await button(ja.touch.end).click();
  await expect(page.getByText(/24か所が反応しませんでした/)).toBeVisible();
});

test('content comes from the stick while the panel tells how it goes, and one can go back', async () => {
  await openPart(ja.part.content);
  await shoot('content');
  await expectAccessible();
  await page
    .getByRole('button', { name: /から取り込む$/ })
    .last()
    .click();
  await expect(page.getByText(/新しい内容になりました/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(ja.result.safe)).toBeVisible();
  expect(readFileSync(join(scene.data, 'library.json'), 'utf8')).toContain(COMING);
  await shoot('content-done');
  await button(ja.content.back).click();
  await button(ja.yes).click();
  await expect(page.getByText(ja.result.back)).toBeVisible({ timeout: 20_000 });
  expect(readFileSync(join(scene.data, 'library.json'), 'utf8')).not.toContain(COMING);
});

test('the program tells what stands where, this hall first', async () => {
  await openPart(ja.part.program);
  await expect(
    page
      .getByRole('heading', { name: /^この会場：/ })
      .or(page.getByText(ja.program.none))
      .first(),
  ).toBeVisible();
  await shoot('program');
  await expectAccessible();
});

test('counts show what visitors used and go to the stick as a table', async () => {
  await openPart(ja.part.counts);
  await expect(page.getByRole('heading', { name: ja.counts.sessions })).toBeVisible();
  await page
    .getByRole('button', { name: /に書き出す$/ })
    .first()
    .click();
  await expect(page.getByText(/書き出しました/)).toBeVisible();
  const csv = readFileSync(join(scene.repo, 'renkei-export', 'counts-kusei-kaikan-2020-11-20.csv'), 'utf8');
  expect(csv.startsWith('\u{feff}日,会場,種類,内容,回数\r\n')).toBe(true);
  await shoot('counts');
  await expectAccessible();
});

test('the notice for a disaster stands on the visitors’ screen until it is taken down', async () => {
  await openPart(ja.part.settings);
  await shoot('settings');
  await expectAccessible();
  await button(ja.set['notice-on']).click();
  await button(ja.yes).click();
  await expect(button(ja.set['notice-off'])).toBeVisible();
  await button('明るさを下げる').click();
  await expect(page.locator('html')).toHaveAttribute('data-shaded', 'true');
});

test('what was done is in the record, unbroken', async () => {
  await openPart(ja.part.audit);
  await expect(page.getByText(ja.audit.sound)).toBeVisible();
  await shoot('audit');
  await expectAccessible();
  await button(ja.close).click();
  await expect(page.getByRole('alert')).toContainText('災害');
  await shoot('notice');
  expect(await callDoor('staff:audit', {})).toMatchObject({ ok: false, refusal: { code: 'staff-locked' } });
  const opened = openStateDatabase(scene.data, Date.now);
  if (!opened.ok) throw new Error(opened.detail);
  const entries = opened.database.all<{ readonly entry: string }>('SELECT entry FROM audit ORDER BY seq');
  opened.database.close();
  const deeds = entries.map(
    ({ entry }) => JSON.parse(entry) as { readonly action: string; readonly result: string },
  );
  expect(deeds.map(({ action, result }) => `${action} ${result}`)).toEqual([
    'pin-set chosen',
    'unlock wrong',
    'unlock wrong',
    'unlock wrong',
    'unlock wrong',
    'unlock ok',
    'settings touch-test',
    'sync begun',
    'sync updated',
    'rollback begun',
    'rollback back',
    'export counts',
    'settings device',
    'settings device',
    'lock asked',
  ]);
  expect(started.complaints).toEqual([]);
});
