/** Seas, lakes and bays: a plain sheet, ripples, the sun's path, and wave scales at our feet. */
import type { ReactElement } from 'react';
import { mix } from '../colour.ts';
import { PatternDef } from '../patterns/index.tsx';
import type { Paint } from '../patterns/tile.ts';
import type { CoverSpec, PatternId } from '../spec.ts';
import { discOf, FLOOR, type Stage } from './stage.ts';

type Props = {
  readonly stage: Stage;
  /** Level of the far edge. */
  readonly from: number;
  /** Where the woven waves begin to show. */
  readonly weave: number;
  readonly pattern: PatternId;
  /** How much darker the far water is than open water under the sky: 0..1. Default 0. */
  readonly shaded?: number;
  /** Id of a drawing that stands on the far edge and shows upside down in the water. */
  readonly mirrored?: string;
};

/** Thin light lines of the pattern in the foreground of a landscape. */
export function footPaint({ inks }: Stage, strength = 1): Paint {
  if (inks.plain) return { line: '#ffffff', lineOpacity: 0.5, weight: 1, fill: '#ffffff', fillOpacity: 0.1 };
  return {
    line: inks.white,
    lineOpacity: 0.32 * strength,
    weight: 1.05,
    fill: inks.white,
    fillOpacity: 0.1 * strength,
  };
}

/** Wave scales, or the net where the town's own pattern is the net. */
export const waterPattern = (spec: CoverSpec): PatternId => (spec.pattern === 'amime' ? 'amime' : 'seigaiha');

/** Water from `from` to the foot of the sheet. */
export function Water({ stage, from, weave, pattern, shaded = 0, mirrored }: Props): ReactElement {
  const { id, inks, left, width } = stage;
  const { near } = inks.water;
  const far = mix(inks.water.far, near, shaded);
  const box = { x: left, width: width + 20 };
  const middle = mix(far, near, 0.72);
  const at = (y: number) => Math.round(((y - from) / (FLOOR - from)) * 100) / 100;
  return (
    <>
      <linearGradient id={`${id}w`} x2="0" y2="1">
        <stop stopColor={far} />
        <stop offset={at(weave)} stopColor={middle} />
        <stop offset="1" stopColor={near} />
      </linearGradient>
      <PatternDef id={`${id}wp`} pattern={pattern} paint={footPaint(stage)} scale={1.25} />
      <rect {...box} y={from} height={FLOOR - from} fill={`url(#${id}w)`} {...inks.edge} />
      {mirrored !== undefined && !inks.plain && (
        <use
          href={`#${mirrored}`}
          transform={`matrix(1 0 0 -.62 0 ${Math.round(from * 1.62)})`}
          opacity="0.42"
        />
      )}
      <rect {...box} y={weave} height={FLOOR - weave} fill={`url(#${id}wp)`} />
      <linearGradient id={`${id}wf`} x2="0" y2="1">
        <stop stopColor={middle} />
        <stop offset="1" stopColor={middle} stopOpacity="0" />
      </linearGradient>
      <rect {...box} y={weave} height={230} fill={`url(#${id}wf)`} />
      {!inks.plain && <Ripples stage={stage} from={from} to={stage.titled ? weave : weave + 60} />}
    </>
  );
}

/** Level strokes, short and close far away, longer and rarer near; the sun's path in its own colour. */
function Ripples({
  stage,
  from,
  to,
}: {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
}): ReactElement {
  const dice = stage.dice('ripples');
  const { inks, left, right } = stage;
  const { centre, radius } = discOf(stage);
  const depth = to - from;
  const strokes = (count: number, x: (t: number) => number, length: (t: number) => number) =>
    Array.from({ length: count }, (_, i) => {
      const t = ((i + dice.next()) / count) ** 1.35;
      const half = length(t) / 2;
      return `M${Math.round(x(t) - half)} ${Math.round(from + 6 + depth * t)}h${Math.round(2 * half)}`;
    }).join('');
  const anywhere = strokes(
    Math.round(stage.width / 42),
    () => dice.between(left, right),
    (t) => dice.between(24, 60) * (0.6 + t * 1.3),
  );
  const glints = strokes(
    12,
    (t) => centre[0] + dice.between(-1, 1) * radius * (0.25 + 0.45 * t),
    (t) => dice.between(0.5, 1.15) * radius * (1.15 - 0.5 * t),
  );
  return (
    <g strokeLinecap="round" strokeWidth="2.4">
      <path d={anywhere} stroke={inks.white} strokeOpacity="0.34" />
      {inks.disc.low || stage.spec.light === 'paper' || stage.spec.light === 'night' ? (
        <path
          d={glints}
          stroke={inks.disc.colour}
          strokeOpacity={stage.spec.light === 'night' ? 0.6 : 0.78}
          strokeWidth="3.4"
        />
      ) : null}
    </g>
  );
}

/** Small boats with a square sail (帆掛け船), at x, y and scale each. */
export function Sails({
  stage,
  at,
}: {
  readonly stage: Stage;
  readonly at: readonly (readonly [number, number, number])[];
}): ReactElement {
  const { inks } = stage;
  return (
    <>
      {at.map(([x, y, s]) => (
        <g
          key={x}
          transform={`translate(${Math.round(x)} ${Math.round(y)})scale(${Math.round(s * 100) / 100})`}
        >
          <path d="M-11-34q11 3 22 0q4 14 1 28q-11 3-24 0q-3-14 1-28z" fill={inks.white} />
          <path
            d="M-24-5q4 9 9 10h28q8-3 12-12q-6 5-14 5h-24q-7 0-11-3z"
            fill={inks.plain ? '#ffffff' : inks.land(0.9)}
          />
        </g>
      ))}
    </>
  );
}
