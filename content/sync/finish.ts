/** The last steps of a sync: activation, the look whether it opens, and clearing away what is not kept. */
import { rmSync } from 'node:fs';
import type { LibraryEntry } from '../pack/library.ts';
import type { ProgramEntry } from '../pack/program-target.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type Opened, openLibrary } from '../store/library.ts';
import type { Verdicts } from '../store/open.ts';
import { collect, type Keep } from './collect.ts';
import { activate, hashOfSet, putBack, readSet } from './library-file.ts';
import type { PackReader } from './pack-reader.ts';
import { stagingOf } from './places.ts';
import type { Trust } from './trust.ts';

/** Opens the active set; handed in so that a test can make it fail. */
export type OpenSet = (dataDir: string, verdicts: Verdicts) => Opened;

export const openActive: OpenSet = (dataDir, verdicts) => openLibrary(dataDir, 'kiosk', verdicts);

/**
 * Makes a set active and reads it. When it does not open whole, the one before is active again.
 *
 * @param packs how many packs must open
 * @throws {SyncRefused} `not-opened`
 */
export function activateAndRead(
  dataDir: string,
  text: string,
  packs: number,
  verdicts: Verdicts,
  open: OpenSet,
): void {
  const before = readSet(dataDir, 'current');
  const previous = readSet(dataDir, 'previous');
  activate(dataDir, text);
  // Clause 6.3: "updated" is said only of a set that was opened and read.
  const fault = faultOf(open(dataDir, verdicts), packs);
  if (fault === undefined) return;
  putBack(dataDir, before, previous);
  throw new SyncRefused('not-opened', '', fault);
}

function faultOf(opened: Opened, packs: number): string | undefined {
  if (!opened.ok) return opened.faults.map((one) => `${one.code} ${one.subject}`).join(', ');
  const { library } = opened;
  const faults = library.faults.map((one) => `${one.code} ${one.subject}`).join(', ');
  const count = library.packs.length;
  library.close();
  return faults !== '' || count !== packs ? `${count} of ${packs} packs opened. ${faults}` : undefined;
}

/** What must stay: the current and the previous set, an unfinished switch, and a set on its way. */
export function keepOf(
  dataDir: string,
  reader: PackReader,
  coming?: { packs: readonly LibraryEntry[]; program: ProgramEntry | undefined; blobs: Iterable<string> },
): Keep {
  const sets = [readSet(dataDir, 'current'), readSet(dataDir, 'previous'), readSet(dataDir, 'next')];
  const kept = new Map<string, LibraryEntry>();
  for (const set of sets) for (const pack of set?.manifest.packs ?? []) kept.set(pack.sha256, pack);
  for (const pack of coming?.packs ?? []) kept.delete(pack.sha256);
  let blobs: Set<string> | null = new Set(coming?.blobs ?? []);
  for (const pack of kept.values()) {
    const named = reader.blobsIfProven(dataDir, pack);
    if (named === undefined) blobs = null;
    else for (const { sha256 } of named) blobs?.add(sha256);
  }
  const programs = [...sets.map((set) => set?.manifest.program), coming?.program];
  return {
    packs: [...kept.values(), ...(coming?.packs ?? [])],
    programs: programs.filter((program) => program !== undefined),
    blobs,
  };
}

/** Clears everything that no kept set needs. */
export function clearUp(dataDir: string, trust: Trust, reader: PackReader): void {
  const keep = keepOf(dataDir, reader);
  collect(dataDir, keep);
  reader.keep(keep.packs);
  const hashes = (['current', 'previous', 'next'] as const).flatMap((name) => {
    const set = readSet(dataDir, name);
    return set === undefined ? [] : [hashOfSet(set.text)];
  });
  trust.keepProofsOf(hashes);
  rmSync(stagingOf(dataDir), { recursive: true, force: true });
}
