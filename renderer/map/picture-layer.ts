/**
 * A Leaflet layer that is one picture. Leaflet's own `L.canvas` redraws only when a move has ended, so that a flight
 * from Hokkaido to Okinawa would cross empty sea; this one asks for another picture whenever the view leaves what
 * there is or grows blurred, and else lets Leaflet move the finished one, which costs next to nothing.
 */
import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type Map as LeafletMap,
  Point,
  type ZoomAnimEvent,
} from 'leaflet';
import { isTouchAnswered } from '../hold.ts';
import { BEYOND, isSamePlace, type View } from './frame.ts';
import { startDrawing } from './ready.ts';

/** A picture scaled by more than this while flying looks blurred and is made again. */
const BLURRED = 2;

/** When a layer was last painted by the page itself, as the frame says: each frame paints one, or it would come late. */
let paintedInMs = -1;

export abstract class PictureLayer extends Layer {
  protected readonly canvas: HTMLCanvasElement;
  /** What stands on the canvas. */
  private painted: View | null = null;
  private map: LeafletMap | null = null;
  /** What is painted tells something else than what is to be told. */
  private stale = false;
  /** Leaflet moves the picture by itself, from one zoom to another. */
  private zooming = false;
  private frame = 0;
  /** Says that no picture is to come any more. */
  private drawn: () => void = () => undefined;

  /** @param name becomes part of the canvas's class, for style sheets and tests */
  constructor(name: string) {
    super({ pane: 'overlayPane' });
    this.canvas = DomUtil.create('canvas', `map-canvas map-canvas-${name} leaflet-zoom-animated`);
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  /**
   * Makes a picture, now or later, and tells `place` of it.
   *
   * @param done called once this picture stands, or will not come
   * @returns whether the page has spent its time on it
   */
  protected abstract make(view: View, done: () => void): boolean;

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
      zoomanim: (event: ZoomAnimEvent) => {
        this.zooming = true;
        this.transform(event.center, event.zoom);
      },
      zoom: () => this.follow(),
      move: () => this.follow(),
      moveend: () => this.settle(),
      viewreset: () => this.settle(),
      resize: () => this.settle(),
    };
    // The typings know one handler type only; Leaflet gives `zoomanim` its own event.
    return events as unknown as { [name: string]: LeafletEventHandlerFn };
  }

  /** Makes all of it again with a frame to come, because something else is to be told; many calls make one picture. */
  redraw(): void {
    this.stale = true;
    this.paintSoon();
  }

  /**
   * Puts a picture that was made on the screen.
   *
   * @param show draws it on the canvas
   * @returns whether it is still wanted
   */
  protected place(view: View, show: () => void): boolean {
    if (this.map === null) return false;
    if (this.zooming) {
      this.stale = true;
      return false;
    }
    show();
    this.canvas.style.width = `${view.size.x}px`;
    this.canvas.style.height = `${view.size.y}px`;
    this.painted = view;
    this.lay();
    return true;
  }

  /** The view has come to rest: what is painted goes where it belongs, and is made as well as can be soon. */
  private settle(): void {
    this.zooming = false;
    this.lay();
    this.paintSoon();
  }

  private lay(): void {
    const { map, painted } = this;
    if (map === null || painted === null) return;
    const scale = map.getZoomScale(map.getZoom(), painted.zoom);
    const at = new Point(painted.origin.x, painted.origin.y).multiplyBy(scale);
    DomUtil.setTransform(this.canvas, at.subtract(map.getPixelOrigin()), scale);
  }

  private paintSoon(): void {
    if (this.frame !== 0 || this.map === null) return;
    const drawn = startDrawing();
    this.drawn = drawn;
    const step = (nowMs: number): void => {
      if (isTouchAnswered() || paintedInMs === nowMs) {
        this.frame = requestAnimationFrame(step);
        return;
      }
      this.frame = 0;
      if (this.paint(false, drawn)) paintedInMs = nowMs;
    };
    this.frame = requestAnimationFrame(step);
  }

  /** Moves the picture to where it belongs, and asks for another only where that is not enough. */
  private follow(): void {
    const { map, painted } = this;
    if (map === null || painted === null) return;
    const grown = map.getZoomScale(map.getZoom(), painted.zoom);
    const good = grown <= BLURRED && grown >= 1 / BLURRED && this.covers(map, painted);
    if (!good && !isTouchAnswered()) this.paint(true, () => undefined);
    // Where another stands now it lies right already.
    if (this.painted === painted && grown !== 1) this.transform(map.getCenter(), map.getZoom());
  }

  /** Is everything the visitor sees on the canvas? */
  private covers(map: LeafletMap, { origin, zoom, size }: View): boolean {
    const scale = map.getZoomScale(map.getZoom(), zoom);
    const { min, max } = map.getPixelBounds();
    if (min === undefined || max === undefined) return false;
    return (
      origin.x * scale <= min.x &&
      origin.y * scale <= min.y &&
      (origin.x + size.x) * scale >= max.x &&
      (origin.y + size.y) * scale >= max.y
    );
  }

  private transform(center: ZoomAnimEvent['center'], zoom: number): void {
    const { map, painted } = this;
    if (map === null || painted === null) return;
    const scale = map.getZoomScale(zoom, painted.zoom);
    const pane = map.getPane('mapPane');
    const moved = pane === undefined ? new Point(0, 0) : DomUtil.getPosition(pane);
    // Where Leaflet will put its pixel origin for this view; rounded as Leaflet rounds it.
    const pixelOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(moved).round();
    const at = new Point(painted.origin.x, painted.origin.y).multiplyBy(scale);
    DomUtil.setTransform(this.canvas, at.subtract(pixelOrigin), scale);
  }

  /** @returns whether the page has spent its time on it */
  private paint(moving: boolean, done: () => void): boolean {
    const { map } = this;
    if (map === null) {
      done();
      return false;
    }
    const view = viewOf(map, moving);
    // Leaflet tells the end of one move up to three times.
    if (this.isGood(view)) {
      this.lay();
      done();
      return false;
    }
    this.stale = false;
    return this.make(view, done);
  }

  /** What stands on the canvas is just what shall stand there. */
  private isGood(view: View): boolean {
    const { painted } = this;
    if (painted === null || this.stale || !isSamePlace(painted, view)) return false;
    return view.moving || !painted.moving;
  }
}

function viewOf(map: LeafletMap, moving: boolean): View {
  const pad = new Point(BEYOND, BEYOND);
  const { x, y } = map.getSize().add(pad.multiplyBy(2));
  const seen = (map.getPixelBounds().min ?? map.getPixelOrigin()).subtract(pad);
  const density = Math.min(2, window.devicePixelRatio || 1);
  return { origin: { x: seen.x, y: seen.y }, zoom: map.getZoom(), size: { x, y }, density, moving };
}
