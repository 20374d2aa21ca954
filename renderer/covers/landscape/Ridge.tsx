/** Layers of land: a crest filled down to its foot, shadow on one side of each peak, snow on top. */
import type { ReactElement } from 'react';
import { type Hex, mix } from '../colour.ts';
import type { Point } from '../patterns/geometry.ts';
import type { Chance } from '../random.ts';
import { type Crest, outline } from './crest.ts';
import { smooth, straight } from './path.ts';
import type { Stage } from './stage.ts';

/** From x to x, in drawing units. */
export type Span = readonly [from: number, to: number];

/** The knife's manner: rock is broken, woods are rounded but uneven, a slope is one soft line. */
export type Cut = 'rock' | 'wood' | 'slope';

/** A crest as broken line, exact to the eye. Wide sheets get longer steps, so markup stays short. */
export function rocky(
  { left, right, detail }: Stage,
  crest: Crest,
  span: Span = [left, right],
): readonly Point[] {
  return outline(crest, span[0], span[1], 6 * detail, 2 * detail);
}

/** A crest as few points for a smooth line, `step` apart. */
export function soft(
  { left, right, detail }: Stage,
  crest: Crest,
  step = 48,
  span: Span = [left, right],
): readonly Point[] {
  return outline(crest, span[0], span[1], step * detail, 0);
}

/** Path of the land under a crest, down to `bottom`. */
export function landPath(
  stage: Stage,
  crest: Crest,
  bottom: number,
  cut: Cut,
  span: Span = [stage.left, stage.right],
): string {
  const close = `V${Math.round(bottom)}H${Math.round(span[0])}z`;
  if (cut === 'rock') return straight(rocky(stage, crest, span), close);
  if (cut === 'slope') return smooth(soft(stage, crest, 48, span), close);
  return smooth(outline(crest, span[0], span[1], 7 * stage.detail, 3 * stage.detail), close);
}

type Props = {
  readonly stage: Stage;
  /** Unique within the drawing; names the gradient. */
  readonly name: string;
  readonly crest: Crest;
  /** From x to x; default: the whole sheet. */
  readonly span?: Span;
  /** Where the layer ends below. */
  readonly bottom: number;
  /** Colour at the highest point and at the bottom. */
  readonly top: Hex;
  readonly foot: Hex;
  /** Share of the sky's colour at the horizon in that of the foot: how far the air swallows it. Default none. */
  readonly mist?: number;
  /** How the crest is drawn; default `rock`. */
  readonly cut?: Cut;
};

/** One layer of land. */
export function Ridge(props: Props): ReactElement {
  const { stage, name, crest, span, bottom, top, foot, mist, cut = 'rock' } = props;
  const d = landPath(stage, crest, bottom, cut, span);
  const low = mist === undefined ? foot : mix(foot, stage.inks.horizon, mist);
  const shaded = top !== low;
  const id = `${stage.id}${name}`;
  return (
    <>
      {shaded && (
        <linearGradient id={id} x2="0" y2="1">
          <stop stopColor={top} />
          <stop offset="1" stopColor={low} />
        </linearGradient>
      )}
      <path d={d} fill={shaded ? `url(#${id})` : top} {...stage.inks.edge} />
    </>
  );
}

/** Indexes of the points that are higher than both neighbours, and stand out by `rise` at least. */
function summits(points: readonly Point[], rise: number): number[] {
  return points.flatMap(([, y], i) => {
    if (i === 0 || i === points.length - 1) return [];
    const reach = (step: 1 | -1): number => {
      let deepest = y;
      for (let j = i + step; j >= 0 && j < points.length; j += step) {
        const level = points[j]?.[1] ?? y;
        if (level < y) break;
        deepest = Math.max(deepest, level);
      }
      return deepest - y;
    };
    const isTop = (points[i - 1]?.[1] ?? y) >= y && (points[i + 1]?.[1] ?? y) > y;
    return isTop && reach(1) >= rise && reach(-1) >= rise ? [i] : [];
  });
}

/** A jagged way from one point to another: the edge of a spur. */
function jagged(from: Point, to: Point, dice: Chance, parts: number, sway: number): Point[] {
  return Array.from({ length: parts - 1 }, (_, i): Point => {
    const t = (i + dice.between(0.6, 1.4)) / parts;
    const off = sway * (i % 2 === 0 ? 1 : -0.7) * dice.between(0.5, 1);
    return [from[0] + (to[0] - from[0]) * t + off, from[1] + (to[1] - from[1]) * t];
  });
}

/**
 * The faces of a range that lie in shadow: from each summit along the crest to the next saddle, and
 * back along a jagged spur.
 *
 * @param points the crest
 * @param side   1: shadow to the right, -1: to the left
 * @param rise   least height of a summit over its saddles
 * @param depth  how far below the saddle the shadow reaches, as a share of the summit's rise
 */
export function shadowFaces(
  points: readonly Point[],
  side: 1 | -1,
  rise: number,
  depth: number,
  dice: Chance,
): string {
  return summits(points, rise)
    .map((i) => {
      const face: Point[] = [];
      const peak = points[i] ?? [0, 0];
      let low = peak;
      for (let j = i; j >= 0 && j < points.length; j += side) {
        const p = points[j] ?? peak;
        if (j !== i && p[1] < low[1] - rise * 0.5) break;
        if (p[1] >= low[1]) low = p;
        face.push(p);
        if (Math.abs(p[0] - peak[0]) > 260) break;
      }
      const saddle = face.indexOf(low);
      const drop = low[1] - peak[1];
      const foot: Point = [peak[0] + (low[0] - peak[0]) * dice.between(0.2, 0.45), low[1] + drop * depth];
      const parts = Math.max(3, Math.min(8, Math.round((foot[1] - peak[1]) / 22)));
      const spur = jagged(foot, peak, dice, parts, 9);
      return straight([...face.slice(0, saddle + 1), foot, ...spur], 'z');
    })
    .join('');
}

/**
 * Snow on the tops: everything above `line` on the crest, with a lower edge that runs out in tongues.
 *
 * @returns path text; empty when no top reaches the line
 */
export function snowCaps(points: readonly Point[], line: number, dice: Chance): string {
  let d = '';
  let run: Point[] = [];
  const flush = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && last[0] - first[0] > 16) {
      const width = last[0] - first[0];
      const teeth = Math.max(2, Math.min(14, Math.round(width / 17)));
      const top = Math.min(...run.map((p) => p[1]));
      const edge: Point[] = Array.from({ length: teeth * 2 - 1 }, (_, i): Point => {
        const t = (i + 1) / (teeth * 2);
        const tongue = i % 2 === 0;
        const middle = 1 - Math.abs(t - 0.5) * 1.6;
        const reach = (line - top) * middle * (tongue ? dice.between(0.25, 0.62) : dice.between(-0.12, 0.08));
        return [last[0] - width * t + dice.between(-3, 3), line + reach];
      });
      d += straight([...run, ...edge], 'z');
    }
    run = [];
  };
  points.forEach((p, i) => {
    const before = points[i - 1];
    if (before !== undefined && before[1] > line !== p[1] > line) {
      const t = (line - before[1]) / (p[1] - before[1]);
      run.push([before[0] + (p[0] - before[0]) * t, line]);
      if (p[1] > line) flush();
    }
    if (p[1] <= line) run.push(p);
  });
  flush();
  return d;
}
