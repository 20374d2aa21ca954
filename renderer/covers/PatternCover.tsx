/** A cover printed in one traditional pattern: tiles, cards, small thumbs. */
import { type ReactElement, useId } from 'react';
import { GradientStops } from './GradientStops.tsx';
import { Inlay } from './Inlay.tsx';
import { PatternDef } from './patterns/index.tsx';
import type { CoverSpec } from './spec.ts';
import { type CoverTone, tonesFor } from './tones.ts';

export type { CoverTone };

export type PatternCoverProps = {
  readonly spec: CoverSpec;
  /** Default `normal`. */
  readonly tone?: CoverTone;
  /** `tile` (default): about 200-600 px. `thumb`: about 48-140 px, three repeats, bolder lines. */
  readonly size?: 'tile' | 'thumb';
  /** White words stand on the lower part: the pattern steps back there. Default false. */
  readonly titled?: boolean;
  readonly className?: string;
};

/** Drawing area per size: pattern units are about one CSS pixel at the usual size of each. */
const FRAMES = {
  tile: { width: 320, height: 210, scale: 1 },
  thumb: { width: 104, height: 104, scale: 1 },
} as const;

/** Renders one `<svg>` that fills its box; about 2 KB of markup. */
export function PatternCover({
  spec,
  tone = 'normal',
  size = 'tile',
  titled,
  className,
}: PatternCoverProps): ReactElement {
  const id = useId();
  const tones = tonesFor(spec.hue, tone);
  const frame = FRAMES[size];
  const paint = size === 'thumb' ? { ...tones.paint, weight: tones.paint.weight * 1.35 } : tones.paint;
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      preserveAspectRatio="xMidYMid slice"
      className={className}
    >
      <defs>
        <linearGradient id={`${id}g`} x2="0" y2="1">
          <GradientStops stops={tones.ground} />
        </linearGradient>
        <linearGradient id={`${id}v`} x2="0" y2="1">
          <GradientStops stops={tones.veil} />
        </linearGradient>
        <PatternDef id={`${id}p`} pattern={spec.pattern} paint={paint} scale={frame.scale} />
        <pattern id={`${id}w`} width="4" height="4" patternUnits="userSpaceOnUse">
          <path d="M0 0h2v2h2v2h-2v-2h-2z" fill={tones.paint.fill} fillOpacity="0.045" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id}g)`} />
      {tone === 'normal' && <rect width="100%" height="100%" fill={`url(#${id}w)`} />}
      <svg
        aria-hidden="true"
        width="100%"
        height="100%"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        preserveAspectRatio="xMidYMid slice"
      >
        <Inlay
          spec={spec}
          tones={tones}
          frame={frame}
          fill={`url(#${id}p)`}
          plain={tone === 'high-contrast'}
        />
      </svg>
      {titled === true && <rect width="100%" height="100%" fill={`url(#${id}v)`} />}
    </svg>
  );
}
