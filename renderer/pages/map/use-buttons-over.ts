/** Tells the map where buttons lie over it, so that no name hides behind one. */
import { type RefObject, useEffect, useRef } from 'react';
import type { JapanMap } from '../../map/japan-map.ts';

/** @returns goes to the panel; everything in it marked `data-over-map` counts */
export function useButtonsOver(map: JapanMap | null): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = panel;
    if (map === null || current === null) return undefined;
    const look = () => {
      const from = current.getBoundingClientRect();
      const rects = [...current.querySelectorAll('[data-over-map]')].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return {
          left: left - from.left,
          top: top - from.top,
          right: right - from.left,
          bottom: bottom - from.top,
        };
      });
      map.setButtons(rects);
    };
    const observer = new ResizeObserver(look);
    observer.observe(current);
    for (const element of current.querySelectorAll('[data-over-map]')) observer.observe(element);
    return () => observer.disconnect();
  }, [map]);
  return panel;
}
