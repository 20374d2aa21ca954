/** Asks the thread that paints the ground of the map. It is started once and stays, with its shapes. */
import type { View } from './frame.ts';
import type { TownSpot } from './paint-towns.ts';
import type { ThemeName } from './theme.ts';

/** What of the scene the ground shows; can be sent to a thread. */
export type GroundScene = {
  readonly theme: ThemeName;
  /** One wave of the sea, CSS pixels. */
  readonly wave: number;
  /** The prefecture that was chosen. */
  readonly chosen: string | null;
  /** Prefectures that a filter lights up. */
  readonly lit: readonly string[];
  /** The town that was chosen; its area is lit where towns have borders. */
  readonly town: string | null;
};

/** @property picture whoever gets it shows or closes it. @property more shapes are on their way; `came` will be told */
export type Printed = { readonly picture: ImageBitmap; readonly more: boolean };

export type Ask =
  | { readonly ask: 'print'; readonly view: View; readonly scene: GroundScene }
  /** The points of the pictures to come. */
  | { readonly ask: 'towns'; readonly towns: readonly TownSpot[] }
  /** Loads what the first look at the map needs. */
  | { readonly ask: 'warm' }
  /** No map stands any more. */
  | { readonly ask: 'rest' };
export type Answer =
  | { readonly told: 'printed'; readonly printed: Printed | null }
  | { readonly told: 'came' }
  | { readonly told: 'missing'; readonly why: string };

let thread: Worker | null = null;
/** What the thread was told last; another one is told anew. */
let towns: readonly TownSpot[] = [];
/** Those who wait for a picture, in the order of their asking: the thread answers in that order. */
const waiting: ((printed: Printed | null) => void)[] = [];
const watching = new Set<() => void>();

/** @returns null where it cannot be had: points, names and lists remain */
export function askGround(view: View, scene: GroundScene): Promise<Printed | null> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    send({ ask: 'print', view, scene });
  });
}

/** Every town as a point; for all pictures that are asked for from now on. */
export function tellTowns(all: readonly TownSpot[]): void {
  // The same towns in another language: the thread need not be told, which would cost it a hundred kilobytes each time.
  if (towns.length === all.length && towns.every((town, i) => isSame(town, all[i]))) return;
  towns = all;
  if (thread !== null) sendTowns(thread);
}

function isSame(a: TownSpot, b: TownSpot | undefined): boolean {
  return a.code === b?.code && a.spot.x === b.spot.x && a.spot.y === b.spot.y;
}

function sendTowns(to: Worker): void {
  const ask: Ask = { ask: 'towns', towns: towns.map(({ code, spot }) => ({ code, spot })) };
  to.postMessage(ask);
}

export function warmGround(): void {
  send({ ask: 'warm' });
}

/** @param told called when shapes have come. @returns ends it */
export function onGroundCame(told: () => void): () => void {
  watching.add(told);
  return () => {
    watching.delete(told);
    if (watching.size === 0) send({ ask: 'rest' });
  };
}

function send(ask: Ask): void {
  thread ??= start();
  thread.postMessage(ask);
}

function start(): Worker {
  const started = new Worker(new URL('./ground-thread.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data));
  started.addEventListener('error', ({ message }) => {
    reportMissing(message);
    started.terminate();
    // The next one who asks starts another.
    thread = null;
    for (const resolve of waiting.splice(0)) resolve(null);
  });
  if (towns.length > 0) sendTowns(started);
  return started;
}

function hear(answer: Answer): void {
  if (answer.told === 'printed') waiting.shift()?.(answer.printed);
  else if (answer.told === 'missing') reportMissing(answer.why);
  else for (const told of watching) told();
}

/** A map without its shapes still has points, names and lists; staff find the reason in the log. */
export function reportMissing(error: unknown): void {
  console.error('map: shapes did not load', error);
}
