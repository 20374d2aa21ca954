/**
 * Staff bring content in at the panel, from the line and from a stick, and go back and forth: real Electron,
 * its real sync process, a real server, a folder for the stick. One kiosk throughout, as in a hall.
 */
import { chmodSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { COMING } from '../../build/setup/old-hall.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import { refusalWords } from '../../content/pack/sync-words.ts';
import { writeStick } from '../../content/publish/stick.ts';
import { writeUnlockNote } from '../../content/publish/unlock.ts';
import { makeRecord } from '../../main/staff/secret.ts';
import { openStateDatabase } from '../../main/state/database.ts';
import { openPinStore } from '../../main/state/pin.ts';
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import ja from '../../renderer/words/ja/staff.json' with { type: 'json' };
import { isPack, on } from '../content/sync/helpers/lines.ts';
import { makeBuild, PHRASE, picture } from '../content/sync/helpers/world.ts';
import { type Started, startKiosk } from './kiosk.ts';
import {
  button,
  callDoor,
  enter,
  expectAccessible,
  holdCorners,
  openPart,
  PIN,
  shoot,
} from './staff-page.ts';
import { makeSyncScene, type SyncScene } from './sync-scene.ts';

/** A day on which the coming exhibition stands in this hall. */
const DAY = '2020-11-20';
const TITLE = /広島9町/;
const NEW_PIN = '161803';
/** What comes by stick: so many pictures that it can be pulled out in the middle. */
const MUCH = 'exhibition-much';
const PICTURES = 200;

test.describe.configure({ mode: 'serial' });

let scene: SyncScene;
let started: Started;
let stick: string;
let drawer: string;

test.beforeAll(async () => {
  await makeReady(quiet, { data: true });
  scene = await makeSyncScene();
  stick = join(scene.folder, 'STICK');
  drawer = join(scene.folder, 'drawer');
  await givePin();
  scene.server.twist = (_path, request) => {
    request.socket.destroy();
    return true;
  };
  started = await startKiosk({
    data: scene.data,
    writable: true,
    args: ['--today', DAY, '--sync-from', scene.server.url, '--stick', stick],
  });
  await expect(news()).toBeVisible();
});
test.afterAll(async () => {
  await started.stop();
  await scene.close();
});

async function givePin(): Promise<void> {
  const opened = openStateDatabase(scene.data, Date.now);
  if (!opened.ok) throw new Error(opened.detail);
  openPinStore(opened.database).set(await makeRecord(PIN));
  opened.database.close();
}

const page = () => started.page;
const news = () => page().getByRole('button', { name: new RegExp(`^${homeJa.news}`) });
const onDisk = (): string => readFileSync(join(scene.data, 'library.json'), 'utf8');
const saysNew = () => page().getByText(/^新しい内容になりました/);
const fromStick = () => button(page(), ja.content.stick.replace('{{name}}', 'STICK'));
const plugIn = () => renameSync(drawer, stick);
const pullOut = () => renameSync(stick, drawer);
const refusal = (code: Parameters<typeof refusalWords>[0]['code']) =>
  refusalWords({ code, subject: '', detail: '' });

async function openPanel(): Promise<void> {
  await holdCorners(page());
  await enter(page(), PIN);
  await openPart(page(), ja.part.content);
}

async function confirm(words: string): Promise<void> {
  await button(page(), words).click();
  await button(page(), ja.yes).click();
}

/** The release with many pictures, as `renkei stick` writes it. */
async function prepareStick(): Promise<void> {
  const build = join(scene.folder, 'much');
  const blobs = Array.from({ length: PICTURES }, (_none, at) => picture(`much ${at}`, 20_000));
  makeBuild(build, [{ id: MUCH, kind: 'exhibition', version: 1, blobs }]);
  await scene.release(build);
  await writeStick({
    repo: scene.repo,
    to: drawer,
    report: { begin: () => undefined, bytes: () => undefined, file: () => undefined },
    signal: new AbortController().signal,
    nowMs: Date.now(),
    monotonicMs: () => performance.now(),
  });
  // The kiosk may run as another user.
  chmodSync(drawer, 0o777);
}

/** Pulls the stick out when some of its pictures have come. */
async function pullHalfWay(): Promise<void> {
  const before = filesOfData();
  for (const deadlineMs = Date.now() + 20_000; Date.now() < deadlineMs; ) {
    if (filesOfData() - before > PICTURES / 10) return pullOut();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('nothing came from the stick');
}

function filesOfData(): number {
  try {
    return readdirSync(scene.data, { recursive: true }).length;
  } catch {
    // A folder went while it was being listed.
    return 0;
  }
}

test('a line that is down is said in a sentence, and the old content stays', async () => {
  await expect.poll(() => started.kiosk.output(), { timeout: 20_000 }).toContain('source-unreachable');
  await openPanel();
  await expect(page().getByText(refusal('source-unreachable'))).toBeVisible();
  await expect(page().getByText(ja.content['no-stick'])).toBeVisible();
  await shoot(page(), 'content-refused');
  await expectAccessible(page());
});

test('content comes from the line at a touch; new is said only when it is', async () => {
  let held: (() => void) | null = null;
  const release = (): void => {
    scene.server.twist = undefined;
    held?.();
  };
  scene.server.twist = on(isPack, (path, _request, response) => {
    const bytes = readFileSync(join(scene.repo, path));
    response.writeHead(200, { 'content-length': bytes.length });
    // As a line brings it: a little at a time, up to the last part, which has to wait.
    const part = Math.ceil(bytes.length / 6);
    for (let at = 0; at < 5; at += 1)
      setTimeout(() => response.write(bytes.subarray(at * part, (at + 1) * part)), at * 150);
    held = () => response.end(bytes.subarray(5 * part));
  });
  await button(page(), ja.content.line).click();
  await expect(page().getByText(ja.work.packs)).toBeVisible();
  await expect.poll(() => page().getByRole('progressbar').evaluate(shareOf)).toBeGreaterThan(0.3);
  await expect(page().getByText(ja.work.visitors)).toBeVisible();
  await shoot(page(), 'content-working');
  await expectAccessible(page());
  expect(onDisk()).not.toContain(COMING);
  await expect(saysNew()).toHaveCount(0);
  release();
  await expect(saysNew()).toBeVisible({ timeout: 20_000 });
  expect(onDisk()).toContain(COMING);
  await expect(page().getByRole('region', { name: ja.content.current })).toContainText('広島9町');
  await button(page(), ja.close).click();
  await expect(page().getByText(TITLE).first()).toBeVisible();
});

test('a stick is offered to staff and to nobody else, and nothing is taken from it unasked', async () => {
  await prepareStick();
  plugIn();
  await page().waitForTimeout(2_000);
  await expect(page().getByRole('heading', { level: 1 })).toHaveText('全国連携ひろば');
  await expect(page().getByText(/STICK|USB/)).toHaveCount(0);
  expect(await callDoor(page(), 'staff:sticks', {})).toMatchObject({ ok: false });
  expect(onDisk()).not.toContain(MUCH);
  await openPanel();
  await expect(fromStick()).toBeVisible();
});

test('one touch goes back, and one forth', async () => {
  await confirm(ja.content.back);
  await expect(page().getByText(ja.result.back)).toBeVisible({ timeout: 20_000 });
  expect(onDisk()).not.toContain(COMING);
  await shoot(page(), 'content-back');
  await confirm(ja.content.forth);
  await expect(page().getByText(ja.result.forth)).toBeVisible({ timeout: 20_000 });
  expect(onDisk()).toContain(COMING);
  await expect(button(page(), ja.content.back)).toBeVisible();
});

test('a stick pulled out half way: what was shown stays, the reason is said, the next try goes on', async () => {
  const before = onDisk();
  const pulled = pullHalfWay();
  await fromStick().click();
  await pulled;
  await expect(page().getByText(refusal('source-vanished'))).toBeVisible({ timeout: 20_000 });
  await expect(page().getByText(ja.result.safe)).toHaveCount(0);
  await shoot(page(), 'content-pulled');
  expect(onDisk()).toBe(before);
  expect(await callDoor(page(), 'home:read', { lang: 'ja' })).toMatchObject({ ok: true });
  plugIn();
  await fromStick().click();
  await expect(saysNew()).toBeVisible({ timeout: 30_000 });
  expect(onDisk()).toContain(MUCH);
});

test('when the stick may be taken out it is said, and it carries a receipt', async () => {
  await expect(page().getByText(ja.result.safe)).toBeVisible();
  await expect(page().getByText(ja.result.receipt)).toBeVisible();
  await shoot(page(), 'content-done');
  const receipts = join(stick, 'renkei-receipts');
  const written = readdirSync(receipts).map((name) => JSON.parse(readFileSync(join(receipts, name), 'utf8')));
  expect(written).toEqual([
    expect.objectContaining({
      venueId: 'kusei-kaikan',
      outcome: 'updated',
      packs: expect.arrayContaining([expect.objectContaining({ packId: MUCH })]),
    }),
  ]);
});

test('a stick that somebody else signed is refused in a sentence', async () => {
  const file = join(stick, 'metadata', 'timestamp.json');
  const signed = readFileSync(file, 'utf8');
  const other = (_all: string, head: string, digit: string) => head + (digit === '0' ? '1' : '0');
  writeFileSync(file, signed.replace(/("sig": ?")(\w)/, other));
  const before = onDisk();
  await fromStick().click();
  await expect(page().getByText(refusal('unknown-signer'))).toBeVisible({ timeout: 20_000 });
  expect(onDisk()).toBe(before);
});

test('with a key on a stick a new PIN is set, once', async () => {
  const { repo, keys } = scene;
  const ask = async () => PHRASE;
  await writeUnlockNote({ repo, keys, venueId: 'kusei-kaikan', to: stick, days: 7, nowMs: Date.now(), ask });
  await button(page(), ja.close).click();
  await holdCorners(page());
  await shoot(page(), 'key-offer');
  await button(page(), ja.key.use.replace('{{name}}', 'STICK')).click();
  await enter(page(), NEW_PIN, ja.key.next);
  await expect(page().getByText(ja.key.repeat)).toBeVisible();
  await shoot(page(), 'key-repeat');
  await expectAccessible(page());
  await enter(page(), NEW_PIN, ja.key.set);
  await expect(page().getByText(ja.key.done)).toBeVisible();
  await shoot(page(), 'key-done');
  expect(await callDoor(page(), 'staff:key', {})).toMatchObject({ value: { code: 'unlock-used' } });
  await enter(page(), NEW_PIN);
  await openPart(page(), ja.part.audit);
  await expect(page().getByText(ja.audit['pin-set'])).toBeVisible();
  expect(started.complaints).toEqual([]);
});

function shareOf(bar: SVGElement | HTMLElement): number {
  const { value, max } = bar as HTMLProgressElement;
  return value / max;
}
