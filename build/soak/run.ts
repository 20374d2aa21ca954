/** The run itself: one kiosk, one visitor after the other, a look every so many sessions. */
import type { Page } from '@playwright/test';
import { percentile } from '../bench/figures.ts';
import { axeFaults } from '../bench/screen/axe.ts';
import { framesOf } from '../bench/screen/frames.ts';
import { kioskWith, onDisplay, type Screen, withScreen } from '../bench/screen/open.ts';
import type { Runtime } from '../electron/runtime.ts';
import type { Say } from '../setup/say.ts';
import type { SoakArguments } from './arguments.ts';
import { heldBy, memoryByKind } from './looks.ts';
import { type Look, type Verdict, verdictsOf } from './report.ts';
import { makeScene } from './scene.ts';
import { EVENTS, followShown, type Shown, type ShownEvent } from './shown.ts';
import { PACES, visitorsOf } from './visitor.ts';
import { type Watch, watchOver } from './watch.ts';

/** Midnight comes while visitors are there, after the sync has been seen. */
const MIDNIGHT_MS = 22_000;
/** A short run goes on until sync and midnight were seen, but not for ever. */
const MOST_WAIT_MS = 60_000;
/** Sessions that may fail one after the other before nobody believes in the kiosk any more. */
const MOST_FAILED = 3;

export type Soaked = {
  readonly sessions: number;
  readonly looks: readonly Look[];
  readonly verdicts: readonly Verdict[];
  readonly errors: readonly string[];
  /** What was seen on the screen. */
  readonly events: readonly ShownEvent[];
  /** How often each page was come to. */
  readonly pages: ReadonlyMap<string, number>;
};

/** @param keep is given all looks after each, so that a run that is broken off has told what it saw */
export async function soak(
  runtime: Runtime,
  wish: SoakArguments,
  say: Say,
  keep: (looks: readonly Look[]) => void,
): Promise<Soaked> {
  const scene = await makeScene(MIDNIGHT_MS);
  try {
    const program = {
      ...kioskWith(),
      args: ['--data', scene.data, '--idle', PACES[wish.pace].idle, ...scene.args],
      reads: [scene.data],
      writes: [scene.data],
    };
    return await onDisplay((display) =>
      withScreen(runtime, program, display, (screen) =>
        visitAll(screen, followShown(scene.coming), wish, { say, keep }),
      ),
    );
  } finally {
    scene.close();
  }
}

type Tell = { readonly say: Say; readonly keep: (looks: readonly Look[]) => void };

async function visitAll(
  screen: Screen,
  shown: Shown,
  wish: SoakArguments,
  { say, keep }: Tell,
): Promise<Soaked> {
  const { kiosk, page, session: cdp } = screen;
  const watch = watchOver(page);
  const visitors = visitorsOf(page, cdp, wish.seed, PACES[wish.pace]);
  const frames = await framesOf(page);
  const looks: Look[] = [];
  const pages = new Map<string, number>();
  const startMs = performance.now();
  const untilMs = wish.hours === null ? Number.POSITIVE_INFINITY : startMs + wish.hours * 3_600_000;
  const isOver = (): boolean => {
    const nowMs = performance.now();
    if (number < wish.sessions) return nowMs > untilMs;
    return shown.seen.size === EVENTS.length || nowMs > startMs + MOST_WAIT_MS;
  };
  let axe = 0;
  let failed = 0;
  let number = 0;
  let told = 0;
  while (!isOver() && failed < MOST_FAILED) {
    number += 1;
    const toLook = number % wish.every === 0 || number === wish.sessions;
    let times: readonly number[] = [];
    const visit = async (): Promise<void> => {
      const { pages: seen, hero } = await visitors.session(number, async () => {
        if (toLook) axe += await complaintsOfAxe(page, watch);
      });
      shown.see(hero);
      for (const one of seen) pages.set(one, (pages.get(one) ?? 0) + 1);
    };
    try {
      if (toLook) times = await frames(visit);
      else await visit();
      failed = 0;
    } catch (error) {
      failed += 1;
      watch.add(`session ${number}: ${String(error)}`);
    }
    watch.read(kiosk.output());
    // A long run that is cut short has said what went wrong.
    for (; told < watch.errors.length; told += 1) say(`  soak ${number}: ${watch.errors[told]}`);
    if (!toLook || failed > 0) continue;
    looks.push({
      session: number,
      atMs: performance.now() - startMs,
      memory: memoryByKind(kiosk.pid),
      held: await heldBy(cdp),
      frameP95Ms: times.length === 0 ? 0 : percentile(times, 0.95),
      frameMaxMs: Math.max(0, ...times),
      errors: watch.errors.length,
      restarts: watch.restarts(),
      axe,
      events: shown.news().join(' '),
    });
    keep(looks);
    const perSession = ((performance.now() - startMs) / number / 1000).toFixed(1);
    say(`  soak ${number}/${wish.sessions}: 1回 ${perSession} 秒、問題 ${watch.errors.length}件`);
  }
  for (const event of EVENTS) if (!shown.seen.has(event)) watch.add(`${event} was not seen on the screen`);
  return {
    sessions: number,
    looks,
    verdicts: verdictsOf(looks),
    errors: watch.errors,
    events: [...shown.seen],
    pages,
  };
}

/** While axe reads the page the visitor is as if in the middle of a word: nothing ends meanwhile. */
async function complaintsOfAxe(page: Page, watch: Watch): Promise<number> {
  await page.evaluate(() => document.dispatchEvent(new CompositionEvent('compositionstart')));
  const faults = await axeFaults(page, 'soak');
  await page.evaluate(() => document.dispatchEvent(new CompositionEvent('compositionend')));
  for (const fault of faults) watch.add(`axe: ${fault}`);
  return faults.length;
}
