/** Trees: rows of cedars in the mist, and an old pine that leans into the picture. */
import type { ReactElement } from 'react';
import type { Hex } from '../colour.ts';
import { at, n, type Point } from '../patterns/geometry.ts';
import type { Chance } from '../random.ts';
import type { Crest } from './crest.ts';
import type { Stage } from './stage.ts';

/** Steps round one cedar from its left foot over the tip to its right foot: tiers of drooping boughs. */
function cedar(dice: Chance, h: number, w: number, tiers: number): number[] {
  const steps: number[] = [];
  const rung = h / (tiers + 0.6);
  let half = w / 2;
  for (let i = 0; i < tiers; i++) {
    const next = (w / 2) * (1 - (i + 1) / (tiers + 0.5)) ** 0.8 * dice.between(0.85, 1.15);
    const inner = next * 0.5;
    // In to the stem, then out to the tip of the next bough above, which hangs a little.
    steps.push(half - inner, -rung * 0.8, inner - next, rung * -0.2 + rung * 0.14);
    half = next;
  }
  steps.push(half, -rung * 1.3);
  const left = [...steps];
  for (let i = left.length - 2; i >= 0; i -= 2) steps.push(left[i] ?? 0, -(left[i + 1] ?? 0));
  return steps;
}

type RowProps = {
  readonly stage: Stage;
  readonly part: string;
  readonly crest: Crest;
  readonly from: number;
  readonly to: number;
  /** Height of a usual tree at x. */
  readonly high: (x: number) => number;
  /** Usual distance between trees. */
  readonly apart: number;
  readonly fill: Hex;
  /** Boughs per side; 1 draws a plain spear for far rows. */
  readonly tiers?: number;
};

/** Cedars along a crest, one path. */
export function Cedars({
  stage,
  part,
  crest,
  from,
  to,
  high,
  apart,
  fill,
  tiers = 3,
}: RowProps): ReactElement {
  const dice = stage.dice(part);
  let d = '';
  for (let x = from + apart * dice.next(); x < to; x += apart * stage.detail * dice.between(0.5, 1.5)) {
    const h = high(x) * dice.between(0.62, 1.18);
    if (h < 8) continue;
    const w = h * dice.between(0.34, 0.44);
    const points = tiers === 1 ? [w / 2, -h, w / 2, h] : cedar(dice, h, w, tiers);
    const numbers = points.map((v) => Math.round(v));
    d += `M${Math.round(x - w / 2)} ${Math.round(crest(x) + 5)}l${numbers.map((v, i) => (i > 0 && v >= 0 ? ` ${v}` : v)).join('')}`;
  }
  return <path d={d} fill={fill} {...stage.inks.edge} />;
}

/** A cushion of needles: flat below, a few bumps above. */
function cushion([x, y]: Point, width: number, dice: Chance): string {
  const bumps = Math.max(3, Math.round(width / 33));
  const [left, top] = [Math.round(x - width / 2), Math.round(y)];
  let d = `M${left} ${top}`;
  let [px, py] = [left, top];
  for (let i = 1; i <= bumps; i++) {
    const t = i / bumps;
    const inner = i < bumps;
    const nx = Math.round(left + width * t + (inner ? dice.between(-3, 3) : 0));
    const ny = Math.round(top - Math.sin(Math.PI * t) * width * 0.2 * (inner ? dice.between(0.8, 1.2) : 0));
    const r = Math.round(Math.hypot(nx - px, ny - py) * 0.58);
    d += `a${r} ${r} 0 01${nx - px} ${ny - py}`;
    [px, py] = [nx, ny];
  }
  return `${d}q${Math.round(-width * 0.2)} ${Math.round(width * 0.07)} ${Math.round(-width * 0.5)} ${Math.round(width * 0.03)}z`;
}

type PineProps = {
  readonly stage: Stage;
  /** Foot of the trunk. */
  readonly x: number;
  readonly y: number;
  /** Height of the tree. */
  readonly high: number;
  /** -1: leans left, 1: leans right. */
  readonly lean: 1 | -1;
  readonly fill: Hex;
  /** Upper cushions, a little nearer the light. */
  readonly lit: Hex;
};

/** A leaning pine (松): bent trunk, cushions of needles on level boughs. */
export function Pine({ stage, x, y, high, lean, fill, lit }: PineProps): ReactElement {
  const dice = stage.dice(`pine ${x}`);
  const p = (dx: number, dy: number): Point => [x + lean * dx * high, y - dy * high];
  const c = (dx: number, dy: number) => at(...p(dx, dy));
  const trunk =
    `M${c(-0.06, 0)}C${c(-0.02, 0.2)} ${c(-0.1, 0.3)} ${c(-0.02, 0.46)}S${c(0.16, 0.66)} ${c(0.14, 0.9)}L${c(0.17, 0.9)}` +
    `C${c(0.2, 0.66)} ${c(0.1, 0.56)} ${c(0.055, 0.44)}S${c(0.03, 0.2)} ${c(0.06, 0)}z`;
  const boughs =
    `M${c(0, 0.45)}Q${c(0.2, 0.5)} ${c(0.42, 0.5)}M${c(0.06, 0.58)}Q${c(-0.1, 0.66)} ${c(-0.26, 0.64)}` +
    `M${c(0.13, 0.72)}Q${c(0.28, 0.78)} ${c(0.36, 0.76)}M${c(-0.04, 0.34)}Q${c(-0.2, 0.4)} ${c(-0.3, 0.38)}`;
  const dark: readonly (readonly [number, number, number])[] = [
    [0.44, 0.48, 0.42],
    [-0.27, 0.62, 0.34],
    [0.36, 0.74, 0.34],
    [-0.32, 0.36, 0.26],
    [0.13, 0.88, 0.4],
  ];
  const light: readonly (readonly [number, number, number])[] = [
    [0.3, 0.53, 0.26],
    [-0.15, 0.68, 0.26],
    [0.22, 0.79, 0.28],
    [0.1, 0.96, 0.26],
  ];
  const pads = (list: typeof dark) => list.map(([dx, dy, w]) => cushion(p(dx, dy), w * high, dice)).join('');
  return (
    <>
      <path d={trunk} fill={fill} {...stage.inks.edge} />
      <path
        d={boughs}
        fill="none"
        stroke={stage.inks.plain ? '#ffffff' : fill}
        strokeWidth={n(high * 0.022)}
      />
      <path d={pads(dark)} fill={fill} {...stage.inks.edge} />
      <path d={pads(light)} fill={lit} {...stage.inks.edge} />
    </>
  );
}
