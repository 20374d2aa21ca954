/** Counts frames in the page: how long each stood until the next one came. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    frameCounter?: { readonly begin: () => void; readonly end: () => number[] };
  }
}

/** Evaluated in the page. */
function install(): void {
  let times: number[] = [];
  let running = 0;
  const step = (now: number): void => {
    times.push(now);
    running = requestAnimationFrame(step);
  };
  Object.assign(window, {
    frameCounter: {
      begin: () => {
        times = [];
        running = requestAnimationFrame(step);
      },
      end: () => {
        cancelAnimationFrame(running);
        return times.slice(1).map((time, i) => time - (times[i] ?? time));
      },
    },
  });
}

/** @returns runs something and gives the milliseconds of every frame meanwhile */
export async function framesOf(
  page: Page,
): Promise<(during: () => Promise<void>) => Promise<readonly number[]>> {
  await page.evaluate(install);
  return async (during) => {
    await page.evaluate(() => window.frameCounter?.begin());
    await during();
    return page.evaluate(() => window.frameCounter?.end() ?? []);
  };
}
