/**
 * The inks of one landscape: sky, haze, land from far to near, water, sun. A print has few blocks:
 * everything is mixed from the region's hue, the theme's natural colour and the time of day, so no
 * two colours in a picture can quarrel. Pure.
 */
import { blend, type Hex, mix } from '../colour.ts';
import { INDIGO, NIGHT, PAPER, REGION_HUES, VERMILION } from '../palette.ts';
import type { Theme } from '../place.ts';
import type { CoverSpec, Light } from '../spec.ts';
import type { CoverTone, Stop } from '../tones.ts';

/** Stroke of every shape in the high-contrast tone; empty in the normal one. */
export type Edge = { readonly stroke?: Hex; readonly strokeWidth?: number; readonly strokeOpacity?: number };

export type Inks = {
  /** Top to horizon. */
  readonly sky: readonly Stop[];
  /** Colour of the sky at the horizon: what distance fades into. */
  readonly horizon: Hex;
  /** Land at a depth: 0 farthest, 1 at our feet. */
  readonly land: (depth: number) => Hex;
  readonly water: { readonly far: Hex; readonly near: Hex };
  /** Sun or moon. `low` suns may touch the horizon. */
  readonly disc: { readonly colour: Hex; readonly halo: number; readonly low: boolean };
  /** Lit snow, sails, crests of foam. */
  readonly white: Hex;
  /** Haze bars. */
  readonly haze: Hex;
  /** Lamps in windows. */
  readonly lamp: Hex;
  readonly edge: Edge;
  /** High contrast: outlines only, leave out small shading. */
  readonly plain: boolean;
};

type Sky = {
  readonly stops: readonly (readonly [number, Hex])[];
  readonly disc: Inks['disc'];
  /** What the hour does to the land: a colour and how much of it, far and near. */
  readonly cast: { readonly colour: Hex; readonly far: number; readonly near: number };
};

const MOON: Hex = '#f4ecd8';

/** Bokashi skies: a narrow dark band on top (一文字ぼかし), then paper, then the colour of the hour. */
const SKIES: { readonly [K in Light]: Sky } = {
  dawn: {
    stops: [
      [0, '#7f9fb6'],
      [0.16, '#b9c9cb'],
      [0.36, '#f0e4cd'],
      [0.54, '#f5cfa9'],
      [0.66, '#f0b896'],
    ],
    disc: { colour: VERMILION, halo: 0, low: true },
    cast: { colour: '#c98a72', far: 0.16, near: 0.02 },
  },
  day: {
    stops: [
      [0, '#3f76a3'],
      [0.12, '#7ba6c2'],
      [0.32, '#c3d7db'],
      [0.56, '#f2ecdc'],
    ],
    disc: { colour: '#fdf8ea', halo: 0, low: false },
    cast: { colour: '#7fa0b8', far: 0.12, near: 0 },
  },
  dusk: {
    stops: [
      [0, '#2b3768'],
      [0.2, '#5c5482'],
      [0.38, '#b0747c'],
      [0.52, '#e59f78'],
      [0.62, '#f4c58e'],
    ],
    disc: { colour: '#d8442a', halo: 0, low: true },
    cast: { colour: '#3d3263', far: 0.22, near: 0.16 },
  },
  night: {
    stops: [
      [0, '#0e1a36'],
      [0.3, '#1a3057'],
      [0.5, '#33557f'],
      [0.64, '#6d90a8'],
    ],
    disc: { colour: MOON, halo: 0.1, low: false },
    cast: { colour: '#15264a', far: 0.5, near: 0.5 },
  },
  paper: {
    stops: [
      [0, '#35588c'],
      [0.07, '#8fa3b6'],
      [0.17, '#ece3cf'],
      [0.4, '#f7efdf'],
      [0.62, '#f3e2c4'],
    ],
    disc: { colour: VERMILION, halo: 0, low: false },
    cast: { colour: '#b79d7c', far: 0.08, near: 0 },
  },
  snow: {
    stops: [
      [0, '#4d6480'],
      [0.22, '#7f93a6'],
      [0.5, '#bfc9cf'],
      [0.66, '#dfe0da'],
    ],
    disc: { colour: '#f3efe2', halo: 0, low: false },
    cast: { colour: '#6d86a0', far: 0.3, near: 0.16 },
  },
};

