/** The thread that paints the ground of the map. It loads the shapes it needs and says when they have come. */
import { regionOfCode } from '../covers/place.ts';
import type { Painter, View } from './frame.ts';
import type { Answer, Ask, GroundScene } from './ground.ts';
import type { Country } from './land.ts';
import { paintGround } from './paint-land.ts';
import { paintTowns, type TownSpot } from './paint-towns.ts';
import { Printer } from './printer.ts';
import { type Around, type Detail, detailAt, loadAround, loadCountry, loadFirstShapes } from './shapes.ts';
import { THEMES } from './theme.ts';

/** What of a thread's own world is used here; the typings of the page do not know it. */
type Thread = {
  postMessage: (answer: Answer, transfer?: readonly Transferable[]) => void;
  onmessage: (event: MessageEvent<Ask>) => void;
};
const thread = globalThis as unknown as Thread;

const printer = new Printer();
const countries = new Map<Detail, Country>();
let around: Around | null = null;
let towns: readonly TownSpot[] = [];
/** The detail that was painted last: better than none while a finer one comes. */
let shown: Detail = 'overview';
/** Shapes on their way. */
const coming = new Set<string>();
/** Shapes that did not come; they are asked for again after a while. */
const failed = new Set<string>();
const AGAIN_MS = 60_000;
/** When the first picture has long been seen. */
const AHEAD_MS = 1500;
let ahead: ReturnType<typeof setTimeout>;
/** Counts what has come, so that nothing older is kept. */
let edition = 0;

thread.onmessage = ({ data }) => {
  if (data.ask === 'print') print(data.view, data.scene);
  else if (data.ask === 'towns') take(data.towns);
  else if (data.ask === 'rest') rest();
  else void warm();
};

function take(told: readonly TownSpot[]): void {
  towns = told;
  edition += 1;
}

function print(view: View, scene: GroundScene): void {
  const wanted = detailAt(view.zoom);
  need(wanted);
  need('overview');
  if (around === null) bring('around', loadAround(), (came) => (around = came));
  if (countries.has(wanted)) shown = wanted;
  clearTimeout(ahead);
  ahead = setTimeout(loadAhead, AHEAD_MS);
  const key = JSON.stringify([edition, shown, scene]);
  const picture = printer.print(view, key, painterOf(scene));
  const printed = picture && { picture, more: coming.size > 0 };
  thread.postMessage({ told: 'printed', printed }, picture === null ? [] : [picture]);
}

/** Nobody looks at a map any more; shapes stay for the next visitor. */
function rest(): void {
  clearTimeout(ahead);
  printer.forget();
}

/** The finer shapes, before somebody looks closer. */
function loadAhead(): void {
  need('towns');
  need('towns-fine');
}

function painterOf({ theme, wave, chosen, lit, town }: GroundScene): Painter {
  const coarse = countries.get('overview') ?? null;
  const ground = {
    country: countries.get(shown) ?? coarse,
    coarse,
    neighbours: around?.neighbours ?? [],
    lakes: around?.lakes ?? [],
    theme: THEMES[theme],
    wave,
    regionOf: (prefectureId: string) => regionOfCode(`${prefectureId}000`) ?? 'kanto',
    chosen,
    lit: new Set(lit),
    town,
  };
  return (frame) => {
    paintGround(frame, ground);
    paintTowns(frame, towns, ground.theme, chosen);
  };
}

function need(detail: Detail): void {
  if (!countries.has(detail)) bring(detail, loadCountry(detail), (came) => countries.set(detail, came));
}

function bring<T>(name: string, loading: Promise<T>, take: (came: T) => void): void {
  if (coming.has(name) || failed.has(name)) return;
  coming.add(name);
  loading
    .then((came) => {
      take(came);
      edition += 1;
    })
    .catch((error: unknown) => {
      failed.add(name);
      setTimeout(() => failed.delete(name), AGAIN_MS);
      thread.postMessage({ told: 'missing', why: String(error) });
    })
    .finally(() => {
      coming.delete(name);
      thread.postMessage({ told: 'came' });
    });
}

async function warm(): Promise<void> {
  try {
    await loadFirstShapes();
  } catch (error) {
    thread.postMessage({ told: 'missing', why: String(error) });
  }
}
