/**
 * What the packs of a data folder name. A pack is hashed and opened once in a piece of work, and its inside is
 * proven once for as long as it is kept (`Verdicts`): a sync that brings one photo must not look through
 * everything else four times.
 */
import type { LibraryEntry } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import { type Blob, readBlobs } from '../store/blobs.ts';
import { openPack, type Verdicts, verdictsName } from '../store/open.ts';
import type { Trust } from './trust.ts';

export type PackReader = {
  /**
   * Pictures and films that a pack names. Read once: of the same hash they are the same.
   *
   * @throws {PackRefused | RangeError} it cannot be shown
   */
  readonly blobsOf: (dataDir: string, pack: LibraryEntry) => readonly Blob[];
  /** The same; undefined when the pack cannot be proven. */
  readonly blobsIfProven: (dataDir: string, pack: LibraryEntry) => readonly Blob[] | undefined;
  readonly verdicts: Verdicts;
  /** Keeps the verdicts of these packs for the next piece of work, and forgets the others. */
  readonly keep: (packs: readonly LibraryEntry[]) => void;
};

export function makePackReader(trust: Trust): PackReader {
  const name = verdictsName();
  const before = trust.verdicts(name);
  const verdicts = new Set(before);
  const read = new Map<string, readonly Blob[]>();
  const blobsOf = (dataDir: string, pack: LibraryEntry): readonly Blob[] => {
    const known = read.get(pack.sha256);
    if (known !== undefined) return known;
    const opened = openPack(dataDir, pack, verdicts);
    try {
      const blobs = readBlobs(opened);
      read.set(pack.sha256, blobs);
      return blobs;
    } finally {
      opened.close();
    }
  };
  return {
    blobsOf,
    blobsIfProven: (dataDir, pack) => {
      try {
        return blobsOf(dataDir, pack);
      } catch (error) {
        if (error instanceof PackRefused || error instanceof RangeError) return undefined;
        throw error;
      }
    },
    verdicts,
    keep: (packs) => {
      const kept = [...new Set(packs.map(({ sha256 }) => sha256))].filter((one) => verdicts.has(one)).sort();
      const same = kept.length === before.size && kept.every((one) => before.has(one));
      if (!same || !trust.verdictsAreWhole()) trust.keepVerdicts(name, kept);
    },
  };
}
