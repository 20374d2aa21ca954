/**
 * Writes the release in force to a stick: media, packs, lists, and `timestamp.json` last, so that a stick
 * pulled out half way is an old stick or none. Every byte is hashed while it is copied; what lies there
 * already is hashed before it is believed; and before the list that makes it a release is written, all of it
 * is read back from the device. Repeated, it goes on; then it clears what is overtaken.
 */

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { codeOf, flushFolder, makeFolder, writeDurably } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { hashOfFile } from '../store/file-hash.ts';
import { sweepCopies } from './intake.ts';
import { type Needed, type NeededFile, neededBy } from './needed.ts';
import { clear, type Pruned } from './prune.ts';
import { makeReadBack } from './read-back.ts';
import { PublishRefused } from './refusal.ts';
import { readState, type State } from './repository.ts';

/** Told how far it is; the reporter of a sync fits. */
export type CopyReport = {
  /** `checking`: reading back. */
  readonly begin: (
    stage: 'packs' | 'media' | 'checking',
    files: number,
    bytes: number,
    ready: number,
  ) => void;
  readonly bytes: (bytes: number) => void;
  readonly file: () => void;
};

export type StickOptions = {
  readonly repo: string;
  /** Folder on the stick; made when missing. */
  readonly to: string;
  readonly report: CopyReport;
  readonly signal: AbortSignal;
  readonly nowMs: number;
  readonly monotonicMs: () => number;
};

export type StickDone = {
  /** Files and bytes written; what was there and right is not counted. */
  readonly files: number;
  readonly bytes: number;
  /** From the first byte written to the last one being on the stick, without the reading back. */
  readonly tookMs: number;
  readonly cleared: Omit<Pruned, 'releases'>;
};

/** Beyond what the files take: folders and lists. */
const MARGIN_BYTES = 8_000_000;
const CHUNK_BYTES = 1 << 20;

/** @throws {PublishRefused}; the reason of `signal` when it was stopped; the file system's error */
export async function writeStick(options: StickOptions): Promise<StickDone> {
  const { repo, to, nowMs } = options;
  const unlock = takeLock(join(repo, '.work'), nowMs);
  if (unlock === undefined) throw new PublishRefused('repository-busy', '', repo);
  try {
    const state = readState(repo);
    if (state?.snapshot === undefined || state.timestamp === undefined)
      throw new PublishRefused('repository-without-keys', '', repo);
    refuseForeign(state, options);
    const needed = neededBy(repo, state.snapshot.signed.version);
    makeFolder(to);
    sweepCopies(to);
    const missing = { packs: await missingOf(to, needed.packs), blobs: await missingOf(to, needed.blobs) };
    await requireRoom(to, [...missing.packs, ...missing.blobs]);
    const startMs = options.monotonicMs();
    await copyAll(options, 'media', missing.blobs);
    await copyAll(options, 'packs', missing.packs);
    const tookMs = options.monotonicMs() - startMs;
    // All of it: a stick that holds less than it says writes over what lay there.
    await readBack(options, [...needed.blobs, ...needed.packs]);
    writeLists(repo, to, state, needed);
    const written = [...missing.packs, ...missing.blobs];
    return { files: written.length, bytes: sum(written), tookMs, cleared: clear(to, [needed], false) };
  } finally {
    unlock();
  }
}

/** @throws {PublishRefused} `stick-foreign`, `stick-newer` */
function refuseForeign(state: State, { repo, to }: StickOptions): void {
  const within = relative(repo, to);
  const inside = within === '' || (!within.startsWith('..') && within !== to);
  const here = readIfThere(join(to, 'metadata', '1.root.json'));
  if (inside || (here !== null && !here.equals(readFileSync(join(repo, 'metadata', '1.root.json')))))
    throw new PublishRefused('stick-foreign', '', to);
  const version = versionOf(readIfThere(join(to, 'metadata', 'timestamp.json')));
  if (version > (state.timestamp?.signed.version ?? 0))
    throw new PublishRefused('stick-newer', '', `timestamp ${version}`);
}

