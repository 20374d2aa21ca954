/**
 * The map itself: a Leaflet map with two pictures, the ground and what is told on it. No React; the
 * page drives it through `show`, the flights and the zoom buttons, and hears of touches.
 */
import { CRS, type Evented, Map as LeafletMap, type LeafletMouseEvent, latLngBounds } from 'leaflet';
import { isTouchAnswered } from '../hold.ts';
import type { Curve } from './curves.ts';
import { reportMissing, tellTowns } from './ground.ts';
import { GroundLayer } from './ground-layer.ts';
import { InkLayer } from './ink-layer.ts';
import type { Rect } from './labels.ts';
import type { Country } from './land.ts';
import { type Mark, paintInk } from './paint-ink.ts';
import { pick } from './pick.ts';
import { type Box, boxOf, fitZoom, type Spot, scaleAt, toDegrees, toPlane } from './plane.ts';
import { startDrawing } from './ready.ts';
import { loadCountry } from './shapes.ts';
import { Still } from './still.ts';
import { type MapTheme, PLAIN } from './theme.ts';
import { prefectureAt, townAt } from './touch-land.ts';
import { ALL_JAPAN, FENCE, MAIN_ISLANDS, NEAREST_ZOOM, TOWN_ZOOM } from './view.ts';

/** What a touch meant. `choose`: several towns lie under the finger; `at` is where, pixels of the map. */
export type Touch =
  | { readonly kind: 'town'; readonly code: string }
  | { readonly kind: 'choose'; readonly codes: readonly string[]; readonly at: Spot }
  | { readonly kind: 'prefecture'; readonly id: string }
  | { readonly kind: 'sea' };

/** What the map tells; the page decides all of it. */
export type Scene = {
  readonly towns: readonly Mark[];
  readonly prefectures: readonly Mark[];
  /** Most important first. */
  readonly strong: readonly Mark[];
  readonly heart: Mark | null;
  readonly curves: readonly Curve[];
  readonly chosenTown: string | null;
  readonly chosenPrefecture: string | null;
  /** Prefectures lit up by a filter. */
  readonly lit: ReadonlySet<string>;
  readonly theme: MapTheme;
  /** CSS pixels of one rem, so that names follow the size of the text. */
  readonly rem: number;
};

export const EMPTY_SCENE: Scene = {
  towns: [],
  prefectures: [],
  strong: [],
  heart: null,
  curves: [],
  chosenTown: null,
  chosenPrefecture: null,
  lit: new Set(),
  theme: PLAIN,
  rem: 16,
};

/** Where the visitor looks, to come back to. */
export type Camera = { readonly lat: number; readonly lon: number; readonly zoom: number };

export type JapanMapOptions = {
  /** No flights and no growing lines (prefers-reduced-motion). */
  readonly calm: boolean;
  /** Where to look first; null: all of the main islands. */
  readonly camera: Camera | null;
  readonly onTouch: (touch: Touch) => void;
  /** Hears whenever the map has come to rest. */
  readonly onRest: (camera: Camera) => void;
};

/** Width of a wave of the sea, rem. */
const WAVE = 4;
const FLIGHT_SECONDS = 0.7;
const GROWING_MS = 650;
/** After a touch, before a flight goes on. */
const ANSWERED_MS = 400;
/** Share of the free width that stays to the left of Japan; the buttons stand in the Pacific. */
const LEFT_SHARE = 0.4;
/** Between the land and the edge of the panel at first, pixels. */
const HOME_MARGIN = 12;
/** Around a region or prefecture; the row of buttons stands at the foot. */
const GOAL_MARGIN = { x: 48, top: 40, bottom: 104 };
/** When the first picture has long been seen. */
const AHEAD_MS = 1500;
/** A finger is this wide when it looks for a coast, pixels. */
const FINGER = 18;

/**
 * While a list still coasts, touches come that nobody can cancel any more. Leaflet cancels every movement of a drag, and
 * Chromium would complain.
 */
function spareCancelling(container: HTMLElement): void {
  const spare = (event: TouchEvent): void => {
    if (!event.cancelable) event.preventDefault = () => undefined;
  };
  container.addEventListener('touchmove', spare, { passive: true });
}

export class JapanMap {
  private readonly map: LeafletMap;
  private readonly ground: GroundLayer;
  private readonly ink: InkLayer;
  private readonly observer: ResizeObserver;
  private readonly options: JapanMapOptions;
  private scene: Scene = EMPTY_SCENE;
  /** What a finger can meet; drawn by another thread with shapes of its own. */
  private country: Country | null = null;
  private towns: Country | null = null;
  /** What the visitor was brought to; kept over a change of size, cleared when they move the map. */
  private goal: Box | 'home' | null = 'home';
  private buttons: readonly Rect[] = [];
  private readonly still = new Still();
  private grownTo = 1;
  private growth = 0;
  private ahead: ReturnType<typeof setTimeout>;
  private gone = false;
  /** Where the map is flying to. */
  private flight: Camera | null = null;
  private readonly wait = () => this.waitForFinger();

