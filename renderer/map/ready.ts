/**
 * Says whether every map on the screen is drawn. Whoever draws late (shapes still loading, a flight,
 * lines that grow, a font on its way) holds a token until done. The screen counts as busy meanwhile, so
 * the tour waits; tests and other parts may ask here.
 */
import { holdBusy } from '../busy.ts';

let pending = 0;
let waiting: (() => void)[] = [];

/**
 * Announces work that has to end before the map counts as drawn.
 *
 * @returns call it when done; calling it twice does nothing more
 */
export function startDrawing(): () => void {
  pending += 1;
  const release = holdBusy();
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    release();
    pending -= 1;
    if (pending > 0) return;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
}

/** How many pieces of work are under way; 0 when no map is shown or all are drawn. */
export function mapPending(): number {
  return pending;
}

/** Resolves as soon as nothing is under way; at once when nothing is. */
export function whenMapDrawn(): Promise<void> {
  if (pending === 0) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}
