/**
 * Proves a picture or film before it is shown: its bytes are those its name stands for. Packs are proven
 * when they are opened; tens of thousands of pictures are proven when somebody looks at them.
 */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobPath } from '../pack/library.ts';
import { hashOfFile } from './file-hash.ts';

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
    const right = hashOfFile(path).then((hash) => hash === sha256);
    proven.set(path, { sizeBytes, mtimeMs, right });
    return right;
  };
}
