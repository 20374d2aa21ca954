/**
 * Whether a file is what its pack calls it, seen from its first bytes before Chromium decodes any of it: a
 * picture of a hundred megapixels fits into a few kilobytes, and a page of HTML may call itself a picture.
 */
import { MAX_PIXELS, MAX_SIDE } from './bounds-words.ts';
import { readWebp } from './webp.ts';

/** So many of the first bytes are looked at. */
export const HEAD_BYTES = 64;

/** @param head the first `HEAD_BYTES` of the file, or all of a smaller one */
export function isWhatItSays(mime: string, head: Buffer): boolean {
  if (head.length < 12) return false;
  switch (mime) {
    case 'image/webp':
      return isPicture(head);
    case 'video/mp4':
      return head.toString('latin1', 4, 8) === 'ftyp';
    case 'video/webm':
      return head.readUInt32BE(0) === 0x1a45dfa3;
    default:
      return false;
  }
}

function isPicture(head: Buffer): boolean {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WEBP') return false;
  const size = readWebp(head);
  if (size === undefined || size.animated) return false;
  const { width, height } = size;
  return Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS;
}
