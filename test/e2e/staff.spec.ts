/**
 * The staff's side in the real kiosk: no PIN, wrong PIN, the wait, the right PIN, every part, and back;
 * how content comes in is in staff-content.spec.ts.
 * Visitors notice nothing, and a page that only pretends gets nothing.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, type Page, test } from '@playwright/test';
import { launchKiosk } from '../../build/electron/launch.ts';
import { ROOT } from '../../build/setup/places.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import { openCounts } from '../../main/state/counts.ts';
import { openStateDatabase } from '../../main/state/database.ts';
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import ja from '../../renderer/words/ja/staff.json' with { type: 'json' };
import { type Started, startKiosk } from './kiosk.ts';
import {
  button as buttonOn,
  callDoor as callDoorOf,
  enter,
  expectAccessible,
  holdCorners,
  openPart as openPartOf,
  PIN,
  shoot as shootPage,
} from './staff-page.ts';
import { makeSyncScene, type SyncScene } from './sync-scene.ts';

const WRONG = '314159';
const TODAY = '2020-11-20';

test.describe.configure({ mode: 'serial' });

let scene: SyncScene;
let collector: Collector;
let started: Started;
let page: Page;

test.beforeAll(async () => {
  await makeReady(quiet, { data: true });
  scene = await makeSyncScene();
  // The stick may be written by whoever the kiosk runs as.
  chmodSync(scene.repo, 0o777);
  visitsYesterday(12);
  collector = await stallingCollector();
  await start();
});
test.afterAll(async () => {
  await started.stop();
  await collector.close();
  await scene.close();
});

async function start(): Promise<void> {
  const args = ['--today', TODAY, '--stick', scene.repo, '--telemetry', collector.url];
  started = await startKiosk({ data: scene.data, writable: true, args });
  page = started.page;
  await expect(home()).toBeVisible();
}

function visitsYesterday(number: number): void {
  const opened = openStateDatabase(scene.data, Date.now);
  if (!opened.ok) throw new Error(opened.detail);
  const counts = openCounts(opened.database);
  for (let n = 0; n < number; n += 1) counts.add('2020-11-19', 'kusei-kaikan', 'session', '');
  opened.database.close();
}

type Collector = {
  readonly url: string;
  /** What came, as text. */
  readonly told: readonly string[];
  readonly close: () => Promise<void>;
};

/** Takes figures and never answers: the worst that a collector can do to a kiosk. */
async function stallingCollector(): Promise<Collector> {
  const told: string[] = [];
  const server = createServer((request) => {
    void text(request).then((body) => told.push(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/metrics`,
    told,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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

/** The keys for staff, where two corners cannot be held: real ones of the screen, not the debugger's. */
async function askByKeys(): Promise<void> {
  const { display } = started.kiosk;
  if (display === null || spawnSync('xdotool', ['version']).error !== undefined) {
    console.log('keys for staff not tried: no xdotool');
    await holdCorners(page);
    return;
  }
  spawnSync('xdotool', ['key', 'ctrl+alt+shift+k'], { env: { ...process.env, DISPLAY: display } });
}

const button = (name: string) => buttonOn(page, name);
const shoot = (name: string) => shootPage(page, name);
const openPart = (name: string) => openPartOf(page, name);
const callDoor = (name: string, request: unknown) => callDoorOf(page, name, request);

const home = () => page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) });

test('two corners held too briefly open nothing; held for five seconds they ask for a PIN', async () => {
  await expect(home()).toBeVisible();
  await holdCorners(page, 2_000);
  await page.waitForTimeout(500);
  await expect(page.getByRole('heading', { name: ja.title })).toHaveCount(0);
  await holdCorners(page);
  await expect(page.getByText(ja.gate['no-pin'].split('\n')[0] ?? '?')).toBeVisible();
  await shoot('no-pin');
  await expectAccessible(page);
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
  await holdCorners(page);
  await expect(page.getByText(ja.gate.enter)).toBeVisible();
  await shoot('gate');
  await expectAccessible(page);
  for (let i = 0; i < 4; i += 1) {
    await enter(page, WRONG);
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
  await expectAccessible(page);
});

test('the touch test counts the places that did not answer', async () => {
  await button(ja.touch.begin).click();
  await button(ja.touch.place.replace('{{row}}', '1').replace('{{column}}', '1')).click();
  await shoot('touch');
  await button(ja.touch.end).click();
  await expect(page.getByText(/24か所が反応しませんでした/)).toBeVisible();
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
  await expectAccessible(page);
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
  await expectAccessible(page);
});

test('the notice for a disaster stands on the visitors’ screen until it is taken down', async () => {
  await openPart(ja.part.settings);
  await shoot('settings');
  await expectAccessible(page);
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
  await expectAccessible(page);
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
    'export counts',
    'settings device',
    'settings device',
    'lock asked',
  ]);
  expect(started.complaints).toEqual([]);
});

test('a collector gets how the kiosk is; one that never answers holds up neither start nor end', async () => {
  const points = pointsOf(JSON.parse(collector.told.at(-1) ?? '{}') as Told);
  expect(points.filter(({ name }) => name === 'renkei.content.version').map(({ pack }) => pack)).toEqual([
    'base',
    'exhibition-ten-years',
    'news-3',
  ]);
  const figure = (name: string) => points.find((point) => point.name === name)?.value;
  expect(figure('renkei.content.days_left')).toBeGreaterThan(90);
  expect(figure('renkei.disk.free')).toBeGreaterThan(0);
  expect(figure('renkei.memory.used')).toBeGreaterThan(50_000_000);
  expect(figure('renkei.visits.day')).toBe(12);
  expect(figure('renkei.faults')).toBe(0);
  await holdCorners(page);
  await enter(page, PIN);
  await openPart(ja.part.settings);
  await button(ja.set.leave).click();
  const beforeMs = Date.now();
  // The window may be gone before it has told that it was touched.
  await button(ja.yes)
    .click()
    .catch(() => undefined);
  expect(await started.kiosk.ended).toEqual({ code: 0, signal: null });
  expect(Date.now() - beforeMs).toBeLessThan(8_000);
});

type Point = { readonly name: string; readonly pack: string | undefined; readonly value: number };
type Value = { readonly asInt?: number; readonly asDouble?: number };
type Told = {
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly gauge: {
          readonly dataPoints: readonly (Value & {
            readonly attributes: readonly {
              readonly key: string;
              readonly value: { readonly stringValue?: string };
            }[];
          })[];
        };
      }[];
    }[];
  }[];
};

/** OTLP as JSON, flat. */
function pointsOf({ resourceMetrics = [] }: Told): readonly Point[] {
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap((scope) => scope.metrics),
  );
  return metrics.flatMap(({ name, gauge }) =>
    gauge.dataPoints.map(({ attributes, asInt, asDouble }) => ({
      name,
      pack: attributes.find(({ key }) => key === 'renkei.pack')?.value.stringValue,
      value: asInt ?? asDouble ?? Number.NaN,
    })),
  );
}
