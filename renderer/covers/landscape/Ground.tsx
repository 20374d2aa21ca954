/** The woven foreground: near land in one flat dark colour with the cover's pattern printed on it. */
import type { ReactElement } from 'react';
import type { Hex } from '../colour.ts';
import { PatternDef } from '../patterns/index.tsx';
import type { Crest } from './crest.ts';
import { landPath, type Span } from './Ridge.tsx';
import { FLOOR, type Stage } from './stage.ts';
import { footPaint } from './Water.tsx';

type Props = {
  readonly stage: Stage;
  readonly name: string;
  /** Upper edge. */
  readonly crest: Crest;
  /** From x to x; default: the whole sheet. */
  readonly span?: Span;
  /** Depth of the land (0 far .. 1 near) at its upper edge; it darkens downwards. */
  readonly depth: number;
  /** Strength of the pattern, 0 (none) .. 1.5. */
  readonly strength?: number;
  /** Colour of the upper edge instead of the land's own, e.g. snow. */
  readonly tint?: Hex;
  /** Rough edge of rock instead of a soft slope. */
  readonly rocky?: boolean;
  readonly scale?: number;
  /** Where the land ends below. Default: the foot of the sheet. */
  readonly bottom?: number;
};

/** A near slope down to the foot of the sheet. */
export function Ground({
  stage,
  name,
  crest,
  span,
  depth,
  strength = 0.8,
  rocky = false,
  tint,
  scale = 1.25,
  bottom = FLOOR,
}: Props): ReactElement {
  const { id, inks, spec } = stage;
  const d = landPath(stage, crest, bottom, rocky ? 'rock' : 'slope', span);
  const shape = `${id}${name}e`;
  return (
    <>
      <linearGradient id={`${id}${name}`} x2="0" y2="1">
        <stop stopColor={tint ?? inks.land(depth)} />
        <stop offset="1" stopColor={inks.land(Math.min(1, depth + 0.3))} />
      </linearGradient>
      {strength === 0 ? (
        <path d={d} fill={`url(#${id}${name})`} {...inks.edge} />
      ) : (
        <>
          <PatternDef
            id={`${id}${name}p`}
            pattern={spec.pattern}
            paint={footPaint(stage, strength)}
            scale={scale}
          />
          <defs>
            <path id={shape} d={d} />
          </defs>
          <use href={`#${shape}`} fill={`url(#${id}${name})`} {...inks.edge} />
          <use href={`#${shape}`} fill={`url(#${id}${name}p)`} />
        </>
      )}
    </>
  );
}
