/** Puts traced and smoothed borders into TopoJSON, which mapshaper reads with all arcs shared. */
import type { MultiPolygon, Topology } from 'topojson-specification';
import type { Label } from '../mesh/read.ts';
import { latitudeOf, longitudeOf } from './grid.ts';
import { polygonsOf } from './rings.ts';
import { smooth } from './smooth.ts';
import type { Arc } from './trace.ts';

/** Rounds of smoothing on subcell steps; fewer leave stairs, more round off real corners. */
const SMOOTHING_ROUNDS = 8;

/** What our shapes know about themselves: a municipality's or a prefecture's code. */
export type CodeProperties = { readonly code: string };

/**
 * One multipolygon per label, in degrees, unquantised, borders smoothed.
 *
 * @param codes `codes[label - 1]` is the code of a label
 */
export function toTopology(arcs: readonly Arc[], codes: readonly string[]): Topology {
  const geometries = [...polygonsOf(arcs)].map(([label, polygons]) => ({
    type: 'MultiPolygon' as const,
    properties: { code: codeOf(label, codes) },
    arcs: polygons.map((polygon) => polygon.map((ring) => [...ring])),
  })) satisfies MultiPolygon<CodeProperties>[];
  return {
    type: 'Topology',
    arcs: arcs.map((arc) =>
      smooth(arc.corners, SMOOTHING_ROUNDS, arc.free).map(([x, y]) => [longitudeOf(x), latitudeOf(y)]),
    ),
    objects: { municipalities: { type: 'GeometryCollection', geometries } },
  };
}

function codeOf(label: Label, codes: readonly string[]): string {
  const code = codes[label - 1];
  if (code === undefined) throw new RangeError(`label ${label} belongs to no municipality`);
  return code;
}
