/** Joins the arcs around each label into rings, and the rings into polygons with holes. */
import type { Label } from '../mesh/read.ts';
import type { Arc, Corner } from './trace.ts';

/** An arc as one walks it: index into the list of arcs, or `~index` when walked backwards (as in TopoJSON). */
export type ArcReference = number;

/** Arcs end to end; the label lies on the left. */
export type Ring = readonly ArcReference[];

/** The outer ring (anticlockwise) first, then its holes (clockwise). */
export type Polygon = readonly Ring[];

/**
 * Polygons of every label but 0.
 *
 * Cells that meet only at a corner are not joined: each ring turns left where it can.
 *
 * @param arcs complete borders as `traceArcs` gives them
 * @returns    label -> polygons, ascending by label
 */
export function polygonsOf(arcs: readonly Arc[]): ReadonlyMap<Label, readonly Polygon[]> {
  const rings = ringsByLabel(arcs);
  return new Map([...rings].sort(([a], [b]) => a - b).map(([label, own]) => [label, nest(own, arcs)]));
}

/** All corners of a ring, first and last equal. */
export function cornersOf(ring: Ring, arcs: readonly Arc[]): readonly Corner[] {
  const corners: Corner[] = [];
  for (const reference of ring) {
    const walked = walk(reference, arcs);
    corners.push(...(corners.length === 0 ? walked : walked.slice(1)));
  }
  return corners;
}

/** Area inside a closed ring of corners: positive when anticlockwise. In cells. */
export function signedArea(corners: readonly Corner[]): number {
  let twice = 0;
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return twice / 2;
}

function walk(reference: ArcReference, arcs: readonly Arc[]): readonly Corner[] {
  const { corners } = arcAt(reference, arcs);
  return reference < 0 ? corners.toReversed() : corners;
}

function arcAt(reference: ArcReference, arcs: readonly Arc[]): Arc {
  const arc = arcs[reference < 0 ? ~reference : reference];
  if (arc === undefined) throw new RangeError(`no arc ${reference}`);
  return arc;
}

function labelOn(reference: ArcReference, arcs: readonly Arc[]): Label {
  const arc = arcAt(reference, arcs);
  return reference < 0 ? arc.right : arc.left;
}

function ringsByLabel(arcs: readonly Arc[]): Map<Label, Ring[]> {
  const leaving = indexByStart(arcs);
  const used = new Set<ArcReference>();
  const rings = new Map<Label, Ring[]>();
  for (const start of arcs.flatMap((_, index) => [index, ~index])) {
    const label = labelOn(start, arcs);
    if (label === 0 || used.has(start)) continue;
    const ring = followRing(start, arcs, leaving);
    for (const reference of ring) used.add(reference);
    const own = rings.get(label);
    if (own === undefined) rings.set(label, [ring]);
    else own.push(ring);
  }
  return rings;
}

/** Start corner and label on the left -> the arcs that leave there. */
type Leaving = ReadonlyMap<string, readonly ArcReference[]>;

function indexByStart(arcs: readonly Arc[]): Leaving {
  const leaving = new Map<string, ArcReference[]>();
  for (const reference of arcs.flatMap((_, index) => [index, ~index])) {
    const key = keyOf(endsOf(reference, arcs).first, labelOn(reference, arcs));
    const already = leaving.get(key);
    if (already === undefined) leaving.set(key, [reference]);
    else already.push(reference);
  }
  return leaving;
}

function keyOf([x, y]: Corner, label: Label): string {
  return `${x},${y},${label}`;
}

function followRing(start: ArcReference, arcs: readonly Arc[], leaving: Leaving): Ring {
  const ring: ArcReference[] = [start];
  const label = labelOn(start, arcs);
  for (let current = start; ; ) {
    const { beforeLast, last } = endsOf(current, arcs);
    const onward = leaving.get(keyOf(last, label)) ?? [];
    const next = leftmost(onward, beforeLast, last, arcs);
    // Back at its first corner the ring may have to go on: it is closed when it would take its first arc again.
    if (next === start) return ring;
    ring.push(next);
    current = next;
  }
}

/** Of the arcs that leave `corner`, the one that turns furthest left for somebody coming from `before`. */
function leftmost(
  onward: readonly ArcReference[],
  before: Corner,
  corner: Corner,
  arcs: readonly Arc[],
): ArcReference {
  const heading: Corner = [corner[0] - before[0], corner[1] - before[1]];
  let best: ArcReference | undefined;
  let furthest = Number.NEGATIVE_INFINITY;
  for (const reference of onward) {
    const { second } = endsOf(reference, arcs);
    const turn = heading[0] * (second[1] - corner[1]) - heading[1] * (second[0] - corner[0]);
    if (turn > furthest) {
      furthest = turn;
      best = reference;
    }
  }
  if (best === undefined) throw new Error(`a border ends at ${corner.join(',')}`);
  return best;
}

/** The first two and the last two corners of an arc as it is walked. */
function endsOf(reference: ArcReference, arcs: readonly Arc[]) {
  const { corners } = arcAt(reference, arcs);
  const nth = (index: number): Corner => {
    const corner = corners.at(reference < 0 ? -1 - index : index);
    if (corner === undefined) throw new RangeError(`arc ${reference} is too short`);
    return corner;
  };
  return { first: nth(0), second: nth(1), beforeLast: nth(-2), last: nth(-1) };
}

/** Puts every hole into the smallest outer ring that surrounds it. */
function nest(rings: readonly Ring[], arcs: readonly Arc[]): readonly Polygon[] {
  const measured = rings.map((ring) => {
    const corners = cornersOf(ring, arcs);
    return { ring, corners, area: signedArea(corners) };
  });
  const outers = measured.filter(({ area }) => area > 0).map((outer) => ({ ...outer, holes: [] as Ring[] }));
  const smallestFirst = outers.toSorted((a, b) => a.area - b.area);
  for (const hole of measured.filter(({ area }) => area < 0)) {
    const inside = insideOf(hole.corners);
    const around = smallestFirst.find((outer) => outer.area > -hole.area && contains(outer.corners, inside));
    if (around === undefined) throw new Error('a hole lies in no ring');
    around.holes.push(hole.ring);
  }
  return outers.map(({ ring, holes }) => [ring, ...holes]);
}

/** The middle of the cell to the left of a ring's first step: a point of the label itself. */
function insideOf(corners: readonly Corner[]): Corner {
  const [[x, y], [nextX, nextY]] = [corners[0] ?? [0, 0], corners[1] ?? [0, 0]];
  const [dx, dy] = [nextX - x, nextY - y];
  return [x + dx / 2 - dy / 2, y + dy / 2 + dx / 2];
}

/** Even-odd rule; the point must not lie on the ring. */
function contains(corners: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (const [index, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}
