/** Real films for tests: a WebM that plays (its frames are those of lossy WebP), and the header of an MP4. */
import { scene } from './pictures.ts';

/** An EBML element: id, length in eight bytes, data. */
function element(id: number, ...data: readonly (Uint8Array | number | string)[]): Buffer {
  const body = Buffer.concat(data.map((part) => bytesOf(part)));
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id.toString(16).padStart(2, '0'), 'hex'), size, body]);
}

function bytesOf(part: Uint8Array | number | string): Uint8Array {
  if (typeof part === 'string') return Buffer.from(part, 'latin1');
  if (typeof part !== 'number') return part;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(part);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

export type FilmParts = {
  readonly codec?: string;
  readonly audio?: string;
  readonly durationMs?: number | null;
  readonly width?: number;
  readonly height?: number;
  readonly docType?: string;
};

const FRAME_MS = 500;

/** Frames of VP8 as WebP wraps them: a RIFF with one `VP8 ` chunk. */
async function frames(count: number, width: number, height: number): Promise<readonly Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_none, i) => {
      const webp = await scene({ width, height }, i * 10)
        .webp({ quality: 50 })
        .toBuffer();
      return webp.subarray(20, 20 + webp.readUInt32LE(16));
    }),
  );
}

/** Two frames a second; two seconds unless said otherwise. */
export async function webm(parts: FilmParts = {}): Promise<Buffer> {
  const { width = 320, height = 180, durationMs = 2000, codec = 'V_VP8', audio, docType = 'webm' } = parts;
  const shots = await frames(4, width, height);
  const video = element(
    0xae,
    element(0xd7, 1),
    element(0x73c5, 1),
    element(0x83, 1),
    element(0x86, codec),
    element(0xe0, element(0xb0, width), element(0xba, height)),
  );
  const sound = audio
    ? [element(0xae, element(0xd7, 2), element(0x73c5, 2), element(0x83, 2), element(0x86, audio))]
    : [];
  const blocks = shots.map((frame, i) =>
    // Track 1, time within the cluster, a key frame.
    element(0xa3, Buffer.of(0x81, (i * FRAME_MS) >> 8, (i * FRAME_MS) & 0xff, 0x80), frame),
  );
  return Buffer.concat([
    element(
      0x1a45dfa3,
      element(0x4286, 1),
      element(0x42f7, 1),
      element(0x42f2, 4),
      element(0x42f3, 8),
      element(0x4282, docType),
      element(0x4287, 2),
      element(0x4285, 2),
    ),
    element(
      0x18538067,
      element(
        0x1549a966,
        element(0x2ad7b1, 1_000_000),
        ...(durationMs === null ? [] : [element(0x4489, float(durationMs))]),
        element(0x4d80, 'test'),
        element(0x5741, 'test'),
      ),
      element(0x1654ae6b, video, ...sound),
      element(0x1f43b675, element(0xe7, 0), ...blocks),
    ),
  ]);
}

function box(type: string, ...data: readonly (Uint8Array | number | string)[]): Buffer {
  const body = Buffer.concat(data.map((part) => bytesOf(part)));
  return Buffer.concat([bytesOf(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

function track(handler: string, codec: string, width: number, height: number): Buffer {
  return box(
    'trak',
    box('tkhd', Buffer.alloc(76), width << 16, height << 16),
    box(
      'mdia',
      box('hdlr', 0, 0, handler, Buffer.alloc(12)),
      box('minf', box('stbl', box('stsd', 0, 1, box(codec, Buffer.alloc(70))))),
    ),
  );
}

/** The boxes of an MP4 around data that no decoder would take: what our own reader sees. */
export function mp4(parts: FilmParts & { readonly moovLast?: boolean } = {}): Buffer {
  const { width = 640, height = 360, durationMs = 2000, codec = 'avc1', audio = 'mp4a' } = parts;
  const mvhd = box('mvhd', 0, 0, 0, 1000, durationMs ?? 0, Buffer.alloc(80));
  const moov = box('moov', mvhd, track('vide', codec, width, height), track('soun', audio, 0, 0));
  const mdat = box('mdat', Buffer.alloc(5000, 7));
  const ftyp = box('ftyp', 'isom', 512, 'isomavc1');
  return Buffer.concat(parts.moovLast ? [ftyp, mdat, moov] : [ftyp, moov, mdat]);
}

export const CAPTIONS = `WEBVTT

NOTE つくった人: 村

1
00:00:00.000 --> 00:00:01.000 align:center
<v 案内>まちの&amp;朝です。</v>

00:01.000 --> 00:01.900
ツルが
飛びます。
`;
