/**
 * A Leaflet layer that is one canvas with a painter behind it. Leaflet's own `L.canvas` redraws only
 * when a move has ended, so that a flight from Hokkaido to Okinawa would cross empty sea; this one
 * paints again whenever the view leaves what is painted or grows blurred, and else lets Leaflet move
 * the finished picture, which costs next to nothing.
 */
import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type Map as LeafletMap,
  Point,
  type ZoomAnimEvent,
} from 'leaflet';
import { isTouchAnswered } from './hold.ts';
import { type Box, ORIGIN, PLANE_ZOOM, scaleAt } from './plane.ts';
import { startDrawing } from './ready.ts';

/** What a painter gets: a clean canvas and where the plane lies on it. */
export type Frame = {
  readonly ctx: CanvasRenderingContext2D;
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

/** What stands on the canvas. */
type Painted = {
  /** Pixels of the whole world at `zoom` where the canvas begins. */
  readonly origin: Point;
  readonly zoom: number;
  /** CSS pixels of the canvas. */
  readonly size: Point;
  /** Painted in the middle of a flight or drag, with less than there is. */
  readonly moving: boolean;
};

/** Painted beyond each edge of the view, CSS pixels: as far as a finger usually drags, so that it finds land there. */
const BEYOND = 272;
/** Reaches over the edge of what is painted: wide halos of a coast, CSS pixels. */
const OVER_EDGE = 40;
/** A picture scaled by more than this while flying looks blurred and is painted again. */
const BLURRED = 2;

/** When a layer last painted, as the frame says: each frame paints one, or it would come late. */
let paintedInMs = -1;

export class CanvasLayer extends Layer {
  private readonly canvas: HTMLCanvasElement;
  private readonly painter: Painter;
  private readonly steady: boolean;
  private map: LeafletMap | null = null;
  private painted: Painted | null = null;
  /** What is painted tells something else than what is to be told. */
  private stale = false;
  private frame = 0;
  /** Says that no painting is to come any more. */
  private drawn: () => void = () => undefined;

  /**
   * @param name   becomes part of the canvas's class, for style sheets and tests
   * @param steady a spot looks the same wherever the visitor looks: what was painted can be moved and kept
   */
  constructor(name: string, painter: Painter, steady = false) {
    super({ pane: 'overlayPane' });
    this.painter = painter;
    this.steady = steady;
    this.canvas = DomUtil.create('canvas', `map-canvas map-canvas-${name} leaflet-zoom-animated`);
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    this.getPane()?.append(this.canvas);
    this.redraw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.drawn();
    this.canvas.remove();
    this.map = null;
    this.painted = null;
    return this;
  }

  override getEvents(): { [name: string]: LeafletEventHandlerFn } {
    const events = {
      zoomanim: (event: ZoomAnimEvent) => this.transform(event.center, event.zoom),
      zoom: () => this.follow(),
      move: () => this.follow(),
      moveend: () => this.settle(),
      viewreset: () => this.settle(),
      resize: () => this.settle(),
    };
    // The typings know one handler type only; Leaflet gives `zoomanim` its own event.
    return events as unknown as { [name: string]: LeafletEventHandlerFn };
  }

  /** Paints all of it again with a frame to come, because something else is to be told; many calls make one painting. */
  redraw(): void {
    this.stale = true;
    this.paintSoon();
  }

  /** The view has come to rest: what is painted goes where it belongs, and is painted as well as can be soon. */
  private settle(): void {
    const { map, painted } = this;
    if (map === null) return;
    if (painted !== null) {
      const scale = map.getZoomScale(map.getZoom(), painted.zoom);
      DomUtil.setTransform(
        this.canvas,
        painted.origin.multiplyBy(scale).subtract(map.getPixelOrigin()),
        scale,
      );
    }
    this.paintSoon();
  }

  private paintSoon(): void {
    if (this.frame !== 0 || this.map === null) return;
    this.drawn = startDrawing();
    const step = (nowMs: number): void => {
      if (isTouchAnswered() || paintedInMs === nowMs) {
        this.frame = requestAnimationFrame(step);
        return;
      }
      this.frame = 0;
      if (this.paint(false)) paintedInMs = nowMs;
      this.drawn();
    };
    this.frame = requestAnimationFrame(step);
  }

  /** Moves the painted picture to where it belongs, and paints anew only where that is not enough. */
  private follow(): void {
    const { map, painted } = this;
    if (map === null || painted === null) return;
    const grown = map.getZoomScale(map.getZoom(), painted.zoom);
    const good = grown <= BLURRED && grown >= 1 / BLURRED && this.covers(map);
    if (!good && !isTouchAnswered()) this.paint(true);
    else if (grown !== 1) this.transform(map.getCenter(), map.getZoom());
  }

  /** Is everything the visitor sees on the canvas? */
  private covers(map: LeafletMap): boolean {
    if (this.painted === null) return false;
    const { origin, zoom, size } = this.painted;
    const scale = map.getZoomScale(map.getZoom(), zoom);
    const [from, to] = [origin.multiplyBy(scale), origin.add(size).multiplyBy(scale)];
    const { min, max } = map.getPixelBounds();
    if (min === undefined || max === undefined) return false;
    return from.x <= min.x && from.y <= min.y && to.x >= max.x && to.y >= max.y;
  }

  private transform(center: ZoomAnimEvent['center'], zoom: number): void {
    const { map, painted } = this;
    if (map === null || painted === null) return;
    const scale = map.getZoomScale(zoom, painted.zoom);
    const pane = map.getPane('mapPane');
    const moved =
      pane === undefined ? map.getPixelOrigin().subtract(map.getPixelOrigin()) : DomUtil.getPosition(pane);
    // Where Leaflet will put its pixel origin for this view; rounded as Leaflet rounds it.
    const pixelOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(moved).round();
    DomUtil.setTransform(this.canvas, painted.origin.multiplyBy(scale).subtract(pixelOrigin), scale);
  }

  /** @returns whether something was painted that takes its time */
  private paint(moving: boolean): boolean {
    const map = this.map;
    if (map === null) return false;
    const view = map.getSize();
    const pad = new Point(BEYOND, BEYOND);
    const size = view.add(pad.multiplyBy(2));
    const seen = map.getPixelBounds().min ?? map.getPixelOrigin();
    const next: Painted = { origin: seen.subtract(pad), zoom: map.getZoom(), size, moving };
    const kept = this.kept(next);
    DomUtil.setTransform(this.canvas, next.origin.subtract(map.getPixelOrigin()), 1);
    // Leaflet tells the end of one move up to three times.
    if (kept?.origin.equals(next.origin)) return false;
    const ctx = this.canvas.getContext('2d');
    if (ctx === null) return false;
    const frame = frameOf(ctx, next, pad);
    const by = kept?.origin.subtract(next.origin);
    if (kept !== null && by !== undefined && this.steady && isWhole(by)) {
      this.move(frame, by);
      this.painted = { ...next, moving: moving || kept.moving };
      return false;
    }
    this.painted = next;
    this.stale = false;
    this.clean(ctx, size);
    this.painter(frame);
    return true;
  }

  /** What stands on the canvas, where it is as good as what shall stand there. */
  private kept({ zoom, size, moving }: Painted): Painted | null {
    const { painted } = this;
    if (painted === null || this.stale || painted.zoom !== zoom || !painted.size.equals(size)) return null;
    return moving || !painted.moving ? painted : null;
  }

  /** Moves the picture and paints only what has come into it. */
  private move(frame: Frame, by: Point): void {
    const { ctx, width, height } = frame;
    const scale = density();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'copy';
    ctx.drawImage(this.canvas, by.x * scale, by.y * scale);
    ctx.globalCompositeOperation = 'source-over';
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    const [x, y] = [Math.min(width, Math.abs(by.x)), Math.min(height, Math.abs(by.y))];
    for (const [left, top, wide, high] of [
      [by.x > 0 ? 0 : width - x, 0, x, height],
      [0, by.y > 0 ? 0 : height - y, width, y],
    ] as const) {
      if (wide === 0 || high === 0) continue;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, wide, high);
      ctx.clip();
      ctx.clearRect(left, top, wide, high);
      this.painter({ ...frame, box: boxAround(frame, left, top, wide, high) });
      ctx.restore();
    }
  }

  /** Makes the canvas clean and as large as it has to be for the screen's density. */
  private clean(ctx: CanvasRenderingContext2D, { x: width, y: height }: Point): void {
    const scale = density();
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, w, h);
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
  }
}

