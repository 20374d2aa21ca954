/**
 * Colours of the map for both themes. They stand here and not in the style sheet because a canvas
 * cannot read custom properties; land takes its colours from the palette that the covers use.
 */
import type { RegionId } from '../../content/pack/types.ts';
import { INDIGO, INK, PAPER, REGION_HUES, VERMILION } from '../covers/palette.ts';

export type ThemeName = 'plain' | 'high';

export type MapTheme = {
  readonly name: ThemeName;
  readonly sea: string;
  readonly waves: boolean;
  readonly neighbour: string;
  readonly neighbourEdge: string;
  /** Shelf of shallow water around the coast, from wide and faint to narrow and clear. */
  readonly halo: readonly { readonly width: number; readonly colour: string }[];
  readonly land: (region: RegionId) => string;
  /** The prefecture that was chosen. */
  readonly chosen: (region: RegionId) => string;
  /** The chosen town, prefectures that a filter lights up, and all others beside those. */
  readonly lit: string;
  readonly unlit: string;
  readonly coast: string;
  readonly prefectureLine: string;
  /** The same from near, where towns have lines as well. */
  readonly prefectureLineNear: string;
  readonly townLine: string;
  readonly lake: string;
  readonly quietPoint: string;
  readonly point: string;
  readonly strong: string;
  readonly heart: string;
  readonly ring: string;
  readonly line: string;
  readonly lineEdge: string;
  readonly text: string;
  readonly textSoft: string;
  readonly textEdge: string;
};

export const PLAIN: MapTheme = {
  name: 'plain',
  sea: '#c6d9e5',
  waves: true,
  neighbour: '#e8e3d6',
  neighbourEdge: '#d3ccba',
  halo: [
    { width: 24, colour: 'rgb(255 255 255 / 0.22)' },
    { width: 14, colour: 'rgb(255 255 255 / 0.34)' },
    { width: 7, colour: 'rgb(255 255 255 / 0.85)' },
  ],
  land: (region) => REGION_HUES[region].pale,
  chosen: (region) => REGION_HUES[region].line,
  lit: '#ee9c82',
  unlit: '#f1ecdf',
  coast: 'rgb(27 34 48 / 0.38)',
  prefectureLine: 'rgb(27 34 48 / 0.30)',
  prefectureLineNear: 'rgb(31 56 100 / 0.55)',
  townLine: 'rgb(27 34 48 / 0.16)',
  lake: '#b9cfdd',
  quietPoint: 'rgb(31 56 100 / 0.20)',
  point: INDIGO,
  strong: VERMILION,
  heart: INDIGO,
  ring: '#ffffff',
  line: VERMILION,
  lineEdge: 'rgb(251 248 241 / 0.9)',
  text: INK,
  textSoft: '#434b5e',
  textEdge: PAPER,
};

/** White and yellow on black; regions are told apart by their borders and names. */
export const HIGH_CONTRAST: MapTheme = {
  name: 'high',
  sea: '#000000',
  waves: false,
  neighbour: '#1a1d24',
  neighbourEdge: '#4a5060',
  halo: [],
  land: () => '#2b313d',
  chosen: () => '#55607a',
  lit: '#6b5a00',
  unlit: '#20242d',
  coast: '#ffffff',
  prefectureLine: '#aab2c2',
  prefectureLineNear: '#ffffff',
  townLine: '#6c7486',
  lake: '#000000',
  quietPoint: '#9aa3b5',
  point: '#ffffff',
  strong: '#ffe14d',
  heart: '#4dd2ff',
  ring: '#000000',
  line: '#ffe14d',
  lineEdge: '#000000',
  text: '#ffffff',
  textSoft: '#ffffff',
  textEdge: '#000000',
};

export const THEMES: Readonly<Record<ThemeName, MapTheme>> = { plain: PLAIN, high: HIGH_CONTRAST };
