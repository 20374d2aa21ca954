/**
 * What a file holds, told by its SHA-256. Read piece by piece: a pack of a gigabyte takes no more memory than a
 * small one, and whoever waits for the event loop waits for one piece at most.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 20;
/** As much as SQLite's header has. */
export const HEAD_BYTES = 100;

export type Hashed = {
  /** The first hundred bytes, fewer in a shorter file. */
  readonly head: Buffer;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
};

/** @throws the file system's error when it is not there or cannot be read */
export async function hashFile(path: string): Promise<Hashed> {
  const file = await open(path);
  try {
    const all = gather();
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return all.end();
      all.add(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** The same, waited for. @throws the file system's error */
export function hashFileNow(path: string): Hashed {
  const file = openSync(path, 'r');
  try {
    const all = gather();
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) return all.end();
      all.add(buffer.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

/** SHA-256 of a file, hex; empty when it is not there or cannot be read. */
export async function hashOfFile(path: string): Promise<string> {
  return (await hashFile(path).catch(() => undefined))?.sha256 ?? '';
}

function gather(): { readonly add: (chunk: Buffer) => void; readonly end: () => Hashed } {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let sizeBytes = 0;
  return {
    add: (chunk) => {
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      }
      hash.update(chunk);
      sizeBytes += chunk.length;
    },
    end: () => ({ head, sizeBytes, sha256: hash.digest('hex') }),
  };
}
