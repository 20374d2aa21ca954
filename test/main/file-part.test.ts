/** Parts of large files: the right bytes, never all at once, and nothing left open. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../main/file-part.ts';
import { tempFolder } from '../helpers/folder.ts';

const SIZE = 9_000_000;
const film = Buffer.alloc(SIZE);
for (let i = 0; i < SIZE; i += 4) film.writeUInt32LE(i, i);
const path = join(tempFolder(), 'film');
writeFileSync(path, film);

/** Files this process has open; Linux only, elsewhere always the same. */
function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}

async function bytesOf(start: number, end: number): Promise<Buffer> {
  const file = await openFile(path);
  return Buffer.from(await new Response(await file.read({ start, end })).arrayBuffer());
}

describe('openFile', () => {
  it.each([
    [0, SIZE],
    [0, 1],
    [SIZE - 1, SIZE],
    [1_000_001, 8_999_999],
    [5_000_000, 5_000_000],
  ])('gives the bytes %i to %i', async (start, end) => {
    const before = openFiles();
    expect((await bytesOf(start, end)).equals(film.subarray(start, end))).toBe(true);
    expect(openFiles()).toBe(before);
  });

  it('reads a film piece by piece, and closes it when the player leaves', async () => {
    const before = openFiles();
    const file = await openFile(path);
    expect(file.sizeBytes).toBe(SIZE);
    const body = await file.read({ start: 0, end: SIZE });
    if (body instanceof Uint8Array) throw new Error('a film came as a whole');
    const reader = body.getReader();
    const { value } = await reader.read();
    expect(value?.length).toBeLessThan(300_000);
    await reader.cancel();
    expect(openFiles()).toBe(before);
  });

  it('closes a film that nobody reads', async () => {
    const before = openFiles();
    await (await openFile(path)).close();
    expect(openFiles()).toBe(before);
  });

  it('fails in the middle when the file becomes shorter, instead of making bytes up', async () => {
    const shrinking = join(tempFolder(), 'film');
    writeFileSync(shrinking, film);
    const file = await openFile(shrinking);
    const body = await file.read({ start: 0, end: SIZE });
    writeFileSync(shrinking, film.subarray(0, 5_000_000));
    await expect(new Response(body).arrayBuffer()).rejects.toThrow(/shorter/);
  });

  it('refuses what is no file, and leaves nothing open', async () => {
    const before = openFiles();
    await expect(openFile(tempFolder())).rejects.toThrow();
    await expect(openFile(join(tempFolder(), 'none'))).rejects.toThrow(/ENOENT/);
    expect(openFiles()).toBe(before);
  });
});