/** A list that cannot be read is no newer one: it is written anew. */
function versionOf(bytes: Buffer | null): number {
  try {
    const raw = JSON.parse(bytes?.toString('utf8') ?? '') as {
      readonly signed?: { readonly version?: unknown };
    };
    return Number(raw.signed?.version) || 0;
  } catch {
    return 0;
  }
}

async function missingOf(to: string, files: readonly NeededFile[]): Promise<readonly NeededFile[]> {
  const missing: NeededFile[] = [];
  for (const file of files) {
    const path = join(to, file.path);
    const there = statSync(path, { throwIfNoEntry: false })?.size === file.sizeBytes;
    if (!there || (await hashOfFile(path)) !== file.sha256) missing.push(file);
  }
  return missing;
}

/** @throws {PublishRefused} `stick-full` */
async function requireRoom(to: string, files: readonly NeededFile[]): Promise<void> {
  const { bavail, bsize } = await statfs(to);
  // A file fills whole blocks.
  const needed = files.reduce((total, { sizeBytes }) => total + Math.ceil(sizeBytes / bsize) * bsize, 0);
  if (files.length === 0 || bavail * bsize >= needed + MARGIN_BYTES) return;
  throw new PublishRefused('stick-full', '', `${bavail * bsize} free, ${needed} needed`);
}

async function copyAll(
  { repo, to, report, signal }: StickOptions,
  stage: 'packs' | 'media',
  files: readonly NeededFile[],
): Promise<void> {
  report.begin(stage, files.length, sum(files), 0);
  for (const file of files) {
    await copyOne(join(repo, file.path), join(to, file.path), file, report, signal);
    report.file();
  }
  // Together: a stick that flushes after each small file takes many times as long.
  for (const { path } of files) await flushFile(join(to, path));
  for (const folder of new Set(files.map(({ path }) => dirname(join(to, path))))) flushFolder(folder);
}

async function copyOne(
  from: string,
  to: string,
  { sha256, path }: NeededFile,
  report: CopyReport,
  signal: AbortSignal,
): Promise<void> {
  const temporary = join(dirname(to), `.${sha256}.${process.pid}.tmp`);
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash('sha256');
  let output: FileHandle | undefined;
  try {
    output = await open(temporary, 'w');
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK_BYTES, signal })) {
      hash.update(chunk as Buffer);
      await output.writeFile(chunk as Buffer);
      report.bytes((chunk as Buffer).length);
    }
    await output.close();
    output = undefined;
    const found = hash.digest('hex');
    if (found !== sha256) throw new PublishRefused('repository-altered', path, `sha256 ${found}`);
    await rename(temporary, to);
  } catch (error) {
    await output?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    if (signal.aborted) throw signal.reason;
    if (codeOf(error) === 'ENOENT') throw new PublishRefused('repository-altered', path, 'not there');
    throw error;
  }
}

/** @throws {PublishRefused} `stick-failing`; what is not as it was written is gone then */
async function readBack({ to, report, signal }: StickOptions, files: readonly NeededFile[]): Promise<void> {
  const hashFromDevice = makeReadBack(signal);
  report.begin('checking', files.length, sum(files), 0);
  for (const { path, sha256 } of files) {
    const found = await hashFromDevice(join(to, path), report.bytes).catch((error: unknown) => {
      if (signal.aborted) throw signal.reason;
      return codeOf(error) || String(error);
    });
    if (found !== sha256) {
      // The next try writes it anew.
      await rm(join(to, path), { force: true }).catch(() => undefined);
      throw new PublishRefused('stick-failing', path, found);
    }
    report.file();
  }
}

/** Roots first, then what they name, and at the very end the one file that makes it a release. */
function writeLists(repo: string, to: string, state: State, needed: Needed): void {
  const roots = state.roots.map((_root, i) => `${i + 1}.root.json`);
  for (const name of [...roots, ...[...needed.documents].reverse(), 'timestamp.json']) {
    const bytes = readFileSync(join(repo, 'metadata', name));
    const path = join(to, 'metadata', name);
    if (readIfThere(path)?.equals(bytes) !== true) writeDurably(path, bytes);
  }
}

async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function sum(files: readonly NeededFile[]): number {
  return files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
}
