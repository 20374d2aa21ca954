/** Sky, sun or moon, stars, and bars of haze. */
import type { ReactElement } from 'react';
import { GradientStops } from '../GradientStops.tsx';
import { hazeBars } from '../haze.ts';
import { discOf, HEIGHT, type Stage } from './stage.ts';

/** The printed sky, sun or moon included. Covers the whole sheet. */
export function Sky({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, width, spec } = stage;
  const { centre, radius } = discOf(stage);
  const [cx, cy] = centre;
  return (
    <>
      <linearGradient id={`${id}s`} x2="0" y2="1">
        <GradientStops stops={inks.sky} />
      </linearGradient>
      <rect x={left} width={width + 20} height={HEIGHT} fill={`url(#${id}s)`} />
      {spec.light === 'night' && <Stars stage={stage} />}
      {inks.disc.halo > 0 && (
        <circle cx={cx} cy={cy} r={radius * 1.7} fill={inks.disc.colour} fillOpacity={inks.disc.halo * 0.6} />
      )}
      <circle cx={cx} cy={cy} r={radius} fill={inks.disc.colour} {...inks.edge} />
    </>
  );
}

/** A few stars in the upper third, dots of two sizes. */
function Stars({ stage }: { readonly stage: Stage }): ReactElement {
  const dice = stage.dice('stars');
  const count = Math.round(stage.width / 52);
  const dots = (n: number) =>
    Array.from({ length: n }, () => {
      const x = Math.round(dice.between(stage.left, stage.right));
      return `M${x} ${Math.round(dice.between(20, 290) ** 1.0)}h0`;
    }).join('');
  return (
    <g stroke="#e9eef2" strokeLinecap="round" strokeOpacity="0.75">
      <path d={dots(count)} strokeWidth="2.4" />
      <path d={dots(Math.ceil(count / 4))} strokeWidth="4" />
    </g>
  );
}

type HazeProps = {
  readonly stage: Stage;
  /** Names the stream of chance. */
  readonly part: string;
  /** Level of the bars, in drawing units from the top. */
  readonly y: number;
  /** Share of the width one group of bars spans. */
  readonly span: number;
  readonly opacity: number;
};

/** One group of haze bars (すやり霞), somewhere along the given level. */
export function Haze({ stage, part, y, span, opacity }: HazeProps): ReactElement | null {
  if (stage.inks.plain) return null;
  const dice = stage.dice(part);
  const width = stage.width * span;
  const x = dice.between(stage.left - width * 0.2, stage.right - width * 0.8);
  return <path d={hazeBars(x, y, width, 15, dice)} fill={stage.inks.haze} fillOpacity={opacity} />;
}