  /** @param container an element with a size; gets `leaflet-container` and two canvases */
  constructor(container: HTMLElement, options: JapanMapOptions) {
    this.options = options;
    const { camera } = options;
    spareCancelling(container);
    this.map = new LeafletMap(container, {
      crs: CRS.EPSG3857,
      zoomControl: false,
      // Ours stands in the page, in the visitor's language and size.
      attributionControl: false,
      // Arrows would be caught here; a keypad drives the list and the buttons instead.
      keyboard: false,
      boxZoom: false,
      zoomSnap: 0,
      maxZoom: NEAREST_ZOOM,
      maxBounds: latLngBounds([FENCE[1], FENCE[0]], [FENCE[3], FENCE[2]]),
      maxBoundsViscosity: 0.9,
      bounceAtZoomLimits: false,
      zoomAnimation: !options.calm,
      inertia: !options.calm,
    });
    this.ground = new GroundLayer(() => {
      const { theme, rem, chosenPrefecture, chosenTown, lit } = this.scene;
      return {
        theme: theme.name,
        wave: WAVE * rem,
        chosen: chosenPrefecture,
        town: chosenTown,
        lit: [...lit].sort(),
      };
    });
    this.ink = new InkLayer((frame) =>
      paintInk(frame, {
        ...this.scene,
        grownTo: this.grownTo,
        buttons: this.buttons,
        still: this.still,
        again: () => this.redrawInk(),
      }),
    );
    if (camera === null) this.goHome(false);
    else this.map.setView([camera.lat, camera.lon], camera.zoom, { animate: false });
    if (camera !== null) this.goal = null;
    this.ground.addTo(this.map);
    this.ink.addTo(this.map);
    this.listen();
    this.observer = new ResizeObserver(() => this.fitAgain());
    this.observer.observe(container);
    this.load('prefectures', (country) => (this.country = country));
    this.needTowns();
    this.ahead = setTimeout(() => this.loadTowns(), AHEAD_MS);
  }

  /** Takes the map away. Nothing may be called after this. */
  remove(): void {
    this.gone = true;
    this.observer.disconnect();
    document.removeEventListener('pointerdown', this.wait, { capture: true });
    clearTimeout(this.ahead);
    cancelAnimationFrame(this.growth);
    // Leaflet ends a zoom by a timer that outlives the map: a visitor who goes back at once would meet an error.
    // And the sweep of a drag begins with the frame after it, or is in the middle of a step that ends it: on a map that
    // is gone both would fail as well.
    const map = Object.assign(this.map as LeafletMap & { readonly _panAnim?: Evented }, {
      _animatingZoom: false,
      panBy: () => this.map,
    });
    map._panAnim?.off();
    map.remove();
  }

  /** Shows another scene; lines grow when they are other lines than before. */
  show(scene: Scene): void {
    const other = scene.curves !== this.scene.curves;
    this.scene = scene;
    tellTowns(scene.towns);
    this.ground.redraw();
    if (other && scene.curves.length > 0) this.grow();
    else this.redrawInk();
  }

  /** Something else is told. */
  private redrawInk(): void {
    this.still.forget();
    this.ink.redraw();
  }

  /** Names keep clear of these, pixels of the map. */
  setButtons(buttons: readonly Rect[]): void {
    this.buttons = buttons;
    this.redrawInk();
  }

  zoomBy(step: number): void {
    this.goal = null;
    this.map.setZoom(this.map.getZoom() + step, { animate: !this.options.calm });
  }

  goHome(fly = true): void {
    this.goal = 'home';
    this.look(this.homeCamera(), fly);
  }

  /** Brings a box into view. @param nearest never closer than this zoom */
  goTo(box: Box, nearest = NEAREST_ZOOM, fly = true): void {
    this.goal = box;
    this.look(this.cameraFor(box, nearest), fly);
  }

  private homeCamera(): Camera {
    const { x: width, y: height } = this.map.getSize();
    const box = boxOf(MAIN_ISLANDS);
    const zoom = fitZoom(box, width - 2 * HOME_MARGIN, height - 2 * HOME_MARGIN);
    const free = Math.max(0, width / scaleAt(zoom) - (box.right - box.left));
    const x = (box.left + box.right) / 2 + free * (0.5 - LEFT_SHARE);
    return { ...toDegrees({ x, y: (box.top + box.bottom) / 2 }), zoom };
  }

