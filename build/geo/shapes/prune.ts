/** Drops arcs that no geometry uses: the simplification leaves some behind where islands vanished. */
import type { GeoJsonProperties } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { ArcReference } from './rings.ts';

type Shape = GeometryObject<GeoJsonProperties>;

/** Arc references of a geometry, nested as deep as its type asks for. */
type Nested = ArcReference | readonly Nested[];

/** The same map with only the arcs that are used, in their old order and numbered anew. */
export function withoutUnusedArcs(topology: Topology): Topology {
  const used = new Set(Object.values(topology.objects).flatMap(arcsOf));
  const kept = topology.arcs.map((_, index) => index).filter((index) => used.has(index));
  const renumbered = new Map(kept.map((old, index) => [old, index]));
  return {
    ...topology,
    arcs: kept.map((index) => topology.arcs[index] ?? []),
    objects: Object.fromEntries(
      Object.entries(topology.objects).map(([name, object]) => [name, withArcs(object, renumbered)]),
    ),
  };
}

/** Numbers of all arcs of a geometry, whichever way they are walked. */
function arcsOf(object: Shape): readonly number[] {
  if (object.type === 'GeometryCollection') return object.geometries.flatMap(arcsOf);
  if (!('arcs' in object)) return [];
  return flatten(object.arcs).map((arc) => (arc < 0 ? ~arc : arc));
}

function flatten(arcs: Nested): readonly number[] {
  return typeof arcs === 'number' ? [arcs] : arcs.flatMap(flatten);
}

function withArcs(object: Shape, numbers: ReadonlyMap<number, number>): Shape {
  if (object.type === 'GeometryCollection') {
    return { ...object, geometries: object.geometries.map((geometry) => withArcs(geometry, numbers)) };
  }
  if (!('arcs' in object)) return object;
  return { ...object, arcs: renumber(object.arcs, numbers) } as Shape;
}

function renumber(arcs: Nested, numbers: ReadonlyMap<number, number>): Nested {
  if (typeof arcs !== 'number') return arcs.map((one) => renumber(one, numbers));
  const number = numbers.get(arcs < 0 ? ~arcs : arcs);
  if (number === undefined) throw new RangeError(`arc ${arcs} does not exist`);
  return arcs < 0 ? ~number : number;
}
