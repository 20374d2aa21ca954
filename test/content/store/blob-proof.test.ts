/** Pictures and films that are not what their pack says are not given to the screen, right hash or not. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { makeBlobProof } from '../../../content/store/blob-proof.ts';
import { mp4, webm } from '../../helpers/films.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { jpeg, plain, png, webp } from '../../helpers/pictures.ts';

const folder = tempFolder();
const isProven = makeBlobProof();

/** Whether these bytes, under their right name, are shown as that type. */
function shownAs(mime: string, bytes: Buffer): Promise<boolean> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFiles(folder, { [blobPath(sha256)]: bytes });
  return isProven(folder, sha256, mime);
}

/** A whole picture whose header tells of another size: 30 bytes are enough to ask for gigabytes. */
async function webpSaying(width: number, height: number): Promise<Buffer> {
  const bytes = await plain('red').ensureAlpha(0.5).webp().toBuffer();
  expect(bytes.toString('latin1', 12, 16)).toBe('VP8X');
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

describe('makeBlobProof', () => {
  it('gives what is what it says', async () => {
    expect(await shownAs('image/webp', await webp())).toBe(true);
    expect(await shownAs('image/webp', await webpSaying(8000, 5000))).toBe(true);
    expect(await shownAs('video/mp4', mp4())).toBe(true);
    expect(await shownAs('video/webm', await webm())).toBe(true);
  });

  it.each([
    ['a picture of a hundred megapixels', 'image/webp', () => webpSaying(12_500, 8_000)],
    ['a picture of forty-nine megapixels', 'image/webp', () => webpSaying(7_000, 7_000)],
    ['a picture too wide', 'image/webp', () => webpSaying(8_193, 1)],
    [
      'a picture that moves',
      'image/webp',
      async () => {
        const bytes = await webpSaying(10, 10);
        bytes[20] = (bytes[20] ?? 0) | 2;
        return bytes;
      },
    ],
    ['a JPEG that says it is a WebP', 'image/webp', () => jpeg()],
    ['a film that says it is a picture', 'image/webp', () => mp4()],
    ['a picture that says it is a film', 'video/mp4', () => webp()],
    ['a page that says it is a picture', 'image/webp', () => Buffer.from('<script>alert(1)</script>')],
    ['a picture and page in one', 'image/webp', () => Buffer.from('RIFF<script>alert(1)</script>')],
    ['half a header', 'image/webp', async () => (await webp()).subarray(0, 20)],
    ['nothing', 'video/webm', () => Buffer.alloc(0)],
    ['a PNG, which no pack holds', 'image/png', () => png()],
    ['an SVG', 'image/svg+xml', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', 'text/html', () => Buffer.from('<!doctype html>')],
  ])('keeps back %s', async (_what, mime, bytes) => {
    expect(await shownAs(mime, await bytes())).toBe(false);
  });

  it('keeps back what has another hash than its name, and what is not there', async () => {
    const sha256 = 'a'.repeat(64);
    expect(await isProven(folder, sha256, 'image/webp')).toBe(false);
    writeFiles(folder, { [blobPath(sha256)]: await webp() });
    expect(await isProven(folder, sha256, 'image/webp')).toBe(false);
  });
});
