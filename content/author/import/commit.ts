/**
 * Writes several files as one: all of them or none. The new files lie ready in a folder beside the old ones
 * before a list of them is renamed into place; from then on the import is done, and whatever interrupts the
 * renaming (a power cut) is made good by `finishCommit` the next time. An error while renaming is undone.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFolder } from '../../disk.ts';

/** A file to be written, or taken away (`content` null); `path` is relative to the folder, with `/`. */
export type CommitFile = { readonly path: string; readonly content: string | Uint8Array | null };

const STAGING = '.import';
/** The decision: these files are to be renamed into place. */
const LIST = 'commit.json';
/** Of a decision: these files are to be taken away. */
const GONE = 'gone.json';
/** The decision taken back: these files are to be as they were. */
const UNDO = 'undo.json';

/** The part of the file system that a test may let fail. */
export type CommitDisk = { readonly rename: (from: string, to: string) => void };

const DISK: CommitDisk = { rename: renameSync };

/** Whether an import was interrupted while files were renamed: the folder holds part old, part new. */
export function isUnfinished(folder: string): boolean {
  return [LIST, UNDO].some((name) => existsSync(join(folder, STAGING, name)));
}

/** Completes or undoes an import that was interrupted, or clears away one that never was decided. */
export function finishCommit(folder: string): void {
  const staging = join(folder, STAGING);
  if (existsSync(join(staging, UNDO))) {
    for (const path of readList(join(staging, UNDO))) putBack(folder, path);
  } else if (existsSync(join(staging, LIST))) {
    for (const path of readList(join(staging, LIST))) {
      const ready = join(staging, 'new', path);
      if (existsSync(ready)) moveInto(ready, join(folder, path), DISK);
    }
    for (const path of readList(join(staging, GONE))) rmSync(join(folder, path), { force: true });
  }
  rmSync(staging, { recursive: true, force: true });
}

function readList(path: string): readonly string[] {
  return JSON.parse(readFileSync(path, 'utf8')) as readonly string[];
}

/**
 * @param folder absolute; the pack's folder
 * @throws       the file system's error; then every file is as it was before
 */
export function commitFiles(folder: string, files: readonly CommitFile[], disk: CommitDisk = DISK): void {
  if (files.length === 0) return;
  finishCommit(folder);
  const staging = join(folder, STAGING);
  try {
    for (const { path, content } of files) {
      if (content !== null) writeFlushed(join(staging, 'new', path), content);
      keepOld(folder, path);
    }
    const gone = files.filter(({ content }) => content === null);
    writeFlushed(join(staging, GONE), JSON.stringify(gone.map(({ path }) => path)));
    writeFlushed(join(staging, `${LIST}.part`), JSON.stringify(files.map(({ path }) => path)));
    disk.rename(join(staging, `${LIST}.part`), join(staging, LIST));
    flushFolder(staging);
    renameAll(folder, files, disk);
    rmSync(join(staging, LIST));
  } finally {
    // Where even undoing failed, what is needed to undo stays for the next time.
    if (!isUnfinished(folder)) rmSync(staging, { recursive: true, force: true });
  }
}

function renameAll(folder: string, files: readonly CommitFile[], disk: CommitDisk): void {
  try {
    for (const { path, content } of files) {
      if (content === null) rmSync(join(folder, path), { force: true });
      else moveInto(join(folder, STAGING, 'new', path), join(folder, path), disk);
    }
  } catch (cause) {
    // From here on an interruption means undoing, not completing.
    renameSync(join(folder, STAGING, LIST), join(folder, STAGING, UNDO));
    for (const { path } of files) putBack(folder, path);
    rmSync(join(folder, STAGING, UNDO));
    throw cause;
  }
}

function keepOld(folder: string, path: string): void {
  const old = join(folder, path);
  if (existsSync(old)) writeFlushed(join(folder, STAGING, 'old', path), readFileSync(old));
}

function putBack(folder: string, path: string): void {
  const kept = join(folder, STAGING, 'old', path);
  if (existsSync(kept)) renameSync(kept, join(folder, path));
  else rmSync(join(folder, path), { force: true });
}

function moveInto(from: string, to: string, disk: CommitDisk): void {
  mkdirSync(dirname(to), { recursive: true });
  disk.rename(from, to);
  flushFolder(dirname(to));
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(path, 'w');
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
