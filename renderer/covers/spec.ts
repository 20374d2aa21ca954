/**
 * From a place to the plan of its cover. Pure and repeatable: the same town has the same cover on
 * every kiosk, in lists, on its page and in the attract loop. Components only draw what stands here.
 */
import { REGION_IDS, type RegionId } from './palette.ts';
import { defaultThemes, regionOfCode, type Theme } from './place.ts';
import { type Chance, chance, hash } from './random.ts';

/** The traditional patterns, each drawn in `patterns/`. */
export const PATTERN_IDS = [
  'seigaiha',
  'asanoha',
  'ichimatsu',
  'shippo',
  'yagasuri',
  'kikko',
  'uroko',
  'tatewaku',
  'kagome',
  'hanabishi',
  'takijima',
  'amime',
  'higaki',
  'matsukawa',
  'sankuzushi',
  'igeta',
] as const;
export type PatternId = (typeof PATTERN_IDS)[number];

/** How a pattern fills its cover: all over, or with a disc, hills or a bank of haze let in. */
export const LAYOUTS = ['field', 'disc', 'hills', 'haze'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Time of day and sky of a landscape. `paper` is the graphic one: unprinted sky, one red sun. */
export const LIGHTS = ['dawn', 'day', 'dusk', 'night', 'paper', 'snow'] as const;
export type Light = (typeof LIGHTS)[number];

/** Plan of one cover, for both kinds. Small, frozen in meaning, comparable field by field. */
export type CoverSpec = {
  /** Where all further chance of the drawing starts; whole, 0..2^32-1. */
  readonly seed: number;
  readonly hue: RegionId;
  readonly pattern: PatternId;
  readonly layout: Layout;
  readonly theme: Theme;
  readonly light: Light;
  /** Sun or moon, as a share of the width left (-) or right (+) of the middle: -0.3..0.3. */
  readonly sunX: number;
  /** Sun or moon from the top, as a share of the height: 0.2..0.36. */
  readonly sunY: number;
  /** Draw the landscape mirrored. */
  readonly mirrored: boolean;
};

/** What a cover is for. */
export type CoverSubject = {
  /** Municipality code where there is one, else a slug; decides everything not named below. */
  readonly seed: string;
  /** Default: the region of the code, else one by chance. */
  readonly region?: RegionId | undefined;
  /** Default: a landscape that is never wrong there (see `defaultThemes`). */
  readonly theme?: Theme | undefined;
  /** Another cover for the same subject, e.g. the chapter number of an exhibition. Default 0. */
  readonly variant?: number | undefined;
};

/** Skies that suit a landscape, each as likely as it is often in the list. */
const LIGHTS_OF: { readonly [K in Theme]: readonly Light[] } = {
  sea: ['dawn', 'paper', 'dusk', 'day', 'night'],
  island: ['paper', 'dusk', 'dawn', 'day'],
  river: ['dawn', 'day', 'paper', 'dusk'],
  lake: ['dawn', 'day', 'night', 'dusk'],
  mountain: ['dawn', 'day', 'paper', 'dusk'],
  snow: ['snow', 'night', 'snow', 'dusk'],
  forest: ['dawn', 'day', 'paper'],
  rice: ['day', 'dawn', 'paper', 'dusk'],
  plain: ['day', 'dawn', 'paper', 'dusk'],
  'hot-spring': ['night', 'dusk', 'dawn'],
  city: ['dusk', 'night', 'dawn', 'paper'],
};

/** A sun is kept off the middle, where it would look like the flag. */
function besideMiddle(dice: Chance): number {
  const away = dice.between(0.09, 0.28);
  return dice.odds(0.5) ? away : -away;
}

/** Plans the cover of a subject. Equal subjects give equal plans; never throws. */
export function coverFor(subject: CoverSubject): CoverSpec {
  const { seed, variant = 0 } = subject;
  const dice = chance(hash(variant === 0 ? seed : `${seed}#${variant}`));
  // Every stream step is taken whether needed or not, so naming a theme leaves pattern and sun alone.
  const anyRegion = dice.pick(REGION_IDS);
  const region = subject.region ?? regionOfCode(seed) ?? anyRegion;
  const anyTheme = dice.pick(defaultThemes(seed, region));
  const theme = subject.theme ?? anyTheme;
  return {
    seed: Math.floor(dice.next() * 4294967296),
    hue: region,
    pattern: dice.pick(PATTERN_IDS),
    layout: dice.pick(LAYOUTS),
    theme,
    light: dice.pick(LIGHTS_OF[theme]),
    sunX: besideMiddle(dice),
    sunY: dice.between(0.2, 0.36),
    mirrored: dice.odds(0.5),
  };
}
