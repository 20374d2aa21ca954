/**
 * Fetches the shapes that `build/geo` made and prepares them for drawing. Each file is fetched and
 * prepared once per run of the screen and kept; preparing is done in the pauses of the screen, so that
 * no touch and no first picture waits for it.
 */
import type { Topology } from 'topojson-specification';
import { type Country, makeCountry, type Patch, patchesOf } from './land.ts';
import { type Bounds, boxOf } from './plane.ts';
import lakesUrl from './shapes/lakes.topojson?url&no-inline';
import townsFineUrl from './shapes/municipalities-60.topojson?url&no-inline';
import townsUrl from './shapes/municipalities-400.topojson?url&no-inline';
import neighboursUrl from './shapes/neighbours.topojson?url&no-inline';
import prefecturesUrl from './shapes/prefectures-400.topojson?url&no-inline';
import overviewUrl from './shapes/prefectures-1200.topojson?url&no-inline';

/** How finely the land is drawn: metres of the coast that may be left out, and with town borders or not. */
export type Detail = 'overview' | 'prefectures' | 'towns' | 'towns-fine';

const FILES: { readonly [K in Detail]: { readonly url: string; readonly object: string } } = {
  overview: { url: overviewUrl, object: 'prefectures' },
  prefectures: { url: prefecturesUrl, object: 'prefectures' },
  towns: { url: townsUrl, object: 'municipalities' },
  'towns-fine': { url: townsFineUrl, object: 'municipalities' },
};

/** The detail that a zoom deserves. */
export function detailAt(zoom: number): Detail {
  if (zoom < 5.8) return 'overview';
  if (zoom < 7) return 'prefectures';
  return zoom < 9 ? 'towns' : 'towns-fine';
}

/** A thread of its own turns to what it is asked after this long. */
const STINT_MS = 20;

/** When nothing else is to do; on a busy screen after 30 ms all the same. */
function whenIdle(): Promise<Pick<IdleDeadline, 'didTimeout' | 'timeRemaining'>> {
  if (typeof requestIdleCallback === 'function')
    return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 30 }));
  return new Promise((resolve) =>
    setTimeout(() => {
      const untilMs = performance.now() + STINT_MS;
      resolve({ didTimeout: false, timeRemaining: () => Math.max(0, untilMs - performance.now()) });
    }),
  );
}

/** Runs work in the pauses of the screen, as much in each as it has time for. */
async function inPauses<T>(work: Generator<undefined, T>): Promise<T> {
  let pause = await whenIdle();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (pause.didTimeout || pause.timeRemaining() < 2) pause = await whenIdle();
  }
}

/** Keeps the promise of a piece of work; a failed one is tried again next time. */
function once<K, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const kept = new Map<K, Promise<T>>();
  return (key) => {
    const have = kept.get(key);
    if (have !== undefined) return have;
    const promise = work(key);
    kept.set(key, promise);
    promise.catch(() => kept.delete(key));
    return promise;
  };
}

/** Not kept: what is drawn is made of it once, and as it comes it takes many times the room. */
async function fetchTopology(url: string): Promise<Topology> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`map: ${url} came back with ${reply.status}`);
  return (await reply.json()) as Topology;
}

/** The coarsest prefectures as they come, for those who draw them in their own way. */
export function loadOverview(): Promise<Topology> {
  return fetchTopology(FILES.overview.url);
}

/** Japan at one level of detail. Rejects when the file is missing from the bundle. */
export const loadCountry: (detail: Detail) => Promise<Country> = once(async (detail: Detail) => {
  const topology = await fetchTopology(FILES[detail].url);
  return inPauses(makeCountry(topology, FILES[detail].object));
});

export type Around = { readonly neighbours: readonly Patch[]; readonly lakes: readonly Patch[] };

/** More than one can ever see: the fence of the view and half a screen around it. */
const SEEN: Bounds = [105, 12, 170, 58];

const loadBoth = once(async (_all: 'around'): Promise<Around> => {
  const [neighbours, lakes] = await Promise.all([fetchTopology(neighboursUrl), fetchTopology(lakesUrl)]);
  await whenIdle();
  return {
    neighbours: patchesOf(neighbours, 'neighbours', boxOf(SEEN)),
    lakes: patchesOf(lakes, 'lakes'),
  };
});

/** What the first look at the map needs, one after another. */
export async function loadFirstShapes(): Promise<void> {
  await loadCountry('overview');
  await loadAround();
  await loadCountry('prefectures');
}

/** Neighbouring land and lakes. */
export function loadAround(): Promise<Around> {
  return loadBoth('around');
}
