/**
 * What comes to be published: packs and their media out of data folders that `renkei build` made. Each
 * pack is opened and read as a kiosk would, each picture hashed, before anything is signed.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { codeOf, flushFolder, listNames, makeFolder, sweepTemporary } from '../disk.ts';
import { blobPath, LIBRARY_FILE, type LibraryEntry, packPath, parseLibrary } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import { type PackCustom, packInRepository, packTargetPath } from '../pack/target.ts';
import type { Day } from '../pack/types.ts';
import { type Blob, readBlobs } from '../store/blobs.ts';
import { openPack } from '../store/open.ts';
import { PublishRefused } from './refusal.ts';

/** A pack that may be signed. */
export type Incoming = {
  /** Data folder it lies in. */
  readonly from: string;
  readonly entry: LibraryEntry;
  readonly blobs: readonly Blob[];
  readonly target: TargetFile;
};

/**
 * Reads and proves every pack of a data folder.
 *
 * @throws {PublishRefused} `build-unreadable` or `pack-unusable`
 */
export function readBuild(folder: string): readonly Incoming[] {
  let text: string;
  try {
    text = readFileSync(join(folder, LIBRARY_FILE), 'utf8');
  } catch (cause) {
    throw new PublishRefused('build-unreadable', folder, codeOf(cause), { cause });
  }
  const manifest = parseLibrary(text);
  if (manifest === undefined) throw new PublishRefused('build-unreadable', folder, 'library.json');
  return manifest.packs.map((entry) => readIncoming(folder, entry));
}

type PackRow = { readonly content_date: Day; readonly title: string; readonly format: number };

/** @throws {PublishRefused} `pack-unusable` */
export function readIncoming(folder: string, entry: LibraryEntry): Incoming {
  try {
    const pack = openPack(folder, entry);
    try {
      const blobs = readBlobs(pack);
      const [row] = pack.all<PackRow>(
        `SELECT pack.content_date, pack_text.title, pragma_user_version.user_version AS format
           FROM pragma_user_version, pack JOIN pack_text ON pack_text.pack_id = pack.pack_id AND pack_text.lang = 'ja'`,
      );
      if (row === undefined) throw new RangeError('no Japanese title');
      return { from: folder, entry, blobs, target: targetOf(entry, row, blobs) };
    } finally {
      pack.close();
    }
  } catch (cause) {
    if (!(cause instanceof PackRefused || cause instanceof RangeError)) throw cause;
    throw new PublishRefused('pack-unusable', entry.packId, cause.message, { cause });
  }
}

function targetOf(entry: LibraryEntry, row: PackRow, blobs: readonly Blob[]): TargetFile {
  const custom: PackCustom = {
    packId: entry.packId,
    kind: entry.kind,
    version: entry.version,
    format: row.format,
    date: row.content_date,
    title: row.title,
    blobs: { count: blobs.length, bytes: blobs.reduce((total, blob) => total + blob.sizeBytes, 0) },
  };
  return new TargetFile({
    path: packTargetPath(entry.packId),
    length: entry.sizeBytes,
    hashes: { sha256: entry.sha256 },
    unrecognizedFields: { custom },
  });
}

/**
 * Copies a pack and its media into the repository, those that are not there yet. Names are hashes, so a
 * file that is there is right, and copying again after a break costs only what is missing.
 *
 * @returns bytes copied
 * @throws {PublishRefused} `media-missing` or `pack-unusable`
 */
export function copyIn({ from, entry, blobs }: Incoming, repo: string): number {
  let bytes = 0;
  for (const { sha256, sizeBytes } of blobs) {
    bytes += copy(
      join(from, blobPath(sha256)),
      join(repo, blobPath(sha256)),
      sha256,
      sizeBytes,
      'media-missing',
    );
  }
  const to = join(repo, packInRepository(entry.packId, entry.sha256));
  return bytes + copy(join(from, packPath(entry)), to, entry.sha256, entry.sizeBytes, 'pack-unusable');
}

/** Removes what a broken-off copy left in a repository or a delivery. */
export function sweepCopies(repo: string): void {
  for (const kind of ['packs', 'programs']) sweepTemporary(join(repo, 'targets', kind));
  const blobs = join(repo, 'blobs');
  for (const prefix of listNames(blobs)) sweepTemporary(join(blobs, prefix));
}

const CHUNK_BYTES = 1 << 20;

export function copy(
  from: string,
  to: string,
  sha256: string,
  sizeBytes: number,
  code: 'media-missing' | 'pack-unusable',
): number {
  if (statSync(to, { throwIfNoEntry: false })?.size === sizeBytes) return 0;
  if (!existsSync(from)) throw new PublishRefused(code, sha256.slice(0, 12), 'not there');
  makeFolder(dirname(to));
  const temporary = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
  try {
    const found = copyHashed(from, temporary);
    if (found !== sha256) throw new PublishRefused(code, sha256.slice(0, 12), `sha256 ${found}`);
    renameSync(temporary, to);
  } finally {
    rmSync(temporary, { force: true });
  }
  flushFolder(dirname(to));
  return sizeBytes;
}

/** Hashes what it writes, not what it read before: the copy is what will be served. */
function copyHashed(from: string, to: string): string {
  const hash = createHash('sha256');
  const input = openSync(from, 'r');
  const output = openSync(to, 'w');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
      const part = buffer.subarray(0, read);
      hash.update(part);
      for (let done = 0; done < read; ) done += writeSync(output, part, done);
    }
    fsyncSync(output);
    return hash.digest('hex');
  } finally {
    closeSync(input);
    closeSync(output);
  }
}
