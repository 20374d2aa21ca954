/**
 * What the author room remembers between runs, per user: facts of files, recipes carried out, and the bytes
 * they made, by hash. It only ever saves time: with or without it the same source gives the same packs.
 * Several runs may use it at once; a damaged entry counts as none.
 */

import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY_MS } from '../pack/days.ts';

export type Cache = {
  /**
   * What was kept under `key`, or undefined. A file that is not as it was written counts as none; the caller
   * proves the shape where another program may have written it.
   */
  readonly recall: (kind: CacheKind, key: string) => unknown;
  readonly keep: (kind: CacheKind, key: string, value: unknown) => void;
  /** Keeps bytes; they are found again by their SHA-256. */
  readonly keepBytes: (bytes: Uint8Array, sha256: string) => void;
  /** Copies kept bytes to a new file. @returns false when they are not there or are damaged */
  readonly copyBytes: (sha256: string, to: string) => boolean;
  readonly hasBytes: (sha256: string, sizeBytes: number) => boolean;
  /** The clock it was opened with. */
  readonly nowMs: () => number;
};

/**
 * Facts of a file by path and time; pictures by hash and recipe; packs by everything they are made of; memos of
 * single records by program and place (`memo.ts`).
 */
export type CacheKind = 'files' | 'pictures' | 'pages' | 'packs' | 'memos';

/** Remembers nothing: for whoever needs no files made. */
export const NO_CACHE: Cache = {
  recall: () => undefined,
  keep: () => undefined,
  keepBytes: () => undefined,
  copyBytes: () => false,
  hasBytes: () => false,
  nowMs: () => 0,
};

/**
 * Opens the cache in a folder, which is made when it is missing.
 *
 * @param folder absolute path
 * @param nowMs  the clock; entries that were not used for long are swept away by it
 */
export function openCache(folder: string, nowMs: () => number): Cache {
  const valuePath = (kind: CacheKind, key: string): string => {
    const name = sha256Of(key);
    return join(folder, kind, name.slice(0, 2), `${name}.json`);
  };
  const bytesPath = (sha256: string): string => join(folder, 'objects', sha256.slice(0, 2), sha256);
  return {
    recall: (kind, key) => readValue(valuePath(kind, key), key, nowMs()),
    keep: (kind, key, value) => {
      const text = JSON.stringify(value);
      place(valuePath(kind, key), (temporary) => writeFileSync(temporary, `${sumOf(key, text)}\n${text}`));
    },
    keepBytes: (bytes, sha256) => {
      if (sizeOf(bytesPath(sha256)) === bytes.length) return;
      place(bytesPath(sha256), (temporary) => writeFileSync(temporary, bytes));
    },
    copyBytes: (sha256, to) => copyProven(bytesPath(sha256), sha256, to),
    hasBytes: (sha256, sizeBytes) => {
      touch(bytesPath(sha256), nowMs());
      return sizeOf(bytesPath(sha256)) === sizeBytes;
    },
    nowMs,
  };
}

/** Of the key as well: a file under another's name is not believed. */
function sumOf(key: string, text: string): string {
  return createHash('sha256').update(key).update('\0').update(text).digest('hex');
}

/** @returns undefined when there is none, or it is not as it was written */
function readValue(path: string, key: string, now: number): unknown {
  try {
    const kept = readFileSync(path, 'utf8');
    const end = kept.indexOf('\n');
    const text = kept.slice(end + 1);
    if (kept.slice(0, end) !== sumOf(key, text)) return undefined;
    const value: unknown = JSON.parse(text);
    touch(path, now);
    return value;
  } catch {
    return undefined;
  }
}

/** The copy is what is proved: the original may change at any time. */
function copyProven(from: string, sha256: string, to: string): boolean {
  try {
    return place(to, (temporary) => {
      copyFileSync(from, temporary, constants.COPYFILE_FICLONE);
      if (sha256Of(readFileSync(temporary)) !== sha256) throw new Error(`${sha256} is damaged`);
    });
  } catch {
    // Made anew, it is kept anew: a damaged one must not stand in its way.
    rmSync(from, { force: true });
    return false;
  }
}

let count = 0;

/** Gives a file its name when it is whole. No flush: what a power cut takes is made again. */
function place(path: string, write: (temporary: string) => void): true {
  mkdirSync(dirname(path), { recursive: true });
  count += 1;
  const temporary = `${path}.${process.pid}-${count}.tmp`;
  try {
    write(temporary);
    renameSync(temporary, path);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

/** Says that an entry is in use, so that `sweepCache` keeps it. Once a day is enough. */
function touch(path: string, now: number): void {
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined || now - modified < DAY_MS) return;
  try {
    utimesSync(path, new Date(now), new Date(now));
  } catch {
    // A cache of somebody else may be read-only; then it is theirs to keep.
  }
}

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
