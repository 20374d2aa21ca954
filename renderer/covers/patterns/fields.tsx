/** Patterns that live by their areas: checks, arrow feathers, scales, blossoms, stripes, fences, kasuri. */

import { Copies } from './Copies.tsx';
import { at, n, type Point, poly } from './geometry.ts';
import type { Paint, Tile } from './tile.ts';

/** Attributes of flat areas; `denser` multiplies the opacity. */
const flat = (paint: Paint, denser = 1) => ({
  fill: paint.fill,
  fillOpacity: Math.round(paint.fillOpacity * denser * 1000) / 1000,
});

/** Attributes of plain lines; `heavier` multiplies the weight. */
const stroke = (paint: Paint, heavier = 1) => ({
  fill: 'none',
  stroke: paint.line,
  strokeOpacity: paint.lineOpacity,
  strokeWidth: n(paint.weight * heavier),
});

const box = (x: number, y: number, w: number, h: number) => `M${at(x, y)}h${n(w)}v${n(h)}h${n(-w)}z`;

const CHECK = 34;
/** 市松: checks in two strengths of the same dye, as if two were printed twice. */
export const ichimatsu: Tile = {
  width: 4 * CHECK,
  height: 4 * CHECK,
  draw: (paint) => {
    const cells = (list: readonly Point[]) =>
      list.map(([x, y]) => box(x * CHECK, y * CHECK, CHECK, CHECK)).join('');
    return (
      <>
        <path
          d={cells([
            [0, 0],
            [3, 1],
            [2, 2],
            [1, 3],
            [2, 0],
            [1, 1],
          ])}
          {...flat(paint, 1.1)}
        />
        <path
          d={cells([
            [0, 2],
            [3, 3],
          ])}
          {...flat(paint, 1.9)}
        />
      </>
    );
  },
};

const FEATHER = { wide: 32, long: 60, gap: 9, notch: 15 };
/** One half of an arrow feather, from the shaft outwards by `w` (negative: left), its tip at y. */
function vane(x: number, y: number, w: number): string {
  const { long, notch } = FEATHER;
  return poly([
    [x, y + notch],
    [x + w, y],
    [x + w, y + long - notch],
    [x, y + long],
  ]);
}
const PERIOD = FEATHER.long - FEATHER.notch + FEATHER.gap;

/** 矢絣: rows of arrow feathers, each row against the next; one half of the vane is lighter. */
export const yagasuri: Tile = {
  width: 2 * FEATHER.wide,
  height: PERIOD,
  draw: (paint) => {
    const w = FEATHER.wide;
    const up = [-PERIOD, 0].map((y) => ({
      left: vane(w / 2, y, -w / 2 + 1),
      right: vane(w / 2, y, w / 2 - 1),
    }));
    const turned = (d: string) => <path d={d} transform={`matrix(1 0 0 -1 ${w} ${n(PERIOD * 1.5)})`} />;
    const left = up.map((v) => v.left).join('') + vane(w / 2, PERIOD, -w / 2 + 1);
    const right = up.map((v) => v.right).join('') + vane(w / 2, PERIOD, w / 2 - 1);
    return (
      <>
        <g {...flat(paint, 1.7)}>
          <path d={left} />
          {turned(left)}
        </g>
        <g {...flat(paint, 0.95)}>
          <path d={right} />
          {turned(right)}
        </g>
        <path d={`M${w / 2} 0V${n(PERIOD)}M${1.5 * w} 0V${n(PERIOD)}`} {...stroke(paint, 0.8)} />
      </>
    );
  },
};

const FIN = { wide: 38, high: 33 };
/** 鱗: fish scales, triangles on triangles, every other row lighter. */
export const uroko: Tile = {
  width: FIN.wide,
  height: 2 * FIN.high,
  draw: (paint) => {
    const { wide, high } = FIN;
    const up = (x: number, y: number) =>
      poly([
        [x, y + high],
        [x + wide / 2, y],
        [x + wide, y + high],
      ]);
    const small = (x: number, y: number) =>
      poly([
        [x + wide * 0.28, y + high * 0.82],
        [x + wide / 2, y + high * 0.44],
        [x + wide * 0.72, y + high * 0.82],
      ]);
    return (
      <>
        <path d={up(0, 0)} {...flat(paint, 1.7)} />
        <path d={up(-wide / 2, high) + up(wide / 2, high)} {...flat(paint)} />
        <path d={small(-wide / 2, high) + small(wide / 2, high)} {...stroke(paint, 0.8)} />
      </>
    );
  },
};

const GEM = { wide: 52, high: 34 };
const gem = ([x, y]: Point, share: number) =>
  poly([
    [x, y - (GEM.high / 2) * share],
    [x + (GEM.wide / 2) * share, y],
    [x, y + (GEM.high / 2) * share],
    [x - (GEM.wide / 2) * share, y],
  ]);
/** Four petals that fill a flat diamond: long ones sideways. */
const gemFlower = ([x, y]: Point) => {
  const petal = (dx: number, dy: number, bulge: number) => {
    const [sx, sy] = [dy === 0 ? 0 : bulge, dx === 0 ? 0 : bulge];
    return `M${at(x, y)}Q${at(x + dx * 0.6 - sx, y + dy * 0.6 - sy)} ${at(x + dx, y + dy)}Q${at(x + dx * 0.6 + sx, y + dy * 0.6 + sy)} ${at(x, y)}z`;
  };
  return petal(15, 0, 6) + petal(-15, 0, 6) + petal(0, 10, 8) + petal(0, -10, 8);
};
const GEM_CENTRES: readonly Point[] = [
  [0, 0],
  [GEM.wide / 2, GEM.high / 2],
  [GEM.wide, 0],
  [0, GEM.high],
  [GEM.wide, GEM.high],
];

