/**
 * Brings the files of a set onto the disk. Packs are proven in `staging/` before they get their names;
 * pictures and films get theirs as soon as their hash is right, since a name there is a hash.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolders } from '../disk.ts';
import type { LibraryEntry } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { MAX_BLOB_BYTES, packInRepository } from '../pack/target.ts';
import type { Blob } from '../store/blobs.ts';
import { fetchFile, sizeOf, type Wanted } from './fetch.ts';
import { type Arrival, Landing, moveTo } from './landing.ts';
import type { PackReader } from './pack-reader.ts';
import { blobFile, blobInRepository, packFile, partOf, stagingOf } from './places.ts';
import { inParallel } from './pool.ts';
import type { Reporter, SyncStage } from './progress.ts';
import { type FreeBytes, requireRoom } from './room.ts';
import { SourceMissing } from './source.ts';
import { onDisk, type Work } from './work.ts';

export type Staging = {
  readonly work: Work;
  readonly dataDir: string;
  readonly report: Reporter;
  readonly free: FreeBytes;
  readonly packs: PackReader;
  /** Names given by a broken-off try are flushed again, since nobody knows whether they were. */
  readonly afterBreak: boolean;
};

/**
 * Makes every pack of a set proven: where it belongs, or in `staging/`.
 *
 * @returns pictures and films that the packs name, by hash
 * @throws {SyncRefused | SourceGone}
 */
export async function stagePacks(
  at: Staging,
  packs: readonly LibraryEntry[],
): Promise<ReadonlyMap<string, number>> {
  const blobs = new Map<string, number>();
  const missing = packs.filter((pack) => {
    const found = proven(at.packs, at.dataDir, pack) ?? proven(at.packs, stagingOf(at.dataDir), pack);
    if (found !== undefined) note(blobs, pack, found);
    return found === undefined;
  });
  const arrivals = missing.map((pack): Arrival => {
    const { packId: subject, sha256, sizeBytes } = pack;
    const staged = packFile(stagingOf(at.dataDir), pack);
    return {
      wanted: { path: packInRepository(subject, sha256), subject, sha256, sizeBytes },
      to: staged,
      prove: () => note(blobs, pack, proveStaged(at, pack, staged)),
    };
  });
  await fetchAll(at, 'packs', arrivals);
  return blobs;
}

/** Blobs of a pack that is there and can be shown; undefined otherwise. */
function proven(packs: PackReader, dataDir: string, pack: LibraryEntry): readonly Blob[] | undefined {
  if (sizeOf(packFile(dataDir, pack)) !== pack.sizeBytes) return undefined;
  return packs.blobsIfProven(dataDir, pack);
}

/** Clause 6.1: opened and read before it can become active. A signature does not make a pack harmless. */
function proveStaged({ packs, dataDir }: Staging, pack: LibraryEntry, staged: string): readonly Blob[] {
  try {
    return packs.blobsOf(stagingOf(dataDir), pack);
  } catch (error) {
    rmSync(staged, { force: true });
    if (error instanceof RangeError) throw new SyncRefused('pack-refused', pack.packId, error.message);
    if (!(error instanceof PackRefused)) throw error;
    const { code, detail } = error.fault;
    const own = code === 'pack-too-new' || code === 'pack-too-old';
    throw new SyncRefused(own ? code : 'pack-refused', pack.packId, `${code}: ${detail}`, { cause: error });
  }
}

function note(all: Map<string, number>, pack: LibraryEntry, blobs: readonly Blob[]): void {
  for (const { sha256, sizeBytes } of blobs) {
    if (sizeBytes > MAX_BLOB_BYTES)
      throw new SyncRefused('too-big', pack.packId, `${sha256}: ${sizeBytes} bytes`);
    if ((all.get(sha256) ?? sizeBytes) !== sizeBytes) {
      throw new SyncRefused('pack-refused', pack.packId, `two sizes for ${sha256}`);
    }
    all.set(sha256, sizeBytes);
  }
}

/** Fetches the pictures and films that are not there yet. Presence is judged by size; `verify` hashes. */
export async function stageBlobs(at: Staging, blobs: ReadonlyMap<string, number>): Promise<void> {
  const missing = [...blobs].filter(([sha256, size]) => sizeOf(blobFile(at.dataDir, sha256)) !== size);
  const arrivals = missing.map(([sha256, sizeBytes]): Arrival => {
    const subject = sha256.slice(0, 12);
    return {
      wanted: { path: blobInRepository(sha256), subject, sha256, sizeBytes },
      to: blobFile(at.dataDir, sha256),
    };
  });
  await fetchAll(at, 'media', arrivals);
  const named = at.afterBreak ? [...blobs.keys()] : arrivals.map(({ wanted }) => wanted.sha256);
  const files = named.map((sha256) => blobFile(at.dataDir, sha256));
  await onDisk('', () => flushNames(at.dataDir, files));
}

/** Fetches files as one stage of the sync; what is here in part is gone on with. */
export async function fetchAll(at: Staging, stage: SyncStage, arrivals: readonly Arrival[]): Promise<void> {
  const { work, dataDir, report } = at;
  const total = sum(arrivals.map(({ wanted }) => wanted.sizeBytes));
  const ready = sum(
    arrivals.map(({ wanted }) => Math.min(sizeOf(partOf(dataDir, wanted.sha256)), wanted.sizeBytes)),
  );
  report.begin(stage, arrivals.length, total, ready);
  await requireRoom(at.free, dataDir, total - ready, work.limits.floorBytes);
  // Beforehand and at once: while files are flushed, every change of a folder waits for the journal.
  await onDisk('', () => makeFoldersOf(arrivals.map(({ to }) => to)));
  const landing = new Landing(dataDir);
  try {
    await inParallel(arrivals, work.limits.parallel, work.signal, async (arrival, signal) => {
      await fetchListedFile({ ...work, signal }, arrival.wanted, partOf(dataDir, arrival.wanted.sha256));
      report.file();
      await landing.add(arrival);
    });
    await landing.all();
  } finally {
    await landing.rest();
  }
}

/** A file that a signed list names and the source does not have: half a copy. */
async function fetchListedFile(work: Work, wanted: Wanted, part: string): Promise<void> {
  try {
    await fetchFile(work, wanted, part);
  } catch (error) {
    if (!(error instanceof SourceMissing)) throw error;
    throw new SyncRefused('source-incomplete', wanted.subject, error.message, { cause: error });
  }
}

/** Gives the proven packs their names; they are on the disk when this returns. */
export async function placePacks(
  { dataDir, afterBreak }: Pick<Staging, 'dataDir' | 'afterBreak'>,
  packs: readonly LibraryEntry[],
): Promise<void> {
  await onDisk('', async () => {
    const staged = packs.filter((pack) => sizeOf(packFile(stagingOf(dataDir), pack)) === pack.sizeBytes);
    for (const pack of staged) moveTo(packFile(stagingOf(dataDir), pack), packFile(dataDir, pack));
    const named = afterBreak ? packs : staged;
    await flushNames(
      dataDir,
      named.map((pack) => packFile(dataDir, pack)),
    );
  });
}

function makeFoldersOf(files: readonly string[]): void {
  for (const folder of new Set(files.map(dirname))) mkdirSync(folder, { recursive: true });
}

/** Once per folder and at the end, not per file: thousands of pictures share 256 folders. */
export function flushNames(dataDir: string, files: readonly string[]): Promise<void> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); folder.length >= dataDir.length; folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  return flushFolders(folders);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
