/** Paints the ground of the map: sea, neighbours, the shallow shelf around the coast, land, lakes, borders. */
import type { RegionId } from '../../content/pack/types.ts';
import type { Frame } from './frame.ts';
import type { Country, Land, Patch } from './land.ts';
import { touches } from './plane.ts';
import { paintSea } from './sea.ts';
import type { MapTheme } from './theme.ts';
import { TOWN_ZOOM } from './view.ts';

export type Ground = {
  readonly country: Country | null;
  /** The overview: quick to draw while the map moves, and good enough for the wide halos. */
  readonly coarse: Country | null;
  readonly neighbours: readonly Patch[];
  readonly lakes: readonly Patch[];
  readonly theme: MapTheme;
  /** One wave of the sea, CSS pixels. */
  readonly wave: number;
  readonly regionOf: (prefectureId: string) => RegionId;
  /** The prefecture that was chosen. */
  readonly chosen: string | null;
  /** Prefectures that a filter lights up. */
  readonly lit: ReadonlySet<string>;
  /** The town that was chosen; its area is lit where towns have borders. */
  readonly town: string | null;
};

/** Halos below this width follow the fine coast; wider ones the coarse one. */
const NARROW = 10;

/** Paths are in plane units; a line of `px` screen pixels is this wide there. */
function lineWidth(frame: Frame, px: number): number {
  return px / frame.scale;
}

function stroke(frame: Frame, paths: readonly Path2D[], colour: string, px: number): void {
  const { ctx } = frame;
  ctx.strokeStyle = colour;
  ctx.lineWidth = lineWidth(frame, px);
  for (const path of paths) ctx.stroke(path);
}

function fillLands(frame: Frame, ground: Ground, lands: readonly Land[]): void {
  const { ctx } = frame;
  for (const land of lands) {
    const region = ground.regionOf(land.id);
    ctx.fillStyle = colourOf(ground, land.id, region);
    ctx.fill(land.fill);
  }
}

function colourOf({ theme, chosen, lit }: Ground, id: string, region: RegionId): string {
  if (lit.has(id)) return theme.lit;
  if (id === chosen) return theme.chosen(region);
  // Beside lit ones the colours of the regions would only confuse.
  return lit.size > 0 ? theme.unlit : theme.land(region);
}

/** Wide and narrow halos grow a little with the zoom, as a shelf would. */
function haloScale(zoom: number): number {
  return Math.max(0.8, Math.min(1.5, (zoom - 3) / 3));
}

function inView(frame: Frame, patches: readonly Patch[]): readonly Path2D[] {
  return patches.filter(({ box }) => touches(box, frame.box)).map(({ path }) => path);
}

function fill(frame: Frame, paths: readonly Path2D[], colour: string): void {
  frame.ctx.fillStyle = colour;
  for (const path of paths) frame.ctx.fill(path);
}

/** Where the coast falls off: wide and faint, then narrow and clear. */
function paintShelf(frame: Frame, ground: Ground, coasts: readonly Path2D[]): void {
  const { ctx } = frame;
  const wide = landsIn(frame, ground.coarse).map((land) => land.coast);
  // Round joins of wide lines cost most of the painting and cannot be seen at this faintness.
  ctx.lineJoin = 'bevel';
  ctx.lineCap = 'butt';
  for (const { width, colour } of ground.theme.halo) {
    const narrow = width < NARROW;
    if (frame.moving && !narrow) continue;
    stroke(frame, narrow ? coasts : wide, colour, width * haloScale(frame.zoom));
  }
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
}

function landsIn(frame: Frame, country: Country | null): readonly Land[] {
  return (country?.lands ?? []).filter((land) => touches(land.box, frame.box));
}

function paintBorders(frame: Frame, ground: Ground, lands: readonly Land[], coasts: readonly Path2D[]): void {
  const { theme } = ground;
  const thick = frame.zoom < 6.5 ? 1 : 1.4;
  if (!frame.moving) {
    const towns = lands.flatMap((land) => (land.towns === null ? [] : [land.towns]));
    stroke(frame, towns, theme.townLine, thick * (frame.zoom < 8 ? 0.8 : 1.1));
  }
  const borders = lands.map((land) => land.borders);
  // Among the borders of towns those of prefectures have to stand out.
  const near = frame.zoom >= TOWN_ZOOM;
  stroke(frame, borders, near ? theme.prefectureLineNear : theme.prefectureLine, near ? 2.6 : thick);
  stroke(frame, coasts, theme.coast, thick * 0.9);
}

export function paintGround(frame: Frame, ground: Ground): void {
  const { ctx } = frame;
  const { theme } = ground;
  paintSea(frame, theme, ground.wave);
  ctx.save();
  ctx.transform(frame.scale, 0, 0, frame.scale, frame.dx, frame.dy);
  const neighbours = inView(frame, ground.neighbours);
  fill(frame, neighbours, theme.neighbour);
  if (!frame.moving) stroke(frame, neighbours, theme.neighbourEdge, 1.2);
  const country = frame.moving ? (ground.coarse ?? ground.country) : ground.country;
  const lands = landsIn(frame, country);
  const coasts = lands.map((land) => land.coast);
  paintShelf(frame, ground, coasts);
  fillLands(frame, ground, lands);
  const town = ground.town === null ? undefined : ground.country?.town(ground.town);
  if (town !== undefined) fill(frame, [town], theme.lit);
  fill(frame, inView(frame, ground.lakes), theme.lake);
  paintBorders(frame, ground, lands, coasts);
  if (town !== undefined) stroke(frame, [town], theme.strong, 2.5);
  ctx.restore();
}
