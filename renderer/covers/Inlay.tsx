/** How the pattern lies on a pattern cover: all over, or round a disc, over hills, behind haze. */
import { type ReactElement, useId } from 'react';
import { hazeBars } from './haze.ts';
import { VERMILION } from './palette.ts';
import { n } from './patterns/geometry.ts';
import { chance } from './random.ts';
import type { CoverSpec } from './spec.ts';
import type { Tones } from './tones.ts';

type Props = {
  readonly spec: CoverSpec;
  readonly tones: Tones;
  readonly frame: { readonly width: number; readonly height: number };
  /** `url(#…)` of the pattern. */
  readonly fill: string;
  /** High contrast: lines only, no let-in shapes. */
  readonly plain: boolean;
};

/** Rare, and never on the red hues, where it would shout rather than sign. */
function sunColour(spec: CoverSpec, tones: Tones): string {
  const warm = spec.hue === 'kinki' || spec.hue === 'kyushu' || spec.hue === 'shikoku';
  return !warm && chance(spec.seed).odds(0.3) ? VERMILION : tones.light;
}

/** Draws the pattern and what is let into it, in the units of `frame`. */
export function Inlay({ spec, tones, frame, fill, plain }: Props): ReactElement {
  const { width: w, height: h } = frame;
  const cover = <rect x={-w} y={-h} width={3 * w} height={3 * h} fill={fill} />;
  if (plain) return cover;
  const x = w * (0.5 + spec.sunX);
  switch (spec.layout) {
    case 'field':
      return cover;
    case 'disc':
      return (
        <>
          <circle cx={n(x)} cy={n(h * 0.3)} r={n(h * 0.22)} fill={sunColour(spec, tones)} />
          {cover}
        </>
      );
    case 'haze':
      return (
        <>
          {cover}
          <path
            d={hazeBars(x - w * 0.42, h * 0.16, w * 0.76, h * 0.045, chance(spec.seed))}
            fill={tones.light}
          />
        </>
      );
    case 'hills':
      return <Hills spec={spec} tones={tones} frame={frame} fill={fill} plain={plain} />;
  }
}

/** Three round hills; the pattern lies on the middle one, faintly on the near one. */
function Hills({ spec, tones, frame, fill }: Props): ReactElement {
  const id = useId();
  const { width: w, height: h } = frame;
  const side = spec.mirrored ? -1 : 1;
  const hill = (share: number, top: number, radius: number) => ({
    cx: n(w * (0.5 + side * share)),
    cy: n(h * top + radius),
    r: n(radius),
  });
  const [far, middle, near] = tones.hills;
  return (
    <>
      <linearGradient id={id} x2="0" y2="1">
        <stop stopColor={tones.sky[0]} />
        <stop offset="0.6" stopColor={tones.sky[1]} />
      </linearGradient>
      <rect x={-w} y={-h * 0.3} width={3 * w} height={h} fill={`url(#${id})`} />
      <circle {...hill(0.26, 0.24, w * 0.42)} fill={far} />
      <circle {...hill(-0.3, 0.36, w * 0.55)} fill={middle} />
      <circle {...hill(-0.3, 0.36, w * 0.55)} fill={fill} />
      <circle {...hill(0.34, 0.58, w * 0.75)} fill={near} />
      <circle {...hill(0.34, 0.58, w * 0.75)} fill={fill} fillOpacity="0.6" />
    </>
  );
}
