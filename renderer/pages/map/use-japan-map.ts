/** Binds the map to an element of the page: made on mount, taken away on unmount, told every change. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Camera, JapanMap, type Scene, type Touch } from '../../map/japan-map.ts';
import '../../map/map.css';
import { useKept } from '../../navigation.ts';

/** True where the visitor's system asks for less motion. */
function wantsCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export type UsedMap = {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Null until the element stands. */
  readonly map: JapanMap | null;
  /** Where the visitor looks since the map came to rest; null before the first time. */
  readonly camera: Camera | null;
};

/** @param onTouch may be another function on every render */
export function useJapanMap(scene: Scene, onTouch: (touch: Touch) => void): UsedMap {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<JapanMap | null>(null);
  const [camera, keepCamera] = useKept<Camera | null>('camera', null);
  const latest = useRef({ onTouch, camera, keepCamera });
  latest.current = { onTouch, camera, keepCamera };

  useEffect(() => {
    if (box.current === null) return undefined;
    const made = new JapanMap(box.current, {
      calm: wantsCalm(),
      camera: latest.current.camera,
      onTouch: (touch) => latest.current.onTouch(touch),
      onRest: (rest) => latest.current.keepCamera(rest),
    });
    setMap(made);
    return () => {
      setMap(null);
      made.remove();
    };
  }, []);

  useEffect(() => map?.show(scene), [map, scene]);
  return { box, map, camera };
}
