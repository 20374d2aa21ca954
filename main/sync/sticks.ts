/**
 * Watches for USB sticks that carry a repository of ours. Linux: what is mounted below the usual folders,
 * noticed by the folders themselves and by the list of mounts; Windows: the drive letters. Nothing on a
 * stick is read here but names and sizes; whether it may be believed, sync says.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { DRIVES, isWritable, MOUNTS_FILE, mountPoints } from '../mounts.ts';
import { foldersIn, repositoryIn } from './find-repository.ts';

export type RepositoryStick = {
  /** The repository: the stick itself or a folder on it. */
  readonly folder: string;
  /** The stick. */
  readonly mount: string;
  /** Its name as the system shows it. */
  readonly name: string;
  /** Receipts can be left on it. */
  readonly writable: boolean;
};

export type StickWatch = {
  /** Sticks with a repository at this moment, by folder. */
  readonly present: () => readonly RepositoryStick[];
  /** @returns ends it */
  readonly subscribe: (listener: (sticks: readonly RepositoryStick[]) => void) => () => void;
  /** Looks now; resolves when `present` is up to date. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
};

export type StickPlaces = {
  readonly platform: NodeJS.Platform;
  /** Folders below which sticks are mounted, or lie as plain folders. */
  readonly roots: readonly string[];
  /** List of mounts that changes with every stick; null: there is none. */
  readonly mounts: string | null;
  /** Folders that count as sticks wherever they are. */
  readonly extra: readonly string[];
  readonly everyMs: number;
};

/** Where systems mount sticks, and how often the list of mounts is compared: one short read. */
export function usualPlaces(platform: NodeJS.Platform, extra: readonly string[]): StickPlaces {
  const linux = platform === 'linux';
  return {
    platform,
    roots: linux ? ['/media', '/run/media', '/mnt'] : platform === 'darwin' ? ['/Volumes'] : [],
    mounts: linux ? MOUNTS_FILE : null,
    extra,
    everyMs: 3_000,
  };
}

/** A folder event comes before the mount it announces is done. */
const SETTLE_MS = 300;

export function watchSticks(places: StickPlaces): StickWatch {
  const listeners = new Set<(sticks: readonly RepositoryStick[]) => void>();
  const watchers = new Map<string, FSWatcher>();
  let sticks: readonly RepositoryStick[] = [];
  let mounts = '';
  let settling: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let closed = false;

  async function lookNow(): Promise<void> {
    const found = await findSticks(places);
    if (closed) return;
    await watchFolders();
    if (JSON.stringify(found) === JSON.stringify(sticks)) return;
    sticks = found;
    for (const listener of [...listeners]) listener(found);
  }

  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    return looking;
  }

  function soon(): void {
    clearTimeout(settling);
    settling = setTimeout(() => void look(), SETTLE_MS);
  }

  /** Roots and the folders in them: desktops mount below a folder named after the user. */
  async function watchFolders(): Promise<void> {
    const levels = await Promise.all(places.roots.map(foldersIn));
    const extra = places.extra.flatMap((folder) => [folder, dirname(folder)]);
    const wanted = new Set([...places.roots, ...levels.flat(), ...extra]);
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) if (!watchers.has(folder)) watchFolder(folder);
  }

  function watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, soon);
      // Gone again: the watch of the folder above tells.
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // Not there, or not for us: the list of mounts still tells.
    }
  }

  const timer = setInterval(() => {
    void mountsOf(places).then((now) => {
      if (now !== null && now === mounts) return;
      mounts = now ?? '';
      void look();
    });
  }, places.everyMs);
  timer.unref();
  void look();

  return {
    present: () => sticks,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // What lies there now, not what a look that began before saw.
    look: async () => {
      await looking;
      await look();
    },
    close: () => {
      closed = true;
      clearInterval(timer);
      clearTimeout(settling);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      listeners.clear();
    },
  };
}

/** @returns null where no such list is kept */
function mountsOf({ mounts }: StickPlaces): Promise<string | null> {
  return mounts === null ? Promise.resolve(null) : readFile(mounts, 'utf8').catch(() => null);
}

async function findSticks(places: StickPlaces): Promise<readonly RepositoryStick[]> {
  const found = await Promise.all((await candidates(places)).map(stickAt));
  const sticks = new Map<string, RepositoryStick>();
  for (const stick of found) {
    const known = stick === null ? undefined : sticks.get(stick.folder);
    // The folder of a user is not the stick that lies in it.
    if (stick !== null && (known?.mount.length ?? 0) < stick.mount.length) sticks.set(stick.folder, stick);
  }
  return [...sticks.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

async function candidates(places: StickPlaces): Promise<readonly string[]> {
  if (places.platform === 'win32') return [...places.extra, ...DRIVES];
  const first = (await Promise.all(places.roots.map(foldersIn))).flat();
  const second = (await Promise.all(first.map(foldersIn))).flat();
  const below = (folder: string): boolean => places.roots.some((root) => folder.startsWith(`${root}/`));
  const mounted = mountPoints((await mountsOf(places)) ?? '').filter(below);
  const all = [...places.extra, ...mounted, ...first, ...second];
  // A repository's own folders are no sticks.
  return [...new Set(all)].filter((folder) => !/[\\/](metadata|targets|blobs|renkei-receipts)$/.test(folder));
}

async function stickAt(mount: string): Promise<RepositoryStick | null> {
  const folder = await repositoryIn(mount);
  if (folder === null) return null;
  return { folder, mount, name: basename(mount) || mount, writable: await isWritable(folder) };
}
