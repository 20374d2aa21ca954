/** What a data folder has: the active set and the one before, with what the project signed of them. */
import type { LibraryEntry } from '../pack/library.ts';
import type { ProgramEntry, ProgramTarget } from '../pack/program-target.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import type { PackTarget } from '../pack/target.ts';
import { hashOfSet, readSet } from './library-file.ts';
import { type ProvenSet, provenSet } from './proof.ts';
import { openTrust, type Trust } from './trust.ts';

export type InstalledPack = LibraryEntry & {
  /** Japanese title and content date as signed; null where no signature vouches for the pack. */
  readonly signed: Pick<PackTarget, 'title' | 'date'> | null;
};

export type InstalledProgram = ProgramEntry & {
  readonly signed: Pick<ProgramTarget, 'title' | 'date'> | null;
};

export type InstalledSets = {
  /** Null: there is none. */
  readonly current: readonly InstalledPack[] | null;
  readonly previous: readonly InstalledPack[] | null;
  /** The program of each set; null: the set has none, or there is no such set. */
  readonly program: { readonly current: InstalledProgram | null; readonly previous: InstalledProgram | null };
  /** Newest signing time seen, UTC ms; 0 before the first sync. No clock that is right is earlier. */
  readonly newestSignedMs: number;
};

/** Reads the lists only; `verify` reads the files. @param dataDir absolute path */
export async function readSets(dataDir: string): Promise<InstalledSets> {
  const trust = openTrust(dataDir);
  const current = await describe(dataDir, trust, 'current');
  const previous = await describe(dataDir, trust, 'previous');
  return {
    current: current?.packs ?? null,
    previous: previous?.packs ?? null,
    program: { current: current?.program ?? null, previous: previous?.program ?? null },
    newestSignedMs: trust.seen().newestSignedMs,
  };
}

type Described = {
  readonly packs: readonly InstalledPack[];
  readonly program: InstalledProgram | null;
};

async function describe(
  dataDir: string,
  trust: Trust,
  name: 'current' | 'previous',
): Promise<Described | null> {
  const set = readSet(dataDir, name);
  if (set === undefined) return null;
  const proven = await provenOrNone(trust, hashOfSet(set.text));
  const withFacts = <T extends ProgramEntry>(entry: T, target: Signed | undefined) => {
    const signed = target?.sha256 === entry.sha256 ? { title: target.title, date: target.date } : null;
    return { ...entry, signed };
  };
  const { packs, program } = set.manifest;
  return {
    packs: packs.map((entry) => withFacts(entry, proven?.packs.get(entry.packId))),
    program: program === undefined ? null : withFacts(program, proven?.program),
  };
}

type Signed = Pick<PackTarget, 'sha256' | 'title' | 'date'>;

async function provenOrNone(trust: Trust, hash: string): Promise<ProvenSet | undefined> {
  try {
    return await provenSet(trust, hash);
  } catch (error) {
    if (error instanceof SyncRefused) return undefined;
    throw error;
  }
}
