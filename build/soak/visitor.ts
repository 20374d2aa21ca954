/**
 * Visitors by script, as a hall has them: they choose a language or not, go to the map, read, search, vote, answer a
 * quiz, turn back, and walk off. The same seed makes the same visitors.
 */
import type { CDPSession, Page } from '@playwright/test';
import { type Dice, diceOf } from '../../content/author/synth/random.ts';

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
};

/** What a session was. */
export type Session = { readonly pages: readonly string[]; readonly touches: number };

const SOON_MS = 40;
const STANDS_MS = 8_000;
const ERRANDS = { least: 1, most: 3 } as const;
const TOUCHES = { least: 1, most: 4 } as const;
/** Share of visitors who choose a language, and of those who are asked and say that they have finished. */
const CHOOSING = 0.5;
const LEAVING = 0.5;

/** Evaluated in the page, so everything it needs is inside. */
function lookAround(): Sight {
  const spots = (selector: string): Spot[] =>
    [...document.querySelectorAll<HTMLButtonElement>(selector)].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      return hit !== null && button.contains(hit) && !button.disabled ? [{ x, y }] : [];
    });
  const classes = document.querySelector('.page')?.className.split(' ') ?? [];
  const asking = document.querySelector('[role="alertdialog"]') !== null;
  const resting = document.querySelector('.rest') !== null;
  return {
    phase: asking ? 'asking' : resting ? 'rest' : 'page',
    page: document.querySelector('.home-doors') ? 'home' : (classes.at(-1) ?? 'none'),
    page_buttons: spots('.frame-main button:not(.key), main.layer button:not(.key)'),
    keys: spots('.keyboard-letters button.key'),
    languages: spots('.languages button'),
    ways: spots('nav.frame-ways button'),
    dialog: spots('[role="alertdialog"] button'),
    waiting: document.querySelector('.skeleton') !== null,
  };
}

export type Visitors = {
  /** One visitor from the touch that begins until the screen rests again. @throws Error when it does not */
  readonly session: (number: number, beforeLeaving?: () => Promise<void>) => Promise<Session>;
};

/** @param leaveMs longest until an idle screen has asked and rests */
export function visitorsOf(page: Page, cdp: CDPSession, seed: number, leaveMs: number): Visitors {
  const look = (): Promise<Sight> => page.evaluate(lookAround);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Spot[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });

  async function touch(at: Spot): Promise<void> {
    await send('touchStart', [at]);
    await send('touchEnd', []);
    await page.waitForTimeout(SOON_MS);
  }

  async function drag(from: Spot, to: Spot): Promise<void> {
    await send('touchStart', [from]);
    for (const share of [0.3, 0.6, 1]) {
      await send('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    }
    await send('touchEnd', []);
    await page.waitForTimeout(SOON_MS);
  }

  /** Until what was asked for stands; a question whether to go on is answered on the way. */
  async function standing(): Promise<Sight> {
    for (const untilMs = performance.now() + STANDS_MS; ; await page.waitForTimeout(SOON_MS)) {
      const sight = await look();
      const [goOn] = sight.dialog;
      if (sight.phase === 'asking' && goOn) await touch(goOn);
      else if (!sight.waiting) return sight;
      if (performance.now() > untilMs) throw new Error(`${sight.page} does not stand after ${STANDS_MS} ms`);
    }
  }

  async function arrive(dice: Dice): Promise<void> {
    if ((await look()).phase === 'rest') await touch({ x: 960, y: 300 });
    for (let tries = 0; tries < 5; tries += 1) {
      const sight = await standing();
      if (sight.page === 'home') break;
      const [home] = sight.ways;
      if (home) await touch(home);
    }
    const { languages } = await standing();
    if (languages.length > 0 && dice.happens(CHOOSING)) await touch(dice.one(languages));
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
    if (dice.happens(0.5)) await drag(somewhere(), somewhere());
    else await touch(somewhere());
  }

  async function untilRest(dice: Dice): Promise<void> {
    const patient = dice.happens(LEAVING);
    for (const untilMs = performance.now() + leaveMs; ; await page.waitForTimeout(SOON_MS)) {
      const { phase, dialog } = await look();
      if (phase === 'rest') return;
      const leave = dialog[1];
      if (phase === 'asking' && leave && !patient) await touch(leave);
      if (performance.now() > untilMs) throw new Error(`the screen does not rest after ${leaveMs} ms`);
    }
  }

  return {
    session: async (number, beforeLeaving) => {
      const dice = diceOf(seed, `visitor ${number}`);
      const pages: string[] = [];
      await arrive(dice);
      for (let left = dice.within(ERRANDS.least, ERRANDS.most); left > 0; left -= 1) {
        const { page: before, page_buttons: doors, ways } = await standing();
        if (before !== 'home' && ways[0]) await touch(ways[0]);
        else if (doors.length > 0) await touch(dice.one(doors));
        pages.push((await standing()).page);
        await stay(dice);
        pages.push((await standing()).page);
        const back = (await look()).ways.at(dice.happens(0.5) ? 0 : 1);
        if (back) await touch(back);
      }
      await beforeLeaving?.();
      await untilRest(dice);
      return { pages, touches: pages.length };
    },
  };
}
