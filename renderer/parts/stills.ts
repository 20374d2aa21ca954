/**
 * Pictures of drawings. Gradients, patterns and coasts cost twenty times as much to paint as a picture of the same
 * size, and without a graphics card the visitor waits for that; so what was drawn once is kept as it looked.
 */

import { quietPause } from '../hold.ts';

/** Of all pictures together, bytes; those longest unused go first. */
const MOST_BYTES = 24_000_000;
const BYTES_PER_PIXEL = 4;
/** Between one and the next, for all else. */
const PAUSE_MS = 50;
/** At the latest the text of a drawing is taken. */
const SOON_MS = 1_000;
/** Drawings that wait; who turns pages faster sees them drawn again. */
const MOST_WISHES = 64;

/** Pixels of the screen. */
export type Size = { readonly width: number; readonly height: number };

/** In the order of their last use. */
const kept = new Map<string, ImageBitmap>();
type Wish = { readonly size: Size; readonly text: string };
const wishes = new Map<string, Wish>();

const keyOf = (look: string, { width, height }: Size): string => `${width} ${height} ${look}`;

/** @param look all that decides how the drawing looks. @returns null where it has to be drawn */
export function stillOf(look: string, size: Size): ImageBitmap | null {
  const key = keyOf(look, size);
  const still = kept.get(key);
  if (still === undefined) return null;
  kept.delete(key);
  kept.set(key, still);
  return still;
}

/** Whether there may be a picture in some size. */
export function hasStill(look: string): boolean {
  for (const key of kept.keys()) if (key.endsWith(look)) return true;
  return false;
}

/** Keeps how a drawing looks, once nothing else is to be done. */
export function keepStill(look: string, size: Size, drawing: SVGSVGElement): void {
  const key = keyOf(look, size);
  if (size.width === 0 || size.height === 0 || kept.has(key) || wishes.has(key)) return;
  // Only its text waits: the drawing would hold on to a page that is gone.
  requestIdleCallback(() => wish(key, size, drawing), { timeout: SOON_MS });
}

function wish(key: string, size: Size, drawing: SVGSVGElement): void {
  if (wishes.has(key) || wishes.size >= MOST_WISHES) return;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(size.width));
  copy.setAttribute('height', String(size.height));
  wishes.set(key, { size, text: new XMLSerializer().serializeToString(copy) });
  if (wishes.size === 1) void makeAll();
}

/** One after the other, each in a pause of the screen. */
async function makeAll(): Promise<void> {
  for (const [key, wish] of wishes) {
    await quietPause(PAUSE_MS);
    await make(key, wish);
    wishes.delete(key);
  }
}

async function make(key: string, { size, text }: Wish): Promise<void> {
  try {
    const picture = new Image(size.width, size.height);
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await picture.decode();
    kept.set(key, await createImageBitmap(picture));
    forgetOldest();
  } catch (error) {
    // It is drawn again the next time, as before.
    console.warn('drawing: no picture of it', error);
  }
}

function forgetOldest(): void {
  let bytes = 0;
  for (const { width, height } of kept.values()) bytes += width * height * BYTES_PER_PIXEL;
  for (const [key, still] of kept) {
    if (bytes <= MOST_BYTES) return;
    bytes -= still.width * still.height * BYTES_PER_PIXEL;
    kept.delete(key);
    still.close();
  }
}
