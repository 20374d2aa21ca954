/**
 * The frame around every piece of work on a data folder: the lock, the clean start, the progress, and a
 * name for everything that can go wrong outside.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listNames, makeFolder, removeIfEmpty } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { type SyncRefusal, type SyncRefusalCode, SyncRefused } from '../pack/sync-refusal.ts';
import { recoverSwitch } from './library-file.ts';
import { stagingOf } from './places.ts';
import { makeReporter, type Reporter, type SyncProgress } from './progress.ts';
import { LIMITS, type Limits, type Source, SourceGone, SourceMissing } from './source.ts';
import { openTrust, sweepTrust, type Trust } from './trust.ts';
import { type Clock, cancelled, diskFault, onDisk, type Work } from './work.ts';

export type TaskOptions = {
  /** Absolute path; made when missing. */
  readonly dataDir: string;
  readonly source: Source;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  /** Staff's stop button. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SyncProgress) => void;
};

export type Task = {
  readonly work: Work;
  readonly dataDir: string;
  readonly trust: Trust;
  readonly report: Reporter;
  readonly startMs: number;
  /** Bytes of packs and media that came over so far. */
  readonly bytes: () => number;
  /** The work before this one did not come to its end: names it gave may not be on the disk yet. */
  readonly afterBreak: boolean;
};

export type SyncRefusedOutcome = { readonly ok: false; readonly refusal: SyncRefusal };

/** Runs `act` alone in the data folder. Throws only for our own mistakes. */
export async function run<T extends { readonly ok: true }>(
  options: TaskOptions,
  act: (task: Task) => Promise<T>,
): Promise<T | SyncRefusedOutcome> {
  const { dataDir, clock } = options;
  const report = makeReporter(clock, options.onProgress ?? (() => undefined));
  let answered = false;
  let bytes = 0;
  const work: Work = {
    source: listening(options.source, () => {
      answered = true;
    }),
    limits: { ...LIMITS, ...options.limits },
    clock,
    signal: options.signal ?? new AbortController().signal,
    onBytes: (count) => {
      bytes += count;
      report.bytes(count);
    },
  };
  let unlock: (() => void) | undefined;
  try {
    unlock = await onDisk('', () => {
      makeFolder(dataDir);
      return takeLock(join(dataDir, 'staging'), clock.nowMs());
    });
    if (unlock === undefined) throw new SyncRefused('busy', '', 'the data folder is locked');
    report.begin('checking', 0, 0, 0);
    const afterBreak = existsSync(stagingOf(dataDir));
    const trust = await onDisk('', () => {
      recoverSwitch(dataDir);
      makeFolder(stagingOf(dataDir));
      sweepTrust(dataDir);
      return openTrust(dataDir);
    });
    const startMs = clock.monotonicMs();
    const done = await act({ work, dataDir, trust, report, startMs, bytes: () => bytes, afterBreak });
    if (!afterBreak) removeIfEmpty(stagingOf(dataDir));
    return done;
  } catch (error) {
    const { refusal } = await nameOf(error, work, answered);
    if (unlock !== undefined && !RESUMABLE.includes(refusal.code)) {
      dropStaged(dataDir);
    }
    return { ok: false, refusal };
  } finally {
    options.source.close();
    unlock?.();
  }
}

/** After these the next try goes on where this one stopped; after all others nothing staged is believed. */
const RESUMABLE: readonly SyncRefusalCode[] = [
  'source-vanished',
  'source-unreachable',
  'source-incomplete',
  'too-slow',
  'cancelled',
  'no-room',
];

/**
 * A disk that failed to flush may hold other bytes than it shows: what it took is not believed, not even
 * when its hash is right now. `no-room` is not among these: nothing was written then.
 */
function dropStaged(dataDir: string): void {
  try {
    // The folder itself stays: it says that something was begun (`afterBreak`).
    for (const name of listNames(stagingOf(dataDir))) {
      rmSync(join(stagingOf(dataDir), name), { recursive: true, force: true });
    }
  } catch {
    // Read-only or failing: the refusal at hand says so already.
  }
}

function listening(source: Source, heard: () => void): Source {
  return {
    ...source,
    open: async (path, offset, signal) => {
      try {
        const opened = await source.open(path, offset, signal);
        heard();
        return opened;
      } catch (error) {
        if (error instanceof SourceMissing) heard();
        throw error;
      }
    },
  };
}

async function nameOf(error: unknown, work: Work, answered: boolean): Promise<SyncRefused> {
  if (work.signal.aborted) return cancelled();
  if (error instanceof SourceGone) {
    const code = answered ? 'source-vanished' : 'source-unreachable';
    return new SyncRefused(code, '', error.message, { cause: error });
  }
  const fault = diskFault(error);
  if (fault !== undefined) return fault;
  if (!(error instanceof SyncRefused)) throw error;
  // A file that is missing because the whole stick is: say that.
  if (error.refusal.code !== 'source-incomplete' || (await stillThere(work))) return error;
  return new SyncRefused('source-vanished', error.refusal.subject, error.refusal.detail, { cause: error });
}

async function stillThere(work: Work): Promise<boolean> {
  try {
    (await work.source.open('metadata/timestamp.json', 0, work.signal)).close();
    return true;
  } catch {
    return false;
  }
}
