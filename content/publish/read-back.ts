/**
 * Reads files back from the device they were written to, not from memory: a stick that is failing, or holds
 * less than it says, takes every byte and only shows later what became of them.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { codeOf } from '../disk.ts';

// Node has it; the types of Node leave it to those of browsers.
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
};

/** A multiple of every device's block. */
const CHUNK_BYTES = 4 << 20;
const WASM_PAGE_BYTES = 65_536;

/** SHA-256 of a file, in hex; one at a time. @throws the file system's error */
export type HashFromDevice = (path: string, onBytes: (bytes: number) => void) => Promise<string>;

/** The memory is made once: each file uses it again. */
export function makeReadBack(signal: AbortSignal): HashFromDevice {
  // Reading past the cache wants memory that begins on a page; a Buffer of Node's need not, WebAssembly's does.
  const memory = new WebAssembly.Memory({ initial: CHUNK_BYTES / WASM_PAGE_BYTES });
  const buffer = Buffer.from(memory.buffer);

  async function hashWith(flags: number, path: string, onBytes: (bytes: number) => void): Promise<string> {
    const handle = await open(path, flags);
    try {
      const hash = createHash('sha256');
      for (let at = 0; ; at += CHUNK_BYTES) {
        signal.throwIfAborted();
        const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, at);
        hash.update(buffer.subarray(0, bytesRead));
        onBytes(bytesRead);
        if (bytesRead < CHUNK_BYTES) return hash.digest('hex');
      }
    } finally {
      await handle.close();
    }
  }

  return async (path, onBytes) => {
    try {
      // Not on every system, and not on every file system: zero is an ordinary reading.
      return await hashWith(constants.O_RDONLY | (constants.O_DIRECT ?? 0), path, onBytes);
    } catch (error) {
      // The first read says so, before a byte was counted.
      if (codeOf(error) !== 'EINVAL') throw error;
      return hashWith(constants.O_RDONLY, path, onBytes);
    }
  };
}
