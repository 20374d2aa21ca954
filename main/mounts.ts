/** Where systems mount what is plugged in: the list of mounts on Linux, drive letters on Windows. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/** A: and B: were floppy disks, C: is the system. */
export const DRIVES: readonly string[] = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
/** Linux keeps it up to date by itself. */
export const MOUNTS_FILE = '/proc/mounts';

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

/** Asked beside the event loop: a stick that hangs holds up nobody else. */
export function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
