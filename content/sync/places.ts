/** Where things are, in a data folder and in a repository. */
import { join } from 'node:path';
import { blobPath, type LibraryEntry, packPath } from '../pack/library.ts';
import { type ProgramEntry, programPath } from '../pack/program-target.ts';

/** Everything not yet proven; a data folder of its own inside `staging/`, so that `openPack` can prove it. */
export function stagingOf(dataDir: string): string {
  return join(dataDir, 'staging', 'sync');
}

/** A file that is still arriving. */
export function partOf(dataDir: string, sha256: string): string {
  return join(stagingOf(dataDir), `${sha256}.part`);
}

/** A pack in a data folder. */
export function packFile(dataDir: string, entry: LibraryEntry): string {
  return join(dataDir, ...packPath(entry).split('/'));
}

/** The program in a data folder. */
export function programFile(dataDir: string, entry: ProgramEntry): string {
  return join(dataDir, ...programPath(entry).split('/'));
}

/** A picture or film in a data folder. */
export function blobFile(dataDir: string, sha256: string): string {
  return join(dataDir, ...blobPath(sha256).split('/'));
}

/** A picture or film in a repository: as in a data folder. */
export { blobPath as blobInRepository };
