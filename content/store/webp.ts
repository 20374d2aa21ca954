/** The header of a WebP (RFC 9649): `VP8X`, else the first frame, lossy or lossless. */

/** What the first bytes of a picture say. */
export type Measured = {
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** False when the file ends before the picture does. */
  readonly whole: boolean;
};

/** Flag of the `VP8X` chunk. */
const ANIMATION = 0x02;

/** @returns undefined when there is no frame */
export function readWebp(bytes: Buffer): Measured | undefined {
  if (bytes.length < 30) return undefined;
  // The size in the RIFF header counts all behind it.
  const whole = bytes.readUInt32LE(4) + 8 <= bytes.length;
  const size = sizeOf(bytes, bytes.toString('latin1', 12, 16));
  const animated = bytes.toString('latin1', 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & ANIMATION) !== 0;
  return size && { ...size, animated, whole };
}

type Size = { readonly width: number; readonly height: number };

function sizeOf(bytes: Buffer, chunk: string): Size | undefined {
  switch (chunk) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      // RFC 6386, 9.1: a key frame starts with 9d 01 2a; the upper two bits of each side are a scale.
      return bytes.readUIntBE(23, 3) === 0x9d012a
        ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
        : undefined;
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return bytes[20] === 0x2f
        ? { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
        : undefined;
    }
    default:
      return undefined;
  }
}
