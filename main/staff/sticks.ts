/**
 * The USB sticks that are plugged in, as the system has mounted them. The page only ever learns an id and
 * a name; which folder that is, main looks up again at every use.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync, statfsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Stick } from '../ipc/contract.ts';

export type PluggedStick = Stick & {
  readonly folder: string;
  /** Where on it content of ours lies; null: none was seen. */
  readonly repository: string | null;
};

/** What the watch for content has found. */
export type WithContent = { readonly mount: string; readonly folder: string };

/** Where Linux desktops mount what is plugged in. */
const MOUNTED = /^\/(media|run\/media)\//;
/** A: and B: were floppy disks, C: is the system. */
const DRIVES = 'DEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * @param extra   a folder that counts as a stick as well: a share, or one mounted by hand
 * @param content sticks on which content was seen; they count wherever they are mounted
 */
export function pluggedSticks(
  extra: string | undefined,
  content: readonly WithContent[],
): readonly PluggedStick[] {
  const folders = process.platform === 'win32' ? drives() : mounts();
  const all = new Set([
    ...(extra === undefined ? [] : [extra]),
    ...folders,
    ...content.map(({ mount }) => mount),
  ]);
  return [...all].filter(isThere).map((folder) => stickAt(folder, content));
}

function mounts(): readonly string[] {
  return mountPoints(textOf('/proc/mounts')).filter((folder) => MOUNTED.test(folder));
}

/** Second column of /proc/mounts; a blank is written `\040`. */
export function mountPoints(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((folder) => folder !== '')
    .map((folder) =>
      folder.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
    );
}

function drives(): readonly string[] {
  return [...DRIVES].map((letter) => `${letter}:\\`);
}

function stickAt(folder: string, content: readonly WithContent[]): PluggedStick {
  const repository = content.find(({ mount }) => mount === folder)?.folder ?? null;
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return {
    id,
    name: basename(folder) || folder,
    writable: isWritable(folder),
    content: repository !== null,
    folder,
    repository,
  };
}

function isThere(folder: string): boolean {
  try {
    statfsSync(folder);
    return true;
  } catch {
    return false;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
