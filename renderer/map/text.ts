/**
 * Writing on a canvas: names with a pale edge so that they read over land, lines and sea. A canvas
 * does not wait for web fonts as a page does; so every name asks for its glyphs first, and the map is
 * painted again when they have come.
 */
import { startDrawing } from './ready.ts';

/** The faces of the page (style/base.css): those of its language first. */
const FAMILIES = '"BIZ UDPGothic", "Noto Sans JP", "Noto Sans SC", "Noto Sans KR", sans-serif';
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

const widths = new Map<string, number>();
const asked = new Set<string>();

/** Width of a text, CSS pixels; kept, because a thousand names are measured on every move. */
export function widthOf(ctx: CanvasRenderingContext2D, text: string, pen: Pen): number {
  const font = fontOf(pen);
  const key = `${font} ${text}`;
  const have = widths.get(key);
  if (have !== undefined) return have;
  ctx.font = font;
  const { width } = ctx.measureText(text);
  widths.set(key, width);
  return width;
}

/** Writes `text` with its middle at x, y. */
export function write(
  ctx: CanvasRenderingContext2D,
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

/**
 * Asks for the glyphs of these texts and calls `then` when some were missing and have come. Counts as
 * drawing until then.
 */
export function needGlyphs(texts: readonly string[], pen: Pen, then: () => void): void {
  const fresh = texts.filter((text) => !asked.has(`${pen.weight} ${text}`));
  if (fresh.length === 0) return;
  for (const text of fresh) asked.add(`${pen.weight} ${text}`);
  const done = startDrawing();
  document.fonts
    .load(fontOf(pen), fresh.join(''))
    .then(() => {
      for (const text of fresh) widths.delete(`${fontOf(pen)} ${text}`);
      then();
    })
    // A missing font file must not take the map away; the next family in the list is used.
    .catch((error: unknown) => console.error('map: a font did not load', error))
    .finally(done);
}
