/**
 * `--tour`: the kiosk walks itself and leaves a picture of every screen; each looks as the one that was kept. Letters
 * and drawings are our own and drawn without a GPU, so another machine of the kind draws the same but for edges of
 * letters: a quarter of the size, softened, up to 6 squares of 8 pixels may differ (`build/look/difference.ts`).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { compareTour, madeWith, SHOWN } from '../../build/look/kept.ts';
import { takeTour } from '../../build/look/tour.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import type { TourPicture } from '../../main/tour.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** `RENKEI_LONG=1`: high contrast too, as `npm run look`. */
const LONG = process.env['RENKEI_LONG'] === '1';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'renkei-tour-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the tour visits every screen in two languages and two orientations without a problem', async () => {
  test.setTimeout(LONG ? 480_000 : 240_000);
  const runtime = await makeReady(quiet, { data: true });
  const { code, said } = await takeTour(runtime, folder, LONG ? ['--themes', 'normal,high'] : []);
  expect(code, said).toBe(0);
  const pictures = JSON.parse(readFileSync(join(folder, 'tour.json'), 'utf8')) as TourPicture[];
  const screens = new Set(pictures.map((picture) => picture.screen));
  expect(pictures).toHaveLength(screens.size * (LONG ? 8 : 4));
  expect(pictures.length).toBeGreaterThanOrEqual(24);
  for (const name of ['home', 'map', 'town', 'ward', 'news', 'article', 'events', 'about', 'search']) {
    expect(screens).toContain(name);
  }
  for (const { file, width, height } of pictures) {
    const bytes = readFileSync(join(folder, file));
    expect(bytes.subarray(0, 4)).toEqual(PNG);
    // PNG header: width and height as 32-bit numbers at 16 and 20.
    expect([file, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([file, width, height]);
  }
});

test('every screen looks as it was kept (else: npm run look, and -- --update where it is meant)', async () => {
  test.setTimeout(120_000);
  const { version } = await makeReady(quiet, { data: true });
  test.skip(madeWith() !== version, `kept with Electron ${madeWith()}; ${version} may end lines elsewhere`);
  const findings = await compareTour(folder, LONG);
  expect(findings, `side by side in ${SHOWN}`).toEqual([]);
});
