/** What one traditional pattern is made of. Types and shared paints; the drawings lie beside. */
import type { ReactElement } from 'react';
import type { Hex } from '../colour.ts';

/** How a pattern is inked. Opacities 0..1; both paints lie over the ground of the cover. */
export type Paint = {
  /** Thin lines. */
  readonly line: Hex;
  readonly lineOpacity: number;
  /** Width of a plain line, in pattern units; accents are a multiple of it. */
  readonly weight: number;
  /** Flat areas. */
  readonly fill: Hex;
  readonly fillOpacity: number;
};

/** One repeat of a pattern. */
export type Tile = {
  /** Width and height of the repeat, in pattern units (the main motif is about 40 wide). */
  readonly width: number;
  readonly height: number;
  /**
   * The repeat from 0,0 to width,height; lines may run over the edge, it is clipped there.
   * `id` is unique in the document, for what the tile must name.
   */
  readonly draw: (paint: Paint, id: string) => ReactElement;
};
