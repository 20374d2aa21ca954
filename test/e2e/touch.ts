/** A finger: real touch events at the middle of what a visitor sees, not a click by script. */
import type { CDPSession, Locator, Page } from '@playwright/test';

export type Finger = (target: Locator) => Promise<void>;

export type Spot = { readonly x: number; readonly y: number };

/** @returns touches a spot of the screen, CSS pixels */
export async function fingertipOf(page: Page): Promise<(spot: Spot) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return async ({ x, y }) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
}

/** @returns a finger for this page; it scrolls its target into view as a visitor would, then taps */
export async function fingerOf(page: Page): Promise<Finger> {
  const tap = await fingertipOf(page);
  return async (target) => {
    await target.waitFor({ state: 'visible' });
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error('nothing to touch');
    await tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  };
}
