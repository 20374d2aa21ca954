/** What a data folder has: the active set and the one before, with what the project signed of them. */
import type { LibraryEntry } from '../pack/library.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import type { PackTarget } from '../pack/target.ts';
import type { PackId } from '../pack/types.ts';
import { hashOfSet, readSet } from './library-file.ts';
import { provenPacks } from './proof.ts';
import { openTrust, type Trust } from './trust.ts';

export type InstalledPack = LibraryEntry & {
  /** Japanese title and content date as signed; null where no signature vouches for the pack. */
  readonly signed: Pick<PackTarget, 'title' | 'date'> | null;
};

export type InstalledSets = {
  /** Null: there is none. */
  readonly current: readonly InstalledPack[] | null;
  readonly previous: readonly InstalledPack[] | null;
  /** Newest signing time seen, UTC ms; 0 before the first sync. No clock that is right is earlier. */
  readonly newestSignedMs: number;
};

/** Reads the lists only; `verify` reads the files. @param dataDir absolute path */
export async function readSets(dataDir: string): Promise<InstalledSets> {
  const trust = openTrust(dataDir);
  return {
    current: await describe(dataDir, trust, 'current'),
    previous: await describe(dataDir, trust, 'previous'),
    newestSignedMs: trust.seen().newestSignedMs,
  };
}

async function describe(
  dataDir: string,
  trust: Trust,
  name: 'current' | 'previous',
): Promise<readonly InstalledPack[] | null> {
  const set = readSet(dataDir, name);
  if (set === undefined) return null;
  const proven = await provenOrNone(trust, hashOfSet(set.text));
  return set.manifest.packs.map((entry) => {
    const target = proven.get(entry.packId);
    const signed = target?.sha256 === entry.sha256 ? { title: target.title, date: target.date } : null;
    return { ...entry, signed };
  });
}

async function provenOrNone(trust: Trust, hash: string): Promise<ReadonlyMap<PackId, PackTarget>> {
  try {
    return await provenPacks(trust, hash);
  } catch (error) {
    if (error instanceof SyncRefused) return new Map();
    throw error;
  }
}
