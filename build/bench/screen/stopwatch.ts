/**
 * Measures a touch inside the page. Everything counts from the moment the finger came down, as Chromium's browser
 * process stamped it, so that a page too busy to notice is not forgiven.
 */
import type { CDPSession, Page } from '@playwright/test';

export type Timed = {
  /** To the first frame after the finger came down: what was touched shows that it is pressed. */
  readonly pressedMs: number;
  /** To the next frame on the screen after the touch was handled (Event Timing, steps of 8 ms). */
  readonly frameMs: number;
  /** To the frame in which the new screen stands with its answers; pictures may follow. */
  readonly contentMs: number;
};

type Stopwatch = { readonly arm: () => void; readonly read: () => Promise<Timed> };

declare global {
  interface Window {
    stopwatch?: Stopwatch;
  }
}

/** Evaluated in the page, so everything it needs is inside. */
function install(): void {
  /** Entries shorter than this are never told. */
  const LEAST_MS = 16;
  /** A frame that long after its entry was due is told late, never this late. */
  const TOLD_WITHIN_MS = 400;
  const MOST_MS = 5_000;
  const NAMES = new Set(['pointerdown', 'pointerup', 'click']);
  let events: PerformanceEventTiming[] = [];
  let downMs = 0;
  let content = Promise.resolve(0);

  new PerformanceObserver((list) => {
    events.push(...(list.getEntries() as PerformanceEventTiming[]).filter(({ name }) => NAMES.has(name)));
  }).observe({ type: 'event', durationThreshold: LEAST_MS } as PerformanceObserverInit);

  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const stands = (): boolean => document.querySelector('#screen .skeleton') === null;

  async function untilContent(): Promise<number> {
    const untilMs = performance.now() + MOST_MS;
    do {
      await frame();
      if (performance.now() > untilMs) throw new Error(`nothing stands after ${MOST_MS} ms`);
    } while (!stands());
    // The next frame begins when the one that shows it is on its way to the screen.
    await frame();
    return performance.now();
  }

  document.addEventListener(
    'pointerdown',
    (event) => {
      downMs = event.timeStamp;
    },
    true,
  );
  document.addEventListener(
    'click',
    () => {
      content = untilContent();
    },
    true,
  );

  const ended = (name?: string): number =>
    Math.max(
      0,
      ...events
        .filter((event) => name === undefined || event.name === name)
        .map(({ startTime, duration }) => startTime + duration),
    );

  window.stopwatch = {
    arm: () => {
      events = [];
      downMs = 0;
    },
    read: async () => {
      for (const untilMs = performance.now() + MOST_MS; downMs === 0; await frame())
        if (performance.now() > untilMs) throw new Error('the touch did not come');
      const standsMs = (await content) - downMs;
      for (const untilMs = performance.now() + TOLD_WITHIN_MS; events.length === 0; await frame())
        if (performance.now() > untilMs) break;
      const frameMs = Math.max(LEAST_MS, ended() - downMs);
      const pressedMs = Math.max(LEAST_MS, ended('pointerdown') - downMs);
      return { pressedMs, frameMs, contentMs: Math.max(frameMs, standsMs) };
    },
  };
}

/** @returns touches a spot and says how long it took */
export async function stopwatchOn(
  page: Page,
  session: CDPSession,
): Promise<(x: number, y: number) => Promise<Timed>> {
  await page.evaluate(install);
  return async (x, y) => {
    await page.evaluate(() => window.stopwatch?.arm());
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const timed = await page.evaluate(() => window.stopwatch?.read());
    if (timed === undefined) throw new Error('the page was loaded anew');
    return timed;
  };
}
