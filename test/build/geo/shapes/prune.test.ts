import type { Topology } from 'topojson-specification';
import { expect, it } from 'vitest';
import { withoutUnusedArcs } from '../../../../build/geo/shapes/prune.ts';

const square = (from: number): [number, number][] => [
  [from, 0],
  [from + 1, 0],
  [from, 1],
  [from, 0],
];

it('drops arcs that no geometry uses and numbers the others anew, whichever way they are walked', () => {
  const topology: Topology = {
    type: 'Topology',
    arcs: [square(0), square(10), square(20)],
    objects: {
      towns: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0]] },
          { type: 'MultiPolygon', arcs: [[[2], [~2]]] },
        ],
      },
    },
  };
  expect(withoutUnusedArcs(topology)).toEqual({
    ...topology,
    arcs: [square(0), square(20)],
    objects: {
      towns: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0]] },
          { type: 'MultiPolygon', arcs: [[[1], [~1]]] },
        ],
      },
    },
  });
});
