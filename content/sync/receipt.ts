/** Writes the receipt of an import to its stick. Nothing that happens here changes how the import ended. */

import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '../disk.ts';
import { tokyoTime } from '../pack/days.ts';
import {
  MAX_RECEIPT_BYTES,
  RECEIPT_FOLDER,
  RECEIPT_KIND,
  RECEIPT_VERSION,
  type Receipt,
  type ReceiptFacts,
  receiptFile,
} from '../pack/receipt.ts';
import { hashOfSet, readSet } from './library-file.ts';
import { freeBytes } from './room.ts';
import { readSets } from './sets.ts';

/** What the kiosk runs at this moment. @param dataDir absolute path */
export async function makeReceipt(
  dataDir: string,
  facts: ReceiptFacts,
  outcome: string,
  nowMs: number,
): Promise<Receipt> {
  const { current, newestSignedMs } = await readSets(dataDir);
  const set = readSet(dataDir, 'current');
  const { kioskId, venueId, venueName, appVersion, health, counts } = facts;
  return {
    kind: RECEIPT_KIND,
    version: RECEIPT_VERSION,
    kioskId,
    venueId,
    venueName,
    at: tokyoTime(Math.max(nowMs, newestSignedMs)),
    clockBelieved: nowMs >= newestSignedMs,
    appVersion,
    setId: set === undefined ? null : hashOfSet(set.text),
    packs: (current ?? []).map(({ packId, version, kind, signed }) => ({
      packId,
      version,
      kind,
      date: signed?.date ?? null,
      title: signed?.title ?? null,
    })),
    outcome,
    health: { ...health, freeBytes: await freeBytes(dataDir).catch(() => null) },
    counts,
  };
}

/**
 * Leaves a receipt on a stick: whole and on the stick when this resolves, or not there. A stick that was
 * found somewhere may hold links; none is followed out of it.
 *
 * @param folder the repository on the stick
 * @returns      name of the file; null when it cannot be written (read-only, full, pulled out, a trap)
 */
export async function writeReceipt(folder: string, receipt: Receipt): Promise<string | null> {
  const text = textOf(receipt);
  if (text === null) return null;
  const shelf = join(folder, RECEIPT_FOLDER);
  const name = receiptFile(receipt);
  const temporary = join(shelf, `.${randomUUID()}.tmp`);
  try {
    await mkdir(shelf).catch(() => undefined);
    if (!(await lstat(shelf)).isDirectory()) return null;
    // `O_EXCL`: a name that is there already, a link above all, is never written through.
    const file = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(shelf, name));
    flushFolder(shelf);
    return name;
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return null;
  }
}

/** Counts that would make it too long are left out; null when it is too long even so. */
function textOf(receipt: Receipt): string | null {
  for (const one of [receipt, { ...receipt, counts: null }]) {
    const text = `${JSON.stringify(one, null, 2)}\n`;
    if (Buffer.byteLength(text) <= MAX_RECEIPT_BYTES) return text;
  }
  return null;
}
