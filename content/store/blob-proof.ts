/**
 * Proves a picture or film before it is shown: its bytes are those its name stands for. Packs are proven
 * when they are opened; tens of thousands of pictures are proven when somebody looks at them.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobPath } from '../pack/library.ts';

/** Whether a blob is there and whole. Hashed once for as long as the file stays as it is. */
export type BlobProof = (dataDir: string, sha256: string) => Promise<boolean>;

type Proven = { readonly sizeBytes: number; readonly mtimeMs: number; readonly right: Promise<boolean> };

export function makeBlobProof(): BlobProof {
  /** By path. */
  const proven = new Map<string, Proven>();
  return async (dataDir, sha256) => {
    const path = join(dataDir, blobPath(sha256));
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return false;
    const { size: sizeBytes, mtimeMs } = found;
    const known = proven.get(path);
    if (known?.sizeBytes === sizeBytes && known.mtimeMs === mtimeMs) return known.right;
    const right = hashOf(path).then((hash) => hash === sha256);
    proven.set(path, { sizeBytes, mtimeMs, right });
    return right;
  };
}

/** SHA-256 of a file, hex; empty when it cannot be read. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
