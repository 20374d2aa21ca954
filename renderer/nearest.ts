/** Which of many boxes lies next in a direction: how arrow keys find their way. Pure. */

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type Direction = 'left' | 'right' | 'up' | 'down';

/** Being off the line costs this many times its distance, so that rows and columns are kept. */
const ASIDE = 3;

/**
 * Index of the nearest box that lies in a direction from another, or -1.
 *
 * @param boxes may contain the starting box; it is never its own neighbour
 */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const ahead = distanceAhead(from, box, direction);
    if (ahead === null) return;
    const cost = ahead + ASIDE * distanceAside(from, box, direction);
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}

/** Gap in the direction, 0 when they overlap a little; null when the box is not ahead. */
function distanceAhead(from: Box, box: Box, direction: Direction): number | null {
  const [middle, gap] = {
    left: [centre(box.left, box.right) < from.left, from.left - box.right],
    right: [centre(box.left, box.right) > from.right, box.left - from.right],
    up: [centre(box.top, box.bottom) < from.top, from.top - box.bottom],
    down: [centre(box.top, box.bottom) > from.bottom, box.top - from.bottom],
  }[direction] as [boolean, number];
  return middle ? Math.max(0, gap) : null;
}

/** Gap across the direction; 0 when the boxes overlap there. */
function distanceAside(from: Box, box: Box, direction: Direction): number {
  const across = direction === 'left' || direction === 'right';
  const gap = across
    ? Math.max(box.top - from.bottom, from.top - box.bottom)
    : Math.max(box.left - from.right, from.left - box.right);
  return Math.max(0, gap);
}

const centre = (a: number, b: number) => (a + b) / 2;
