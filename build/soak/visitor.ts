/**
 * Visitors by script, as a hall has them: they choose a language or not, go to the map, read, search, vote, answer a
 * quiz, turn back, and walk off. The same seed makes the same visitors.
 */
import type { CDPSession, Page } from '@playwright/test';
import { type Dice, diceOf } from '../../content/author/synth/random.ts';
import type { Hero } from './shown.ts';

/** Something to touch, CSS pixels. */
type Spot = { readonly x: number; readonly y: number };

/** What stands on the screen now. */
type Sight = {
  readonly phase: 'rest' | 'asking' | 'page';
  /** Name of the page by its class; `home` where the doors are. */
  readonly page: string;
  /** Buttons a finger would meet: on the page, letters of its keyboard, languages, ways back. */
  readonly page_buttons: readonly Spot[];
  readonly keys: readonly Spot[];
  readonly languages: readonly Spot[];
  readonly ways: readonly Spot[];
  readonly dialog: readonly Spot[];
  readonly waiting: boolean;
  readonly hero: Hero;
};

/** What a session was. */
export type Session = {
  readonly pages: readonly string[];
  /** What was on when the visitor came home, in the hall's language. */
  readonly hero: Hero;
};

/** How visitors move. `idle`: the kiosk's own switch, seconds until it asks and seconds it waits. */
export type Pace = { readonly idle: string; readonly pauseMs: number };

export const PACES = {
  /** As quick as the screen draws: many visits in little time. */
  quick: { idle: '1,0.5', pauseMs: 0 },
  /** As people touch who look at what comes. */
  calm: { idle: '5,5', pauseMs: 1_200 },
} as const satisfies Readonly<Record<string, Pace>>;

/** Generous: a machine that does other work must not look like a kiosk that hangs. */
const STANDS_MS = 20_000;
/** Longer than the kiosk needs to ask and to rest, also on a machine with other work. */
const LEAVE_MS = 30_000;
/** After the question was answered, or nobody answered it. */
const LEFT_MS = 2_000;
/** On the resting screen, away from its languages. */
const ANYWHERE: Spot = { x: 960, y: 300 };
const ERRANDS = { least: 1, most: 3 } as const;
const TOUCHES = { least: 1, most: 4 } as const;
/** Share of visitors who choose a language, and of those who are asked and say that they have finished. */
const CHOOSING = 0.5;
const LEAVING = 0.5;

type Until = 'stands' | 'asks' | 'rests';

/**
 * Evaluated in the page, so everything it needs is inside: looks at once after the next frame, then again until what
 * is waited for is there or the time is over. `stands`: no place holders; `asks`: whether one goes on, or at rest.
 */
async function lookAround([until, limitMs]: readonly [Until, number]): Promise<Sight> {
  const spots = (selector: string): Spot[] =>
    [...document.querySelectorAll<HTMLButtonElement>(selector)].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      return hit !== null && button.contains(hit) && !button.disabled ? [{ x, y }] : [];
    });
  const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  const is = (selector: string): boolean => document.querySelector(selector) !== null;
  const asking = (): boolean => is('[role="alertdialog"]');
  const done = (): boolean => {
    if (until === 'rests') return is('.rest');
    return asking() || (until === 'asks' ? is('.rest') : !is('.skeleton'));
  };
  const aFrame = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The click of a touch comes after the touch; its page is drawn in the frame after that.
  await aFrame();
  for (const endMs = performance.now() + limitMs; performance.now() < endMs; await aFrame())
    if (done()) break;
  return {
    phase: asking() ? 'asking' : is('.rest') ? 'rest' : 'page',
    page: is('.home-doors')
      ? 'home'
      : (document.querySelector('.page')?.className.split(' ').at(-1) ?? 'none'),
    page_buttons: spots('.frame-main button:not(.key), main.layer button:not(.key)'),
    keys: spots('.keyboard-letters button.key'),
    languages: spots('.languages button'),
    ways: spots('nav.frame-ways button'),
    dialog: spots('[role="alertdialog"] button'),
    waiting: is('.skeleton'),
    hero: { title: textOf('.poster-hero .poster-title'), words: textOf('.poster-hero') },
  };
}

export type Visitors = {
  /** One visitor from the touch that begins until the screen rests again. @throws Error when it does not */
  readonly session: (number: number, beforeLeaving?: () => Promise<void>) => Promise<Session>;
};