/**
 * What the land is made of, before region and hour: a middle and a near colour, and the share the
 * region's hue takes in them. Fields stay fields in every region, a mountain may well be red.
 */
const GROUNDS: { readonly [K in Theme]: readonly [Hex, Hex, number] } = {
  sea: ['#4b6d84', '#173a4d', 0.66],
  island: ['#4a7273', '#163c40', 0.6],
  river: ['#557a70', '#1a3f3c', 0.68],
  lake: ['#52708a', '#183850', 0.66],
  mountain: ['#55708c', '#1b3250', 0.72],
  snow: ['#7893ad', '#1f3a5c', 0.22],
  forest: ['#4f7763', '#15382f', 0.74],
  rice: ['#7d944c', '#2c4620', 0.3],
  plain: ['#839858', '#304c22', 0.36],
  'hot-spring': ['#566a7d', '#1d2f45', 0.5],
  city: ['#596483', '#1c2747', 0.66],
};

/** Moonlight takes most colour away. */
const NIGHT_SHARE = 0.5;

const FLAT: Hex = '#05070c';
const LINE: Hex = '#ffffff';

const PLAIN_INKS: Inks = {
  sky: [
    { at: 0, colour: FLAT, opacity: 1 },
    { at: 1, colour: FLAT, opacity: 1 },
  ],
  horizon: FLAT,
  land: () => FLAT,
  water: { far: FLAT, near: FLAT },
  disc: { colour: FLAT, halo: 0, low: false },
  white: LINE,
  haze: FLAT,
  lamp: LINE,
  edge: { stroke: LINE, strokeWidth: 2, strokeOpacity: 0.75 },
  plain: true,
};

/** The inks of a landscape. */
export function inksFor(spec: CoverSpec, tone: CoverTone): Inks {
  if (tone === 'high-contrast') return PLAIN_INKS;
  const { stops, disc, cast } = SKIES[spec.light];
  const horizon = stops.at(-1)?.[1] ?? PAPER;
  const hue = REGION_HUES[spec.hue];
  const [natural, naturalDeep, hueShare] = GROUNDS[spec.theme];
  // Fields and moonlit land follow nature; elsewhere the region keeps its family of hues.
  const turn = hueShare < 0.4 || spec.light === 'night' ? 180 : 32;
  const share = hueShare * (spec.light === 'night' ? NIGHT_SHARE : 1);
  const middle = mix(blend(hue.mid, natural, 1 - share, turn), cast.colour, cast.far);
  const near = mix(blend(hue.deep, naturalDeep, 1 - share, turn), cast.colour, cast.near);
  const feet = mix(near, mix(hue.deep, NIGHT, 0.62), 0.62);
  const far = mix(horizon, middle, 0.42);
  const land = (depth: number): Hex => {
    if (depth < 0.5) return mix(far, middle, depth * 2);
    if (depth < 0.85) return mix(middle, near, (depth - 0.5) / 0.35);
    return mix(near, feet, (depth - 0.85) / 0.15);
  };
  const water = mix(mix(INDIGO, hue.deep, 0.13), NIGHT, spec.light === 'night' ? 0.4 : 0.12);
  return {
    sky: stops.map(([at, colour]) => ({ at, colour, opacity: 1 })),
    horizon,
    land,
    water: {
      far: mix(horizon, mix(water, '#7fa3b8', 0.6), 0.36),
      near: water,
    },
    disc,
    white: spec.light === 'night' ? '#c9d6e2' : mix(PAPER, horizon, 0.12),
    haze: mix(horizon, PAPER, spec.light === 'night' ? 0.12 : 0.55),
    lamp: '#f6c66a',
    edge: {},
    plain: false,
  };
}
