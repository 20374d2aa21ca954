/**
 * The USB sticks that are plugged in, as the system has mounted them. The page only ever learns an id and
 * a name; which folder that is, main looks up again at every use.
 */
import { createHash } from 'node:crypto';
import { readFile, statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Stick } from '../ipc/contract.ts';
import { DRIVES, isWritable, MOUNTS_FILE, mountPoints } from '../mounts.ts';

export type PluggedStick = Stick & {
  readonly folder: string;
  /** Where on it content of ours lies; null: none was seen. */
  readonly repository: string | null;
};

/** What the watch for content has found. */
export type WithContent = { readonly mount: string; readonly folder: string };

/** Where Linux desktops mount what is plugged in. */
const MOUNTED = /^\/(media|run\/media)\//;

/**
 * @param extra   a folder that counts as a stick as well: a share, or one mounted by hand
 * @param content sticks on which content was seen; they count wherever they are mounted
 */
export async function pluggedSticks(
  extra: string | undefined,
  content: readonly WithContent[],
): Promise<readonly PluggedStick[]> {
  const folders = process.platform === 'win32' ? DRIVES : await mounted();
  const all = new Set([
    ...(extra === undefined ? [] : [extra]),
    ...folders,
    ...content.map(({ mount }) => mount),
  ]);
  const sticks = await Promise.all([...all].map((folder) => stickAt(folder, content)));
  return sticks.filter((stick) => stick !== null);
}

async function mounted(): Promise<readonly string[]> {
  const text = await readFile(MOUNTS_FILE, 'utf8').catch(() => '');
  return mountPoints(text).filter((folder) => MOUNTED.test(folder));
}

/** @returns null where nothing is plugged in any more */
async function stickAt(folder: string, content: readonly WithContent[]): Promise<PluggedStick | null> {
  const there = await statfs(folder).catch(() => null);
  if (there === null) return null;
  const repository = content.find(({ mount }) => mount === folder)?.folder ?? null;
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return {
    id,
    name: basename(folder) || folder,
    writable: await isWritable(folder),
    content: repository !== null,
    folder,
    repository,
  };
}
