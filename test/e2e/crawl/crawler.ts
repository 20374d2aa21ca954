/**
 * Walks the whole library from home, nearest first, as a visitor could: every page once, by the least touches that
 * lead there. What a button leads to is read on the page it stands on, so that a page that is not opened itself is
 * still known to be within reach.
 */
import type { Page } from '@playwright/test';
import type { MapView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { installCrawler, type Look, type Press, type Target } from './in-page.ts';
import { handOnMap } from './map-hand.ts';

/** One touch: a button of the page, a prefecture on the map, or the button that brings its region into view. */
type Step = Press | { readonly prefectureId: string } | { readonly regionOf: string };

type Stop = {
  readonly key: string;
  /** What was touched before the last touch. */
  readonly before: readonly Step[];
  readonly step: Step | null;
  readonly by: 'go' | Exclude<Target['kind'], 'go' | 'layer'>;
  /** How many choices (`replace`, `action`) were made since the page was opened. */
  readonly choices: number;
};

export type Crawled = {
  /** Least touches from home, by `keyOf` of the route; also of pages that were not opened. */
  readonly touches: ReadonlyMap<string, number>;
  readonly opened: ReadonlySet<string>;
  /** `key: what is wrong`, one line each. */
  readonly problems: readonly string[];
  /** All words that were seen, of the pages that say other things than their own. */
  readonly words: string;
};

export type CrawlOptions = {
  readonly map: MapView;
  /** Prefectures that are touched on the map. */
  readonly prefectures: readonly string[];
  /** Whether a page is opened, or what is chosen on it looked at; or only known to be within reach. */
  readonly opens: (route: Route) => boolean;
  /** Pages further away are not looked for. */
  readonly mostTouches: number;
  /** Told now and then how many pages were opened. */
  readonly say: (opened: number) => void;
};

/** Pages on which other things than pages are worth touching: they bring more buttons. */
const ACTED_ON: readonly Route['page'][] = [
  'map',
  'news',
  'events',
  'share',
  'cases',
  'exhibition',
  'ward',
  'about',
];
/** On these one choice is made after another: a region and its prefecture, the list and its year. Elsewhere one. */
const ACTED_TWICE: readonly Route['page'][] = ['map', 'events'];
/** Presses carried out in one go. */
const PART = 40;
/** Pages between two words of how far it came. */
const SAY_EVERY = 100;

export function keyOf(route: Route): string {
  return JSON.stringify(Object.entries(route).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function crawl(page: Page, options: CrawlOptions): Promise<Crawled> {
  await page.evaluate(installCrawler);
  const hand = await handOnMap(page, options.map);
  const touches = new Map<string, number>([[keyOf({ page: 'home' }), 0]]);
  const opened = new Set<string>();
  const problems: string[] = [];
  const words: string[] = [];
  /** Pages found on the map. Coming back to it draws it anew, so they are opened from elsewhere if they can be. */
  const waiting = new Map<string, Stop>();

  function note(key: string, { problems: wrong, text }: Look): void {
    opened.add(key);
    if (opened.size % SAY_EVERY === 0) options.say(opened.size);
    words.push(text);
    problems.push(...wrong.map((one) => `${key} ${one}`));
  }

  /** Takes in what was seen at a stop. @returns the stops one touch further */
  function take(stop: Stop, look: Look): Stop[] {
    const { route, targets } = look;
    const own = [...stop.before, ...(stop.step === null ? [] : [stop.step])];
    note(stop.key, look);
    return [
      ...targets.flatMap((target) => follow(stop, own, route, target)),
      ...prefectures(stop, own, route),
    ];
  }

  function follow(stop: Stop, own: readonly Step[], from: Route, target: Target): Stop[] {
    const { kind, route } = target;
    const step = { index: target.index, text: target.text };
    if (kind === 'layer') return [];
    if (kind === 'go')
      return toOpen({ key: keyOf(route), before: own, step, by: kind, choices: 0 }, route, from);
    if (!isWorthChoosing(stop, from, target)) return [];
    const key = kind === 'replace' ? keyOf(route) : `${stop.key} ${target.text}`;
    if (!isNew(key, own) || !options.opens(route)) return [];
    return [{ key, before: own, step, by: kind, choices: stop.choices + 1 }];
  }

  /** What follows from more choices on one page is more of the same. */
  function isWorthChoosing({ choices }: Stop, { page }: Route, { kind }: Target): boolean {
    // What only moves the map brings no buttons.
    if (!ACTED_ON.includes(page) || (page === 'map' && kind === 'action')) return false;
    return choices < (ACTED_TWICE.includes(page) ? 2 : 1);
  }

  /** A page found now, or known to stand in a list that is slow to come back to. */
  function toOpen(stop: Stop, route: Route, from: Route): Stop[] {
    const fresh = isNew(stop.key, stop.before);
    if (!options.opens(route) || (!fresh && !waiting.has(stop.key))) return [];
    waiting.delete(stop.key);
    if (from.page !== 'map') return [stop];
    waiting.set(stop.key, stop);
    return [];
  }

  function prefectures(stop: Stop, own: readonly Step[], route: Route): Stop[] {
    if (route.page !== 'map' || stop.by !== 'go' || keyOf(route) !== keyOf({ page: 'map' })) return [];
    return options.prefectures.flatMap((id) => {
      const key = keyOf({ page: 'map', prefectureId: id });
      return isNew(key, own)
        ? [{ key, before: own, step: { prefectureId: id }, by: 'replace' as const, choices: 1 }]
        : [];
    });
  }

  function isNew(key: string, own: readonly Step[]): boolean {
    const least = touches.get(key);
    if (least === undefined) touches.set(key, own.length + 1);
    return least === undefined && own.length < options.mostTouches;
  }

  async function enter(steps: readonly Step[]): Promise<void> {
    if (!(await page.evaluate(() => window.crawler !== undefined))) {
      problems.push(`the page was loaded anew before ${JSON.stringify(steps)}`);
      await page.evaluate(installCrawler);
    }
    await page.evaluate(() => window.crawler?.home());
    for (const step of steps) await make(step);
  }

  async function make(step: Step): Promise<void> {
    if ('index' in step) await page.evaluate((press) => window.crawler?.press(press), step);
    else if ('regionOf' in step) await hand.toRegionOf(step.regionOf);
    else if (!(await hand.touchPrefecture(step.prefectureId)))
      throw new Error(`prefecture ${step.prefectureId} cannot be touched on the map`);
  }

  async function seen(): Promise<Look> {
    const look = await page.evaluate(() => window.crawler?.look());
    if (look === undefined) throw new Error('the crawler is gone: the page was loaded anew');
    return look;
  }

  /** Stops that are one press away from the same page. */
  async function openAll(stops: readonly Stop[]): Promise<Stop[]> {
    const further: Stop[] = [];
    await enter(stops[0]?.before ?? []);
    for (let from = 0; from < stops.length; from += PART) {
      const part = stops.slice(from, from + PART);
      const presses = part.flatMap(({ step }) => (step !== null && 'index' in step ? [step] : []));
      const looks = (await page.evaluate((all) => window.crawler?.visit(all), presses)) ?? [];
      for (const [i, look] of looks.entries()) {
        const stop = part[i];
        if (stop === undefined) continue;
        if (keyOf(look.route) !== stop.key) problems.push(`${stop.key} leads to ${keyOf(look.route)}`);
        further.push(...take(stop, look));
      }
      if (looks.length < part.length) problems.push(`${part[looks.length]?.key} was not opened`);
    }
    return further;
  }

  async function openOne(stop: Stop): Promise<Stop[]> {
    await enter(stop.before);
    const { step } = stop;
    if (step !== null && 'prefectureId' in step && !(await hand.sees(step.prefectureId))) {
      // Okinawa and far islands lie beyond the first view: their region has to be touched before.
      const before = [...stop.before, { regionOf: step.prefectureId }];
      touches.set(stop.key, before.length + 1);
      await make({ regionOf: step.prefectureId });
      await make(step);
      return take({ ...stop, before }, await seen());
    }
    if (step !== null) await make(step);
    return take(stop, await seen());
  }

  /** What goes wrong on one way does not end the walk, unless there is no page any more. */
  async function attempt(open: () => Promise<Stop[]>): Promise<Stop[]> {
    try {
      return await open();
    } catch (error) {
      if (page.isClosed()) throw error;
      problems.push(String(error).split('\n').slice(0, 2).join(' '));
      return [];
    }
  }

  /** Level by level, so that what is near is found by the way that is short. */
  async function walk(stops: readonly Stop[]): Promise<void> {
    for (let level = stops; level.length > 0; ) {
      const together = new Map<string, Stop[]>();
      for (const stop of level) {
        const where = stop.by === 'go' && stop.step !== null ? JSON.stringify(stop.before) : '';
        together.set(where, [...(together.get(where) ?? []), stop]);
      }
      const next: Stop[] = [];
      for (const [where, some] of together) {
        if (where !== '') next.push(...(await attempt(() => openAll(some))));
        else for (const stop of some) next.push(...(await attempt(() => openOne(stop))));
      }
      level = next;
    }
  }

  /** Towns that were only found on the map, from a town that was opened before. */
  async function wander(): Promise<void> {
    const codes = [...waiting.keys()].flatMap(
      (key) => /^\[\["code","(\d+)"\],\["page","town"\]\]$/.exec(key)?.[1] ?? [],
    );
    if (codes.length === 0) return;
    await enter([]);
    const looks = (await page.evaluate((wanted) => window.crawler?.wander(wanted), codes)) ?? [];
    for (const look of looks) {
      const key = keyOf(look.route);
      waiting.delete(key);
      note(key, look);
    }
  }

  await walk([{ key: keyOf({ page: 'home' }), before: [], step: null, by: 'go', choices: 0 }]);
  await attempt(async () => {
    await wander();
    return [];
  });
  const rest = [...waiting.values()];
  waiting.clear();
  await walk(rest);
  return { touches, opened, problems, words: words.join('\n') };
}
