/**
 * The moment a visitor can use home for the first time: drawn, in its own typeface. Then, and not
 * before, the rest of the program is loaded.
 */

let marked = false;
let afterwards = () => {};

/** What to do once home is usable. Set before the first draw. */
export function whenUsable(then: () => void): void {
  afterwards = then;
}

/** Called by home when everything it shows is there. Later calls do nothing. */
export async function markUsable(): Promise<void> {
  if (marked) return;
  marked = true;
  // Laying out is what asks for the characters still missing; without it "ready" would mean "not begun".
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await nextFrame();
  performance.mark('kiosk:usable');
  requestIdleCallback(afterwards, { timeout: 2000 });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
