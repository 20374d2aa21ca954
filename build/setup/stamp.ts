/** Remembers by content hash from which inputs an output was made, so that it is made again only when needed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * One hash over names and contents of all files below the given paths. Hidden files and
 * node_modules do not count; a path that does not exist counts as such.
 *
 * @param root folder the paths are relative to, so that a moved repository keeps its hash
 * @returns 64 hex digits
 */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(root, path)) {
      const bytes = readFileSync(join(root, file));
      hash.update(`${file.split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** @returns whether the stamp file holds exactly this fingerprint */
export function hasStamp(file: string, value: string): boolean {
  try {
    return readFileSync(file, 'utf8') === value;
  } catch {
    return false;
  }
}

export function writeStamp(file: string, value: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** Files in a fixed order (by name), relative to `root`. */
function* filesBelow(root: string, path: string): Generator<string> {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found?.isFile()) yield path;
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(join(root, path)).sort()) {
    if (!name.startsWith('.') && name !== 'node_modules') yield* filesBelow(root, join(path, name));
  }
}
