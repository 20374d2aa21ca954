/**
 * Fetches one file of the source: a small one into memory, a large one into `staging/`, where it is
 * hashed while it arrives and taken up where it broke off. Whatever the source sends, no more bytes are
 * written than were signed.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { paced } from './pace.ts';
import { type OpenedFile, SourceGone } from './source.ts';
import { cancelled, onDisk, pause, refuseWhenCancelled, type Work, withRetries } from './work.ts';

/**
 * A small file whole.
 *
 * @param maxBytes most it may have; one byte more is `endless-data` (clause 4.1)
 * @throws {SourceMissing | SourceGone | SyncRefused}
 */
export function fetchBytes(work: Work, path: string, maxBytes: number): Promise<Buffer> {
  return withRetries(work, async () => {
    const opened = await work.source.open(path, 0, work.signal);
    if (opened.sizeBytes !== null && opened.sizeBytes > maxBytes) {
      opened.close();
      throw new SyncRefused('endless-data', path, `${opened.sizeBytes} of at most ${maxBytes} bytes`);
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of paced(opened, work, path)) {
      length += chunk.length;
      if (length > maxBytes) throw new SyncRefused('endless-data', path, `more than ${maxBytes} bytes`);
      parts.push(chunk);
    }
    if (opened.sizeBytes !== null && length !== opened.sizeBytes) throw new SourceGone(`cut off: ${path}`);
    return Buffer.concat(parts);
  });
}

/** A file as it was signed. */
export type Wanted = {
  /** Where it is in the source. */
  readonly path: string;
  /** For staff: pack id, or the first digits of a hash. */
  readonly subject: string;
  readonly sha256: string;
  readonly sizeBytes: number;
};

/**
 * Fetches a file into `part`; what an earlier try left there is used. Afterwards the file has exactly
 * the signed bytes, though perhaps not yet on the disk itself (`flushFiles`); after a broken transfer the
 * part stays for the next try, after a lie of the source it is gone.
 *
 * @param part absolute path in `staging/`; its folder exists
 * @throws {SourceMissing | SourceGone | SyncRefused}
 */
export async function fetchFile(work: Work, wanted: Wanted, part: string): Promise<void> {
  let stuck = 0;
  for (;;) {
    refuseWhenCancelled(work);
    const before = sizeOf(part);
    try {
      if ((await attempt(work, wanted, part, before)) === 'done') return;
      // An old part did not fit what came after it (a splice of two files): once more from the start.
      work.onBytes(-sizeOf(part));
      await onDisk(wanted.subject, () => rmSync(part, { force: true }));
    } catch (error) {
      if (work.signal.aborted) throw cancelled();
      if (error instanceof SyncRefused && isLie(error)) {
        await onDisk(wanted.subject, () => rmSync(part, { force: true }));
      }
      if (!(error instanceof SourceGone)) throw error;
      stuck = sizeOf(part) > before ? 0 : stuck + 1;
      if (stuck > work.limits.retries) {
        if (!(error instanceof CutShort)) throw error;
        throw new SyncRefused('wrong-length', wanted.subject, error.message, { cause: error });
      }
      await pause(work.limits.pauseMs * 2 ** stuck, work.signal);
    }
  }
}

/** A clean end too early, without an announced size: a cut line or a short file; the retries find out. */
class CutShort extends SourceGone {}

/** After these nothing of the part can be believed. */
function isLie({ refusal }: SyncRefused): boolean {
  return ['target-altered', 'wrong-length', 'endless-data', 'encoded', 'captive-portal'].includes(
    refusal.code,
  );
}

/**
 * A file up to this size is held in memory until its hash is known: nothing wrong of it ever touches the
 * disk. Times `parallel`, this bounds the memory of a sync.
 */
const WHOLE_BYTES = 8_000_000;

/**
 * @param kept bytes that an earlier try left in `part`
 * @returns `again` when the part of an earlier try turned out not to belong to the signed file
 */
async function attempt(work: Work, wanted: Wanted, part: string, kept: number): Promise<'done' | 'again'> {
  const start = kept > wanted.sizeBytes ? 0 : kept;
  if (start === 0 && wanted.sizeBytes <= WHOLE_BYTES) return whole(work, wanted, part);
  const hash = createHash('sha256');
  if (start > 0) await onDisk(wanted.subject, () => hashPart(hash, part));
  let resumed = start > 0;
  if (start < wanted.sizeBytes) {
    const opened = await openWanted(work, wanted, start);
    const fresh = opened.offset !== start;
    if (fresh) work.onBytes(-start);
    const into = fresh ? createHash('sha256') : hash;
    if (fresh) resumed = false;
    const arrived = await write(work, wanted, part, opened.offset, paced(opened, work, wanted.subject), into);
    if (arrived < wanted.sizeBytes) {
      throw new CutShort(`${arrived} of ${wanted.sizeBytes} bytes: ${wanted.path}`);
    }
    return settle(into, wanted, resumed);
  }
  return settle(hash, wanted, resumed);
}

