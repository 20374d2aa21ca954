/** The outlines of the prefectures as SVG paths, for small still maps. Decoded once, some 50 kB of text. */
import { useEffect, useState } from 'react';
import type { Topology } from 'topojson-specification';
import { planeArcs, ringsOf, type Shape, shapesOf } from './land.ts';
import { loadOverview } from './shapes.ts';

export type Outline = { readonly id: string; readonly d: string };

/** Whole plane units are finer than a pixel at every size a small map has. */
function pathOf(arcs: readonly Float32Array[], shape: Shape): string {
  return ringsOf(shape)
    .map((ring) => {
      const steps = ring.flatMap((index, nth) => {
        const arc = arcs[index < 0 ? ~index : index] ?? new Float32Array();
        const count = arc.length / 2;
        const spots = Array.from({ length: count }, (_, i) => {
          const at = 2 * (index < 0 ? count - 1 - i : i);
          return `${Math.round(arc[at] ?? 0)} ${Math.round(arc[at + 1] ?? 0)}`;
        });
        return nth === 0 ? spots : spots.slice(1);
      });
      // Neighbouring positions that round to the same one say nothing.
      return `M${steps.filter((step, i) => step !== steps[i - 1]).join('L')}Z`;
    })
    .join('');
}

/** One path per prefecture, by number. Pure; exported for the test. */
export function outlinesOf(topology: Topology, name: string): readonly Outline[] {
  const arcs = planeArcs(topology);
  return shapesOf(topology, name)
    .map(([id, shape]) => ({ id, d: pathOf(arcs, shape) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

let kept: Promise<readonly Outline[]> | undefined;

export function loadOutlines(): Promise<readonly Outline[]> {
  kept ??= loadOverview().then((topology) => outlinesOf(topology, 'prefectures'));
  kept.catch(() => {
    kept = undefined;
  });
  return kept;
}

const NONE: readonly never[] = [];

/** @returns empty until they are loaded */
export function useOutlines(): readonly Outline[] {
  const [outlines, setOutlines] = useState<readonly Outline[]>(NONE);
  useEffect(() => {
    let here = true;
    loadOutlines().then(
      (loaded) => here && setOutlines(loaded),
      (error: unknown) => console.error('outlines did not load', error),
    );
    return () => {
      here = false;
    };
  }, []);
  return outlines;
}
