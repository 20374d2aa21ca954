/**
 * The geometry behind the traditional patterns: short path text for arcs, polygons, flowers and
 * woven strips. Pure; lengths in pattern units; angles in degrees, 0 up, clockwise.
 */

/** A point in pattern units. */
export type Point = readonly [number, number];

/** A number with at most one decimal: covers are many, markup must stay short. */
export const n = (value: number): string => `${Math.round(value * 10) / 10}`;

/** `x y` of a path, at most one decimal each. */
export const at = (x: number, y: number): string => `${n(x)} ${n(y)}`;

/** Straight lines through the points; `closed` returns to the first. */
export function poly(points: readonly Point[], closed = true): string {
  return `M${points.map(([x, y]) => at(x, y)).join('L')}${closed ? 'z' : ''}`;
}

/** The point at distance `radius` from `centre` towards `angle`. */
export function polar(centre: Point, radius: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return [centre[0] + radius * Math.sin(radians), centre[1] - radius * Math.cos(radians)];
}

/** Corners of a regular polygon, the first towards `turn`. */
export function corners(centre: Point, radius: number, count: number, turn = 0): Point[] {
  return Array.from({ length: count }, (_, i) => polar(centre, radius, turn + (360 / count) * i));
}

/** Full circle. */
export function circle([x, y]: Point, radius: number): string {
  const r = n(radius);
  return `M${at(x - radius, y)}a${r} ${r} 0 1 1 ${n(2 * radius)} 0a${r} ${r} 0 1 1 ${n(-2 * radius)} 0z`;
}

/** A flower of pointed oval petals round `centre`, as in 花菱; `fat` 0.2 (slim) to 0.6 (round). */
export function flower(centre: Point, radius: number, petals: number, fat: number, turn = 0): string {
  const core = radius * 0.16;
  return Array.from({ length: petals }, (_, i) => {
    const angle = turn + (360 / petals) * i;
    const base = polar(centre, core, angle);
    const tip = polar(centre, radius, angle);
    const waist = radius * 0.62;
    const spread = Math.atan(fat) * (180 / Math.PI);
    const left = polar(centre, waist, angle - spread);
    const right = polar(centre, waist, angle + spread);
    return `M${at(...base)}Q${at(...left)} ${at(...tip)}Q${at(...right)} ${at(...base)}z`;
  }).join('');
}

/**
 * The part of a ring that shows in overlapping rows of scales (青海波): rings stand `2 * outer`
 * apart, each row half a ring lower covers the one above.
 *
 * @param centre of the ring
 * @param radius of this ring, <= outer
 * @param outer  radius of the largest ring; the rows lie outer / 2 apart
 * @returns an arc over the top, ending where the rows below cover it
 */
export function scaleArc([x, y]: Point, radius: number, outer: number): string {
  const covered = (angle: number): boolean => {
    const [px, py] = polar([0, 0], radius, angle);
    const beside = Math.hypot(px - outer, py - outer / 2) < outer;
    return beside || Math.hypot(px, py - outer) < outer;
  };
  let shown = 0;
  while (shown < 180 && !covered(shown)) shown += 0.5;
  const start = polar([x, y], radius, -shown);
  const end = polar([x, y], radius, shown);
  const r = n(radius);
  return `M${at(...start)}A${r} ${r} 0 ${shown > 90 ? 1 : 0} 1 ${at(...end)}`;
}
