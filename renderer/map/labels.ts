/**
 * Puts names on the map so that none covers another, a strong point or the buttons that lie over the
 * map. Greedy: the most important name chooses its side first; a name that finds no room is left out
 * and comes back when the visitor looks closer. Pure; sizes come in measured.
 */

/** Screen pixels. */
export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type LabelWish = {
  readonly key: string;
  /** Where the thing is, screen pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance between the point and the nearest edge of the name; 0 puts the name in the middle. */
  readonly gap: number;
  /** Larger chooses first; equal ones in the order given. */
  readonly rank: number;
};

export type Placed = { readonly key: string; readonly box: Rect };

/** How far names keep from each other. */
const AIR = 6;

/** Sides in the order of preference: right, left, above, below, then the corners. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxAt(wish: LabelWish, side: readonly [number, number]): Rect {
  const [dx, dy] = side;
  const corner = dx !== 0 && dy !== 0 ? Math.SQRT1_2 : 1;
  const cx = wish.x + dx * (wish.gap * corner + wish.width / 2);
  const cy = wish.y + dy * (wish.gap * corner + wish.height / 2);
  return {
    left: cx - wish.width / 2,
    top: cy - wish.height / 2,
    right: cx + wish.width / 2,
    bottom: cy + wish.height / 2,
  };
}

function grownBy(box: Rect, by: number): Rect {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

/** A coarse grid over the screen, so that a thousand names need no million comparisons. */
class Taken {
  private readonly cells = new Map<string, Rect[]>();

  add(box: Rect): void {
    for (const key of this.keys(box)) {
      const list = this.cells.get(key);
      if (list === undefined) this.cells.set(key, [box]);
      else list.push(box);
    }
  }

  hits(box: Rect): boolean {
    return this.keys(box).some((key) => this.cells.get(key)?.some((other) => overlaps(box, other)) ?? false);
  }

  private keys(box: Rect): string[] {
    const size = 128;
    const keys: string[] = [];
    for (let x = Math.floor(box.left / size); x <= Math.floor(box.right / size); x += 1) {
      for (let y = Math.floor(box.top / size); y <= Math.floor(box.bottom / size); y += 1) {
        keys.push(`${x},${y}`);
      }
    }
    return keys;
  }
}

/**
 * Chooses a place for as many names as fit.
 *
 * @param wishes    the names, any order
 * @param obstacles what no name may cover: strong points, buttons
 * @param screen    names stay inside
 * @returns the placed names, most important first
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Rect[],
  screen: Rect,
): readonly Placed[] {
  const taken = new Taken();
  for (const obstacle of obstacles) taken.add(obstacle);
  const placed: Placed[] = [];
  for (const wish of [...wishes].sort((a, b) => b.rank - a.rank)) {
    const sides = wish.gap === 0 ? [[0, 0] as const] : SIDES;
    for (const side of sides) {
      const box = boxAt(wish, side);
      const inside =
        box.left >= screen.left &&
        box.right <= screen.right &&
        box.top >= screen.top &&
        box.bottom <= screen.bottom;
      if (!inside || taken.hits(grownBy(box, AIR))) continue;
      taken.add(box);
      placed.push({ key: wish.key, box });
      break;
    }
  }
  return placed;
}
