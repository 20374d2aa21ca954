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
import { visitorsOf } from './visitor.ts';
import { type Watch, watchOver } from './watch.ts';

/** Shortest that the kiosk knows: idle, then asked. */
const IDLE = '1,1';
const LEAVE_MS = 12_000;
/** Midnight comes while visitors are there, after the first sync. */
const MIDNIGHT_MS = 22_000;
/** Sessions that may fail one after the other before nobody believes in the kiosk any more. */
const MOST_FAILED = 3;

export type Soaked = {
  readonly sessions: number;
  readonly looks: readonly Look[];
  readonly verdicts: readonly Verdict[];
  readonly errors: readonly string[];
  /** How often each page was come to. */
  readonly pages: ReadonlyMap<string, number>;
};

export async function soak(runtime: Runtime, wish: SoakArguments, say: Say): Promise<Soaked> {
  const scene = await makeScene(MIDNIGHT_MS);
  try {
    const program = {
      ...kioskWith(),
      args: ['--data', scene.data, '--idle', IDLE, ...scene.args],
      reads: [scene.data],
      writes: [scene.data],
    };
    return await onDisplay((display) =>
      withScreen(runtime, program, display, (screen) => visitAll(screen, wish, say)),
    );
  } finally {
    scene.close();
  }
}

async function visitAll(screen: Screen, wish: SoakArguments, say: Say): Promise<Soaked> {
  const { kiosk, page, session: cdp } = screen;
  const watch = watchOver(page);
  const visitors = visitorsOf(page, cdp, wish.seed, LEAVE_MS);
  const frames = await framesOf(page);
  const follow = followShown(page);
  await follow();
  const looks: Look[] = [];
  const pages = new Map<string, number>();
  const startMs = performance.now();
  const untilMs = wish.hours === null ? Number.POSITIVE_INFINITY : startMs + wish.hours * 3_600_000;
  let axe = 0;
  let failed = 0;
  let number = 0;
  while (number < wish.sessions && performance.now() < untilMs && failed < MOST_FAILED) {
    number += 1;
    const toLook = number % wish.every === 0 || number === wish.sessions;
    let times: readonly number[] = [];
    const visit = async (): Promise<void> => {
      const { pages: seen } = await visitors.session(number, async () => {
        if (toLook) axe += await complaintsOfAxe(page, watch);
      });
      for (const one of seen) pages.set(one, (pages.get(one) ?? 0) + 1);
    };
    try {
      if (toLook) times = await frames(visit);
      else await visit();
      failed = 0;
    } catch (error) {
      failed += 1;
      watch.add(`session ${number}: ${String(error)}`);
      say(`  soak ${number}: ${String(error)}`);
    }
    watch.read(kiosk.output());
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
      events: await follow(),
    });
    const perSession = ((performance.now() - startMs) / number / 1000).toFixed(1);
    say(`  soak ${number}/${wish.sessions}: 1回 ${perSession} 秒、問題 ${watch.errors.length}件`);
  }
  return { sessions: number, looks, verdicts: verdictsOf(looks), errors: watch.errors, pages };
}

/** @returns says what has changed since it was last asked: `sync` for packs, `rotation` for another exhibition */
function followShown(page: Page): () => Promise<string> {
  let before: { readonly hero: string; readonly count: number } | null = null;
  return async () => {
    const now = await page.evaluate(async () => {
      const ask = async (call: 'home:read' | 'exhibitions:list'): Promise<unknown> =>
        Reflect.get(globalThis, 'kiosk').call(call, { lang: 'ja' });
      const home = (await ask('home:read')) as { value?: { hero?: { id?: string } | null } };
      const list = (await ask('exhibitions:list')) as { value?: unknown };
      return { hero: home.value?.hero?.id ?? '', count: JSON.stringify(list.value ?? '').length };
    });
    const events: string[] = [];
    if (before !== null && before.count !== now.count) events.push('sync');
    if (before !== null && before.hero !== now.hero) events.push('rotation');
    before = now;
    return events.join(' ');
  };
}

async function complaintsOfAxe(page: Page, watch: Watch): Promise<number> {
  const faults = await axeFaults(page, 'soak');
  for (const fault of faults) watch.add(`axe: ${fault}`);
  return faults.length;
}
