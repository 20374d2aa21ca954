/** Finds the repository on a stick: people copy it to the stick itself or into a folder of it. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Most entries of one folder that are looked at. */
const MAX_ENTRIES = 64;
const MAX_TIMESTAMP_BYTES = 16_384;

/** @returns the folder itself, a folder in it, or null */
export async function repositoryIn(folder: string): Promise<string | null> {
  for (const one of [folder, ...(await foldersIn(folder))]) if (await isRepository(one)) return one;
  return null;
}

/** By the look of it: sync says whether it is one. Links do not count. */
async function isRepository(folder: string): Promise<boolean> {
  try {
    const metadata = join(folder, 'metadata');
    if (!(await lstat(metadata)).isDirectory()) return false;
    const root = await lstat(join(metadata, '1.root.json'));
    const timestamp = await lstat(join(metadata, 'timestamp.json'));
    return root.isFile() && timestamp.isFile() && timestamp.size <= MAX_TIMESTAMP_BYTES;
  } catch {
    return false;
  }
}

/** Folders in a folder, sorted; none when it cannot be read. Links and hidden ones do not count. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .slice(0, MAX_ENTRIES)
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}
