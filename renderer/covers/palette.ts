/**
 * The colours of the house: paper, ink, indigo (藍), one vermilion (朱), and the eight region hues
 * used by covers and map. Constants only. Every number here is held by a test: white on `deep`
 * reads at 7:1, and the eight `mid` stay apart for protanopia, deuteranopia and tritanopia because
 * they climb in lightness as well as turn in hue.
 */
import type { RegionId } from '../../content/pack/types.ts';
import type { Hex } from './colour.ts';

export { REGION_IDS, type RegionId } from '../../content/pack/types.ts';

/** Warm paper white: page ground, and the lightest colour in any cover. */
export const PAPER: Hex = '#fbf8f1';
/** Sumi ink: text on paper, and the darkest colour in any cover. */
export const INK: Hex = '#1b2230';
/** Deep indigo, the house colour. */
export const INDIGO: Hex = '#1f3864';
/** The one accent, for shapes and large words: 4.4:1 on paper; white on it reads at 4.6:1. */
export const VERMILION: Hex = '#cf4529';
/** The night side of indigo: foot of seas, ground of the high-contrast tone. */
export const NIGHT: Hex = '#0d1830';

/** One region's hue in four strengths. */
export type Hue = {
  /** Foot of a cover, text on `pale`: white on it reads at >= 7:1. */
  readonly deep: Hex;
  /** The hue itself: body of a cover, a dot on the map. */
  readonly mid: Hex;
  /** Fill of the region on the map, ground of a chip: `deep` on it reads at >= 7:1. */
  readonly pale: Hex;
  /** Border between the region's prefectures on `pale`; not for text. */
  readonly line: Hex;
};

/** Traditional names are given for the talk with a designer; the numbers are ours. */
export const REGION_HUES: { readonly [K in RegionId]: Hue } = {
  /** 縹 hanada, ice blue. */
  hokkaido: { deep: '#1d4163', mid: '#5c88c0', pale: '#d5e8f6', line: '#9dbdd8' },
  /** 松葉 matsuba, pine green. */
  tohoku: { deep: '#173d33', mid: '#2f6f5a', pale: '#dcecd0', line: '#9cba98' },
  /** 藍 ai, indigo. */
  kanto: { deep: '#16264a', mid: '#2f4372', pale: '#c6d3ee', line: '#909fc8' },
  /** 藤紫 fujimurasaki, wisteria. */
  chubu: { deep: '#352b57', mid: '#6f5aa2', pale: '#e3dcee', line: '#b7a9d6' },
  /** 蘇芳 suo, sappanwood red. */
  kinki: { deep: '#4c1626', mid: '#822338', pale: '#e6cdca', line: '#c4999b' },
  /** 青磁 seiji, celadon. */
  chugoku: { deep: '#114540', mid: '#5bb092', pale: '#cdf0ee', line: '#86bfb8' },
  /** 芥子 karashi, mustard. */
  shikoku: { deep: '#553f0c', mid: '#cd9a37', pale: '#f3ecb9', line: '#cdb86c' },
  /** 弁柄 bengara, iron red. */
  kyushu: { deep: '#5c2212', mid: '#be5530', pale: '#f0cfba', line: '#d9a285' },
};
