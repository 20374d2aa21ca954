/** A costly drawing: as its picture, where it was drawn before in this size. */
import { type ReactElement, useCallback, useLayoutEffect, useRef, useState } from 'react';
import './stilled.css';
import { hasStill, keepStill, type Size, stillOf } from './stills.ts';

export type StilledProps = {
  /** All that decides how the drawing looks. */
  readonly look: string;
  /** One SVG that needs no style sheet; not drawn where there is a picture of it. */
  readonly children: ReactElement;
};

export function Stilled({ look, children }: StilledProps) {
  const box = useRef<HTMLSpanElement>(null);
  // The look that has no picture in this size, once that is known.
  const [drawn, setDrawn] = useState<string | null>(null);
  const isDrawn = drawn === look || !hasStill(look);
  const draws = useCallback(() => setDrawn(look), [look]);
  useLayoutEffect(() => {
    const shown = box.current?.firstElementChild;
    if (isDrawn && shown instanceof SVGSVGElement) keepStill(look, sizeOf(box.current), shown);
  }, [look, isDrawn]);
  return (
    <span className="stilled" aria-hidden="true" ref={box}>
      {isDrawn ? children : <Still look={look} draws={draws} />}
    </span>
  );
}

type StillProps = {
  readonly look: string;
  /** There is none in the size of the box: it has to be drawn. */
  readonly draws: () => void;
};

function Still({ look, draws }: StillProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const { current } = canvas;
    if (current === null) return undefined;
    const size = sizeOf(current);
    const still = stillOf(look, size);
    if (still === null) {
      draws();
      return undefined;
    }
    Object.assign(current, size);
    current.getContext('2d')?.drawImage(still, 0, 0);
    // The text has become larger, or the panel was turned.
    const resized = new ResizeObserver(() => {
      const { width, height } = sizeOf(current);
      if (width !== size.width || height !== size.height) draws();
    });
    resized.observe(current);
    return () => resized.disconnect();
  }, [look, draws]);
  // Nothing to tell: what is drawn stands beside words that say the same.
  return <canvas ref={canvas} />;
}

/** Pixels of the screen, as pictures are put on whole ones. */
function sizeOf(element: Element | null): Size {
  if (element === null) return { width: 0, height: 0 };
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const pixel = (css: number): number => Math.round(css * window.devicePixelRatio);
  return { width: pixel(right) - pixel(left), height: pixel(bottom) - pixel(top) };
}
