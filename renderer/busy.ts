/**
 * Who is not ready yet: pages loading their code, skeletons, the map while it draws. The tour waits for
 * nobody to be busy before it takes a screen as shown.
 */
import { useLayoutEffect } from 'react';

let count = 0;

/** How many parts of the screen are still busy. */
export function busyCount(): number {
  return count;
}

/** @returns call it when done; calling it again does nothing */
export function holdBusy(): () => void {
  count += 1;
  let held = true;
  return () => {
    if (held) count -= 1;
    held = false;
  };
}

/** Busy while `active` is true and the part is on the screen. The map: `useBusy(!drawn)`. */
export function useBusy(active: boolean): void {
  useLayoutEffect(() => (active ? holdBusy() : undefined), [active]);
}
