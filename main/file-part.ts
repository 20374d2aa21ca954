/** A part of a file as the body of a response: a film is never in memory as a whole. */
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteRange } from './range.ts';

const CHUNK_BYTES = 262_144;
/** Pictures come in one piece. */
const WHOLE_BYTES = 4_194_304;

export type OpenFile = {
  readonly sizeBytes: number;
  /** Bytes of the range; call it or `close`, once. The file is closed with the last byte or by the reader's leaving. */
  readonly read: (range: ByteRange) => Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>>;
  readonly close: () => Promise<void>;
};

/** @throws the file system's error when it is not a file that can be read */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, 'r');
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new Error('not a file');
    return {
      sizeBytes: info.size,
      read: (range) =>
        range.end - range.start <= WHOLE_BYTES ? readWhole(handle, range) : stream(handle, range),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readWhole(handle: FileHandle, { start, end }: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = new Uint8Array(end - start);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new Error('the file became shorter');
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

async function stream(handle: FileHandle, { start, end }: ByteRange): Promise<ReadableStream<Uint8Array>> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - at));
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
          if (bytesRead === 0) throw new Error('the file became shorter');
          at += bytesRead;
          controller.enqueue(chunk.subarray(0, bytesRead));
          if (at < end) return;
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          controller.error(error);
        }
      },
      // A player leaves whenever somebody jumps to another place of the film.
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}
