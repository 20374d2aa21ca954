/** Why a picture file cannot be taken, by name and in words for staff; from its name, size and header alone. */
import { megabytes } from './bytes.ts';
import type { ForeignFormat, PictureFormat, PictureHeader, Sniffed } from './header.ts';
import { BOMB_BYTES, BOMB_RATIO, MAX_PICTURE_BYTES, MAX_PIXELS, MIN_LONG_SIDE } from './limits.ts';

export type Fault = { readonly id: string; readonly message: string };

const EXTENSIONS: { readonly [F in PictureFormat]: readonly string[] } = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
};
const NAMES: { readonly [F in PictureFormat]: string } = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };

const FOREIGN: { readonly [F in ForeignFormat]: string } = {
  svg: 'SVG',
  gif: 'GIF',
  heic: 'HEIC（iPhoneの写真）',
  avif: 'AVIF',
  tiff: 'TIFF',
  bmp: 'BMP',
  pdf: 'PDF',
};

/** A file too large to be opened at all. */
export function judgeSize(name: string, sizeBytes: number): Fault | undefined {
  if (sizeBytes === 0) return { id: 'picture-not-picture', message: `「${name}」は空のファイルです` };
  if (sizeBytes <= MAX_PICTURE_BYTES) return undefined;
  const message = `「${name}」が大きすぎます（${megabytes(sizeBytes)}。${megabytes(MAX_PICTURE_BYTES)}まで）。小さくして保存しなおしてください`;
  return { id: 'picture-file-large', message };
}

/** @returns the first reason, or undefined when the decoder may have it */
export function judgePicture(name: string, sizeBytes: number, sniffed: Sniffed): Fault | undefined {
  switch (sniffed.kind) {
    case 'unknown':
      return {
        id: 'picture-not-picture',
        message: `「${name}」は写真として読めません。JPEG、PNG、WebPを使ってください`,
      };
    case 'foreign':
      return judgeForeign(name, sniffed.format);
    case 'broken':
      return {
        id: 'picture-damaged',
        message: `「${name}」は壊れています。もとの写真から保存しなおしてください`,
      };
    case 'picture':
      return judgeExtension(name, sniffed.header) ?? judgeHeader(name, sizeBytes, sniffed.header);
  }
}

function judgeForeign(name: string, format: ForeignFormat): Fault {
  const id = format === 'svg' ? 'picture-svg' : 'picture-format';
  return {
    id,
    message: `「${name}」は${FOREIGN[format]}です。使えないので、JPEGかPNGで保存しなおしてください`,
  };
}

function judgeExtension(name: string, { format }: PictureHeader): Fault | undefined {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (name.includes('.') && EXTENSIONS[format].includes(extension)) return undefined;
  const message = `「${name}」の中身は${NAMES[format]}です。名前の終わりを .${EXTENSIONS[format][0]} にしてください`;
  return { id: 'picture-extension', message };
}

function judgeHeader(name: string, sizeBytes: number, header: PictureHeader): Fault | undefined {
  const { width, height, animated, whole } = header;
  const size = `${width}×${height}`;
  const unpacked = width * height * 4;
  if (width * height > MAX_PIXELS) {
    const message = `「${name}」の画素が多すぎます（${size}。${MAX_PIXELS / 10_000}万画素まで）。縮めて保存しなおしてください`;
    return { id: 'picture-too-many-pixels', message };
  }
  if (unpacked > BOMB_BYTES && unpacked / sizeBytes > BOMB_RATIO) {
    const message = `「${name}」は小さなファイルなのに、開くと${megabytes(unpacked)}になります。写真ではないようなので使えません`;
    return { id: 'picture-bomb', message };
  }
  if (animated) {
    return { id: 'picture-animated', message: `「${name}」は動く画像です。動かない写真にしてください` };
  }
  if (!whole) {
    const message = `「${name}」は途中で切れています。コピーしなおすか、もとの写真から保存しなおしてください`;
    return { id: 'picture-truncated', message };
  }
  if (Math.max(width, height) < MIN_LONG_SIDE) {
    const message = `「${name}」が小さすぎます（${size}。長い辺が${MIN_LONG_SIDE}画素以上の写真にしてください）`;
    return { id: 'picture-small', message };
  }
  return undefined;
}
