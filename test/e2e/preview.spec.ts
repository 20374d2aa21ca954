/**
 * `renkei preview` on a copy of our own content: marked on every screen, anew at every save, and never to be
 * taken for a kiosk. Most look into the window; the last one starts the verb as staff do.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../build/setup/places.ts';
import { openCache } from '../../content/author/cache.ts';
import { makePreviewFolder, type PreviewFolder } from '../../content/cli/preview-folder.ts';
import { goRound } from '../../content/cli/preview-rounds.ts';
import { type Started, startKiosk } from './kiosk.ts';

const HALL = ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20'];
const HEADLINE = '名前に「鶴」がいる、釧路管内でただひとつの村です。';
const REWRITTEN = '丹頂鶴の村。書きかえた見出しです。';

// Builds the whole content several times over, beside a kiosk that draws without a graphics card.
test.setTimeout(150_000);

let copy: string;

/** Saves a file of the copy with some of its text replaced. */
function save(file: string, from: string, to: string): void {
  const path = join(copy, ...file.split('/'));
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test.beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'renkei-copy-'));
  cpSync(join(ROOT, 'content', 'source'), copy, { recursive: true });
});
test.afterEach(() => rmSync(copy, { recursive: true, force: true }));

test.describe('the window of a preview', () => {
  let folder: PreviewFolder;
  let started: Started;
  let page: Page;
  let end: AbortController;

  test.beforeEach(async () => {
    end = new AbortController();
    folder = makePreviewFolder();
    const run = {
      cache: openCache(join(copy, '.cache'), Date.now),
      progress: () => undefined,
      lanes: availableParallelism(),
      nowMs: () => performance.now(),
      signal: end.signal,
    };
    await new Promise<void>((resolve, reject) => {
      const teller = { building: () => undefined, broken: () => undefined, shown: () => resolve() };
      goRound([copy], folder, run, teller).catch(reject);
    });
    started = await startKiosk({ data: folder.path, args: ['--preview', ...HALL] });
    page = started.page;
  });
  test.afterEach(async () => {
    end.abort();
    await started.stop();
    folder.remove();
  });

  test('is marked, follows what is saved, and keeps the last good state of a broken source', async () => {
    const band = page.locator('.preview-band');
    await expect(band).toContainText('プレビュー・未署名');
    await expect(band).toContainText('荒川区役所');
    await expect(band).toContainText('11月20日');
    await page.getByRole('button', { name: /^地図でさがす/ }).click();
    await page.locator('.map-list li').filter({ hasText: '鶴居村' }).getByRole('button').click();
    await expect(page.getByText(HEADLINE).first()).toBeVisible();
    await expect(band).toBeVisible();

    save('base/towns.yaml', HEADLINE, REWRITTEN);
    await expect(page.getByText(REWRITTEN).first()).toBeVisible({
      timeout: 30_000,
    });
    await expect(band).toHaveAttribute('data-state', 'shown');

    save('base/towns.yaml', '- town: 012068 釧路市', '- town: 012068 釧路市\n  nonsense: [');
    await expect(band).toContainText('エラー', { timeout: 30_000 });
    await expect(band).toContainText('base/towns.yaml:');
    await expect(page.getByText(REWRITTEN).first()).toBeVisible();
  });

  test('has a band that nothing covers and no touch goes through', async () => {
    const band = page.locator('.preview-band');
    const box = await band.boundingBox();
    expect(box).not.toBeNull();
    const { width = 0, height = 0 } = box ?? {};
    const above = await page.evaluate(
      ([x, y]) =>
        [0.05, 0.5, 0.95].map(
          (part) => document.elementFromPoint(x * part, y / 2)?.closest('.preview-band') !== null,
        ),
      [width, height] as const,
    );
    expect(above).toEqual([true, true, true]);
    // The frame begins where the band ends: nothing of the screen lies under it.
    const frame = await page.locator('.frame').boundingBox();
    expect(frame?.y).toBeGreaterThanOrEqual(height);
  });

  test('leaves a data folder that a kiosk refuses by name', async () => {
    const kiosk = await startKiosk({ data: folder.path });
    try {
      await expect(kiosk.page.getByText('library-preview')).toBeVisible();
      await expect(kiosk.page.locator('.preview-band')).toHaveCount(0);
    } finally {
      await kiosk.stop();
    }
  });
});

test('renkei preview opens the kiosk, builds again at a save and leaves nothing behind', async () => {
  const before = previewFolders();
  const verb = spawn(
    process.execPath,
    [
      join(ROOT, 'content', 'cli', 'renkei.mjs'),
      'preview',
      copy,
      '--venue',
      'arakawa-kuyakusho',
      '--lang',
      'ja',
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [verb.stdout, verb.stderr]) stream.on('data', (more) => (said += String(more)));
  const ended = new Promise<number | null>((resolve) => verb.once('close', resolve));
  try {
    await expect.poll(() => said, { timeout: 50_000 }).toContain('開いている画面が新しくなります');
    expect(previewFolders().length).toBe(before.length + 1);
    save('base/towns.yaml', '- town: 012068 釧路市', '- town: 012069 釧路市');
    await expect.poll(() => said, { timeout: 30_000 }).toContain('画面は前のままです');
    expect(said).toContain('base/towns.yaml:3: エラー [unknown-reference]');
  } finally {
    verb.kill('SIGINT');
  }
  expect(await ended).toBe(130);
  expect(previewFolders()).toEqual(before);
});

test('renkei preview refuses a hall that is not there, with those that are', async () => {
  const verb = spawn(
    process.execPath,
    [join(ROOT, 'content', 'cli', 'renkei.mjs'), 'preview', copy, '--venue', 'nowhere'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  verb.stderr.on('data', (more) => (said += String(more)));
  expect(await new Promise((resolve) => verb.once('close', resolve))).toBe(2);
  expect(said).toContain('会場「nowhere」はありません');
  expect(said).toContain('arakawa-kuyakusho');
});

function previewFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('renkei-preview-'));
}
