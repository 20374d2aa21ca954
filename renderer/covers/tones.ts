/**
 * Which colours a pattern cover is printed in, and the proof that a white title on its foot reads.
 * Pure: components draw these numbers, tests measure them.
 */
import { contrast, type Hex, mix, over } from './colour.ts';
import { NIGHT, PAPER, REGION_HUES, type RegionId } from './palette.ts';
import type { Paint } from './patterns/tile.ts';

export type CoverTone = 'normal' | 'high-contrast';

/** Share of the height, from the top, below which a title may stand. */
export const TITLE_TOP = 0.56;

/** Least contrast of white words on the part of a cover below `TITLE_TOP` (WCAG 2.2, 1.4.3). */
export const TITLE_CONTRAST = 4.5;

/** One step of a vertical gradient: share of the height, colour, opacity. */
export type Stop = { readonly at: number; readonly colour: Hex; readonly opacity: number };

/** Everything a pattern cover is printed in. */
export type Tones = {
  /** Ground, top to foot; opaque. */
  readonly ground: readonly Stop[];
  readonly paint: Paint;
  /** Drawn last under a title: takes the pattern back towards the foot. */
  readonly veil: readonly Stop[];
  /** Light shape let into the pattern (disc, haze). Never reaches below `TITLE_TOP`. */
  readonly light: Hex;
  /** Sky over the hills, top and horizon. */
  readonly sky: readonly [Hex, Hex];
  /** Hills let into the pattern, far to near. */
  readonly hills: readonly [Hex, Hex, Hex];
};

const WHITE: Hex = '#ffffff';
/** Strongest multiple of `fillOpacity` any pattern uses. */
export const FILL_MOST = 2;

const HIGH_CONTRAST: Tones = {
  ground: [
    { at: 0, colour: '#05070c', opacity: 1 },
    { at: 1, colour: '#05070c', opacity: 1 },
  ],
  paint: { line: WHITE, lineOpacity: 0.62, weight: 0.8, fill: WHITE, fillOpacity: 0.16 },
  veil: [
    { at: 0.3, colour: '#05070c', opacity: 0 },
    { at: TITLE_TOP, colour: '#05070c', opacity: 0.86 },
    { at: 1, colour: '#05070c', opacity: 1 },
  ],
  light: '#05070c',
  sky: ['#05070c', '#05070c'],
  hills: ['#05070c', '#05070c', '#05070c'],
};

/** How far the hue must go to its deep before white reads on it even over the pattern's ink. */
function darkening(mid: Hex, deep: Hex, paint: Paint): number {
  for (let share = 0; share < 1; share += 0.02) {
    if (contrast(WHITE, inked(mix(mid, deep, share), paint)) >= TITLE_CONTRAST + 0.4) return share;
  }
  return 1;
}

/** Ground with the densest fill and one line of the pattern over it: the lightest spot there can be. */
function inked(ground: Hex, paint: Paint): Hex {
  const filled = over(paint.fill, Math.min(1, paint.fillOpacity * FILL_MOST), ground);
  return over(paint.line, paint.lineOpacity, filled);
}

/** Mixed once per region: a page may show dozens of covers. */
const mixed = new Map<RegionId, Tones>();

/** The colours of a pattern cover in a region's hue. */
export function tonesFor(region: RegionId, tone: CoverTone): Tones {
  if (tone === 'high-contrast') return HIGH_CONTRAST;
  const known = mixed.get(region);
  if (known !== undefined) return known;
  const tones = normalTones(region);
  mixed.set(region, tones);
  return tones;
}

function normalTones(region: RegionId): Tones {
  const { deep, mid } = REGION_HUES[region];
  const paint: Paint = { line: PAPER, lineOpacity: 0.34, weight: 1.1, fill: PAPER, fillOpacity: 0.11 };
  const veiled: Paint = {
    ...paint,
    lineOpacity: paint.lineOpacity * 0.45,
    fillOpacity: paint.fillOpacity * 0.45,
  };
  const half = mix(mid, deep, Math.max(0.18, darkening(mid, deep, veiled)));
  const foot = mix(half, deep, 0.8);
  return {
    ground: [
      { at: 0, colour: mix(mid, half, 0.12), opacity: 1 },
      { at: 0.3, colour: mix(mid, half, 0.5), opacity: 1 },
      { at: TITLE_TOP, colour: half, opacity: 1 },
      { at: 1, colour: foot, opacity: 1 },
    ],
    paint,
    veil: [
      { at: 0.36, colour: half, opacity: 0 },
      { at: TITLE_TOP, colour: half, opacity: 0.66 },
      { at: 0.8, colour: mix(half, foot, 0.6), opacity: 0.76 },
      { at: 1, colour: mix(foot, NIGHT, 0.25), opacity: 0.8 },
    ],
    light: mix(mid, PAPER, 0.34),
    sky: [mix(mid, PAPER, 0.2), mix(mid, PAPER, 0.62)],
    hills: [mix(mid, PAPER, 0.12), mix(mid, half, 0.7), mix(half, deep, 0.5)],
  };
}

/** Colour and opacity of a gradient at a share of the height (plain sRGB between stops). */
export function gradientAt(stops: readonly Stop[], share: number): Stop {
  const after = stops.find((stop) => stop.at >= share);
  const before = [...stops].reverse().find((stop) => stop.at <= share);
  if (after === undefined || before === undefined || after === before) {
    const stop = after ?? before;
    if (stop === undefined) throw new RangeError('gradientAt: no stops');
    return { ...stop, at: share };
  }
  const t = (share - before.at) / (after.at - before.at);
  return {
    at: share,
    colour: over(after.colour, t, before.colour),
    opacity: before.opacity + (after.opacity - before.opacity) * t,
  };
}

/**
 * Least contrast of white words anywhere below `TITLE_TOP` of a titled pattern cover, over the
 * lightest spot its pattern can make.
 */
export function titleContrast(tones: Tones): number {
  let least = 21;
  for (let share = TITLE_TOP; share <= 1; share += 0.02) {
    const ground = gradientAt(tones.ground, share).colour;
    const veil = gradientAt(tones.veil, share);
    for (const under of [
      inked(ground, tones.paint),
      ...tones.hills.slice(1).map((h) => inked(h, tones.paint)),
    ]) {
      least = Math.min(least, contrast(WHITE, over(veil.colour, veil.opacity, under)));
    }
  }
  return least;
}
