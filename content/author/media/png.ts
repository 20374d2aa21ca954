/** The header of a PNG: walks the chunks to the last one (PNG, third edition, 5.3 and 11.2). */
import type { Measured } from '../../store/webp.ts';

/** @returns undefined when the first chunk is not an IHDR */
export function readPng(bytes: Buffer): Measured | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  let animated = false;
  let whole = false;
  let at = 8;
  while (at + 12 <= bytes.length && !whole) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (type === 'acTL') animated = true;
    if (type === 'IEND') whole = end <= bytes.length;
    at = end;
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), animated, whole };
}