async function openWanted(work: Work, wanted: Wanted, start: number): Promise<OpenedFile> {
  const opened = await work.source.open(wanted.path, start, work.signal);
  // Clause 4.2: an announced size other than the signed one is refused before a byte is taken.
  if (opened.sizeBytes === null || opened.sizeBytes === wanted.sizeBytes) return opened;
  opened.close();
  const detail = `${opened.sizeBytes} for ${wanted.sizeBytes} bytes`;
  throw new SyncRefused('wrong-length', wanted.subject, detail);
}

/** A small file: into memory, hashed, then written. What came before a break is kept for the next try. */
async function whole(work: Work, wanted: Wanted, part: string): Promise<'done'> {
  const opened = await openWanted(work, wanted, 0);
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  let length = 0;
  try {
    for await (const chunk of paced(opened, work, wanted.subject)) {
      refuseTooMuch(wanted, length + chunk.length);
      length += chunk.length;
      hash.update(chunk);
      chunks.push(chunk);
      work.onBytes(chunk.length);
    }
    if (length < wanted.sizeBytes)
      throw new CutShort(`${length} of ${wanted.sizeBytes} bytes: ${wanted.path}`);
  } catch (error) {
    await onDisk(wanted.subject, () => writeWhole(part, chunks));
    throw error;
  }
  const sha256 = hash.digest('hex');
  if (sha256 !== wanted.sha256) throw new SyncRefused('target-altered', wanted.subject, `sha256 ${sha256}`);
  await onDisk(wanted.subject, () => writeWhole(part, chunks));
  return 'done';
}

function refuseTooMuch(wanted: Wanted, length: number): void {
  if (length <= wanted.sizeBytes) return;
  throw new SyncRefused('endless-data', wanted.subject, `more than ${wanted.sizeBytes} bytes`);
}

function settle(hash: Hash, wanted: Wanted, resumed: boolean): 'done' | 'again' {
  const sha256 = hash.digest('hex');
  if (sha256 === wanted.sha256) return 'done';
  if (resumed) return 'again';
  // Clause 3.6: what arrived is not what was signed.
  throw new SyncRefused('target-altered', wanted.subject, `sha256 ${sha256}`);
}

/** @returns length of the part afterwards */
async function write(
  work: Work,
  wanted: Wanted,
  part: string,
  offset: number,
  chunks: AsyncIterable<Uint8Array>,
  hash: Hash,
): Promise<number> {
  const handle = await onDisk(wanted.subject, () => open(part, offset === 0 ? 'w' : 'r+'));
  let position = offset;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const put = async (): Promise<void> => {
    const chunks = waiting;
    waiting = [];
    waitingBytes = 0;
    if (chunks.length > 0) position = await onDisk(wanted.subject, () => writeAll(handle, chunks, position));
  };
  try {
    for await (const chunk of chunks) {
      refuseTooMuch(wanted, position + waitingBytes + chunk.length);
      waiting.push(chunk);
      waitingBytes += chunk.length;
      hash.update(chunk);
      work.onBytes(chunk.length);
      if (waitingBytes >= WRITE_BYTES) await put();
    }
    await put();
    return position;
  } catch (error) {
    // What came before a break is kept for the next try. The disk may be what broke: that is told already.
    await put().catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** A line brings its bytes in pieces of 64 KB; so many are written at once. */
const WRITE_BYTES = 1 << 20;

/**
 * Writes a file that is in memory. Without going through Node's threads: for a file this small the way
 * there and back costs more than the write.
 */
function writeWhole(part: string, chunks: readonly Uint8Array[]): void {
  const file = openSync(part, 'w');
  try {
    // Of a file that was cut to nothing ext4 begins to write the bytes out when it is closed, so that the
    // flush finds them on their way. Elsewhere it changes nothing.
    ftruncateSync(file, 0);
    const [bytes = Buffer.concat(chunks)] = chunks.length === 1 ? chunks : [];
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, done);
    }
  } finally {
    closeSync(file);
  }
}

/** @returns the position behind them */
async function writeAll(handle: FileHandle, chunks: readonly Uint8Array[], from: number): Promise<number> {
  let position = from;
  let left = chunks;
  while (left.length > 0) {
    const { bytesWritten } = await handle.writev(left, position);
    position += bytesWritten;
    left = without(left, bytesWritten);
  }
  return position;
}

/** The chunks without their first bytes. */
function without(chunks: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let skip = bytes;
  return chunks.flatMap((chunk) => {
    const gone = Math.min(skip, chunk.length);
    skip -= gone;
    return gone === chunk.length ? [] : [chunk.subarray(gone)];
  });
}

async function hashPart(hash: Hash, part: string): Promise<void> {
  for await (const chunk of createReadStream(part, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
}

/** Size of a file; 0 when it is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
