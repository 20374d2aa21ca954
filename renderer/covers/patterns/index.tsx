/** The traditional patterns by name, and the `<pattern>` element that repeats one. */
import type { ReactElement } from 'react';
import type { PatternId } from '../spec.ts';
import {
  hanabishi,
  higaki,
  ichimatsu,
  igeta,
  matsukawa,
  sankuzushi,
  takijima,
  uroko,
  yagasuri,
} from './fields.tsx';
import { amime, asanoha, kagome, kikko, seigaiha, shippo, tatewaku } from './lines.tsx';
import type { Paint, Tile } from './tile.ts';

export const TILES: { readonly [K in PatternId]: Tile } = {
  seigaiha,
  asanoha,
  ichimatsu,
  shippo,
  yagasuri,
  kikko,
  uroko,
  tatewaku,
  kagome,
  hanabishi,
  takijima,
  amime,
  higaki,
  matsukawa,
  sankuzushi,
  igeta,
};

type Props = {
  readonly id: string;
  readonly pattern: PatternId;
  readonly paint: Paint;
  /** Size of the pattern unit in units of the drawing. Default 1. */
  readonly scale?: number;
};

/** Defines the fill `url(#id)`: the pattern without a ground, over whatever lies below. */
export function PatternDef({ id, pattern, paint, scale = 1 }: Props): ReactElement {
  const tile = TILES[pattern];
  return (
    <pattern
      id={id}
      width={Math.round(tile.width * 100) / 100}
      height={Math.round(tile.height * 100) / 100}
      patternUnits="userSpaceOnUse"
      patternTransform={scale === 1 ? undefined : `scale(${Math.round(scale * 1000) / 1000})`}
    >
      {tile.draw(paint, `${id}m`)}
    </pattern>
  );
}
