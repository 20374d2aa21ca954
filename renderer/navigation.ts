/**
 * Where the visitor is and how they came: a stack of routes with home at the bottom. Not the browser's
 * history, so the mouse's back button does nothing. Each place keeps what its page left there (scroll,
 * filters), so that going back finds everything as it was.
 */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { PictureView } from '../content/pack/media-views.ts';
import type { Day } from '../content/pack/types.ts';
import type { Route } from '../main/ipc/contract.ts';
import { useWatched, watched } from './value.ts';

/** What may lie over a page and fill the screen but for the bar: pictures to look at, a code to take home, when. */
export type Layer =
  | { readonly kind: 'pictures'; readonly pictures: readonly PictureView[]; readonly at: number }
  | { readonly kind: 'take-home'; readonly title: string; readonly url: string; readonly lang: string }
  /** Years and months of events; `day` lies in the week or month below. */
  | { readonly kind: 'when'; readonly span: 'week' | 'month'; readonly day: Day };

export type Place = {
  /** Unique in this run of the program; the React key of the page. */
  readonly id: number;
  readonly route: Route;
  /** What the page keeps here, by name; see `useKept`. */
  readonly kept: Map<string, unknown>;
  /** Lies over the page of the place before; going back takes it away. */
  readonly layer?: Layer;
};

/** Home first, the place shown now last; never empty. */
export type Trail = readonly [Place, ...Place[]];

/** Most places kept; the oldest after home is dropped, so a child's hour of touching costs nothing. */
export const MAX_TRAIL = 50;

let lastId = 0;
const place = (route: Route): Place => ({ id: ++lastId, route, kept: new Map() });
const start = (): Trail => [place({ page: 'home' })];

export const trail = watched<Trail>(start());

export function here(): Place {
  const places = trail.get();
  return places[places.length - 1] ?? places[0];
}

/** Opens a page; opening the page one is on does nothing. `home` clears the trail. */
export function go(route: Route): void {
  if (here().layer === undefined && sameRoute(here().route, route)) return;
  if (route.page === 'home') {
    goHome();
    return;
  }
  const [home, ...rest] = trail.get();
  trail.set([home, ...rest.slice(-(MAX_TRAIL - 2)), place(route)]);
}

/** Lays something over the page; the page stays as it is below. */
export function openLayer(layer: Layer): void {
  const [home, ...rest] = trail.get();
  trail.set([home, ...rest.slice(-(MAX_TRAIL - 2)), { ...place(here().route), layer }]);
}

/** The place whose page is drawn: the last one that is no layer. */
export function pagePlace(places: Trail): Place {
  return places.findLast(({ layer }) => layer === undefined) ?? places[0];
}

/** Another route in the same place, for what is not a step of its own: a chapter, a filter. */
export function replace(route: Route): void {
  const places = trail.get();
  const last = here();
  const [home = last, ...rest] = places.slice(0, -1);
  const changed: Place = { ...last, route };
  trail.set(places.length === 1 ? [changed] : [home, ...rest, changed]);
}

export function goBack(): void {
  const [home, ...rest] = trail.get();
  if (rest.length > 0) trail.set([home, ...rest.slice(0, -1)]);
}

/** Home anew: what the visitor left anywhere is forgotten. */
export function goHome(): void {
  trail.set(start());
}

export function sameRoute(a: Route, b: Route): boolean {
  const text = (route: Route) => JSON.stringify(Object.entries(route).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

export function useTrail(): Trail {
  return useWatched(trail);
}

/** The place a page stands in; set once around the page by the app. */
export const PlaceContext = createContext<Place | null>(null);

/**
 * Like `useState`, but the value stays with the place: it is there again after going on and back.
 *
 * @param name unique within the page
 */
export function useKept<T>(name: string, first: T): readonly [T, (next: T) => void] {
  const { kept } = useContext(PlaceContext) ?? here();
  const get = useCallback(() => (kept.has(name) ? (kept.get(name) as T) : first), [kept, name, first]);
  const value = useSyncExternalStore(keptChanged.watch, get);
  const set = useCallback(
    (next: T) => {
      kept.set(name, next);
      keptChanged.set(keptChanged.get() + 1);
    },
    [kept, name],
  );
  return [value, set];
}

const keptChanged = watched(0);
