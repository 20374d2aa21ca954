/** The rows of a list that a touch brings: first those one sees, then all, so that the touch is answered sooner. */
import { useContext, useDeferredValue } from 'react';
import { PlaceContext } from '../navigation.ts';
import { keptScroll } from './scroll-area.tsx';

/** More than the tallest panel shows. */
const FIRST = 16;

export type Rows<T> = {
  readonly shown: readonly T[];
  /** For `aria-busy`: the others come with one of the next frames. */
  readonly busy: boolean;
};

/**
 * @param all those of one list: another list needs another `key`
 * @param name of the scroll area that holds them: who comes back finds what they had come to, so all stand at once
 */
export function useRows<T>(all: readonly T[], name: string): Rows<T> {
  const place = useContext(PlaceContext);
  const isBack = place !== null && keptScroll(place, name) > 0;
  const shown = useDeferredValue(all, isBack ? all : all.slice(0, FIRST));
  return { shown, busy: shown.length < all.length };
}
