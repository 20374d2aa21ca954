/**
 * The shade under a title on a landscape: as little as the picture allows. The near land is printed
 * dark already; the shade only takes back what is lighter than white words can stand on. Pure.
 */
import { contrast, fromLinear, type Hex, mix, over, toHex } from '../colour.ts';
import { NIGHT } from '../palette.ts';
import type { Theme } from '../place.ts';
import type { CoverSpec } from '../spec.ts';
import { type Stop, TITLE_CONTRAST, TITLE_TOP } from '../tones.ts';
import type { Inks } from './light.ts';

/**
 * Lightest luminance (WCAG, 0..1) a titled landscape prints from `TITLE_TOP` to 0.65, from 0.65 to
 * 0.75, and below, of the height. Measured on screenshots of every hue in every light at aspects
 * 0.6, 0.85, 1.2 and 3, rounded up; measure again when a scene changes what it prints low down.
 */
export const LIGHTEST: { readonly [K in Theme]: readonly [number, number, number] } = {
  sea: [0.16, 0.18, 0.17],
  island: [0.16, 0.18, 0.28],
  river: [0.26, 0.18, 0.17],
  lake: [0.5, 0.17, 0.2],
  mountain: [0.25, 0.28, 0.22],
  snow: [0.66, 0.37, 0.31],
  forest: [0.4, 0.43, 0.23],
  rice: [0.47, 0.43, 0.31],
  plain: [0.23, 0.25, 0.17],
  'hot-spring': [0.66, 0.2, 0.19],
  city: [0.55, 0.18, 0.18],
};

/** Shade that is laid on in any case, so that the pattern stays quiet behind the words. */
const LEAST = [0.14, 0.2, 0.26, 0.42] as const;

const WHITE: Hex = '#ffffff';

/** A grey of the given luminance. */
export function greyOf(luminance: number): Hex {
  const channel = fromLinear(luminance);
  return toHex([channel, channel, channel]);
}

/** Least opacity of `colour` that makes white words read on a grey of that luminance. */
function needed(colour: Hex, luminance: number): number {
  const under = greyOf(luminance);
  for (let opacity = 0; opacity < 0.9; opacity += 0.01) {
    if (contrast(WHITE, over(colour, opacity, under)) >= TITLE_CONTRAST + 0.15) return opacity;
  }
  return 0.9;
}

/** Steps of the shade, from nothing at 0.3 of the height. White words below `TITLE_TOP` read at >= 4.5:1. */
export function titleShade(spec: CoverSpec, inks: Inks): readonly Stop[] {
  if (inks.plain) {
    const colour = inks.horizon;
    return [
      { at: 0.3, colour, opacity: 0 },
      { at: TITLE_TOP, colour, opacity: 0.84 },
      { at: 1, colour, opacity: 0.92 },
    ];
  }
  const colour = mix(inks.land(1), NIGHT, 0.55);
  const [high, middle, low] = LIGHTEST[spec.theme].map((value) => needed(colour, value)) as [
    number,
    number,
    number,
  ];
  const top = Math.max(LEAST[0], high);
  return [
    { at: 0.3, colour, opacity: 0 },
    { at: 0.45, colour, opacity: top * 0.42 },
    { at: TITLE_TOP, colour, opacity: top },
    { at: 0.65, colour, opacity: Math.max(LEAST[1], high, middle) },
    { at: 0.75, colour, opacity: Math.max(LEAST[2], middle, low) },
    { at: 1, colour, opacity: Math.max(LEAST[3], low) },
  ];
}
