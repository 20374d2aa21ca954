/** The width / height of a box on the screen, for pictures that are composed for their frame. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Steps of 5 %: a landscape is not drawn anew for a scrollbar's width. */
const STEP = 0.05;

/** @returns a ref for the box, and its aspect; null before the first layout */
export function useBoxAspect<E extends HTMLElement>(): readonly [RefObject<E | null>, number | null] {
  const box = useRef<E>(null);
  const [aspect, setAspect] = useState<number | null>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = () => {
      const { width, height } = current.getBoundingClientRect();
      if (width > 0 && height > 0) setAspect(Math.max(STEP, Math.round(width / height / STEP) * STEP));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [box, aspect];
}
