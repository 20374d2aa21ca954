/**
 * A value the screen watches: one cell with listeners, and the hook that draws from it. Navigation and
 * settings are such cells; they live outside React so that the start, the tour and the tests can drive them.
 */
import { useSyncExternalStore } from 'react';

export type Watched<T> = {
  readonly get: () => T;
  /** Tells the listeners only when the value is another one (`Object.is`). */
  readonly set: (next: T) => void;
  /** @returns a function that stops watching */
  readonly watch: (listener: () => void) => () => void;
};

export function watched<T>(first: T): Watched<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useWatched<T>(cell: Watched<T>): T {
  // The third is for drawing to text, as tests do.
  return useSyncExternalStore(cell.watch, cell.get, cell.get);
}
