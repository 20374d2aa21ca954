/** Free room on the disk of the data folder. */
import { statfs } from 'node:fs/promises';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { onDisk } from './work.ts';

/** For folders, documents and the file system's own needs. */
const MARGIN_BYTES = 2_000_000;

/** Tells the bytes an ordinary user can still write. Handed in, so that tests can fill the disk. */
export type FreeBytes = (folder: string) => Promise<number>;

export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/**
 * Clause 4.7: looked at before the first byte is written.
 *
 * @throws {SyncRefused} `no-room` when less than the floor would remain
 */
export async function requireRoom(
  free: FreeBytes,
  folder: string,
  neededBytes: number,
  floorBytes: number,
): Promise<void> {
  if (neededBytes <= 0) return;
  const freeNow = await onDisk('', () => free(folder));
  if (freeNow - neededBytes - MARGIN_BYTES >= floorBytes) return;
  const detail = `${freeNow} free, ${neededBytes} needed, ${floorBytes} must stay`;
  throw new SyncRefused('no-room', '', detail);
}
