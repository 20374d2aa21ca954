/**
 * The finger goes first: from its touch until what it meant has been shown, no map paints anew and no cover is kept.
 * Moving and stretching what is painted goes on.
 */

/** A tap is over by then; who drags on sees the map painted again. */
const MOST_MS = 250;
/** The next screen is on its way to the glass. */
const AFTER_MS = 60;

let untilMs = 0;

/** Called once. */
export function watchTouches(page: Document): void {
  const hold = (ms: number) => () => {
    untilMs = performance.now() + ms;
  };
  const options = { capture: true, passive: true } as const;
  page.addEventListener('pointerdown', hold(MOST_MS), options);
  page.addEventListener('pointerup', hold(AFTER_MS), options);
  page.addEventListener('pointercancel', hold(0), options);
}

/** Whether a finger is being answered just now. */
export function isTouchAnswered(): boolean {
  return performance.now() < untilMs;
}

/** Until the screen has nothing else to do, after so long at least. */
export function pause(waitMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(() => requestIdleCallback(resolve), waitMs);
  });
}

/** The same, and no finger is being answered either. */
export async function quietPause(waitMs: number): Promise<void> {
  do await pause(waitMs);
  while (isTouchAnswered());
}
