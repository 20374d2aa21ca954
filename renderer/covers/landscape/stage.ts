/** The sheet a landscape is printed on, and the small types all its parts share. Pure. */
import type { Point } from '../patterns/geometry.ts';
import { type Chance, chance, hash } from '../random.ts';
import type { CoverSpec } from '../spec.ts';
import type { Inks } from './light.ts';

/** Height of every sheet in drawing units; the width follows the aspect. x = 0 is the middle. */
export const HEIGHT = 800;

/** How far a titled picture is pushed up, so that the title stands on the near land. */
export const TITLE_LIFT = 66;

/** Where everything that stands at the foot of the sheet ends, seen or not. */
export const FLOOR = HEIGHT + TITLE_LIFT + 4;

export type Stage = {
  readonly spec: CoverSpec;
  readonly inks: Inks;
  /** Prefix for ids, unique per drawing. */
  readonly id: string;
  readonly width: number;
  /** A title stands on the lower part: no small bright things there. */
  readonly titled: boolean;
  /** Left and right edge, with a little bleed. */
  readonly left: number;
  readonly right: number;
  /** The side away from the sun, 1: right, -1: left. There the near land stands. */
  readonly side: 1 | -1;
  /** 1 up to about 4:3, more on wider sheets: distances between trees and points of a line grow. */
  readonly detail: number;
  /** A stream of chance of its own for each named part, so that one part never shifts another. */
  readonly dice: (part: string) => Chance;
  /** A whole-number seed for a named part. */
  readonly seedOf: (part: string) => number;
};

/** Boxes narrower or wider than this get the nearest composition, cropped. */
const ASPECTS = { least: 0.5, most: 4 } as const;

/** Sets the stage; `aspect` is width / height of the box. */
export function stageFor(spec: CoverSpec, inks: Inks, id: string, aspect: number, titled: boolean): Stage {
  const width = Math.round(HEIGHT * Math.min(ASPECTS.most, Math.max(ASPECTS.least, aspect)));
  const seedOf = (part: string) => hash(`${spec.seed} ${part}`);
  return {
    spec,
    inks,
    id,
    width,
    titled,
    left: -Math.ceil(width / 2) - 10,
    right: Math.ceil(width / 2) + 10,
    side: spec.sunX > 0 ? -1 : 1,
    detail: Math.max(1, width / 1060) ** 0.75,
    dice: (part) => chance(seedOf(part)),
    seedOf,
  };
}

/** Sun or moon: where it stands and how large it is. */
export function discOf({ spec, width, inks }: Stage): { readonly centre: Point; readonly radius: number } {
  // On a wide sheet the sun keeps near the middle third, where every crop shows it.
  const x = spec.sunX * Math.min(width, HEIGHT * 1.3);
  // Trees stand high in a forest: there the sun keeps above them.
  const lift = spec.theme === 'forest' ? 0.08 : 0;
  const radius = spec.light === 'paper' ? 92 : spec.light === 'dawn' || spec.light === 'dusk' ? 78 : 52;
  const y = HEIGHT * ((inks.disc.low ? spec.sunY + 0.07 : spec.sunY - 0.03) - lift);
  // A titled picture is pushed up; the whole disc must stay on the sheet.
  const highest = TITLE_LIFT + radius + 30;
  return { centre: [Math.round(x), Math.round(Math.max(highest, y))], radius };
}
