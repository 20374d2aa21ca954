/** Paints what is told on the ground: lines to the partners, the partners, names. */

import { type Curve, grown } from './curves.ts';
import type { Frame, Painter } from './frame.ts';
import { type LabelWish, placeLabels, type Rect } from './labels.ts';
import { isNear, quietRadius } from './paint-towns.ts';
import type { Spot } from './plane.ts';
import type { Still } from './still.ts';
import { canWrite, type Pen, whenRareCame, widthOf, write } from './text.ts';
import type { MapTheme } from './theme.ts';
import { TOWN_ZOOM } from './view.ts';

/** A town or prefecture with its place on the plane. */
export type Mark = { readonly code: string; readonly name: string; readonly spot: Spot };

export type Ink = {
  readonly theme: MapTheme;
  /** Every town. */
  readonly towns: readonly Mark[];
  /** Strong towns, most important first. */
  readonly strong: readonly Mark[];
  readonly prefectures: readonly Mark[];
  /** The ward of the hall, or the middle of the wards; `code` is empty for the latter. */
  readonly heart: Mark | null;
  readonly curves: readonly Curve[];
  /** How far the lines have grown, 0..1. */
  readonly grownTo: number;
  readonly chosenTown: string | null;
  /** Prefectures lit up by a filter; only they have names then. */
  readonly lit: ReadonlySet<string>;
  /** Its towns show and can be touched at every zoom. */
  readonly chosenPrefecture: string | null;
  /** CSS pixels of one rem, so that names follow 「文字を大きく」. */
  readonly rem: number;
  /** Buttons over the map, pixels of the view; names keep clear of them. */
  readonly buttons: readonly Rect[];
  /** What does not change while the lines grow. */
  readonly still: Still;
  /** Called when glyphs have come that were missing. */
  readonly again: () => void;
};

/** More lines than this count as many. */
const MANY = 24;

/** Radius of a strong town, screen pixels. */
function strongRadius(zoom: number): number {
  return Math.max(6.5, Math.min(11, 7 + (zoom - 5.5) * 1.2));
}

function at(frame: Frame, spot: Spot): Spot {
  return { x: spot.x * frame.scale + frame.dx, y: spot.y * frame.scale + frame.dy };
}

function visible(frame: Frame, p: Spot): boolean {
  return p.x > -20 && p.y > -20 && p.x < frame.width + 20 && p.y < frame.height + 20;
}

function paintCurves(frame: Frame, ink: Ink): void {
  const { ctx } = frame;
  ctx.lineCap = 'round';
  const path = new Path2D();
  ink.curves.forEach((curve, i) => {
    // One after the other, each with a small start.
    const wait = ink.curves.length > 1 ? (0.4 * i) / (ink.curves.length - 1) : 0;
    const share = Math.max(0, Math.min(1, (ink.grownTo - wait) / 0.6));
    if (share === 0) return;
    const part = grown(curve, share);
    const [from, bend, to] = [at(frame, part.from), at(frame, part.bend), at(frame, part.to)];
    path.moveTo(from.x, from.y);
    path.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  });
  // Many lines are drawn thinner, or they would hide the land.
  const width = ink.curves.length > MANY ? 1.4 : 2.25;
  ctx.strokeStyle = ink.theme.lineEdge;
  ctx.lineWidth = width * 2.2;
  ctx.stroke(path);
  ctx.strokeStyle = ink.theme.line;
  ctx.lineWidth = width;
  ctx.stroke(path);
}

