/** Small things that give a landscape its scale: roofs, bridges, pampas grass, steam, clouds. */
import type { ReactElement } from 'react';
import { mix } from '../colour.ts';
import { at, n, type Point } from '../patterns/geometry.ts';
import type { Chance } from '../random.ts';
import { smooth } from './path.ts';
import type { Stage } from './stage.ts';

/** A house: x of its middle, y of its sill, width of its roof. */
export type House = readonly [x: number, y: number, width: number];

type HousesProps = {
  readonly stage: Stage;
  readonly houses: readonly House[];
  /** Thick snow on the roofs. */
  readonly snowed?: boolean;
  /** Depth of walls and roofs, 0..1. */
  readonly depth: number;
  readonly lit: boolean;
};

/** Farmhouses with steep thatched roofs; windows lit in the evening. */
export function Houses({ stage, houses, snowed = false, depth, lit }: HousesProps): ReactElement {
  const { inks } = stage;
  const roof = ([x, y, w]: House) => {
    const h = w * 0.46;
    return `M${at(x - w / 2, y - h * 0.28)}q${at(w * 0.16, -h * 0.42)} ${at(w * 0.22, -h)}h${n(w * 0.56)}q${at(w * 0.06, h * 0.58)} ${at(w * 0.22, h)}z`;
  };
  const wall = ([x, y, w]: House) => `M${at(x - w * 0.36, y)}v${n(-w * 0.2)}h${n(w * 0.72)}v${n(w * 0.2)}z`;
  const pane = ([x, y, w]: House) =>
    `M${at(x - w * 0.2, y - w * 0.06)}h${n(w * 0.13)}m${n(w * 0.1)} 0h${n(w * 0.13)}`;
  return (
    <>
      <path d={houses.map(wall).join('')} fill={inks.land(Math.min(1, depth + 0.1))} {...inks.edge} />
      {lit && (
        <path
          d={houses.map(pane).join('')}
          stroke={inks.lamp}
          strokeWidth={n((houses[0]?.[2] ?? 40) * 0.075)}
        />
      )}
      <path
        d={houses.map(roof).join('')}
        fill={snowed && !inks.plain ? inks.white : inks.land(depth)}
        {...inks.edge}
      />
    </>
  );
}

/** A plume of pampas grass: strands that leave the last of the stalk and droop with the wind. */
function plume([x, y]: Point, long: number, lean: number, slant: number): string {
  return [0, 1, 2, 3, 4]
    .map((i) => {
      const down = long * 0.2 * i;
      const reach = long * (0.55 + 0.12 * i);
      return `M${Math.round(x - slant * down)} ${Math.round(y + down)}q${Math.round(lean * reach * 0.25)} ${Math.round(-reach * 0.75)} ${Math.round(lean * reach * 0.95)} ${Math.round(-reach * 0.42)}`;
    })
    .join('');
}

type GrassProps = {
  readonly stage: Stage;
  readonly part: string;
  /** Where the tuft stands. */
  readonly x: number;
  readonly y: number;
  readonly high: number;
  /** 1: the wind blows to the right. */
  readonly lean: 1 | -1;
};

/** Pampas grass (薄): blades in one colour, plumes in paper white. */
export function Grass({ stage, part, x, y, high, lean }: GrassProps): ReactElement {
  const dice = stage.dice(part);
  const { inks } = stage;
  let [blades, plumes] = ['', ''];
  for (let i = 0; i < 8; i++) {
    const h = high * dice.between(0.55, 1);
    const sway = lean * h * dice.between(0.08, 0.5);
    const foot = x + dice.between(-0.22, 0.22) * high;
    blades += `M${Math.round(foot)} ${y}q${Math.round(sway * 0.1)} ${Math.round(-h * 0.6)} ${Math.round(sway)} ${Math.round(-h)}`;
    if (i % 2 === 0) plumes += plume([foot + sway, y - h], high * dice.between(0.14, 0.2), lean, sway / h);
  }
  return (
    <>
      <path
        d={blades}
        fill="none"
        stroke={inks.plain ? '#ffffff' : mix(inks.land(0.62), inks.white, 0.12)}
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d={plumes}
        fill="none"
        stroke={inks.white}
        strokeOpacity="0.85"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </>
  );
}

/** A ribbon of steam that rises from (x, y), swaying to `side` first, wider as it goes. */
export function steam([x, y]: Point, high: number, wide: number, side: 1 | -1): string {
  const edge = (dir: 1 | -1) =>
    [0, 0.16, 0.34, 0.52, 0.7, 0.86, 1].map((t): Point => {
      const sway = side * wide * (0.3 + t) * Math.sin(5.6 * t) * 0.62;
      const half = wide * (0.07 + 0.5 * t ** 1.2 * (1 - 0.55 * t ** 3));
      return [x + sway + dir * half, y - high * t];
    });
  return `${smooth(edge(1))}${smooth(edge(-1).reverse()).replace('M', 'L')}z`;
}

/** A flat-bottomed cloud with piled heads, `width` wide, its bottom middle at (x, y). */
export function cloud([x, y]: Point, width: number, dice: Chance): string {
  const bumps = 6;
  let d = `M${at(x - width / 2, y)}`;
  let [px, py] = [x - width / 2, y];
  const peak = dice.between(0.35, 0.65);
  for (let i = 1; i <= bumps; i++) {
    const t = i / bumps;
    const rise = t < peak ? t / peak : (1 - t) / (1 - peak);
    const nx = x - width / 2 + width * t;
    const ny = y - width * 0.27 * rise ** 0.8 * (i < bumps ? dice.between(0.75, 1.1) : 0);
    const r = n(Math.hypot(nx - px, ny - py) * dice.between(0.52, 0.62));
    d += `A${r} ${r} 0 0 1 ${at(nx, ny)}`;
    [px, py] = [nx, ny];
  }
  return `${d}z`;
}

type BridgeProps = {
  readonly stage: Stage;
  readonly from: Point;
  readonly to: Point;
  /** Height of the arch over its ends. */
  readonly rise: number;
  readonly depth: number;
};

/** A low arched bridge of wood (太鼓橋): deck, rail and posts. */
export function Bridge({ stage, from, to, rise, depth }: BridgeProps): ReactElement {
  const { inks } = stage;
  const ink = inks.plain ? '#ffffff' : inks.land(depth);
  const [w, h] = [to[0] - from[0], to[1] - from[1]];
  const arch = (lift: number) => `M${at(from[0], from[1] - lift)}q${at(w / 2, h / 2 - 2 * rise)} ${at(w, h)}`;
  const posts = Array.from({ length: 9 }, (_, i) => {
    const t = (i + 0.5) / 9;
    const y = from[1] + h * t - 4 * rise * t * (1 - t);
    return `M${at(from[0] + w * t, y - 17)}v17`;
  }).join('');
  const legs = [0.22, 0.4, 0.6, 0.78]
    .map((t) => `M${at(from[0] + w * t, from[1] + h * t - 4 * rise * t * (1 - t))}v${n(rise * 1.1 + 26)}`)
    .join('');
  return (
    <g fill="none" stroke={ink}>
      <path d={arch(0)} strokeWidth="8" />
      <path d={arch(17) + posts} strokeWidth="2.6" />
      <path d={legs} strokeWidth="5" />
    </g>
  );
}
