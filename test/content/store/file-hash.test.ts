import { createHash, randomFillSync } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile, hashFileNow, hashOfFile } from '../../../content/store/file-hash.ts';
import { tempFolder } from '../../helpers/folder.ts';

const folder = tempFolder();
const MEBI = 1 << 20;

describe('hashFile and hashFileNow', () => {
  it.each([0, 1, 99, 100, 101, MEBI - 1, MEBI, MEBI + 1, 3 * MEBI + 7])(
    'tell size, first bytes and SHA-256 of %d bytes',
    async (size) => {
      const bytes = randomFillSync(Buffer.alloc(size));
      const path = join(folder, String(size));
      writeFileSync(path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const right = { head: bytes.subarray(0, 100), sizeBytes: size, sha256 };
      expect([await hashFile(path), hashFileNow(path), await hashOfFile(path)]).toEqual([
        right,
        right,
        sha256,
      ]);
    },
  );

  it('take no more memory for a large file than for a small one', async () => {
    const path = join(folder, 'large');
    writeFileSync(path, '');
    truncateSync(path, 64 * MEBI);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 1);
    await hashFile(path);
    clearInterval(watch);
    expect(most).toBeLessThan(16 * MEBI);
  });

  it('tell by the system’s own error that a file is not there; `hashOfFile` by nothing', async () => {
    const path = join(folder, 'none');
    await expect(hashFile(path)).rejects.toThrow(/ENOENT/);
    expect(() => hashFileNow(path)).toThrow(/ENOENT/);
    expect(await hashOfFile(path)).toBe('');
  });
});