function dot(frame: Frame, spot: Spot, r: number, fill: string, ring: string, ringWidth: number): void {
  const p = at(frame, spot);
  if (!visible(frame, p)) return;
  const { ctx } = frame;
  ctx.beginPath();
  ctx.arc(p.x, p.y, r, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = ringWidth;
  ctx.strokeStyle = ring;
  ctx.stroke();
}

function chosenMark(ink: Ink): Mark | undefined {
  return ink.chosenTown === null ? undefined : ink.towns.find((town) => town.code === ink.chosenTown);
}

function paintStrong(frame: Frame, ink: Ink): void {
  const { theme } = ink;
  const r = strongRadius(frame.zoom);
  // The most important last, on top.
  for (const town of [...ink.strong].reverse()) dot(frame, town.spot, r, theme.strong, theme.ring, 2.5);
  if (ink.heart !== null) dot(frame, ink.heart.spot, r + 3, theme.heart, theme.ring, 3);
  const chosen = chosenMark(ink);
  if (chosen === undefined) return;
  const p = at(frame, chosen.spot);
  dot(frame, chosen.spot, r + 2, theme.strong, theme.ring, 3);
  const { ctx } = frame;
  ctx.beginPath();
  ctx.arc(p.x, p.y, r + 9, 0, 2 * Math.PI);
  ctx.lineWidth = 3;
  ctx.strokeStyle = theme.strong;
  ctx.stroke();
}

type Named = {
  readonly mark: Mark;
  readonly pen: Pen;
  readonly gap: number;
  readonly rank: number;
  readonly soft: boolean;
};

/** What wants a name at this zoom, with how much it matters. */
function named(frame: Frame, ink: Ink): readonly Named[] {
  const { rem } = ink;
  const big: Pen = { size: Math.round(rem * 1.375), weight: 700 };
  const middle: Pen = { size: Math.round(rem * 1.25), weight: 700 };
  const r = strongRadius(frame.zoom);
  const chosen = chosenMark(ink);
  const list: Named[] = [];
  if (chosen !== undefined) list.push({ mark: chosen, pen: big, gap: r + 14, rank: 1000, soft: false });
  if (ink.heart !== null) list.push({ mark: ink.heart, pen: big, gap: r + 10, rank: 900, soft: false });
  ink.strong.forEach((mark, i) => {
    if (mark === chosen) return;
    list.push({ mark, pen: middle, gap: r + 7, rank: 800 - i * 0.1, soft: false });
  });
  return [...list, ...quietNames(frame, ink, new Set(list.map(({ mark }) => mark.code)))];
}

/** Prefectures from afar, towns from near. */
function quietNames(frame: Frame, ink: Ink, has: ReadonlySet<string>): readonly Named[] {
  const { rem, chosenPrefecture } = ink;
  const town: Pen = { size: Math.round(rem * 1.25), weight: 400 };
  const prefecture: Pen = { size: Math.round(rem * 1.25), weight: ink.lit.size > 0 ? 700 : 400 };
  const gap = quietRadius(Math.max(frame.zoom, TOWN_ZOOM)) + 4;
  const towns = ink.towns
    .filter((mark) => isNear(frame, chosenPrefecture, mark) && !has.has(mark.code))
    .map((mark) => {
      const own = chosenPrefecture !== null && mark.code.startsWith(chosenPrefecture);
      return { mark, pen: town, gap, rank: own ? 20 : 10, soft: false };
    });
  if (frame.zoom >= TOWN_ZOOM) return towns;
  const { lit } = ink;
  const prefectures = ink.prefectures
    .filter((mark) => mark.code !== chosenPrefecture && (lit.size === 0 || lit.has(mark.code)))
    .map((mark) => ({ mark, pen: prefecture, gap: 0, rank: 15, soft: true }));
  return [...towns, ...prefectures];
}

function obstacles(frame: Frame, ink: Ink): readonly Rect[] {
  const { left, top } = frame.view;
  const r = strongRadius(frame.zoom);
  const buttons = ink.buttons.map((rect) => ({
    left: rect.left + left,
    right: rect.right + left,
    top: rect.top + top,
    bottom: rect.bottom + top,
  }));
  const dots = [...ink.strong, ...(ink.heart === null ? [] : [ink.heart])].map(({ spot }) => {
    const p = at(frame, spot);
    return { left: p.x - r, right: p.x + r, top: p.y - r, bottom: p.y + r };
  });
  return [...buttons, ...dots];
}

function paintNames(frame: Frame, ink: Ink): void {
  if (!canWrite(ink.again)) return;
  const { ctx, view } = frame;
  const wishes = new Map<string, Named>();
  const labels: LabelWish[] = [];
  for (const item of named(frame, ink)) {
    const p = at(frame, item.mark.spot);
    if (!visible(frame, p)) continue;
    const key = `${item.soft ? 'p' : 't'}${item.mark.code}`;
    wishes.set(key, item);
    const width = widthOf(ctx, item.mark.name, item.pen);
    labels.push({ key, ...p, width, height: item.pen.size * 1.1, gap: item.gap, rank: item.rank });
  }
  const screen = {
    left: view.left + 6,
    top: view.top + 6,
    right: view.left + view.width - 6,
    bottom: view.top + view.height - 6,
  };
  const placed = placeLabels(labels, obstacles(frame, ink), screen);
  for (const { key, box } of [...placed].reverse()) {
    const item = wishes.get(key);
    if (item === undefined) continue;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const isHeart = item.mark === ink.heart;
    const fill = isHeart ? ink.theme.heart : item.soft ? ink.theme.textSoft : ink.theme.text;
    write(ctx, item.mark.name, item.pen, middle, { fill, edge: ink.theme.textEdge });
  }
  whenRareCame(ink.again);
}

/** Everything on top of the ground; names rest while the map flies. */
export function paintInk(frame: Frame, ink: Ink): void {
  const over: Painter = (on) => {
    paintStrong(on, ink);
    if (!on.moving) paintNames(on, ink);
  };
  paintCurves(frame, ink);
  if (ink.grownTo < 1) ink.still.lay(frame, over);
  else over(frame);
}
