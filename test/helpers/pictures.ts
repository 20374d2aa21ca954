/** Real pictures for tests, made by the same library that phones' pictures are read with. */
import sharp, { type Sharp } from 'sharp';

export type Size = { readonly width: number; readonly height: number };

/** Large enough to be taken, small enough to be made in no time. */
export const SMALLEST: Size = { width: 1200, height: 900 };

/** A smooth picture with something in every corner; the same bytes every time. */
export function scene({ width, height }: Size = SMALLEST, seed = 0): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[at++] = (x * 255) / width;
      pixels[at++] = (y * 255) / height;
      pixels[at++] = ((x ^ y) & 64) + 90 + seed;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export function jpeg(size?: Size, seed?: number): Promise<Buffer> {
  return scene(size, seed).jpeg({ quality: 85 }).toBuffer();
}

export function png(size?: Size): Promise<Buffer> {
  return scene(size).png().toBuffer();
}

export function webp(size?: Size): Promise<Buffer> {
  return scene(size).webp({ quality: 80 }).toBuffer();
}

/** One colour all over. */
export function plain(colour: string, { width, height }: Size = SMALLEST): Sharp {
  return sharp({ create: { width, height, channels: 3, background: colour } });
}

/** Red, green, blue of the pixel at `x`, `y`, as parts of width and height. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}
