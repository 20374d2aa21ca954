/** One-tap go-back: the set before becomes the active one again. Going back twice is going forth. */
import { join } from 'node:path';
import { makeFolder } from '../disk.ts';
import { takeLock } from '../lock.ts';
import type { LibraryEntry } from '../pack/library.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { activateAndRead, type OpenSet, openActive } from './finish.ts';
import { hashOfSet, readSet, recoverSwitch } from './library-file.ts';
import { makePackReader } from './pack-reader.ts';
import type { SyncRefusedOutcome } from './sync.ts';
import { openTrust } from './trust.ts';
import { type Clock, diskFault } from './work.ts';

export type RolledBack = {
  readonly ok: true;
  readonly from: readonly LibraryEntry[];
  readonly to: readonly LibraryEntry[];
};

/**
 * Goes back. The set that was left is remembered, so that the next sync does not bring it straight
 * back; something newer it takes.
 *
 * @param dataDir absolute path
 */
export function rollback(
  dataDir: string,
  clock: Clock,
  open: OpenSet = openActive,
): RolledBack | SyncRefusedOutcome {
  let unlock: (() => void) | undefined;
  try {
    makeFolder(dataDir);
    unlock = takeLock(join(dataDir, 'staging'), clock.nowMs());
    if (unlock === undefined) throw new SyncRefused('busy', '', 'the data folder is locked');
    recoverSwitch(dataDir);
    const current = readSet(dataDir, 'current');
    const previous = readSet(dataDir, 'previous');
    if (previous === undefined || previous.text === current?.text)
      throw new SyncRefused('no-previous', '', '');
    const trust = openTrust(dataDir);
    const { verdicts } = makePackReader(trust);
    activateAndRead(dataDir, previous.text, previous.manifest.packs.length, verdicts, open);
    const heldBack = current === undefined ? '' : hashOfSet(current.text);
    trust.remember({ ...trust.seen(), heldBack });
    return { ok: true, from: current?.manifest.packs ?? [], to: previous.manifest.packs };
  } catch (error) {
    const refused = error instanceof SyncRefused ? error : diskFault(error);
    if (refused === undefined) throw error;
    return { ok: false, refusal: refused.refusal };
  } finally {
    unlock?.();
  }
}
