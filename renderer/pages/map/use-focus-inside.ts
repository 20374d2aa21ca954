/** Whoever chooses by keyboard goes on where the answer stands: the button that was pressed may be gone. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Moves the focus to the first entry of a list when another list stands there and the focus was lost with the
 * one before. A focus that stands somewhere else stays.
 *
 * @param shown names what is listed
 */
export function useFocusInside(shown: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const { activeElement } = document;
    const stands = activeElement !== document.body && activeElement?.checkVisibility() === true;
    if (stands) return;
    const first =
      box.current?.querySelector<HTMLElement>('li button') ?? box.current?.querySelector('button');
    first?.focus({ preventScroll: true });
  }, [shown]);
  return box;
}
