/** Lets the municipalities grow into the unlabelled surroundings, so that the coastline alone decides where land ends. */
import type { LabelGrid } from './grid.ts';

/**
 * Grows every labelled area by `steps` subcells into label 0, four neighbours at a time. Where two meet, the
 * border stays where they met. Labels are never overwritten. The outermost rows and columns must be 0.
 *
 * @param grid  changed in place
 * @param steps whole number, 0 or more
 */
export function dilate(grid: LabelGrid, steps: number): void {
  const { labels, width } = grid;
  const neighbours = [-1, 1, -width, width];
  let frontier = edgeOf(grid);
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const position of frontier) {
      const label = labels[position] ?? 0;
      for (const offset of neighbours) {
        if (labels[position + offset] !== 0) continue;
        labels[position + offset] = label;
        next.push(position + offset);
      }
    }
    frontier = next;
  }
}

/** Labelled subcells that touch label 0. */
function edgeOf({ labels, width }: LabelGrid): number[] {
  const edge: number[] = [];
  for (let position = 0; position < labels.length; position++) {
    if (labels[position] === 0) continue;
    const touches =
      labels[position - 1] === 0 ||
      labels[position + 1] === 0 ||
      labels[position - width] === 0 ||
      labels[position + width] === 0;
    if (touches) edge.push(position);
  }
  return edge;
}
