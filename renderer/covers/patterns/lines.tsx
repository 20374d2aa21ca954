/** Patterns that live by their line: waves, hemp leaf, linked rings, tortoise shell, vapour, basket, net. */

import { Copies } from './Copies.tsx';
import { at, corners, flower, n, type Point, poly, scaleArc } from './geometry.ts';
import type { Paint, Tile } from './tile.ts';

/** Attributes of a group of plain lines; `heavier` multiplies the weight. */
const stroke = (paint: Paint, heavier = 1) => ({
  fill: 'none',
  stroke: paint.line,
  strokeOpacity: paint.lineOpacity,
  strokeWidth: n(paint.weight * heavier),
});

/** Attributes of flat areas; `denser` multiplies the opacity. */
const flat = (paint: Paint, denser = 1) => ({
  fill: paint.fill,
  fillOpacity: Math.round(paint.fillOpacity * denser * 1000) / 1000,
});

const WAVE = 24;
/** Middles of every scale that shows in one repeat, from the first. */
const WAVE_AT: readonly Point[] = [
  [0, 0],
  [WAVE, -WAVE / 2],
  [-WAVE, -WAVE / 2],
  [-WAVE, WAVE / 2],
  [WAVE, WAVE / 2],
];
const ring = (share: number) => scaleArc([WAVE, WAVE], WAVE * share, WAVE);
const INNER_RINGS = ring(0.74) + ring(0.5) + ring(0.26);

/** 青海波: overlapping wave scales, the outer ring heaviest, as a brush would. */
export const seigaiha: Tile = {
  width: 2 * WAVE,
  height: WAVE,
  draw: (paint, id) => (
    <Copies id={id} at={WAVE_AT}>
      <path d={ring(1)} {...stroke(paint, 1.5)} />
      <path d={INNER_RINGS} {...stroke(paint, 0.9)} />
    </Copies>
  ),
};

const LEAF = 46;
const LEAF_HIGH = LEAF * Math.sqrt(3);
/** A triangle with spokes from its middle: three of them make the leaf of hemp. */
function spokes(a: Point, b: Point, c: Point): string {
  const middle: Point = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
  return [a, b, c].map((corner) => `M${at(...middle)}L${at(...corner)}`).join('');
}
const half = LEAF_HIGH / 2;
const LEAF_SPOKES = [0, half].map((top, row) => {
  const shift = row === 0 ? 0 : LEAF / 2;
  return [-LEAF, 0]
    .map((x) => {
      const left: Point = [x + shift, top];
      const right: Point = [x + shift + LEAF, top];
      const low: Point = [x + shift + LEAF / 2, top + half];
      return spokes(left, right, low) + spokes(low, [low[0] + LEAF, low[1]], right);
    })
    .join('');
});
const LEAF_GRID =
  `M0 0H${LEAF}M0 ${n(half)}H${LEAF}` + `M0 0L${at(LEAF, LEAF_HIGH)}M${LEAF} 0L0 ${n(LEAF_HIGH)}`;

/** 麻の葉: hemp leaves, triangles with spokes. */
export const asanoha: Tile = {
  width: LEAF,
  height: LEAF_HIGH,
  draw: (paint) => <path d={LEAF_GRID + LEAF_SPOKES.join('')} {...stroke(paint)} />,
};

const RING = 22;
/** A pointed oval between two crossings of rings. */
const lens = (from: Point, to: Point) => {
  const r = n(RING * Math.SQRT2);
  return `M${at(...from)}A${r} ${r} 0 0 1 ${at(...to)}A${r} ${r} 0 0 1 ${at(...from)}z`;
};
const RING_LENSES =
  lens([0, RING], [RING, 0]) +
  lens([RING, 0], [2 * RING, RING]) +
  lens([2 * RING, RING], [RING, 2 * RING]) +
  lens([RING, 2 * RING], [0, RING]);
const RING_HEARTS: readonly Point[] = [
  [0, 0],
  [RING, RING],
  [2 * RING, 0],
  [0, 2 * RING],
  [2 * RING, 2 * RING],
];
const HEART = flower([0, 0], 5.2, 4, 0.5);

/** 七宝: linked rings with a small flower in each star. */
export const shippo: Tile = {
  width: 2 * RING,
  height: 2 * RING,
  draw: (paint, id) => (
    <>
      <path
        d={RING_LENSES}
        {...flat(paint)}
        stroke={paint.line}
        strokeOpacity={paint.lineOpacity}
        strokeWidth={n(paint.weight)}
      />
      <Copies id={id} at={RING_HEARTS}>
        <path d={HEART} {...flat(paint, 1.6)} />
      </Copies>
    </>
  ),
};

const SHELL = 24;
const SHELL_WIDE = SHELL * Math.sqrt(3);
const SHELL_CENTRES: readonly Point[] = [
  [0, 0],
  [SHELL_WIDE, 0],
  [SHELL_WIDE / 2, 1.5 * SHELL],
  [0, 3 * SHELL],
  [SHELL_WIDE, 3 * SHELL],
];
const shell = (share: number) => poly(corners([0, 0], SHELL * share, 6));

