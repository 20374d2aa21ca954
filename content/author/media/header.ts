/**
 * What the first bytes of a picture say, read by ourselves before any decoder sees the file: kind, size,
 * animation, and whether the end is there. A file that would unpack to gigabytes is refused here.
 */
import { z } from 'zod';
import { readWebp } from '../../store/webp.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

export const PICTURE_FORMATS = ['jpeg', 'png', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

const pictureHeader = z.object({
  format: z.enum(PICTURE_FORMATS),
  /** Pixels as stored, before the orientation of EXIF is applied. */
  width: z.int(),
  height: z.int(),
  animated: z.boolean(),
  /** False when the file ends before the picture does. */
  whole: z.boolean(),
});
export type PictureHeader = Readonly<z.infer<typeof pictureHeader>>;

/** Formats that we know by sight and do not take; the words say what to do. */
const FOREIGN_FORMATS = ['svg', 'gif', 'heic', 'avif', 'tiff', 'bmp', 'pdf'] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

export const sniffed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), header: pictureHeader }),
  z.object({ kind: z.literal('foreign'), format: z.enum(FOREIGN_FORMATS) }),
  /** Begins like a picture of this kind, but there is no size in it. */
  z.object({ kind: z.literal('broken'), format: z.enum(PICTURE_FORMATS) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Sniffed = z.infer<typeof sniffed>;

const READERS = { jpeg: readJpeg, png: readPng, webp: readWebp } as const;

export function sniffPicture(bytes: Buffer): Sniffed {
  const format = formatOf(bytes);
  if (format === undefined) {
    const foreign = foreignFormatOf(bytes);
    return foreign ? { kind: 'foreign', format: foreign } : { kind: 'unknown' };
  }
  const read = READERS[format](bytes);
  if (!read || read.width < 1 || read.height < 1) return { kind: 'broken', format };
  return { kind: 'picture', header: { format, ...read } };
}

function formatOf(bytes: Buffer): PictureFormat | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))) return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  return undefined;
}

function foreignFormatOf(bytes: Buffer): ForeignFormat | undefined {
  const brand = ascii(bytes, 4, 8) === 'ftyp' ? ascii(bytes, 8, 12) : '';
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].includes(brand)) return 'heic';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif';
  if (/^(II\*\0|MM\0\*)$/.test(ascii(bytes, 0, 4))) return 'tiff';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(14) === 40) return 'bmp';
  return isSvg(bytes) ? 'svg' : undefined;
}

/** An XML text with an `svg` element near its start, in whatever encoding keeps ASCII readable. */
function isSvg(bytes: Buffer): boolean {
  const start = ascii(bytes, 0, 4096).replaceAll('\0', '').trimStart();
  return (
    /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(start) && /<(\w+:)?svg[\s>]/i.test(start)
  );
}

export function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, Math.min(to, bytes.length));
}
