/**
 * New content reaches a running kiosk: real Electron, its real sync process, a real server. Whatever goes
 * wrong on the way, visitors go on with what they had, and the log names the reason.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { COMING } from '../../build/setup/old-hall.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import { utilitiesOf } from '../build/electron/helpers/processes.ts';
import { isPack, isTimestamp, on } from '../content/sync/helpers/lines.ts';
import { type Started, startKiosk } from './kiosk.ts';
import { buildNotice } from './notice-build.ts';
import { makeSyncScene, type SyncScene } from './sync-scene.ts';
import { fingerOf } from './touch.ts';

/** A day on which the coming exhibition stands in this hall. */
const DAY = '2020-11-20';
const TITLE = /広島9町/;

let scene: SyncScene;
let started: Started | null = null;

test.beforeEach(async () => {
  await makeReady(quiet, { data: true });
  scene = await makeSyncScene();
});
test.afterEach(async () => {
  await started?.stop();
  started = null;
  await scene.close();
});

async function start(...more: readonly string[]): Promise<Started> {
  const args = ['--today', DAY, '--sync-from', scene.server.url, ...more];
  started = await startKiosk({ data: scene.data, writable: true, args });
  return started;
}

const onDisk = (): string => readFileSync(join(scene.data, 'library.json'), 'utf8');
const output = (): string => started?.kiosk.output() ?? '';

/** The server holds its first answer back until it is told to go on. */
function holdTimestamp(): () => void {
  let go: (() => void) | undefined;
  scene.server.twist = on(isTimestamp, (path, _request, response) => {
    go = () => response.end(readFileSync(join(scene.repo, path)));
  });
  return () => {
    scene.server.twist = undefined;
    go?.();
  };
}

/** Half of the new pack comes, then nothing more. @returns whether it has got so far */
function stallPack(): () => boolean {
  let stalled = false;
  scene.server.twist = on(isPack, (path, _request, response) => {
    const bytes = readFileSync(join(scene.repo, path));
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => {
      stalled = true;
    });
  });
  return () => stalled;
}

async function expectOldStays(): Promise<void> {
  expect(onDisk()).not.toContain(COMING);
  if (started === null) throw new Error('no kiosk');
  await expect(started.page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) })).toBeVisible();
  await expect(started.page.getByRole('button', { name: TITLE })).toHaveCount(0);
}

test('new content shows by itself on the screen that stands, without a restart', async () => {
  const release = holdTimestamp();
  const { page, complaints } = await start();
  await expect(page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) })).toBeVisible();
  await expectOldStays();
  release();
  await expect(page.getByRole('button', { name: TITLE }).first()).toBeVisible({ timeout: 20_000 });
  expect(onDisk()).toContain(COMING);
  expect(complaints).toEqual([]);
});

test('a visitor who reads stays on the page while the content changes under it', async () => {
  const release = holdTimestamp();
  const { page, complaints } = await start();
  const touch = await fingerOf(page);
  await touch(page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) }));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('全国連携NEWS');
  release();
  await expect.poll(onDisk, { timeout: 20_000 }).toContain(COMING);
  await page.waitForTimeout(1_000);
  await expect(heading).toHaveText('全国連携NEWS');
  await touch(page.getByRole('button', { name: ja.home, exact: true }).first());
  await expect(page.getByRole('button', { name: TITLE }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a signed notice comes by itself, leaves the reader in peace, and goes at its minute', async () => {
  const notice = buildNotice('rain', {
    level: '災害',
    until: `${DAY} 12:00`,
    headline: { ja: '大雨の警報が出ています', en: 'Heavy rain' },
    body: { ja: '建物の中でお待ちください。', en: 'Please stay inside.' },
  });
  await scene.release(notice.folder);
  notice.remove();
  const release = holdTimestamp();
  const { page, complaints } = await start('--now', `${DAY}T11:59:40+09:00`);
  const touch = await fingerOf(page);
  await touch(page.getByRole('button', { name: new RegExp(`^${homeJa.news}`) }));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('全国連携NEWS');
  const band = page.getByRole('alert');
  await expect(band).toHaveCount(0);
  release();
  await expect(band).toContainText('大雨の警報が出ています', { timeout: 12_000 });
  await expect(heading).toHaveText('全国連携NEWS');
  await touch(band.getByRole('button'));
  await expect(heading).toHaveText('大雨の警報が出ています');
  await expect(page.getByText(ja.notice.over)).toHaveCount(0);
  await expect(page.getByText(ja.notice.over)).toBeVisible({ timeout: 20_000 });
  await touch(page.getByRole('button', { name: ja.back, exact: true }));
  await expect(heading).toHaveText('全国連携NEWS');
  await expect(band).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a source that vanishes half way leaves the old content: source-vanished', async () => {
  const stalled = stallPack();
  await start();
  await expect.poll(stalled, { timeout: 20_000 }).toBe(true);
  await scene.server.close();
  await expect.poll(output, { timeout: 20_000 }).toContain('source-vanished');
  await expectOldStays();
});

test('content that somebody else signed is not shown: unknown-signer', async () => {
  const file = join(scene.repo, 'metadata', 'timestamp.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(
      /("sig": ?")(\w)/,
      (_all, head: string, digit: string) => head + (digit === '0' ? '1' : '0'),
    ),
  );
  await start();
  await expect.poll(output, { timeout: 20_000 }).toContain('unknown-signer');
  await expectOldStays();
});

test('kill -9 of the sync process half way: the old content stays, and the next start goes on from there', async () => {
  const stalled = stallPack();
  const { kiosk, complaints } = await start();
  await expect.poll(stalled, { timeout: 20_000 }).toBe(true);
  const [worker] = utilitiesOf(kiosk.pid);
  execFileSync('kill', ['-9', String(worker?.pid)]);
  await expect.poll(output, { timeout: 20_000 }).toContain('process-died');
  await expectOldStays();
  expect(complaints).toEqual([]);
  await started?.stop();

  scene.server.twist = undefined;
  const asked = scene.server.asked.length;
  const { page } = await start();
  await expect(page.getByRole('button', { name: TITLE }).first()).toBeVisible({ timeout: 20_000 });
  expect(scene.server.asked.slice(asked).filter(isPack)).toHaveLength(1);
});
