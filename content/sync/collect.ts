/** Removes what no kept set needs: old packs, pictures nobody names any more, parts of given-up transfers. */
import { rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, listNames } from '../disk.ts';
import { blobPath, type LibraryEntry, packPath } from '../pack/library.ts';
import { type ProgramEntry, programPath } from '../pack/program-target.ts';

export type Keep = {
  /** Packs of every kept set. */
  readonly packs: readonly LibraryEntry[];
  /** Programs of every kept set. */
  readonly programs: readonly ProgramEntry[];
  /** Hashes of every picture and film of every kept set; null when one of those sets could not be read. */
  readonly blobs: ReadonlySet<string> | null;
};

/**
 * Clears a data folder. Interrupted, it has only removed less. Names that are not ours stay.
 *
 * @returns files removed
 */
export function collect(dataDir: string, keep: Keep): number {
  const packs = new Set(keep.packs.map(packPath));
  let removed = 0;
  for (const packId of listNames(join(dataDir, 'packs'))) {
    removed += clear(join(dataDir, 'packs', packId), (name) => {
      return /^\d+-[0-9a-f]{64}\.sqlite$/.test(name) && !packs.has(`packs/${packId}/${name}`);
    });
  }
  const programs = new Set(keep.programs.map(programPath));
  removed += clear(join(dataDir, 'programs'), (name) => {
    return /^\d+-[0-9a-f]{64}\.json$/.test(name) && !programs.has(`programs/${name}`);
  });
  const { blobs } = keep;
  // An unreadable set may need any of them: better too many than one too few.
  if (blobs === null) return removed;
  for (const prefix of listNames(join(dataDir, 'blobs'))) {
    removed += clear(join(dataDir, 'blobs', prefix), (name) => {
      return /^[0-9a-f]{64}$/.test(name) && blobPath(name) === `blobs/${prefix}/${name}` && !blobs.has(name);
    });
  }
  return removed;
}

/** Removes parts in `staging/` other than those of `wanted` (hashes), which the next try goes on with. */
export function clearParts(stagingFolder: string, wanted: ReadonlySet<string>): void {
  for (const name of listNames(stagingFolder)) {
    const sha256 = /^([0-9a-f]{64})\.part$/.exec(name)?.[1];
    if (sha256 !== undefined && !wanted.has(sha256)) rmSync(join(stagingFolder, name), { force: true });
  }
}

function clear(folder: string, unwanted: (name: string) => boolean): number {
  const names = listNames(folder).filter(unwanted);
  for (const name of names) rmSync(join(folder, name), { force: true });
  try {
    if (names.length > 0) rmdirSync(folder);
  } catch (error) {
    // Others are still in it.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
  return names.length;
}
