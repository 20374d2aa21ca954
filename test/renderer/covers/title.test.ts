/** White words on the foot of every cover read at 4.5:1 (WCAG 2.2, 1.4.3). */
import { describe, expect, it } from 'vitest';
import { PHOTO_SHADE } from '../../../renderer/covers/CoverScrim.tsx';
import { contrast, type Hex, over } from '../../../renderer/covers/colour.ts';
import { coverFor, LIGHTS, REGION_IDS, THEMES, TITLE_TOP } from '../../../renderer/covers/index.ts';
import { inksFor } from '../../../renderer/covers/landscape/light.ts';
import { greyOf, LIGHTEST, titleShade } from '../../../renderer/covers/landscape/title.ts';
import {
  gradientAt,
  type Stop,
  TITLE_CONTRAST,
  titleContrast,
  tonesFor,
} from '../../../renderer/covers/tones.ts';

const WHITE: Hex = '#ffffff';

/** Contrast of white words at a share of the height, over `under` seen through the shade. */
function readsAt(stops: readonly Stop[], share: number, under: Hex): number {
  const { colour, opacity } = gradientAt(stops, share);
  return contrast(WHITE, over(colour, opacity, under));
}

const SHARES = Array.from({ length: 45 }, (_, i) => Math.min(1, TITLE_TOP + i / 100));

describe('pattern covers', () => {
  it.each(REGION_IDS)('carry a title over their lightest thread (%s)', (region) => {
    expect(titleContrast(tonesFor(region, 'normal'))).toBeGreaterThanOrEqual(TITLE_CONTRAST);
    expect(titleContrast(tonesFor(region, 'high-contrast'))).toBeGreaterThanOrEqual(7);
  });
});

describe('landscape covers', () => {
  const all = THEMES.flatMap((theme) =>
    REGION_IDS.flatMap((region) =>
      LIGHTS.map((light) => ({ ...coverFor({ seed: 'x', region, theme }), light })),
    ),
  );

  it('carry a title over the lightest colour measured at each height, in every hue and light', () => {
    const weak = all.filter((spec) => {
      const stops = titleShade(spec, inksFor(spec, 'normal'));
      const [high, middle, low] = LIGHTEST[spec.theme];
      return SHARES.some((share) => {
        const luminance = share < 0.65 ? high : share < 0.75 ? middle : low;
        return readsAt(stops, share, greyOf(luminance)) < TITLE_CONTRAST;
      });
    });
    expect(weak).toEqual([]);
  });
  it('keep most of the picture: nothing above 0.3 of the height, a quarter at most at 0.45', () => {
    for (const spec of all) {
      const stops = titleShade(spec, inksFor(spec, 'normal'));
      expect(stops[0]).toMatchObject({ at: 0.3, opacity: 0 });
      expect(gradientAt(stops, 0.45).opacity).toBeLessThanOrEqual(0.26);
    }
  });
  it('stay black under a title in high contrast', () => {
    for (const spec of all) {
      const stops = titleShade(spec, inksFor(spec, 'high-contrast'));
      for (const share of SHARES) expect(readsAt(stops, share, WHITE)).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('PHOTO_SHADE', () => {
  it('carries a title even over a white photograph', () => {
    for (const share of SHARES) {
      expect(readsAt(PHOTO_SHADE, share, WHITE)).toBeGreaterThanOrEqual(TITLE_CONTRAST);
    }
  });
});

describe('gradientAt', () => {
  const stops: readonly Stop[] = [
    { at: 0.2, colour: '#000000', opacity: 0 },
    { at: 0.6, colour: '#ffffff', opacity: 1 },
  ];
  it('is plain before the first and after the last stop, and even between', () => {
    expect(gradientAt(stops, 0)).toEqual({ at: 0, colour: '#000000', opacity: 0 });
    expect(gradientAt(stops, 1)).toEqual({ at: 1, colour: '#ffffff', opacity: 1 });
    expect(gradientAt(stops, 0.4).opacity).toBeCloseTo(0.5);
    expect(gradientAt(stops, 0.4).colour).toBe('#808080');
  });
  it('refuses a gradient without stops', () => {
    expect(() => gradientAt([], 0.5)).toThrow(RangeError);
  });
});