export function visitorsOf(page: Page, cdp: CDPSession, seed: number, { pauseMs }: Pace): Visitors {
  const look = (until: Until = 'stands', limitMs = 0): Promise<Sight> =>
    page.evaluate(lookAround, [until, limitMs] as const);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Spot[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });

  /** Sent one after the other without waiting for each: a finger does not wait for frames either. */
  async function drag(...[from, ...way]: readonly [Spot, ...Spot[]]): Promise<void> {
    await Promise.all([
      send('touchStart', [from]),
      ...way.map((at) => send('touchMove', [at])),
      send('touchEnd', []),
    ]);
    if (pauseMs > 0) await page.waitForTimeout(pauseMs);
  }
  const touch = (at: Spot): Promise<void> => drag(at);

  /** Until what was asked for stands; a question whether to go on is answered on the way. */
  async function standing(): Promise<Sight> {
    for (const untilMs = performance.now() + STANDS_MS; ; ) {
      const sight = await look('stands', STANDS_MS);
      const [goOn] = sight.dialog;
      if (sight.phase === 'asking' && goOn) await touch(goOn);
      // A slow machine: the kiosk went to rest between two touches, and the visitor begins again.
      else if (sight.phase === 'rest') await touch(ANYWHERE);
      else if (!sight.waiting) return sight;
      if (performance.now() > untilMs) throw new Error(`${sight.page} does not stand after ${STANDS_MS} ms`);
    }
  }

  /** @returns what is on */
  async function arrive(dice: Dice): Promise<Hero> {
    if ((await look()).phase === 'rest') await touch(ANYWHERE);
    for (let tries = 0; tries < 5; tries += 1) {
      const sight = await standing();
      if (sight.page === 'home') break;
      const [home] = sight.ways;
      if (home) await touch(home);
    }
    const { languages, hero } = await standing();
    if (languages.length > 0 && dice.happens(CHOOSING)) await touch(dice.one(languages));
    return hero;
  }

  /** A few touches on the page that stands, as one does there. */
  async function stay(dice: Dice): Promise<void> {
    for (let left = dice.within(TOUCHES.least, TOUCHES.most); left > 0; left -= 1) {
      const sight = await standing();
      if (sight.page === 'map-page' && dice.happens(0.6)) await onMap(dice);
      else if (sight.keys.length > 0 && dice.happens(0.7)) await touch(dice.one(sight.keys));
      else if (sight.page_buttons.length > 0) await touch(dice.one(sight.page_buttons));
    }
  }

  async function onMap(dice: Dice): Promise<void> {
    const somewhere = (): Spot => ({ x: dice.within(500, 1400), y: dice.within(250, 800) });
    const [from, to] = [somewhere(), somewhere()];
    const after = (share: number): Spot => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    });
    if (dice.happens(0.5)) await drag(from, after(0.3), after(0.6), to);
    else await touch(from);
  }

  async function untilRest(dice: Dice): Promise<void> {
    const patient = dice.happens(LEAVING);
    for (const untilMs = performance.now() + LEAVE_MS; ; ) {
      const { phase, dialog } = await look('asks', LEAVE_MS);
      const leave = dialog[1];
      if (phase === 'asking' && leave && !patient) await touch(leave);
      if ((await look('rests', LEFT_MS)).phase === 'rest') return;
      if (performance.now() > untilMs) throw new Error(`the screen does not rest after ${LEAVE_MS} ms`);
    }
  }

  return {
    session: async (number, beforeLeaving) => {
      const dice = diceOf(seed, `visitor ${number}`);
      const pages: string[] = [];
      const hero = await arrive(dice);
      for (let left = dice.within(ERRANDS.least, ERRANDS.most); left > 0; left -= 1) {
        const { page: before, page_buttons: doors, ways } = await standing();
        if (before !== 'home' && ways[0]) await touch(ways[0]);
        else if (doors.length > 0) await touch(dice.one(doors));
        pages.push((await standing()).page);
        await stay(dice);
        pages.push((await standing()).page);
        const back = (await standing()).ways.at(dice.happens(0.5) ? 0 : 1);
        if (back) await touch(back);
      }
      await beforeLeaving?.();
      await untilRest(dice);
      return { pages, hero };
    },
  };
}
