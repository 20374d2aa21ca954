/**
 * Points to short SVG path text: whole numbers, relative steps, needless points left out. Pure.
 */
import type { Point } from '../patterns/geometry.ts';

/** Joins numbers as tightly as SVG allows: a minus sign needs no space before it. */
function tight(numbers: readonly number[]): string {
  return numbers.map((v, i) => (i > 0 && v >= 0 ? ` ${v}` : `${v}`)).join('');
}

/** Steps between rounded points, so that rounding never adds up. */
function steps(points: readonly Point[]): number[] {
  let [px, py] = (points[0] ?? [0, 0]).map(Math.round) as [number, number];
  return points.slice(1).flatMap(([x, y]) => {
    const [rx, ry] = [Math.round(x), Math.round(y)];
    const step = [rx - px, ry - py];
    [px, py] = [rx, ry];
    return step;
  });
}

/** Straight lines through the points; `close` appends what comes after (e.g. `V800H0z`). */
export function straight(points: readonly Point[], close = ''): string {
  const [x, y] = points[0] ?? [0, 0];
  return `M${tight([Math.round(x), Math.round(y)])}l${tight(steps(points))}${close}`;
}

/** A smooth line: bends at each point, runs through the middles between them. */
export function smooth(points: readonly Point[], close = ''): string {
  const [x, y] = points[0] ?? [0, 0];
  const through: Point[] = [];
  points.slice(1, -1).forEach((bend, i) => {
    const next = points[i + 2] ?? bend;
    const last = i === points.length - 3;
    through.push(bend, last ? next : [(bend[0] + next[0]) / 2, (bend[1] + next[1]) / 2]);
  });
  // `q` counts both its points from where the curve stands, so steps are taken in pairs.
  let [px, py] = [Math.round(x), Math.round(y)];
  const numbers: number[] = [];
  for (let i = 0; i + 1 < through.length; i += 2) {
    const [bend, end] = [through[i] ?? [0, 0], through[i + 1] ?? [0, 0]];
    const [ex, ey] = [Math.round(end[0]), Math.round(end[1])];
    numbers.push(Math.round(bend[0]) - px, Math.round(bend[1]) - py, ex - px, ey - py);
    [px, py] = [ex, ey];
  }
  return `M${tight([Math.round(x), Math.round(y)])}q${tight(numbers)}${close}`;
}

/** How far `p` lies from the line a-b. */
function offLine(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(p[0] - a[0], p[1] - a[1]);
  return Math.abs(dy * (p[0] - a[0]) - dx * (p[1] - a[1])) / length;
}

/** The line without points that stray less than `tolerance` from it (Douglas and Peucker). */
export function simplify(points: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  let worst = 0;
  let at = 0;
  points.forEach((p, i) => {
    const off = offLine(p, first, last);
    if (i > 0 && i < points.length - 1 && off > worst) [worst, at] = [off, i];
  });
  if (worst <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(at), tolerance),
  ];
}
