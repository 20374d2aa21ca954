/**
 * A small keypad drives everything: arrows move the focus, Enter presses, Home goes home, Escape goes
 * back. Where arrows have a meaning of their own (map, text field: `data-arrows="own"`) they keep it.
 */

import { goBack, goHome } from './navigation.ts';
import { type Direction, nearest } from './nearest.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys that mean nothing in a single line of text, or less than the way out. */
const OUT_OF_TEXT: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'Escape']);

export function installKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = event.target instanceof Element ? event.target : page.body;
    // In a line of text left, right and the letters are the text's own; a keypad must still get out of it.
    if (at.closest('input, textarea, select') !== null && !OUT_OF_TEXT.has(event.key)) return;
    // What lies over the page closes itself first.
    if (event.key === 'Escape' && page.querySelector('dialog[open]') !== null) return;
    if (event.key === 'Home') goHome();
    else if (event.key === 'Escape') goBack();
    else if (!moved(page, at, ARROWS[event.key])) return;
    event.preventDefault();
  });
}

/** @returns true when the focus moved */
function moved(page: Document, at: Element, direction: Direction | undefined): boolean {
  if (direction === undefined || at.closest('[data-arrows="own"]') !== null) return false;
  const over = page.querySelector('dialog[open]') ?? page;
  const targets = [...over.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    (target) => target.getClientRects().length > 0 && target.closest('[inert]') === null,
  );
  const from = targets.includes(at as HTMLElement) || at.matches('input, textarea, select');
  const start = from ? at.getBoundingClientRect() : null;
  const index =
    start === null
      ? targets.findIndex((target) => target.closest('main') !== null)
      : nearest(
          start,
          targets.map((target) => target.getBoundingClientRect()),
          direction,
        );
  const next = targets[index];
  if (next === undefined) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