  private cameraFor(box: Box, nearest: number): Camera {
    const { x: width, y: height } = this.map.getSize();
    const { x, top, bottom } = GOAL_MARGIN;
    const zoom = Math.min(nearest, fitZoom(box, width - 2 * x, height - top - bottom));
    const lower = (bottom - top) / 2 / scaleAt(zoom);
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + lower };
    return { ...toDegrees(middle), zoom };
  }

  private look(camera: Camera, fly: boolean): void {
    const { x: width, y: height } = this.map.getSize();
    if (width === 0 || height === 0) return;
    this.map.setMinZoom(Math.min(fitZoom(boxOf(ALL_JAPAN), width, height), this.homeCamera().zoom));
    const at = [camera.lat, camera.lon] as [number, number];
    if (!fly || this.options.calm) {
      this.map.setView(at, camera.zoom, { animate: false });
      return;
    }
    const done = startDrawing();
    this.flight = camera;
    this.map.once('moveend', () => {
      this.flight = null;
      done();
    });
    this.map.flyTo(at, camera.zoom, { duration: FLIGHT_SECONDS, easeLinearity: 0.35 });
  }

  /** A flight would hold up what is touched elsewhere; it goes on when that is done, if nothing else was wished. */
  private waitForFinger(): void {
    const { flight, goal } = this;
    if (flight === null) return;
    this.map.stop();
    const done = startDrawing();
    setTimeout(() => {
      if (!this.gone && this.flight === null && goal !== null && this.goal === goal) this.look(flight, true);
      done();
    }, ANSWERED_MS);
  }

  private listen(): void {
    document.addEventListener('pointerdown', this.wait, { capture: true, passive: true });
    this.map.on('click', (event) => this.touched(event));
    this.map.on('dragstart', () => (this.goal = null));
    this.map.on('moveend', () => {
      this.needTowns();
      const { lat, lng } = this.map.getCenter();
      this.options.onRest({ lat, lon: lng, zoom: this.map.getZoom() });
    });
  }

  /** The panel has another size: what the visitor was brought to stays in view. */
  private fitAgain(): void {
    this.map.invalidateSize({ pan: false, animate: false });
    if (this.goal === 'home') this.look(this.homeCamera(), false);
    else if (this.goal !== null) this.look(this.cameraFor(this.goal, this.map.getZoom()), false);
  }

  /** From near a finger means a town, not a prefecture. */
  private needTowns(): void {
    if (this.map.getZoom() >= TOWN_ZOOM) this.loadTowns();
  }

  private loadTowns(): void {
    if (this.towns === null) this.load('towns', (towns) => (this.towns = towns));
  }

  /** The map counts as drawing until they are there. */
  private load(detail: 'prefectures' | 'towns', take: (country: Country) => void): void {
    const done = startDrawing();
    loadCountry(detail).then(take, reportMissing).finally(done);
  }

  private grow(): void {
    cancelAnimationFrame(this.growth);
    if (this.options.calm) {
      this.grownTo = 1;
      this.redrawInk();
      return;
    }
    this.still.forget();
    const done = startDrawing();
    let grownMs = 0;
    let beforeMs = performance.now();
    const step = (nowMs: number) => {
      // The finger goes first.
      if (!isTouchAnswered()) grownMs += Math.max(0, nowMs - beforeMs);
      beforeMs = nowMs;
      const t = Math.min(1, grownMs / GROWING_MS);
      this.grownTo = 1 - (1 - t) ** 2;
      if (!isTouchAnswered()) this.ink.redraw();
      if (t < 1 && !this.gone) this.growth = requestAnimationFrame(step);
      else {
        this.still.forget();
        done();
      }
    };
    this.growth = requestAnimationFrame(step);
  }

  private touched(event: LeafletMouseEvent): void {
    this.options.onTouch(this.meaning(event));
  }

  private meaning(event: LeafletMouseEvent): Touch {
    const { scene, map } = this;
    const near = map.getZoom() >= TOWN_ZOOM;
    const chosen = scene.chosenPrefecture;
    const touchable = near
      ? scene.towns
      : [...scene.strong, ...scene.towns.filter((town) => chosen !== null && town.code.startsWith(chosen))];
    const targets = touchable.map(({ code, spot }) => {
      const { lat, lon } = toDegrees(spot);
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return { code, x, y };
    });
    const { x, y } = event.containerPoint;
    const codes = [...new Set(pick({ x, y }, targets))];
    const [only] = codes;
    if (only !== undefined && codes.length === 1) return { kind: 'town', code: only };
    if (codes.length > 1) return { kind: 'choose', codes, at: { x, y } };
    return this.landMeaning(toPlane(event.latlng.lat, event.latlng.lng), near);
  }

  private landMeaning(spot: Spot, near: boolean): Touch {
    const town = near && this.towns !== null ? townAt(this.towns, spot) : undefined;
    // Land of villages that are drawn but not counted (Northern Territories) has no town page.
    const counted = town !== undefined && this.scene.towns.some(({ code }) => code === town);
    if (counted) return { kind: 'town', code: town };
    if (this.country === null) return { kind: 'sea' };
    const id = prefectureAt(this.country, spot, FINGER / scaleAt(this.map.getZoom()));
    return id === undefined ? { kind: 'sea' } : { kind: 'prefecture', id };
  }
}
