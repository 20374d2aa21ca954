/**
 * Turns a grid of labels into lines. Every border between two labels is traced once and shared by both sides,
 * so that smoothing or simplifying it can never open a gap or make an overlap.
 *
 * The lattice has a corner at every (x, y), 0..width by 0..height. A unit edge between two corners is a border
 * when the cells on its two sides differ. A corner where three or four borders meet is a node. An arc is a run
 * of unit edges from node to node, or a loop without one.
 */
import type { Label } from '../mesh/read.ts';
import type { LabelGrid } from './grid.ts';

export type Corner = readonly [x: number, y: number];

/** A shared border. Walking along `corners`, `left` and `right` are the labels on either side. */
export type Arc = {
  /** At least two; first and last are equal in a loop. Steps are one unit along x or y. */
  readonly corners: readonly Corner[];
  readonly left: Label;
  readonly right: Label;
  /** A loop that touches no other border: it has no fixed point. */
  readonly free: boolean;
};

/** East, north, west, south; turning left adds one. */
type Direction = 0 | 1 | 2 | 3;
const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3];
const STEPS: Readonly<Record<Direction, Corner>> = { 0: [1, 0], 1: [0, 1], 2: [-1, 0], 3: [0, -1] };

/** All borders of a grid, in the order of a scan from the south-west; outside of the grid counts as label 0. */
export function traceArcs(grid: LabelGrid): readonly Arc[] {
  const tracer = new Tracer(grid);
  return [...tracer.fromNodes(), ...tracer.loops()];
}

class Tracer {
  readonly #grid: LabelGrid;
  /** Per corner: bit 0 when the edge to its east has been walked, bit 1 for the edge to its north. */
  readonly #walked: Uint8Array;

  constructor(grid: LabelGrid) {
    this.#grid = grid;
    this.#walked = new Uint8Array((grid.width + 1) * (grid.height + 1));
  }

  /** Arcs that begin and end at nodes. */
  *fromNodes(): Generator<Arc> {
    for (const [x, y] of this.#cornersOnBorders()) {
      if (this.#ways(x, y).length <= 2) continue;
      for (const way of this.#ways(x, y)) {
        if (!this.#isWalked(x, y, way)) yield this.#walk(x, y, way, false);
      }
    }
  }

  /** What is left after `fromNodes`: loops that touch no node. */
  *loops(): Generator<Arc> {
    for (const [x, y] of this.#cornersOnBorders()) {
      const way = this.#ways(x, y)[0];
      if (way !== undefined && !this.#isWalked(x, y, way)) yield this.#walk(x, y, way, true);
    }
  }

  /** Corners whose four cells are not all alike. */
  *#cornersOnBorders(): Generator<Corner> {
    const { width, height } = this.#grid;
    for (let y = 0; y <= height; y++) {
      for (let x = 0; x <= width; x++) {
        const label = this.#cell(x, y);
        const alike =
          label === this.#cell(x - 1, y) &&
          label === this.#cell(x, y - 1) &&
          label === this.#cell(x - 1, y - 1);
        if (!alike) yield [x, y];
      }
    }
  }

  #walk(startX: number, startY: number, start: Direction, free: boolean): Arc {
    const [left, right] = this.#sides(startX, startY, start);
    const corners: Corner[] = [[startX, startY]];
    let [x, y, way] = [startX, startY, start];
    for (;;) {
      this.#markWalked(x, y, way);
      x += STEPS[way][0];
      y += STEPS[way][1];
      corners.push([x, y]);
      const ways = this.#ways(x, y);
      const onward = ways.find((one) => one !== opposite(way));
      if (ways.length > 2 || onward === undefined || (x === startX && y === startY)) {
        return { corners, left, right, free };
      }
      way = onward;
    }
  }

  /** Directions in which a border leaves a corner. */
  #ways(x: number, y: number): readonly Direction[] {
    return DIRECTIONS.filter((way) => {
      const [left, right] = this.#sides(x, y, way);
      return left !== right;
    });
  }

  /** Labels to the left and right of the unit edge that leaves a corner in a direction. */
  #sides(x: number, y: number, way: Direction): readonly [left: Label, right: Label] {
    const northEast = this.#cell(x, y);
    const northWest = this.#cell(x - 1, y);
    const southWest = this.#cell(x - 1, y - 1);
    const southEast = this.#cell(x, y - 1);
    switch (way) {
      case 0:
        return [northEast, southEast];
      case 1:
        return [northWest, northEast];
      case 2:
        return [southWest, northWest];
      case 3:
        return [southEast, southWest];
    }
  }

  #cell(x: number, y: number): Label {
    const { width, height, labels } = this.#grid;
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    return labels[y * width + x] ?? 0;
  }

  #isWalked(x: number, y: number, way: Direction): boolean {
    const [index, bit] = this.#edge(x, y, way);
    return ((this.#walked[index] ?? 0) & bit) !== 0;
  }

  #markWalked(x: number, y: number, way: Direction): void {
    const [index, bit] = this.#edge(x, y, way);
    this.#walked[index] = (this.#walked[index] ?? 0) | bit;
  }

  /** An edge is kept at its western or southern corner. */
  #edge(x: number, y: number, way: Direction): readonly [index: number, bit: number] {
    const fromX = way === 2 ? x - 1 : x;
    const fromY = way === 3 ? y - 1 : y;
    return [fromY * (this.#grid.width + 1) + fromX, way % 2 === 0 ? 1 : 2];
  }
}

function opposite(way: Direction): Direction {
  return ((way + 2) % 4) as Direction;
}
