/**
 * Proves a picture or film before it is shown: its bytes are those its name stands for, and begin like what
 * the pack calls it. Packs are proven when they are opened; tens of thousands of pictures are proven when
 * somebody looks at them.
 */
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobPath } from '../pack/library.ts';
import { HEAD_BYTES, isWhatItSays } from './blob-form.ts';
import { hashOfFile } from './file-hash.ts';

/** Whether a blob is there, whole and of that type. Hashed once for as long as the file stays as it is. */
export type BlobProof = (dataDir: string, sha256: string, mime: string) => Promise<boolean>;

type Proven = { readonly sizeBytes: number; readonly mtimeMs: number; readonly right: Promise<boolean> };

export function makeBlobProof(): BlobProof {
  /** By path and type. */
  const proven = new Map<string, Proven>();
  return async (dataDir, sha256, mime) => {
    const path = join(dataDir, blobPath(sha256));
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return false;
    const { size: sizeBytes, mtimeMs } = found;
    const key = `${mime} ${path}`;
    const known = proven.get(key);
    if (known?.sizeBytes === sizeBytes && known.mtimeMs === mtimeMs) return known.right;
    const right = isRight(path, sha256, mime);
    proven.set(key, { sizeBytes, mtimeMs, right });
    return right;
  };
}

async function isRight(path: string, sha256: string, mime: string): Promise<boolean> {
  return isWhatItSays(mime, await headOf(path)) && (await hashOfFile(path)) === sha256;
}

/** The first bytes; none when they cannot be read. */
async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return Buffer.alloc(0);
  }
}
