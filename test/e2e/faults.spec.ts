/** A broken pack is named on a page for staff. It must never become an empty screen. */
import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { axeFaults } from '../../build/bench/screen/axe.ts';
import { LIBRARY_FILE, packPath, parseLibrary } from '../../content/pack/library.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import { openStateDatabase } from '../../main/state/database.ts';
import { openSettings } from '../../main/state/settings.ts';
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import { copyOfData, type Started, startKiosk } from './kiosk.ts';

type Damage = {
  readonly fact: string;
  readonly code: Fault['code'];
  readonly damage: (pack: string, folder: string) => void;
  /** Staff put up their notice before. */
  readonly notice?: true;
};

const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;

const DAMAGES: readonly Damage[] = [
  {
    fact: 'that is not SQLite',
    code: 'pack-not-sqlite',
    damage: (pack) => writeFileSync(pack, 'これはパックではありません。'.repeat(100)),
  },
  {
    fact: 'with another application id',
    code: 'pack-wrong-application',
    damage: (pack) => overwrite(pack, APPLICATION_ID_OFFSET, [0, 0, 0, 1]),
  },
  {
    fact: 'of a FORMAT that is too new',
    code: 'pack-too-new',
    damage: (pack) => overwrite(pack, USER_VERSION_OFFSET, [0, 0, 0, 99]),
  },
  {
    fact: 'that is cut off',
    code: 'pack-damaged',
    damage: (pack) => truncateSync(pack, Math.floor(readFileSync(pack).length / 2)),
  },
  {
    fact: 'with one changed byte',
    code: 'pack-altered',
    damage: (pack) => {
      const at = readFileSync(pack).length - 100;
      overwrite(pack, at, [(readFileSync(pack)[at] ?? 0) ^ 1]);
    },
  },
  { fact: 'that is missing', code: 'pack-missing', damage: (pack) => rmSync(pack) },
  {
    fact: 'whose list cannot be read',
    code: 'library-unreadable',
    damage: (_pack, folder) => writeFileSync(join(folder, 'library.json'), '{"packs": ['),
  },
  {
    fact: 'without a list',
    code: 'library-missing',
    damage: (_pack, folder) => {
      rmSync(join(folder, 'library.json'));
      putUpNotice(folder);
    },
    notice: true,
  },
];

function overwrite(path: string, at: number, bytes: readonly number[]): void {
  chmodSync(path, 0o644);
  const handle = openSync(path, 'r+');
  writeSync(handle, Uint8Array.from(bytes), 0, bytes.length, at);
  closeSync(handle);
}

function packFile(folder: string, id: string): string {
  const entry = parseLibrary(readFileSync(join(folder, LIBRARY_FILE), 'utf8'))?.packs.find(
    (pack) => pack.packId === id,
  );
  if (!entry) throw new Error(`the default content has no pack ${id}`);
  return join(folder, packPath(entry));
}

function putUpNotice(folder: string): void {
  const opened = openStateDatabase(folder, Date.now);
  if (!opened.ok) throw new Error(opened.detail);
  openSettings(opened.database).write({ notice: true });
  opened.database.close();
}

async function startWith(damage: (folder: string) => void): Promise<Started & { readonly folder: string }> {
  const { folder, remove } = copyOfData();
  damage(folder);
  const started = await startKiosk({ data: folder, writable: true });
  return {
    ...started,
    folder,
    stop: async () => {
      await started.stop();
      remove();
    },
  };
}

for (const { fact, code, damage, notice } of DAMAGES) {
  test(`a base pack ${fact} shows the staff page with ${code}`, async () => {
    const started = await startWith((folder) => damage(packFile(folder, 'base'), folder));
    try {
      await expect(started.page.getByText(code, { exact: false }).first()).toBeVisible();
      await expect(started.page.getByText('職員').first()).toBeVisible();
      await expect(started.page.locator('h1')).toHaveCount(1);
      expect(started.kiosk.output()).toContain(code);
      if (notice) await expect(started.page.getByRole('alert')).toContainText(ja.disaster.follow);
      else await expect(started.page.getByRole('alert')).toHaveCount(0);
      expect(await axeFaults(started.page, fact)).toEqual([]);
    } finally {
      await started.stop();
    }
  });
}

test('a broken exhibition pack is named to staff while visitors go on with the rest', async () => {
  const started = await startWith((folder) => truncateSync(packFile(folder, 'exhibition-hiroshima-9'), 5000));
  try {
    await expect(started.page.getByRole('complementary', { name: '職員の方へ' })).toContainText(
      'exhibition-hiroshima-9',
    );
    await started.page.getByRole('button', { name: 'くわしく' }).click();
    await expect(started.page.getByText('pack-damaged').first()).toBeVisible();
    expect(await axeFaults(started.page, 'notice for staff')).toEqual([]);
    await expect(started.page.getByRole('button', { name: /^地図でさがす/ })).toBeVisible();
  } finally {
    await started.stop();
  }
});
