/**
 * The moment a visitor can use home for the first time: drawn, in its own typeface. Then, and not
 * before, the rest of the program is loaded.
 */
import { canDraw } from './style/typeface.ts';
import { allTypefaces } from './style/typefaces.ts';

/** Where home does not come to stand (a fault, no answer) the rest follows all the same. */
const LATEST_MS = 3_000;

let marked = false;
let followed = false;
let rest = () => {};

/** What to load once home is usable. Set before the first draw. */
export function whenUsable(then: () => void): void {
  rest = then;
  setTimeout(follow, LATEST_MS);
}

/** Called by home when everything it shows is there. Later calls do nothing. */
export async function markUsable(): Promise<void> {
  if (marked) return;
  marked = true;
  await ownTypeface();
  await nextFrame();
  performance.mark('kiosk:usable');
  requestIdleCallback(follow, { timeout: 2000 });
}

/** Loads the rest now, once: home stands, or something else that needs it. */
export function follow(): void {
  if (followed) return;
  followed = true;
  rest();
}

/** Waits for the faces of what is on the screen; all of them where those of home do not draw it whole. */
async function ownTypeface(): Promise<void> {
  const { body, fonts } = document;
  if (!canDraw(fonts, body.textContent ?? '')) await allTypefaces().catch(() => undefined);
  // Laying out is what asks for the characters still missing; without it "ready" would mean "not begun".
  body.getBoundingClientRect();
  await fonts.ready;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
