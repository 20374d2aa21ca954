/**
 * From TopoJSON to what a canvas can draw at once. Each prefecture becomes a few paths on the plane:
 * its fill, its coast, its borders with other prefectures and, where the file has them, the borders
 * between its towns. Arcs are shared, so neighbours fit without a seam at every level of detail.
 */
import { mergeArcs } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { type Box, type Spot, toPlane } from './plane.ts';

/** What the files say of a polygon: `01` for a prefecture, six digits for a municipality. */
type Properties = { readonly code?: string };

/** A polygon of a file. */
export type Shape = Polygon<Properties> | MultiPolygon<Properties>;

/** One prefecture, ready to draw. */
export type Land = {
  readonly id: string;
  readonly box: Box;
  readonly fill: Path2D;
  readonly coast: Path2D;
  /** Borders with prefectures of a smaller number, so that each border is drawn once. */
  readonly borders: Path2D;
  /** Borders between its towns; null where the file holds prefectures only. */
  readonly towns: Path2D | null;
  /** The polygons of its towns, by code; empty where the file holds prefectures only. */
  readonly shapes: ReadonlyMap<string, Shape>;
};

/** All of Japan at one level of detail. */
export type Country = {
  readonly lands: readonly Land[];
  /** The fill of one town, made when it is first asked for. */
  readonly town: (code: string) => Path2D | undefined;
};

type Coordinates = readonly (readonly [number, number])[];

/** The absolute positions of every arc, in degrees. */
function decodeArcs(topology: Topology): readonly Coordinates[] {
  const { transform } = topology;
  if (transform === undefined) return topology.arcs as unknown as readonly Coordinates[];
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX = 0, stepY = 0]): readonly [number, number] => {
      x += stepX;
      y += stepY;
      return [x * kx + dx, y * ky + dy];
    });
  });
}

/** Plane positions of each arc as x, y, x, y …; computed once and shared by all paths. */
export function planeArcs(topology: Topology): readonly Float32Array[] {
  return decodeArcs(topology).map((arc) => {
    const flat = new Float32Array(arc.length * 2);
    arc.forEach(([lon, lat], i) => {
      const spot = toPlane(lat, lon);
      flat[2 * i] = spot.x;
      flat[2 * i + 1] = spot.y;
    });
    return flat;
  });
}

type Arcs = readonly Float32Array[];

/** Appends one arc; a negative index (`~i`) means backwards, as TopoJSON says. */
function trace(path: Path2D, arcs: Arcs, index: number, start: boolean): void {
  const arc = arcs[index < 0 ? ~index : index];
  if (arc === undefined) return;
  const count = arc.length / 2;
  for (let step = 0; step < count; step += 1) {
    const at = 2 * (index < 0 ? count - 1 - step : step);
    const x = arc[at] ?? 0;
    const y = arc[at + 1] ?? 0;
    if (step === 0 && start) path.moveTo(x, y);
    // The first position of a following arc repeats the last of the one before.
    else if (step > 0) path.lineTo(x, y);
  }
}

/** The polygons of an object of a file with their codes; without one the code is empty. */
export function shapesOf(
  topology: Topology,
  name: string,
): readonly (readonly [code: string, shape: Shape])[] {
  const collection = topology.objects[name] as GeometryCollection<Properties>;
  return collection.geometries.flatMap((geometry): [string, Shape][] =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [[geometry.properties?.code ?? '', geometry]]
      : [],
  );
}

/** Rings of arc indices of a polygon, whichever kind it is. */
export function ringsOf(shape: Shape): readonly (readonly number[])[] {
  return shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
}

function fillPath(arcs: Arcs, shape: Shape): Path2D {
  const path = new Path2D();
  for (const ring of ringsOf(shape)) {
    ring.forEach((index, i) => trace(path, arcs, index, i === 0));
    path.closePath();
  }
  return path;
}

