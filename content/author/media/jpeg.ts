/** The header of a JPEG: walks the markers to the frame (ITU T.81, B.1 and B.2). */
import type { Measured } from '../../store/webp.ts';

const SOS = 0xda;
const EOI = Buffer.of(0xff, 0xd9);

/** Start of frame: 0xc0 to 0xcf without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** @returns undefined when there is no frame header */
export function readJpeg(bytes: Buffer): Measured | undefined {
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    // Fill bytes may stand before a marker.
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker) && at + 9 <= bytes.length) {
      size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === SOS) break;
    at += 2 + length;
  }
  // In the data of a scan 0xff is always stuffed, so this is a real end; thumbnails lie before the scan.
  return size && { ...size, animated: false, whole: bytes.indexOf(EOI, at) > at };
}
