/**
 * How a colour looks to other eyes, and how far two colours are apart: the measuring tools of the
 * palette tests. Simulation after Machado, Oliveira and Fernandes 2009 at full severity (linear
 * RGB); difference after CIEDE2000. Not shipped.
 */
import { fromLinear, type Hex, toHex, toLinear, toRgb } from '../../../renderer/covers/colour.ts';

export const EYES = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Eye = (typeof EYES)[number];

type Row = readonly [number, number, number];

const MATRICES: { readonly [K in Exclude<Eye, 'normal'>]: readonly [Row, Row, Row] } = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as that eye sees it. */
export function seenBy(eye: Eye, hex: Hex): Hex {
  if (eye === 'normal') return hex;
  const [r, g, b] = toRgb(hex);
  const light: Row = [toLinear(r), toLinear(g), toLinear(b)];
  const [red, green, blue] = MATRICES[eye];
  const dot = (row: Row) => fromLinear(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
  return toHex([dot(red), dot(green), dot(blue)]);
}

/** CIE L*a*b*, D65. */
export function toLab(hex: Hex): Row {
  const [r, g, b] = toRgb(hex);
  const [lr, lg, lb] = [toLinear(r), toLinear(g), toLinear(b)];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124564 * lr + 0.3575761 * lg + 0.1804375 * lb) / 0.95047);
  const y = f(0.2126729 * lr + 0.7151522 * lg + 0.072175 * lb);
  const z = f((0.0193339 * lr + 0.119192 * lg + 0.9503041 * lb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (radians: number) => ((radians * 180) / Math.PI + 360) % 360;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** CIEDE2000 colour difference; about 2 is just noticed side by side, 10 is told apart at a glance. */
export function deltaE(one: Hex, two: Hex): number {
  const [l1, a1, b1] = toLab(one);
  const [l2, a2, b2] = toLab(two);
  const cBar = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(cBar ** 7 / (cBar ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const h1 = c1 === 0 ? 0 : degrees(Math.atan2(b1, p1));
  const h2 = c2 === 0 ? 0 : degrees(Math.atan2(b2, p2));
  let dh = c1 * c2 === 0 ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2));
  const lMean = (l1 + l2) / 2;
  const cMean = (c1 + c2) / 2;
  let hMean = h1 + h2;
  if (c1 * c2 !== 0) {
    hMean = Math.abs(h1 - h2) <= 180 ? hMean / 2 : (hMean + (hMean < 360 ? 360 : -360)) / 2;
  }
  const t =
    1 -
    0.17 * Math.cos(radians(hMean - 30)) +
    0.24 * Math.cos(radians(2 * hMean)) +
    0.32 * Math.cos(radians(3 * hMean + 6)) -
    0.2 * Math.cos(radians(4 * hMean - 63));
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sc = 1 + 0.045 * cMean;
  const sh = 1 + 0.015 * cMean * t;
  const turn = 60 * Math.exp(-(((hMean - 275) / 25) ** 2));
  const rt = -Math.sin(radians(turn)) * 2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7));
  const [tl, tc, th] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(tl ** 2 + tc ** 2 + th ** 2 + rt * tc * th);
}
