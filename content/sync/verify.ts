/**
 * Re-reads everything that is installed and compares it with what the project signed: every pack, every
 * picture and film, of the active set and of the one before. Mends from a source if one is given.
 */

import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFiles, flushFolder, makeFolder } from '../disk.ts';
import { formatLibrary, type LibraryEntry, type LibraryManifest } from '../pack/library.ts';
import { PROGRAM_SUBJECT, type ProgramEntry, programInRepository } from '../pack/program-target.ts';
import { PackRefused } from '../pack/refusal.ts';
import { type SyncRefusal, type SyncRefusalCode, SyncRefused } from '../pack/sync-refusal.ts';
import { packInRepository } from '../pack/target.ts';
import { readBlobs } from '../store/blobs.ts';
import { hashOfFile } from '../store/file-hash.ts';
import { openPack } from '../store/open.ts';
import { fetchFile, type Wanted } from './fetch.ts';
import { hashOfSet, hasSetFile, readSet, type SetFile, type SetName } from './library-file.ts';
import { blobFile, blobInRepository, packFile, partOf, programFile } from './places.ts';
import { type ProvenSet, provenSet } from './proof.ts';
import { SourceGone, SourceMissing } from './source.ts';
import type { SyncRefusedOutcome } from './sync.ts';
import { run, type Task, type TaskOptions } from './task.ts';
import { findDamagedTrust } from './verify-trust.ts';
import { onDisk, refuseWhenCancelled } from './work.ts';

export type VerifyOptions = Omit<TaskOptions, 'source'> & {
  /** Where broken files are fetched anew; without it they are only reported. */
  readonly source?: TaskOptions['source'];
  /** Root that came with the program, besides the pinned one. */
  readonly builtInRoot?: Buffer | undefined;
};

/** Something that is not as signed. */
export type Finding = {
  readonly set: SetName;
  readonly code: SyncRefusalCode;
  /** Pack id, or hash of a picture or film; empty for the whole set. */
  readonly subject: string;
  readonly detail: string;
  /** The file is right again. */
  readonly healed: boolean;
};

export type Verified = {
  /** The check ran to its end. */
  readonly ok: true;
  /** Everything is as signed, healed files included. */
  readonly sound: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
};

/** Checks a data folder. Never throws for what lies on the disk or comes from the source. */
export function verify(options: VerifyOptions): Promise<Verified | SyncRefusedOutcome> {
  const source = options.source ?? NO_SOURCE;
  return run({ ...options, source }, async (task) => {
    const check = new Check(task, options.source !== undefined, options.builtInRoot);
    await onDisk('', () => check.trust());
    const current = await onDisk('', () => readSet(task.dataDir, 'current'));
    if (current === undefined) check.find('current', 'not-signed', '', 'no library.json that can be read');
    else await check.set('current', current);
    const previous = await onDisk('', () => readSet(task.dataDir, 'previous'));
    if (previous !== undefined) await check.set('previous', previous);
    else if (await onDisk('', () => hasSetFile(task.dataDir, 'previous'))) {
      check.find('previous', 'metadata-damaged', 'library.previous.json', 'cannot be read');
    }
    return check.result();
  });
}

const NO_SOURCE: TaskOptions['source'] = {
  name: '',
  open: (path) => Promise.reject(new SourceMissing(path)),
  close: () => undefined,
};

class Check {
  readonly #task: Task;
  readonly #heals: boolean;
  readonly #builtIn: Buffer | undefined;
  readonly #findings: Finding[] = [];
  /** Files already looked at: two sets share most of theirs. */
  readonly #seen = new Set<string>();
  #bytes = 0;

  constructor(task: Task, heals: boolean, builtIn: Buffer | undefined) {
    this.#task = task;
    this.#heals = heals;
    this.#builtIn = builtIn;
  }

  find(set: SetName, code: SyncRefusalCode, subject: string, detail: string, healed = false): void {
    this.#findings.push({ set, code, subject, detail, healed });
  }

