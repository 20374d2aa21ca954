/** A visitor by script: goes from home through every door and touches what stands there. The same every time. */
import type { Page } from '@playwright/test';
import { randomOf } from '../../../content/author/synth/random.ts';

/** Something to touch, CSS pixels. */
export type Goal = { readonly x: number; readonly y: number; readonly what: string };

/** @returns milliseconds or whatever the touch is worth */
export type Touch = (goal: Goal) => Promise<void>;

/** Touches on each page behind a door before the visitor goes home. */
const DEEP = 3;
/** As long as even a hasty visitor looks before the next touch. */
const LOOKING_MS = 150;

/** Runs in the page: buttons that a finger would meet, in reading order. @param within CSS selector */
function goalsWithin(within: string): Goal[] {
  const root = document.querySelector('main.layer') ?? document;
  const page = document.querySelector('.page')?.className.split(' ').at(-1) ?? 'home';
  return [...root.querySelectorAll<HTMLButtonElement>(`${within} button`)].flatMap((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    if (button.disabled || button.ariaDisabled === 'true' || hit === null || !button.contains(hit)) return [];
    return [
      { x, y, what: `${page} 「${(button.ariaLabel ?? button.textContent ?? '').trim().slice(0, 16)}」` },
    ];
  });
}

export type Visitor = {
  /** From home through one door, a few touches on, and home again. Turns to the next door each time. */
  readonly visit: () => Promise<void>;
};

/** @param seed the same seed makes the same visits */
export function visitorOf(page: Page, seed: number, touch: Touch): Visitor {
  const random = randomOf(seed);
  let door = 0;
  const goals = (within: string): Promise<Goal[]> => page.evaluate(goalsWithin, within);
  const touchOne = async (goal: Goal | undefined): Promise<void> => {
    if (goal === undefined) return;
    await touch(goal);
    await page.waitForTimeout(LOOKING_MS);
  };
  return {
    visit: async () => {
      const doors = await goals('.frame-main');
      await touchOne(doors[door++ % Math.max(1, doors.length)]);
      for (let step = 0; step < DEEP; step++) {
        const here = await goals('main');
        await touchOne(here[Math.floor(random() * here.length)]);
      }
      await touchOne((await goals('nav.frame-ways'))[1]);
      await touchOne((await goals('nav.frame-ways'))[0]);
    },
  };
}
