/** A cover that is drawn: as its picture, where it was drawn before in this size. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type CoverSpec, type CoverTone, LandscapeCover, PatternCover } from '../covers/index.ts';
import './drawn-cover.css';
import { hasStill, keepStill, type Size, stillOf } from './stills.ts';

export type DrawnCoverProps = {
  readonly spec: CoverSpec;
  readonly draw: 'landscape' | 'pattern' | 'thumb';
  readonly tone: CoverTone;
  readonly titled: boolean;
  readonly aspect: number;
};

export function DrawnCover(props: DrawnCoverProps) {
  const look = JSON.stringify(props);
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
    <span className="drawn-cover" aria-hidden="true" ref={box}>
      {isDrawn ? <Drawing {...props} /> : <Still look={look} draws={draws} />}
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
  // Nothing to tell: a cover stands beside the name of what it is the cover of.
  return <canvas ref={canvas} />;
}

function Drawing({ spec, draw, tone, titled, aspect }: DrawnCoverProps) {
  if (draw === 'landscape') return <LandscapeCover spec={spec} tone={tone} aspect={aspect} titled={titled} />;
  return <PatternCover spec={spec} tone={tone} size={draw === 'thumb' ? 'thumb' : 'tile'} titled={titled} />;
}

/** Pixels of the screen, as pictures are put on whole ones. */
function sizeOf(element: Element | null): Size {
  if (element === null) return { width: 0, height: 0 };
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const pixel = (css: number): number => Math.round(css * window.devicePixelRatio);
  return { width: pixel(right) - pixel(left), height: pixel(bottom) - pixel(top) };
}
