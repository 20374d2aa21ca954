/** Which pictures and films a pack names; what sync fetches, publish copies and clean-up keeps. */
import type { ReadablePack } from './driver.ts';

export type Blob = { readonly sha256: string; readonly sizeBytes: number };

/**
 * Every file the pack needs beside itself, by hash. `media_id` IS the SHA-256 of the file, so a proven
 * pack proves its files.
 *
 * @throws {RangeError} a name that is no SHA-256 or a size that is no whole number of 1 or more
 */
export function readBlobs(pack: ReadablePack): readonly Blob[] {
  const rows = pack.all<{ readonly media_id: string; readonly size_bytes: number }>(
    'SELECT media_id, size_bytes FROM media ORDER BY media_id',
  );
  return rows.map(({ media_id: sha256, size_bytes: sizeBytes }) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`media_id ${sha256.slice(0, 80)}`);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1) throw new RangeError(`size_bytes of ${sha256}`);
    return { sha256, sizeBytes };
  });
}
