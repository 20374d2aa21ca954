/**
 * Whole files on their way from `staging/` onto the disk and to their names. Bytes are flushed before the
 * name is given, file by file, while the next ones are still arriving: the disk is busy from the first
 * file on instead of being made to wait for the last.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, flushFiles } from '../disk.ts';
import type { Wanted } from './fetch.ts';
import { partOf } from './places.ts';
import { onDisk } from './work.ts';

/** A file to fetch and its name once it is whole and flushed. */
export type Arrival = {
  readonly wanted: Wanted;
  /** Absolute path. */
  readonly to: string;
  /** Called when it has its name. */
  readonly prove?: () => void;
};

/**
 * Flushes at a time. The file system writes its journal once for all that wait for it; more than these
 * would leave none of Node's four threads to read with.
 */
const FLUSHES = 3;
/** Most bytes waiting: a fast source cannot run ahead of a slow disk. */
const WAITING_BYTES = 128_000_000;

export class Landing {
  readonly #dataDir: string;
  readonly #waiting: Arrival[] = [];
  /** One for each flush that is going on. */
  readonly #lanes = new Set<Promise<void>>();
  #bytes = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /**
   * Takes a whole file over; waits only while too much is under way.
   *
   * @throws {SyncRefused} what went wrong with this file or with one before
   */
  async add(arrival: Arrival): Promise<void> {
    this.#waiting.push(arrival);
    this.#bytes += arrival.wanted.sizeBytes;
    if (this.#lanes.size < FLUSHES) this.#open();
    while (this.#bytes > WAITING_BYTES && this.#lanes.size > 0) await Promise.race(this.#lanes);
    this.#tell();
  }

  /** Until every file has its name. @throws {SyncRefused} what went wrong with one of them */
  async all(): Promise<void> {
    await this.rest();
    this.#tell();
  }

  /** Waits for what has begun, however it ends: nothing goes on behind the back of who cleans up. */
  async rest(): Promise<void> {
    await Promise.all(this.#lanes);
  }

  #tell(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #open(): void {
    const lane: Promise<void> = this.#lane().finally(() => this.#lanes.delete(lane));
    this.#lanes.add(lane);
  }

  async #lane(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      // After a failure what waits stays in `staging/`, unflushed and without a name.
      if (this.#failure === undefined) await this.#land(next);
      this.#bytes -= next.wanted.sizeBytes;
    }
  }

  async #land({ wanted, to, prove }: Arrival): Promise<void> {
    const part = partOf(this.#dataDir, wanted.sha256);
    try {
      await onDisk('', () => flushOrDrop(part));
      await onDisk(wanted.subject, () => {
        moveTo(part, to);
        prove?.();
      });
    } catch (error) {
      this.#failure ??= { error };
    }
  }
}

/** A file that the disk failed to flush may hold other bytes than it shows. */
async function flushOrDrop(part: string): Promise<void> {
  try {
    await flushFiles([part]);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Gives a file its name; `flushNames` puts the name on the disk. */
export function moveTo(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Only where it is missing: looking for it first would cost as much as the rename.
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}
