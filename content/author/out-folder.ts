/**
 * The data folder that a build writes into: everything is made in a staging folder, moved to its final name
 * when it is whole, and shown only by the rename of `library.json`. Interrupting it at any moment leaves
 * what was there before.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  blobPath,
  formatLibrary,
  LIBRARY_FILE,
  type LibraryEntry,
  type LibraryManifest,
  packPath,
} from '../pack/library.ts';
import { type Cache, sha256Of } from './cache.ts';
import type { PreparedMedia } from './media/prepare.ts';

export type OutFolder = {
  /** Absolute path of a file in the staging folder. */
  readonly draft: (name: string) => string;
  /** Gives a finished draft its name among the packs. */
  readonly adopt: (draft: string, entry: LibraryEntry) => void;
  /** True when the pack lies there already, byte for byte. */
  readonly holds: (entry: LibraryEntry) => boolean;
  /** Puts the files of a pack's pictures, films and pages there. @returns false when the cache lacks some */
  readonly addBlobs: (media: PreparedMedia, cache: Cache) => boolean;
  /** Makes these packs the active set. */
  readonly activate: (entries: readonly LibraryEntry[]) => void;
  /** Removes the staging folder. Always call it. */
  readonly close: () => void;
};

/**
 * @param out    data folder; made when missing
 * @param format how the active set is written; a preview's is unlike a kiosk's
 * @throws the file system's error when it cannot be written
 */
export function openOut(
  out: string,
  format: (manifest: LibraryManifest) => string = formatLibrary,
): OutFolder {
  const staging = join(out, 'staging', `build-${process.pid}`);
  mkdirSync(dirname(staging), { recursive: true });
  removeStumps(dirname(staging));
  mkdirSync(staging);
  const draft = (name: string): string => join(staging, name);
  return {
    draft,
    adopt: (from, entry) => moveInto(from, join(out, packPath(entry))),
    holds: (entry) => isWhole(join(out, packPath(entry)), entry),
    addBlobs: (media, cache) => {
      const lacking = blobsOf(media).filter((blob) => !addBlob(blob, out, draft(blob.sha256), cache));
      return lacking.length === 0;
    },
    activate: (entries) => {
      writeFileSync(draft(LIBRARY_FILE), format({ packs: entries }));
      moveInto(draft(LIBRARY_FILE), join(out, LIBRARY_FILE));
    },
    close: () => rmSync(staging, { recursive: true, force: true }),
  };
}

/** Removes what builds left behind that were killed; one that still runs keeps its folder. */
function removeStumps(staging: string): void {
  for (const name of readdirSync(staging)) {
    const pid = Number(/^build-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) {
      rmSync(join(staging, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process cannot be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Renames a finished file to its place; its bytes are on the disk before its name is. */
function moveInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  flush(from);
  renameSync(from, to);
  flushFolder(dirname(to));
}

function flush(path: string): void {
  // Windows flushes only what may be written.
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts new names on the disk, where the system can: Windows and some sticks cannot open or flush a folder. */
function flushFolder(path: string): void {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The files themselves are on the disk; at worst a power cut takes the last names back.
  }
}

function isWhole(path: string, { sha256, sizeBytes }: LibraryEntry): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== sizeBytes) return false;
  return sha256Of(readFileSync(path)) === sha256;
}

type Blob = {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Where the file lies as it was handed in; made files lie in the cache. */
  readonly original?: string;
};

function blobsOf({ plan, pictures, pages }: PreparedMedia): readonly Blob[] {
  const made = [...plan.pictures.flatMap(({ sha256 }) => pictures.get(sha256) ?? []), ...pages];
  const films = plan.films.map(({ sha256, sizeBytes, path }) => ({ sha256, sizeBytes, original: path }));
  return [...made.flatMap(({ variants }) => variants), ...films];
}

/** @returns false when the cache does not have it. @throws when a film changed since it was read, or is gone */
function addBlob(blob: Blob, out: string, draft: string, cache: Cache): boolean {
  const path = join(out, blobPath(blob.sha256));
  // Named by its hash and moved there whole: what has the right size is right.
  if (statSync(path, { throwIfNoEntry: false })?.size === blob.sizeBytes) return true;
  if (blob.original === undefined) {
    if (!cache.copyBytes(blob.sha256, draft)) return false;
  } else {
    copyFileSync(blob.original, draft, constants.COPYFILE_FICLONE);
    if (sha256Of(readFileSync(draft)) !== blob.sha256) {
      throw new Error(`${blob.original} がつくっている間に変わりました。もう一度つくってください`);
    }
  }
  moveInto(draft, path);
  return true;
}
