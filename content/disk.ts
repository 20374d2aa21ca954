/**
 * Writing that survives a power cut: bytes reach the disk before their name does, and the name before
 * the caller goes on. Used wherever a file is the only copy (`sync/`, `publish/`).
 */
import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Names of files being written; a reader never looks at them and a later run sweeps them away. */
const TEMPORARY = /^\..+\.tmp$/;

/**
 * Replaces a file in one instant: afterwards it holds all of `bytes`, or after any fault what it held
 * before. The folder is made when missing.
 *
 * @throws the file system's error (`ENOSPC`, `EROFS`, `EIO`…); the old file is untouched then
 */
export function writeDurably(path: string, bytes: string | Uint8Array): void {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

/** Makes a folder and its parents; each new name is on the disk when this returns. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let folder = path; folder.length >= first.length; folder = dirname(folder))
    flushFolder(dirname(folder));
}

/** Puts the names in a folder on the disk. Windows does this by itself and refuses to be asked. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As `flushFolder`, several at a time: the file system then writes its journal once for many of them. */
export async function flushFolders(paths: Iterable<string>): Promise<void> {
  if (process.platform === 'win32') return;
  await flushAll([...paths], 'r');
}

/**
 * Puts the bytes of files on the disk, many at a time, as `flushFolders` does for names.
 *
 * @throws the file system's error; what was to be flushed is not to be believed then, whatever it reads
 *         like: a failed flush is not made good by another one
 */
export function flushFiles(paths: readonly string[]): Promise<void> {
  // Windows flushes only what is open for writing.
  return flushAll(paths, 'r+');
}

/** Only this one waits for the disk: opening what was just written does not. */
const flush = promisify(fsync);

/** Flushes at a time; Node has four threads for the disk. */
const FLUSHES = 4;

async function flushAll(paths: readonly string[], flags: string): Promise<void> {
  const queue = [...paths];
  const worker = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const file = openSync(path, flags);
      try {
        await flush(file);
      } finally {
        closeSync(file);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(FLUSHES, queue.length) }, worker));
}

/** Removes an empty folder; one that is not empty, or not there, stays as it is. */
export function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Not empty, in use, or a disk that has become read-only: nobody needs it gone.
  }
}

/** Removes what an interrupted `writeDurably` left in a folder. Nothing happens when there is no folder. */
export function sweepTemporary(folder: string): void {
  for (const name of listNames(folder)) {
    if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Names in a folder, sorted; none when it is not there. */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** `ENOENT` and the like; empty when the error did not come from the system. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
