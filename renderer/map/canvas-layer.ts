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
  type Point,
  type ZoomAnimEvent,
} from 'leaflet';
import { type Box, ORIGIN, PLANE_ZOOM, scaleAt } from './plane.ts';

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

/** Painted beyond each edge of the view, as a share of it, so that a drag finds land there. */
const PADDING = 0.2;
/** A picture scaled by more than this while flying looks blurred and is painted again. */
const BLURRED = 1.3;

export class CanvasLayer extends Layer {
  private readonly canvas: HTMLCanvasElement;
  private readonly painter: Painter;
  private map: LeafletMap | null = null;
  /** Pixels of the whole world at `paintedZoom` where the canvas begins. */
  private origin: Point | null = null;
  private paintedZoom = 0;
  private frame = 0;

  /** @param name becomes part of the canvas's class, for style sheets and tests */
  constructor(name: string, painter: Painter) {
    super({ pane: 'overlayPane' });
    this.painter = painter;
    this.canvas = DomUtil.create('canvas', `map-canvas map-canvas-${name} leaflet-zoom-animated`);
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    this.getPane()?.append(this.canvas);
    this.paint(false);
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    this.map = null;
    return this;
  }

  override getEvents(): { [name: string]: LeafletEventHandlerFn } {
    const events = {
      zoomanim: (event: ZoomAnimEvent) => this.transform(event.center, event.zoom),
      zoom: () => this.follow(),
      move: () => this.follow(),
      moveend: () => this.paint(false),
      viewreset: () => this.paint(false),
      resize: () => this.paint(false),
    };
    // The typings know one handler type only; Leaflet gives `zoomanim` its own event.
    return events as unknown as { [name: string]: LeafletEventHandlerFn };
  }

  /** Paints again with the next frame; many calls make one painting. */
  redraw(): void {
    if (this.frame !== 0 || this.map === null) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint(false);
    });
  }

  /** Moves the painted picture to where it belongs, and paints anew only where that is not enough. */
  private follow(): void {
    const map = this.map;
    if (map === null) return;
    const grown = map.getZoomScale(map.getZoom(), this.paintedZoom);
    if (grown > BLURRED || grown < 1 / BLURRED || !this.covers(map)) this.paint(true);
    else if (grown !== 1) this.transform(map.getCenter(), map.getZoom());
  }

  /** Is everything the visitor sees on the canvas? */
  private covers(map: LeafletMap): boolean {
    if (this.origin === null) return false;
    const scale = map.getZoomScale(map.getZoom(), this.paintedZoom);
    const seen = map.getPixelBounds();
    const size = map.getSize().multiplyBy(scale * (1 + 2 * PADDING));
    const from = this.origin.multiplyBy(scale);
    const { min, max } = seen;
    if (min === undefined || max === undefined) return false;
    return from.x <= min.x && from.y <= min.y && from.x + size.x >= max.x && from.y + size.y >= max.y;
  }

  private transform(center: ZoomAnimEvent['center'], zoom: number): void {
    const { map, origin } = this;
    if (map === null || origin === null) return;
    const scale = map.getZoomScale(zoom, this.paintedZoom);
    const pane = map.getPane('mapPane');
    const moved =
      pane === undefined ? map.getPixelOrigin().subtract(map.getPixelOrigin()) : DomUtil.getPosition(pane);
    // Where Leaflet will put its pixel origin for this view; rounded as Leaflet rounds it.
    const pixelOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(moved).round();
    DomUtil.setTransform(this.canvas, origin.multiplyBy(scale).subtract(pixelOrigin), scale);
  }

  private paint(moving: boolean): void {
    const map = this.map;
    if (map === null) return;
    const size = map.getSize();
    const zoom = map.getZoom();
    const pad = size.multiplyBy(PADDING).round();
    const width = size.x + 2 * pad.x;
    const height = size.y + 2 * pad.y;
    const seen = map.getPixelBounds().min ?? map.getPixelOrigin();
    const origin = seen.subtract(pad);
    const ctx = this.sized(width, height);
    if (ctx === null) return;
    DomUtil.setTransform(this.canvas, origin.subtract(map.getPixelOrigin()), 1);
    this.origin = origin;
    this.paintedZoom = zoom;
    const scale = scaleAt(zoom);
    const world = 2 ** (zoom - PLANE_ZOOM);
    const dx = ORIGIN.x * world - origin.x;
    const dy = ORIGIN.y * world - origin.y;
    this.painter({
      ctx,
      width,
      height,
      view: { left: pad.x, top: pad.y, width: size.x, height: size.y },
      zoom,
      scale,
      dx,
      dy,
      box: {
        left: -dx / scale,
        top: -dy / scale,
        right: (width - dx) / scale,
        bottom: (height - dy) / scale,
      },
      moving,
    });
  }

  /** A clean canvas of this size for the screen's density. */
  private sized(width: number, height: number): CanvasRenderingContext2D | null {
    const density = Math.min(2, window.devicePixelRatio || 1);
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    const ctx = this.canvas.getContext('2d');
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    ctx?.setTransform(1, 0, 0, 1, 0, 0);
    ctx?.clearRect(0, 0, w, h);
    ctx?.setTransform(density, 0, 0, density, 0, 0);
    return ctx;
  }
}
