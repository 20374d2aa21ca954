/**
 * Skylines of mountains and hills. A crest is the highest of many single peaks, each with slopes of
 * its own steepness left and right, roughened by broken lines at ever smaller scale. That gives
 * saddles, spurs and one-sided peaks, which a sum of waves never does. Pure.
 */
import type { Point } from '../patterns/geometry.ts';
import { lattice } from '../random.ts';
import { simplify } from './path.ts';
import type { Stage } from './stage.ts';

/** Rock peaks, one great cone, wooded mountains, soft hills. */
export type CrestKind = 'alp' | 'cone' | 'wooded' | 'hill';

export type CrestPlan = {
  readonly seed: number;
  readonly kind: CrestKind;
  /** Level of the valleys, in drawing units from the top. */
  readonly base: number;
  /** Height of the highest peak above `base`. */
  readonly height: number;
  /** Usual distance between peaks. */
  readonly spacing: number;
  /** 0..1 at each x: lets a range run out into the sea or stand alone. Default 1 everywhere. */
  readonly envelope?: (x: number) => number;
};

/** y of the crest at x; smaller is higher. */
export type Crest = (x: number) => number;

/** Height left at a distance of `u` slope lengths from the peak, 1 at 0, 0 from 1 on. */
const SLOPES: { readonly [K in CrestKind]: (u: number) => number } = {
  alp: (u) => (u >= 1 ? 0 : (1 - u) ** 1.3),
  cone: (u) => (u >= 1 ? 0 : Math.min(0.985, (1 - u) ** 1.75 * 1.06)),
  wooded: (u) => (u >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * u ** 0.92)),
  hill: (u) => (u >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * u)),
};

/** Roughness per kind: share of the height, octaves, and the finest wave as a share of spacing. */
const ROUGH: { readonly [K in CrestKind]: { readonly share: number; readonly octaves: number } } = {
  alp: { share: 0.5, octaves: 5 },
  cone: { share: 0.025, octaves: 4 },
  wooded: { share: 0.22, octaves: 5 },
  hill: { share: 0.05, octaves: 2 },
};

/** Broken-line noise, -0.5..0.5: straight between lattice points, halved at each finer octave. */
function broken(seed: number, x: number, wave: number, octaves: number): number {
  let [sum, weight, total, length] = [0, 1, 0, wave];
  for (let i = 0; i < octaves; i++) {
    const cell = Math.floor(x / length);
    const t = x / length - cell;
    const from = lattice(seed + i * 101, cell);
    sum += weight * (from + (lattice(seed + i * 101, cell + 1) - from) * t);
    total += weight;
    weight *= 0.64;
    length *= 0.46;
  }
  return sum / total - 0.5;
}

/** The single peaks' upper edge at x, 0..1. */
function peaks(plan: CrestPlan, x: number): number {
  const { seed, kind, spacing } = plan;
  const here = Math.floor(x / spacing);
  let best = 0;
  for (let cell = here - 2; cell <= here + 2; cell++) {
    const top = (cell + 0.2 + 0.6 * lattice(seed, cell)) * spacing;
    const high = 0.5 + 0.5 * lattice(seed + 1, cell);
    const reach = spacing * (0.75 + 0.7 * lattice(seed + (x < top ? 2 : 3), cell));
    best = Math.max(best, high * SLOPES[kind](Math.abs(x - top) / reach));
  }
  return best;
}

/** The crest of a plan. */
export function crestOf(plan: CrestPlan): Crest {
  const { seed, kind, base, height, spacing, envelope } = plan;
  const { share, octaves } = ROUGH[kind];
  return (x) => {
    const body = peaks(plan, x);
    const rough = broken(seed + 7, x, spacing * 0.5, octaves) * share * (0.45 + body);
    return base - height * Math.max(0, body + rough) * (envelope?.(x) ?? 1);
  };
}

/** One great cone with its top at x = `top`, and low foothills to both sides. */
export function coneOf(seed: number, base: number, height: number, top: number, reach: number): Crest {
  return (x) => {
    const left = x < top;
    const u = Math.abs(x - top) / (reach * (left ? 1 : 0.94));
    const rough = broken(seed, x, reach * 0.16, 4) * 0.03;
    const crater = Math.abs(x - top) < reach * 0.045 ? broken(seed + 5, x, reach * 0.03, 2) * 0.025 : 0;
    return base - height * Math.max(0, SLOPES.cone(u) + rough * (1 - u) + crater);
  };
}

export type SlopePlan = {
  readonly seed: number;
  /** x where the slope is highest: usually an edge of the sheet. */
  readonly edge: number;
  /** 1: it falls to the right of `edge`, -1: to the left. */
  readonly side: 1 | -1;
  /** y at `edge`, and y where it has run out, `reach` away. */
  readonly top: number;
  readonly foot: number;
  readonly reach: number;
  /** Below 1 a shoulder that breaks off late, above 1 a hollow slope. */
  readonly bend: number;
  /** Height of the roughness in drawing units; 0 for a soft slope. */
  readonly rough: number;
};

/** A slope that comes in from one side: headland, bank, shoulder of a hill. */
export function slopeOf({ seed, edge, side, top, foot, reach, bend, rough }: SlopePlan): Crest {
  return (x) => {
    const t = Math.min(1.2, Math.max(0, ((x - edge) * side) / reach));
    const fall = bend >= 1 ? 1 - (1 - Math.min(1, t)) ** bend + Math.max(0, t - 1) : t ** (1 / bend);
    return top + (foot - top) * fall + broken(seed, x, 70, 4) * rough * 2;
  };
}

/** A slope from the right edge of the sheet, or the left one. @param from its sign says which */
export function slopeFrom(
  { left, right, seedOf }: Pick<Stage, 'left' | 'right' | 'seedOf'>,
  part: string,
  from: number,
  plan: Omit<SlopePlan, 'seed' | 'edge' | 'side'>,
): Crest {
  return slopeOf({ ...plan, seed: seedOf(part), edge: from > 0 ? right : left, side: from > 0 ? -1 : 1 });
}

/** Points of a crest from left to right every `step`, without those that change nothing. */
export function outline(crest: Crest, from: number, to: number, step = 7, tolerance = 1.3): readonly Point[] {
  const points: Point[] = [];
  for (let x = from; x < to; x += step) points.push([x, crest(x)]);
  points.push([to, crest(to)]);
  return simplify(points, tolerance);
}