function density(): number {
  return Math.min(2, window.devicePixelRatio || 1);
}

/** Only whole pixels of the screen can be moved without a blur. */
function isWhole({ x, y }: Point): boolean {
  const scale = density();
  return Number.isInteger(x * scale) && Number.isInteger(y * scale);
}

function frameOf(ctx: CanvasRenderingContext2D, { origin, zoom, size, moving }: Painted, pad: Point): Frame {
  const scale = scaleAt(zoom);
  const world = 2 ** (zoom - PLANE_ZOOM);
  const [dx, dy] = [ORIGIN.x * world - origin.x, ORIGIN.y * world - origin.y];
  const [width, height] = [size.x, size.y];
  const view = { left: pad.x, top: pad.y, width: width - 2 * pad.x, height: height - 2 * pad.y };
  const box = {
    left: -dx / scale,
    top: -dy / scale,
    right: (width - dx) / scale,
    bottom: (height - dy) / scale,
  };
  return { ctx, width, height, view, zoom, scale, dx, dy, box, moving };
}

/** The part of the plane below a part of the canvas, and what reaches into it from beside. */
function boxAround({ dx, dy, scale }: Frame, left: number, top: number, wide: number, high: number): Box {
  return {
    left: (left - OVER_EDGE - dx) / scale,
    top: (top - OVER_EDGE - dy) / scale,
    right: (left + wide + OVER_EDGE - dx) / scale,
    bottom: (top + high + OVER_EDGE - dy) / scale,
  };
}
