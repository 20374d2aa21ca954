/**
 * Where a picture of the map lies and what a painter gets to make it. No page and no Leaflet here: pictures are also
 * made in a thread of their own.
 */
import { type Box, ORIGIN, PLANE_ZOOM, type Spot, scaleAt } from './plane.ts';

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A picture to be made, or that was made. */
export type View = {
  /** Pixels of the whole world at `zoom` where the picture begins. */
  readonly origin: Spot;
  readonly zoom: number;
  /** CSS pixels of the picture, `BEYOND` on each side included. */
  readonly size: Spot;
  /** Pixels of the screen in one CSS pixel. */
  readonly density: number;
  /** In the middle of a flight or pinch: with less than there is. */
  readonly moving: boolean;
};

/** What a painter gets: a clean canvas and where the plane lies on it. */
export type Frame = {
  readonly ctx: Brush;
  /** CSS pixels of the whole canvas. The context is already scaled for the screen's density. */
  readonly width: number;
  readonly height: number;
  /** Where the visitor looks, inside the canvas, CSS pixels. */
  readonly view: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly zoom: number;
  /** Canvas pixel of a spot `p` of the plane: `p.x * scale + dx`, `p.y * scale + dy`. */
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  /** The part of the plane that the canvas shows. */
  readonly box: Box;
  /** True in the middle of a flight or pinch: leave out what costs time. */
  readonly moving: boolean;
};

export type Painter = (frame: Frame) => void;

/** Painted beyond each edge of the view, CSS pixels: as far as a finger usually drags, so that it finds land there. */
export const BEYOND = 272;
/** Reaches over the edge of what is painted: wide halos of a coast, CSS pixels. */
const OVER_EDGE = 40;

export function frameOf(ctx: Brush, { origin, zoom, size, moving }: View): Frame {
  const scale = scaleAt(zoom);
  const world = 2 ** (zoom - PLANE_ZOOM);
  const [dx, dy] = [ORIGIN.x * world - origin.x, ORIGIN.y * world - origin.y];
  const [width, height] = [size.x, size.y];
  const view = { left: BEYOND, top: BEYOND, width: width - 2 * BEYOND, height: height - 2 * BEYOND };
  const box = {
    left: -dx / scale,
    top: -dy / scale,
    right: (width - dx) / scale,
    bottom: (height - dy) / scale,
  };
  return { ctx, width, height, view, zoom, scale, dx, dy, box, moving };
}

/** The part of the plane below a part of the canvas, and what reaches into it from beside. */
export function boxAround(
  { dx, dy, scale }: Frame,
  left: number,
  top: number,
  wide: number,
  high: number,
): Box {
  return {
    left: (left - OVER_EDGE - dx) / scale,
    top: (top - OVER_EDGE - dy) / scale,
    right: (left + wide + OVER_EDGE - dx) / scale,
    bottom: (top + high + OVER_EDGE - dy) / scale,
  };
}

/** Whether one picture lies just where the other does. */
export function isSamePlace(a: View, b: View): boolean {
  return a.origin.x === b.origin.x && a.origin.y === b.origin.y && isSameKind(a, b);
}

/** Whether one picture, moved, can be a part of the other. */
export function isSameKind(a: View, b: View): boolean {
  return a.zoom === b.zoom && a.size.x === b.size.x && a.size.y === b.size.y && a.density === b.density;
}

/** Makes a canvas clean and as large as the view has to be for the screen's density. */
export function clean(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  ctx: Brush,
  { size, density }: View,
): void {
  const [w, h] = [Math.round(size.x * density), Math.round(size.y * density)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  ctx.setTransform(density, 0, 0, density, 0, 0);
}
