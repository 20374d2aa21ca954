/** `--tour`: the kiosk walks itself and leaves a picture of every screen. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchKiosk } from '../../build/electron/launch.ts';
import { DATA, ROOT } from '../../build/setup/places.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import type { TourPicture } from '../../main/tour.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

test('the tour visits every screen in two languages and two orientations without a problem', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'renkei-tour-'));
  try {
    const runtime = await makeReady(quiet, { data: true });
    const kiosk = await launchKiosk({
      runtime,
      appDir: ROOT,
      args: ['--data', DATA, '--tour', folder],
      reads: [DATA],
      writes: [folder],
      chromium: ['--log-level=3'],
      freshHome: true,
    });
    const { code } = await kiosk.ended;
    expect(code, kiosk.output()).toBe(0);
    const pictures = JSON.parse(readFileSync(join(folder, 'tour.json'), 'utf8')) as TourPicture[];
    const screens = new Set(pictures.map((picture) => picture.screen));
    expect(pictures).toHaveLength(screens.size * 4);
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