function boxOfRings(arcs: Arcs, rings: readonly (readonly number[])[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const index of rings.flat()) {
    const arc = arcs[index < 0 ? ~index : index] ?? new Float32Array();
    for (let i = 0; i < arc.length; i += 2) {
      const x = arc[i] ?? 0;
      const y = arc[i + 1] ?? 0;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

/**
 * For every arc: which prefectures lie beside it, and how many polygons use it. One use is a coast,
 * two in one prefecture a town border, two in different ones a prefecture border.
 */
function arcSides(shapes: readonly (readonly [prefectureId: string, shape: Shape])[]): Map<number, string[]> {
  const sides = new Map<number, string[]>();
  for (const [prefectureId, shape] of shapes) {
    for (const index of ringsOf(shape).flat()) {
      const arc = index < 0 ? ~index : index;
      const list = sides.get(arc);
      if (list === undefined) sides.set(arc, [prefectureId]);
      else list.push(prefectureId);
    }
  }
  return sides;
}

/**
 * Prepares one file, prefecture by prefecture: the fine files take a quarter of a second together, and
 * whoever runs this may rest at every `yield`.
 *
 * @param topology polygons with codes: two digits for prefectures, six for municipalities
 * @param name     the object of the file that holds them
 */
export function* makeCountry(topology: Topology, name: string): Generator<undefined, Country> {
  const shapes = shapesOf(topology, name);
  const arcs = planeArcs(topology);
  yield;
  const sides = arcSides(shapes.map(([id, shape]) => [id.slice(0, 2), shape]));
  const groups = new Map<string, Map<string, Shape>>();
  for (const [id, shape] of shapes) {
    const group = groups.get(id.slice(0, 2)) ?? new Map<string, Shape>();
    group.set(id, shape);
    groups.set(id.slice(0, 2), group);
  }
  const lands: Land[] = [];
  for (const [id, members] of groups) {
    yield;
    lands.push(landOf(topology, arcs, sides, id, members));
  }
  lands.sort((a, b) => (a.id < b.id ? -1 : 1));
  const made = new Map<string, Path2D>();
  return {
    lands,
    town: (code) => {
      const have = made.get(code);
      if (have !== undefined) return have;
      const shape = groups.get(code.slice(0, 2))?.get(code);
      if (shape === undefined) return undefined;
      const path = fillPath(arcs, shape);
      made.set(code, path);
      return path;
    },
  };
}

function landOf(
  topology: Topology,
  arcs: Arcs,
  sides: ReadonlyMap<number, readonly string[]>,
  id: string,
  members: ReadonlyMap<string, Shape>,
): Land {
  const [only] = members.values();
  // Filling towns one by one would leave hairlines between them; the merged outline has none.
  const outline =
    members.size === 1 && only !== undefined ? only : (mergeArcs(topology, [...members.values()]) as Shape);
  const paths = { coast: new Path2D(), borders: new Path2D(), towns: new Path2D() };
  const own = new Set(
    [...members.values()].flatMap((shape) =>
      ringsOf(shape)
        .flat()
        .map((i) => (i < 0 ? ~i : i)),
    ),
  );
  for (const arc of own) {
    const beside = sides.get(arc) ?? [];
    const other = beside.find((side) => side !== id);
    if (beside.length < 2) trace(paths.coast, arcs, arc, true);
    else if (other === undefined) trace(paths.towns, arcs, arc, true);
    else if (other < id) trace(paths.borders, arcs, arc, true);
  }
  const isTowns = [...members.keys()].some((code) => code.length > 2);
  return {
    id,
    box: boxOfRings(arcs, ringsOf(outline)),
    fill: fillPath(arcs, outline),
    coast: paths.coast,
    borders: paths.borders,
    towns: isTowns ? paths.towns : null,
    shapes: isTowns ? members : new Map(),
  };
}

/** A path with the room it takes, so that what lies outside the view is not drawn. */
export type Patch = { readonly box: Box; readonly path: Path2D };

/**
 * Every ring of an object of a file as a patch of its own: lakes, neighbouring land (islands, no lakes in
 * them).
 *
 * @param within rings are cut off outside it: the files hold Asia as far as Iran, a hundred times what is
 *               ever seen
 */
export function patchesOf(topology: Topology, name: string, within?: Box): readonly Patch[] {
  const arcs = planeArcs(topology);
  return shapesOf(topology, name).flatMap(([, shape]) =>
    ringsOf(shape).flatMap((ring) => {
      const spots = ringSpots(arcs, ring);
      const cut = within === undefined ? spots : cutRing(spots, within);
      return cut.length < 3 ? [] : [patchOf(cut)];
    }),
  );
}

function ringSpots(arcs: Arcs, ring: readonly number[]): readonly Spot[] {
  return ring.flatMap((index) => {
    const arc = arcs[index < 0 ? ~index : index] ?? new Float32Array();
    const spots = Array.from({ length: arc.length / 2 }, (_, i) => ({
      x: arc[2 * i] ?? 0,
      y: arc[2 * i + 1] ?? 0,
    }));
    return index < 0 ? spots.reverse() : spots;
  });
}

function patchOf(spots: readonly Spot[]): Patch {
  const path = new Path2D();
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  spots.forEach(({ x, y }, i) => {
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  });
  path.closePath();
  return { box, path };
}

/** Cuts a closed ring to a box, side by side (Sutherland and Hodgman 1974). Pure; exported for the test. */
export function cutRing(ring: readonly Spot[], box: Box): readonly Spot[] {
  const sides: readonly {
    readonly inside: (p: Spot) => boolean;
    readonly cross: (a: Spot, b: Spot) => Spot;
  }[] = [
    { inside: (p) => p.x >= box.left, cross: (a, b) => atX(a, b, box.left) },
    { inside: (p) => p.x <= box.right, cross: (a, b) => atX(a, b, box.right) },
    { inside: (p) => p.y >= box.top, cross: (a, b) => atY(a, b, box.top) },
    { inside: (p) => p.y <= box.bottom, cross: (a, b) => atY(a, b, box.bottom) },
  ];
  return sides.reduce<readonly Spot[]>(
    (spots, { inside, cross }) =>
      spots.flatMap((spot, i) => {
        const before = spots[(i + spots.length - 1) % spots.length] ?? spot;
        if (inside(spot)) return inside(before) ? [spot] : [cross(before, spot), spot];
        return inside(before) ? [cross(before, spot)] : [];
      }),
    ring,
  );
}

function atX(a: Spot, b: Spot, x: number): Spot {
  return { x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) };
}

function atY(a: Spot, b: Spot, y: number): Spot {
  return { x: a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y), y };
}
