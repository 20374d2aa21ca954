/** Rewrites packs of a data folder past our own tools: bytes, rows, and the list that names them. Needs no test runner. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LIBRARY_FILE,
  type LibraryEntry,
  type LibraryManifest,
  packPath,
  parseLibrary,
} from '../../content/pack/library.ts';
import { DatabaseSync } from '../../content/sqlite.ts';

export function readManifest(dataDir: string): LibraryManifest {
  const manifest = parseLibrary(readFileSync(join(dataDir, LIBRARY_FILE), 'utf8'));
  if (manifest === undefined) throw new Error('library.json is not an active set');
  return manifest;
}

/** Writes `library.json` as somebody else would: nothing is checked. */
export function writeManifest(dataDir: string, manifest: unknown): void {
  writeFileSync(join(dataDir, LIBRARY_FILE), JSON.stringify(manifest));
}

export function entryOf(dataDir: string, packId: string): LibraryEntry {
  const entry = readManifest(dataDir).packs.find((one) => one.packId === packId);
  if (!entry) throw new Error(`no pack ${packId}`);
  return entry;
}

export function fileOf(dataDir: string, packId: string): string {
  return join(dataDir, packPath(entryOf(dataDir, packId)));
}

/** Changes the bytes of a pack and leaves its name and the active set as they are. */
export function changeBytes(
  dataDir: string,
  packId: string,
  change: (bytes: Buffer) => Buffer | undefined,
): void {
  const path = fileOf(dataDir, packId);
  const bytes = readFileSync(path);
  writeFileSync(path, change(bytes) ?? bytes);
}

/** Runs SQL in a pack and leaves its name and the active set as they are. */
export function changeRows(dataDir: string, packId: string, ...sql: readonly string[]): void {
  // SQLite guards its own tables unless it is told not to.
  const database = new DatabaseSync(fileOf(dataDir, packId), { defensive: false });
  for (const statement of sql) database.exec(statement);
  database.close();
}

/** Writes size and hash of what now is in the file of a pack into the active set, and moves it there. */
export function rehash(dataDir: string, packId: string): void {
  const { packs } = readManifest(dataDir);
  const changed = packs.map((entry) => {
    if (entry.packId !== packId) return entry;
    const bytes = readFileSync(join(dataDir, packPath(entry)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const moved = { ...entry, sha256, sizeBytes: bytes.length };
    rmSync(join(dataDir, packPath(entry)));
    writeFileSync(join(dataDir, packPath(moved)), bytes);
    return moved;
  });
  writeManifest(dataDir, { packs: changed });
}
