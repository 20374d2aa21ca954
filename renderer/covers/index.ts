/**
 * Drawn covers: the public side of this folder. Import from here only.
 *
 *     const spec = coverFor({ seed: '016641', theme: 'plain' });   // pure; same town, same cover
 *     <LandscapeCover spec={spec} aspect={1010 / 850} titled />    // hero, town page, attract
 *     <PatternCover spec={spec} titled />                          // tile
 *     <PatternCover spec={spec} size="thumb" />                    // 64-120 px square
 *     coversForList(towns.map(t => ({ seed: t.code })), 3)         // a grid without look-alikes
 *
 * Each component renders one `<svg aria-hidden="true" width="100%" height="100%">` that fills its
 * box whatever the aspect ratio; the box gives size, rounding and `overflow: hidden`. No `style`.
 */

export { CoverScrim, type CoverScrimProps, TITLE_TOP } from './CoverScrim.tsx';
export type { Hex } from './colour.ts';
export { contrast, mix } from './colour.ts';
export { LandscapeCover, type LandscapeCoverProps } from './LandscapeCover.tsx';
export { coversForList, distinctCovers, sameLook } from './neighbours.ts';
export { type CoverTone, PatternCover, type PatternCoverProps } from './PatternCover.tsx';
export {
  type Hue,
  INDIGO,
  INK,
  NIGHT,
  PAPER,
  REGION_HUES,
  REGION_IDS,
  type RegionId,
  VERMILION,
} from './palette.ts';
export { regionOfCode, THEMES, type Theme } from './place.ts';
export {
  type CoverSpec,
  type CoverSubject,
  coverFor,
  LAYOUTS,
  type Layout,
  LIGHTS,
  type Light,
  PATTERN_IDS,
  type PatternId,
} from './spec.ts';
