/** What every step of one sync shares: the source, its limits, the clock and the way to stop. */
import { codeOf } from '../disk.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type Limits, type Source, SourceGone } from './source.ts';

/** The time, handed in: `content/` has no clock of its own. */
export type Clock = {
  /** The machine's calendar, UTC milliseconds. May be wrong. */
  readonly nowMs: () => number;
  /** Never goes back; for speeds and waiting. */
  readonly monotonicMs: () => number;
};

export type Work = {
  readonly source: Source;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Staff's stop button. */
  readonly signal: AbortSignal;
  /** Bytes that arrived; negative when a file is begun anew. */
  readonly onBytes: (bytes: number) => void;
};

/** @throws {SyncRefused} `cancelled` once staff pressed stop */
export function refuseWhenCancelled(work: Work): void {
  if (work.signal.aborted) throw cancelled();
}

export function cancelled(): SyncRefused {
  return new SyncRefused('cancelled', '', 'stopped by staff');
}

/** Waits, or throws `cancelled` as soon as staff press stop. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/**
 * Does something with the disk of this machine and gives its failures their name and subject, so that a
 * full disk here is never taken for a broken source.
 *
 * @throws {SyncRefused} `no-room` or `disk-failed`
 */
export async function onDisk<T>(subject: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw diskFault(error, subject) ?? error;
  }
}

/** The refusal for an error of the file system; undefined for any other error. */
export function diskFault(error: unknown, subject = ''): SyncRefused | undefined {
  const code = error instanceof SyncRefused ? '' : codeOf(error);
  if (code === '') return undefined;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new SyncRefused(full ? 'no-room' : 'disk-failed', subject, code, { cause: error });
}

/**
 * Tries again while the source only hesitates.
 *
 * @throws the last `SourceGone`, or at once anything else
 */
export async function withRetries<T>(work: Work, action: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    refuseWhenCancelled(work);
    try {
      return await action();
    } catch (error) {
      if (work.signal.aborted) throw cancelled();
      if (!(error instanceof SourceGone) || attempt >= work.limits.retries) throw error;
      await pause(work.limits.pauseMs * 2 ** attempt, work.signal);
    }
  }
}