/** 花菱: a blossom in every diamond of a double lattice. */
export const hanabishi: Tile = {
  width: GEM.wide,
  height: GEM.high,
  draw: (paint, id) => (
    <Copies id={id} at={GEM_CENTRES}>
      <path
        d={gem([0, 0], 0.9)}
        {...flat(paint, 0.7)}
        stroke={paint.line}
        strokeOpacity={paint.lineOpacity}
        strokeWidth={n(paint.weight * 0.8)}
      />
      <path d={gemFlower([0, 0])} {...flat(paint, 1.7)} />
    </Copies>
  ),
};

/** 滝縞: waterfall stripes, wide to hairline and back. */
export const takijima: Tile = {
  width: 74,
  height: 40,
  draw: (paint) => {
    const widths = [11, 7.5, 5, 3, 1.6, 0.8];
    let x = 0;
    const bars = widths.map((w) => {
      const bar = box(x, 0, w, 40);
      x += w + 5.4;
      return bar;
    });
    return <path d={bars.join('')} {...flat(paint, 1.5)} />;
  },
};

const FENCE = { wide: 20, long: 40, lean: 20 };
/** 檜垣: a fence of woven cypress strips, leaning to and fro. */
export const higaki: Tile = {
  width: 2 * FENCE.wide,
  height: FENCE.long,
  draw: (paint) => {
    const { wide, long, lean } = FENCE;
    const slat = (x: number, y: number, side: number) =>
      poly([
        [x + 1, y + side * 1],
        [x + wide - 1, y + side * (lean - 1)],
        [x + wide - 1, y + side * (lean - 1) + long / 2 - 4],
        [x + 1, y + side + long / 2 - 4],
      ]);
    const rows = [-long, -long / 2, 0, long / 2, long, 1.5 * long];
    return (
      <>
        <path d={rows.map((y) => slat(0, y, 1)).join('')} {...flat(paint, 1.6)} />
        <path d={rows.map((y) => slat(wide, y, -1)).join('')} {...flat(paint, 0.85)} />
      </>
    );
  },
};

const BARK = { wide: 64, high: 44 };
/** A pine-bark diamond: a large diamond with a small one on either side point. */
function bark([x, y]: Point, share: number): string {
  const [w, h] = [(BARK.wide / 2) * share, (BARK.high / 2) * share];
  const side = [
    [0, -h],
    [w * 0.5, -h * 0.5],
    [w * 0.36, -h * 0.32],
    [w, 0],
  ] as const;
  const right = [
    ...side,
    ...side
      .slice(0, -1)
      .reverse()
      .map(([a, b]) => [a, -b] as const),
  ];
  const left = right
    .slice(1, -1)
    .reverse()
    .map(([a, b]) => [-a, b] as const);
  return poly([...right, ...left].map(([a, b]): Point => [x + a, y + b]));
}
const BARK_CENTRES: readonly Point[] = [
  [0, 0],
  [BARK.wide / 2, BARK.high / 2],
  [BARK.wide, 0],
  [0, BARK.high],
  [BARK.wide, BARK.high],
];

/** 松皮菱: pine bark, stepped diamonds one in another. */
export const matsukawa: Tile = {
  width: BARK.wide,
  height: BARK.high,
  draw: (paint, id) => (
    <Copies id={id} at={BARK_CENTRES}>
      <path d={bark([0, 0], 0.94)} {...flat(paint, 0.9)} />
      <path d={bark([0, 0], 0.62)} {...stroke(paint, 0.9)} />
      <path d={bark([0, 0], 0.28)} {...flat(paint, 1.6)} />
    </Copies>
  ),
};

const ROD = { block: 30, thick: 5.4 };
/** 三崩し: bundles of three rods, upright and level by turns. */
export const sankuzushi: Tile = {
  width: 2 * ROD.block,
  height: 2 * ROD.block,
  draw: (paint) => {
    const { block, thick } = ROD;
    const offsets = [0, 1, 2].map((i) => block * ((i + 0.5) / 3) - thick / 2);
    const level = (x: number, y: number) =>
      offsets.map((o) => box(x + 1.5, y + o, block - 3, thick)).join('');
    const upright = (x: number, y: number) =>
      offsets.map((o) => box(x + o, y + 1.5, thick, block - 3)).join('');
    return (
      <>
        <path d={level(0, 0) + level(block, block)} {...flat(paint, 1.7)} />
        <path d={upright(block, 0) + upright(0, block)} {...flat(paint, 1)} />
      </>
    );
  },
};

/** 井桁絣: well-frames in kasuri, with a small cross between. */
export const igeta: Tile = {
  width: 60,
  height: 52,
  draw: (paint) => {
    const frame = (x: number, y: number) =>
      [-5, 5].map((d) => box(x - 14, y + d - 1.7, 28, 3.4) + box(x + d - 1.7, y - 14, 3.4, 28)).join('');
    const dash = (x: number, y: number) => box(x - 6, y - 1.2, 12, 2.4) + box(x - 1.2, y - 6, 2.4, 12);
    return (
      <>
        <path d={frame(15, 13) + frame(45, 39)} {...flat(paint, 1.7)} />
        <path d={dash(45, 13) + dash(15, 39)} {...flat(paint, 1.3)} />
      </>
    );
  },
};
