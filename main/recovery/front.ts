/**
 * Keeps the kiosk in front: a hall's session has no window manager, so a window that some other program opens
 * would stay above the kiosk for ever. Raising a window that is in front already changes nothing on the screen.
 */
import type { BrowserWindow } from 'electron';

export type FrontWindow = Pick<BrowserWindow, 'isDestroyed' | 'isFocused' | 'moveTop' | 'focus'>;

/** A visitor waits at most so long in front of what is not ours. */
const EVERY_MS = 2_000;

/** @param window that of the moment. @returns a function that stops it */
export function keepInFront(window: () => FrontWindow, everyMs = EVERY_MS): () => void {
  const timer = setInterval(() => {
    const front = window();
    if (front.isDestroyed()) return;
    front.moveTop();
    // Keys that another window took go to ours again.
    if (!front.isFocused()) front.focus();
  }, everyMs);
  return () => clearInterval(timer);
}
