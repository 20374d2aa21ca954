/**
 * Writing on a canvas: names with a pale edge so that they read over land, lines and sea. A canvas
 * does not wait for web fonts as a page does; so names wait for the typefaces, and the map is painted again when
 * those of rare characters have come.
 */
import { allTypefaces, areTypefacesSettled } from '../style/typefaces.ts';
import type { Brush } from './frame.ts';
import { startDrawing } from './ready.ts';

/** The faces of the page (style/base.css): those of its language first. */
const FAMILIES =
  '"BIZ UDPGothic Home", "BIZ UDPGothic Whole", "BIZ UDPGothic", "Noto Sans JP", "Noto Sans SC", "Noto Sans KR", sans-serif';
const ENGLISH = `"Noto Sans Latin", ${FAMILIES}`;

export type Pen = {
  /** CSS pixels. */
  readonly size: number;
  readonly weight: 400 | 700;
};

function fontOf(pen: Pen): string {
  const families = document.documentElement.lang === 'en' ? ENGLISH : FAMILIES;
  return `${pen.weight} ${pen.size}px ${families}`;
}

/** Fonts whose widths are kept: those of a visitor, not of all who came in their own language and size. */
const MAX_FONTS = 12;
const widths = new Map<string, Map<string, number>>();

function widthsIn(font: string): Map<string, number> {
  const have = widths.get(font);
  if (have !== undefined) return have;
  if (widths.size >= MAX_FONTS) widths.clear();
  const made = new Map<string, number>();
  widths.set(font, made);
  return made;
}

/** Width of a text, CSS pixels; kept, because a thousand names are measured on every move. */
export function widthOf(ctx: Brush, text: string, pen: Pen): number {
  const font = fontOf(pen);
  const known = widthsIn(font);
  const have = known.get(text);
  if (have !== undefined) return have;
  ctx.font = font;
  const { width } = ctx.measureText(text);
  known.set(text, width);
  return width;
}

/** Writes `text` with its middle at x, y. */
export function write(
  ctx: Brush,
  text: string,
  pen: Pen,
  at: { readonly x: number; readonly y: number },
  colours: { readonly fill: string; readonly edge: string },
): void {
  ctx.font = fontOf(pen);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = Math.max(4, pen.size * 0.28);
  ctx.strokeStyle = colours.edge;
  ctx.fillStyle = colours.fill;
  ctx.strokeText(text, at.x, at.y);
  ctx.fillText(text, at.x, at.y);
}

/** Whether names can be written. Where not, `then` is called when they can; counts as drawing until then. */
export function canWrite(then: () => void): boolean {
  if (areTypefacesSettled()) return true;
  waitFor(allTypefaces(), then);
  return false;
}

/** Calls `then` when the faces of rare characters that were just written have come; not when there were none. */
export function whenRareCame(then: () => void): void {
  if (document.fonts.status === 'loading') waitFor(document.fonts.ready, then);
}

function waitFor(coming: Promise<unknown>, then: () => void): void {
  const done = startDrawing();
  coming
    // A missing font file must not take the map away; the next family in the list is used.
    .catch((error: unknown) => console.error('map: a font did not load', error))
    .then(() => {
      widths.clear();
      then();
    })
    .finally(done);
}
