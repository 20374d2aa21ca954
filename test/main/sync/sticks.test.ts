/** Sticks as plain folders below a root of the test's own; one test mounts a real one where it may. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type RepositoryStick,
  type StickWatch,
  usualPlaces,
  watchSticks,
} from '../../../main/sync/sticks.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';

let watching: StickWatch | null = null;
afterEach(() => watching?.close());

function watchIn(root: string, extra: readonly string[] = []): StickWatch {
  watching = watchSticks({ platform: 'linux', roots: [root], mounts: null, extra, everyMs: 60_000 });
  return watching;
}

function makeStick(folder: string): string {
  writeFiles(folder, { 'metadata/1.root.json': '{}', 'metadata/timestamp.json': '{}' });
  return folder;
}

const folders = (sticks: readonly RepositoryStick[]): readonly string[] => sticks.map(({ folder }) => folder);

describe('watchSticks', () => {
  it('finds what is plugged in already, on the stick itself or in a folder of it', async () => {
    const root = tempFolder();
    const one = makeStick(join(root, 'ONE'));
    const two = makeStick(join(root, 'user', 'TWO', 'renkei'));
    const watch = watchIn(root);
    await watch.look();
    expect(watch.present()).toEqual([
      { folder: one, mount: one, name: 'ONE', writable: true },
      { folder: two, mount: join(root, 'user', 'TWO'), name: 'TWO', writable: true },
    ]);
  });

  it('tells of a stick that comes and of its going, by itself', async () => {
    const root = tempFolder();
    mkdirSync(join(root, 'user'));
    const watch = watchIn(root);
    await watch.look();
    const told: (readonly string[])[] = [];
    watch.subscribe((sticks) => told.push(folders(sticks)));
    const away = makeStick(join(tempFolder(), 'STICK'));
    const here = join(root, 'user', 'STICK');
    renameSync(away, here);
    await vi.waitFor(() => expect(told).toEqual([[here]]), 5_000);
    rmSync(here, { recursive: true });
    await vi.waitFor(() => expect(told).toEqual([[here], []]), 5_000);
  });

  it('notices a mount over a folder that was there all the time, by the list of mounts', async () => {
    const root = tempFolder();
    mkdirSync(join(root, 'usb'));
    const list = join(tempFolder(), 'mounts');
    writeFileSync(list, '');
    watching = watchSticks({ platform: 'linux', roots: [root], mounts: list, extra: [], everyMs: 50 });
    await watching.look();
    makeStick(join(root, 'usb'));
    writeFileSync(list, `/dev/sdb1 ${join(root, 'usb')} vfat rw,nosuid 0 0\n`);
    await vi.waitFor(() => expect(folders(watching?.present() ?? [])).toEqual([join(root, 'usb')]), 5_000);
  });

  it('takes a folder that somebody named for a stick, wherever it is', async () => {
    const share = makeStick(tempFolder());
    const watch = watchIn(tempFolder(), [share]);
    await watch.look();
    expect(folders(watch.present())).toEqual([share]);
  });

  it.each([
    ['an ordinary stick', (folder: string) => writeFiles(folder, { 'photo.jpg': '' })],
    ['a list without a root', (folder: string) => writeFiles(folder, { 'metadata/timestamp.json': '{}' })],
    [
      'a list that is far too long',
      (folder: string) => writeFiles(makeStick(folder), { 'metadata/timestamp.json': 'x'.repeat(20_000) }),
    ],
    [
      'links in place of files',
      (folder: string) => {
        mkdirSync(folder);
        symlinkSync(join(makeStick(tempFolder()), 'metadata'), join(folder, 'metadata'));
      },
    ],
  ])('does not take %s for ours', async (_what, make) => {
    const root = tempFolder();
    make(join(root, 'STICK'));
    const watch = watchIn(root);
    await watch.look();
    expect(watch.present()).toEqual([]);
  });

  it('lives without any of its folders', async () => {
    const watch = watchIn('/nowhere/at/all');
    await watch.look();
    expect(watch.present()).toEqual([]);
  });

  it('finds a stick that is really mounted, also a read-only one', async ({ skip }) => {
    const root = tempFolder();
    const mount = join(root, 'REAL STICK');
    mkdirSync(mount);
    if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', mount]).status !== 0) skip('mount is not allowed here');
    try {
      makeStick(mount);
      const places = { ...usualPlaces('linux', []), roots: [root] };
      watching = watchSticks(places);
      await watching.look();
      expect(folders(watching.present())).toEqual([mount]);
    } finally {
      watching?.close();
      spawnSync('umount', [mount]);
    }
  });
});
