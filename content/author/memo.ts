/**
 * What was worked out for single records of a source (a list's row that was read, a text that got its readings, an
 * entry of the search), remembered by content, all of one pack in one file of the cache. With or without it the
 * results are the same.
 */
import { createHash } from 'node:crypto';
import type { Cache } from './cache.ts';

export type Memo = {
  /**
   * @param kind what is worked out
   * @param from everything that the result depends on, beside the program
   * @param make gives plain data: what JSON gives back as it was
   */
  readonly of: <T>(kind: string, from: string, make: () => T) => T;
  /** Keeps what was asked for since it was opened; the rest is forgotten. */
  readonly save: () => void;
};

/** Works everything out anew. */
export const NO_MEMO: Memo = { of: (_kind, _from, make) => make(), save: () => undefined };

/**
 * @param name of the whole; names the program as well, where the code decides what comes out
 */
export function openMemo(cache: Cache, name: string): Memo {
  const known = recall(cache, name);
  const used = new Map<string, unknown>();
  let isNew = false;
  return {
    of: <T>(kind: string, from: string, make: () => T): T => {
      const key = keyOf(kind, from);
      const before = used.get(key) ?? known.get(key);
      // The cache proved that these are the bytes we kept under this name: the shape is the one that was kept.
      const value = before === undefined ? make() : (before as T);
      if (before === undefined) isNew = true;
      used.set(key, value);
      return value;
    },
    save: () => {
      if (isNew || used.size < known.size) cache.keep('memos', name, [...used]);
    },
  };
}

/** Half of SHA-256 in Base64: short, and two contents never meet. */
const KEY_LETTERS = 22;

function keyOf(kind: string, from: string): string {
  return createHash('sha256').update(kind).update('\0').update(from).digest('base64').slice(0, KEY_LETTERS);
}

function recall(cache: Cache, name: string): ReadonlyMap<string, unknown> {
  const kept = cache.recall('memos', name);
  return new Map(Array.isArray(kept) ? (kept as [string, unknown][]) : []);
}
