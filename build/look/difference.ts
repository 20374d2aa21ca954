/**
 * Whether two pictures of a screen look the same. Both are small and packed alike (`shrunk`), so that letters drawn a
 * little otherwise on another machine vanish, and a block that moved by half a line does not.
 */
import sharp from 'sharp';

/** Width of a kept picture in pixels: a quarter of the screen, so that a moved block still moves by some of them. */
const WIDTH = 480;
/** Looked at in squares of so many pixels. */
const CELL = 8;
/** Mean difference of a square's pixels, of 255, from which on it counts as another. */
const LEAST_OTHER = 9;
/** So many other squares are a letter here and there; more are a change. */
const MOST_OTHER = 6;

type Raw = { readonly data: Buffer; readonly width: number; readonly height: number };

export type Difference = {
  /** Squares that look otherwise. */
  readonly cells: readonly { readonly x: number; readonly y: number }[];
  /** True: the two show the same. */
  readonly same: boolean;
};

/** @param picture any picture of a screen @returns WebP as it is kept beside the tests, some 10 kB */
export function shrunk(picture: Buffer): Promise<Buffer> {
  return sharp(picture).resize(WIDTH).webp({ quality: 60, effort: 4 }).toBuffer();
}

/** @param kept, @param now both as `shrunk` makes them; of two sizes everything is other */
export async function difference(kept: Buffer, now: Buffer): Promise<Difference> {
  const [a, b] = await Promise.all([pixels(kept), pixels(now)]);
  const cells: { x: number; y: number }[] = [];
  const sized = a.width === b.width && a.height === b.height;
  for (let y = 0; y < b.height; y += CELL)
    for (let x = 0; x < b.width; x += CELL)
      if (!sized || meanOf(a, b, x, y) > LEAST_OTHER) cells.push({ x, y });
  return { cells, same: cells.length <= MOST_OTHER };
}

async function pixels(picture: Buffer): Promise<Raw> {
  const { data, info } = await sharp(picture)
    .blur(0.7)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Mean of the differences in the square that begins at x, y. */
function meanOf(a: Raw, b: Raw, x: number, y: number): number {
  const width = Math.min(CELL, b.width - x) * 3;
  const height = Math.min(CELL, b.height - y);
  let sum = 0;
  for (let row = y; row < y + height; row++) {
    const start = (row * b.width + x) * 3;
    for (let i = start; i < start + width; i++) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
  }
  return sum / (width * height);
}

/** Kept and new side by side, every other square framed. PNG. */
export async function sideBySide(kept: Buffer, now: Buffer, { cells }: Difference): Promise<Buffer> {
  const { width, height } = await sharp(now).metadata();
  const frames = cells.map(
    ({ x, y }) => `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="none" stroke="#e00"/>`,
  );
  const marks = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames.join('')}</svg>`,
  );
  return sharp({ create: { width: width * 2 + CELL, height, channels: 3, background: '#888' } })
    .composite([
      { input: await sharp(kept).resize(width, height, { fit: 'fill' }).toBuffer(), left: 0, top: 0 },
      { input: now, left: width + CELL, top: 0 },
      { input: marks, left: width + CELL, top: 0 },
    ])
    .png()
    .toBuffer();
}