  result(): Verified {
    const sound = this.#findings.every((finding) => finding.healed);
    return { ok: true, sound, files: this.#seen.size, bytes: this.#bytes, findings: this.#findings };
  }

  trust(): void {
    for (const { file, detail } of findDamagedTrust(this.#task.trust)) {
      this.find('current', 'metadata-damaged', `trust/${file}`, detail);
    }
  }

  async set(name: SetName, { text, manifest }: SetFile): Promise<void> {
    // The set before the first sync came with the program; nobody signed it, and nobody need. Its files
    // must still be the ones it names.
    if (name === 'previous' && this.#task.trust.proof(hashOfSet(text)) === undefined) {
      const asWritten = formatLibrary(manifest) === text;
      if (!asWritten) this.find(name, 'metadata-damaged', 'library.previous.json', 'not as it was written');
      return this.#files(name, manifest);
    }
    let signed: ProvenSet;
    try {
      signed = await provenSet(this.#task.trust, hashOfSet(text), [this.#builtIn]);
    } catch (error) {
      if (!(error instanceof SyncRefused)) throw error;
      this.#note(name, error.refusal);
      return;
    }
    const packs = manifest.packs.filter((entry) => {
      const target = signed.packs.get(entry.packId);
      if (target?.sha256 === entry.sha256 && target.version === entry.version && target.kind === entry.kind)
        return true;
      this.find(name, 'target-altered', entry.packId, 'library.json names another pack than was signed');
      return false;
    });
    await this.#files(name, { packs });
    await this.#program(name, manifest.program, signed.program);
  }

  async #files(name: SetName, { packs }: Pick<LibraryManifest, 'packs'>): Promise<void> {
    const blobs = new Map<string, number>();
    for (const entry of packs) {
      for (const [sha256, size] of await this.#pack(name, entry)) blobs.set(sha256, size);
    }
    for (const [sha256, sizeBytes] of blobs) await this.#blob(name, sha256, sizeBytes);
  }

  /** The program is small: it is fetched again whole, or reported. */
  async #program(set: SetName, entry: ProgramEntry | undefined, signed: ProgramEntry | undefined) {
    if (entry?.sha256 !== signed?.sha256 || entry?.version !== signed?.version) {
      const detail = 'library.json names another program than was signed';
      this.find(set, 'target-altered', PROGRAM_SUBJECT, detail);
    } else if (entry !== undefined && this.#count(programFile(this.#task.dataDir, entry), entry.sizeBytes)) {
      const { sha256, sizeBytes } = entry;
      const path = programFile(this.#task.dataDir, entry);
      const found = await hashOfFile(path);
      if (found === sha256) return;
      const wanted = { path: programInRepository(sha256), subject: PROGRAM_SUBJECT, sha256, sizeBytes };
      const healed = await this.#heal(wanted, path);
      const code = found === '' ? 'source-incomplete' : 'target-altered';
      this.find(set, code, PROGRAM_SUBJECT, found || 'not there', healed);
    }
  }

  #note(set: SetName, { code, subject, detail }: SyncRefusal): void {
    this.find(set, code, subject, detail);
  }

  /** @returns media of the pack; none when it cannot be read */
  async #pack(set: SetName, entry: LibraryEntry): Promise<ReadonlyMap<string, number>> {
    const path = packFile(this.#task.dataDir, entry);
    this.#count(path, entry.sizeBytes);
    const first = readPack(this.#task.dataDir, entry);
    if (first instanceof Map) return first;
    const wanted = {
      path: packInRepository(entry.packId, entry.sha256),
      subject: entry.packId,
      ...facts(entry),
    };
    const healed = await this.#heal(wanted, path);
    this.find(set, 'target-altered', entry.packId, String(first), healed);
    const again = healed ? readPack(this.#task.dataDir, entry) : undefined;
    return again instanceof Map ? again : new Map();
  }

  async #blob(set: SetName, sha256: string, sizeBytes: number): Promise<void> {
    refuseWhenCancelled(this.#task.work);
    const path = blobFile(this.#task.dataDir, sha256);
    if (!this.#count(path, sizeBytes)) return;
    const found = await hashOfFile(path);
    this.#task.report.bytes(sizeBytes);
    if (found === sha256) return;
    const healed = await this.#heal(
      { path: blobInRepository(sha256), subject: sha256.slice(0, 12), sha256, sizeBytes },
      path,
    );
    this.find(
      set,
      found === '' ? 'source-incomplete' : 'target-altered',
      sha256,
      found || 'not there',
      healed,
    );
  }

  /** @returns whether the file had not been looked at before */
  #count(path: string, sizeBytes: number): boolean {
    if (this.#seen.has(path)) return false;
    this.#seen.add(path);
    this.#bytes += sizeBytes;
    return true;
  }

  /** Fetches a file by its hash, whatever release the source is at. */
  async #heal(wanted: Wanted, path: string): Promise<boolean> {
    if (!this.#heals) return false;
    const { work, dataDir } = this.#task;
    const part = partOf(dataDir, wanted.sha256);
    try {
      await fetchFile({ ...work, onBytes: () => undefined }, wanted, part);
    } catch (error) {
      if (error instanceof SourceMissing || error instanceof SourceGone) return false;
      if (error instanceof SyncRefused && error.refusal.code !== 'cancelled') return false;
      throw error;
    }
    await onDisk(wanted.subject, async () => {
      await flushFiles([part]);
      makeFolder(dirname(path));
      renameSync(part, path);
      flushFolder(dirname(path));
    });
    return true;
  }
}

function facts({ sha256, sizeBytes }: LibraryEntry): Pick<Wanted, 'sha256' | 'sizeBytes'> {
  return { sha256, sizeBytes };
}

/** @returns media by hash, or why the pack cannot be shown */
function readPack(dataDir: string, entry: LibraryEntry): Map<string, number> | string {
  try {
    const pack = openPack(dataDir, entry);
    try {
      return new Map(readBlobs(pack).map(({ sha256, sizeBytes }) => [sha256, sizeBytes]));
    } finally {
      pack.close();
    }
  } catch (error) {
    if (error instanceof PackRefused) return error.message;
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