/** 亀甲: tortoise shell, a hexagon in a hexagon, with a flower of six. */
export const kikko: Tile = {
  width: SHELL_WIDE,
  height: 3 * SHELL,
  draw: (paint, id) => (
    <Copies id={id} at={SHELL_CENTRES}>
      <path d={shell(1)} {...stroke(paint, 0.75)} />
      <path d={shell(0.74)} {...stroke(paint, 0.7)} />
      <path d={flower([0, 0], SHELL * 0.48, 6, 0.36)} {...flat(paint, 1.3)} />
    </Copies>
  ),
};

const VAPOUR = { wide: 44, high: 72, swing: 9.5 };
/** One rising line, swinging to `side` (1 right, -1 left) in its upper half and back. */
function rising(x: number, side: number): string {
  const { high, swing } = VAPOUR;
  const across = n(side * 2 * swing);
  const [q, h] = [n(high / 4), n(high / 2)];
  return `M${at(x - side * swing, -high / 4)}c0 ${q} ${across} ${q} ${across} ${h}s${n(-side * 2 * swing)} ${q} ${n(-side * 2 * swing)} ${h}s${across} ${q} ${across} ${h}`;
}
const vapourPair = (gap: number) =>
  rising(VAPOUR.wide / 4 + gap, -1) + rising((3 * VAPOUR.wide) / 4 - gap, 1);
const VAPOUR_HEARTS: readonly Point[] = [
  [0, 0],
  [0, VAPOUR.high],
  [-VAPOUR.wide / 2, VAPOUR.high / 2],
  [VAPOUR.wide / 2, VAPOUR.high / 2],
];

/** 立涌: rising vapour, pairs of lines that swell and close, a small blossom in each swell. */
export const tatewaku: Tile = {
  width: VAPOUR.wide,
  height: VAPOUR.high,
  draw: (paint, id) => (
    <>
      <path d={vapourPair(0)} {...stroke(paint, 1.7)} />
      <path d={vapourPair(3.4)} {...stroke(paint, 0.7)} />
      <Copies id={id} at={VAPOUR_HEARTS}>
        <path d={flower([VAPOUR.wide / 2, 0], 9.5, 4, 0.5, 45)} {...flat(paint, 1.6)} />
      </Copies>
    </>
  ),
};

const NET = { wide: 40, high: 44 };
/** A line of the net, swinging to `side` first; the next line swings against it and they touch. */
function netLine(y: number, side: number): string {
  const { wide, high } = NET;
  const [q, w, dip] = [n(wide / 4), n(wide / 2), n((side * high) / 2)];
  return `M0 ${n(y - (side * high) / 4)}c${n(wide / 7)} 0 ${q} ${dip} ${w} ${dip}s${n(wide / 2 - wide / 7)} ${n((-side * high) / 2)} ${w} ${n((-side * high) / 2)}`;
}

/** 網目: a fishing net. */
export const amime: Tile = {
  width: NET.wide,
  height: NET.high,
  draw: (paint) => (
    <path d={netLine(0, 1) + netLine(NET.high / 2, -1) + netLine(NET.high, 1)} {...stroke(paint, 1.2)} />
  ),
};

/** Where two families of strips cross, the one on top hides the other: see `kagome`. */
const BASKET = 48;
const STRIP = 3.2;
/** Directions of the strips, in degrees from the horizontal; each passes over the next in the list. */
const STRIP_WAYS = [0, 60, 120] as const;

/** Distance of (x, y) to the nearest strip of the family `way`, 0 in the middle of one. */
function fromStrip(x: number, y: number, way: number): number {
  const radians = (way * Math.PI) / 180;
  const apart = (BASKET * Math.sqrt(3)) / 2;
  // Half a step off for the level family turns triangles into the six-eyed weave.
  const d = -x * Math.sin(radians) + y * Math.cos(radians) + (way === 0 ? apart / 2 : 0);
  return Math.abs(d - apart * Math.round(d / apart));
}

/** Both edges of every strip in one repeat, broken where another strip lies over it. */
function woven(): string {
  const [w, h] = [BASKET, BASKET * Math.sqrt(3)];
  const apart = h / 2;
  const step = 0.5;
  let d = '';
  STRIP_WAYS.forEach((way, i) => {
    const above = STRIP_WAYS[(i + 2) % 3] ?? 0;
    const radians = (way * Math.PI) / 180;
    const [dx, dy] = [Math.cos(radians), Math.sin(radians)];
    for (let row = -3; row <= 3; row++) {
      for (const edge of [-STRIP, STRIP]) {
        const offset = row * apart + edge - (way === 0 ? apart / 2 : 0);
        let from: Point | null = null;
        for (let s = -140; s <= 140; s += step) {
          const [x, y] = [s * dx - offset * dy, s * dy + offset * dx];
          const inside = x >= -1 && x <= w + 1 && y >= -1 && y <= h + 1;
          const shown = inside && fromStrip(x, y, above) > STRIP;
          if (shown && from === null) from = [x, y];
          if (!shown && from !== null) {
            d += `M${at(...from)}L${at(x, y)}`;
            from = null;
          }
        }
      }
    }
  });
  return d;
}
const WOVEN = woven();

/** 籠目: bamboo basket, strips in three directions, each over one and under the other. */
export const kagome: Tile = {
  width: BASKET,
  height: BASKET * Math.sqrt(3),
  draw: (paint) => <path d={WOVEN} {...stroke(paint, 0.9)} />,
};
