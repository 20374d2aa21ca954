/** The chief range of a picture: rock with lit and shadowed faces, and snow where the place has it. */
import type { ReactElement } from 'react';
import type { RegionId } from '../palette.ts';
import { crestOf } from './crest.ts';
import { Ridge, rocky, shadowFaces, snowCaps } from './Ridge.tsx';
import type { Stage } from './stage.ts';

type Props = {
  readonly stage: Stage;
  readonly base: number;
  readonly height: number;
  readonly spacing: number;
  /** x of the highest part; the range falls off to both sides of it. */
  readonly heart: number;
  /** Tops above this level carry snow; leave out for none. */
  readonly snowLine?: number;
  readonly depth?: number;
};

/** Regions whose high mountains are white in the pictures people have of them. */
const SNOWY: ReadonlySet<RegionId> = new Set(['hokkaido', 'tohoku', 'chubu', 'kanto']);

/** True where a high mountain is drawn with snow. */
export const carriesSnow = ({ spec }: Stage): boolean => SNOWY.has(spec.hue);

export function Massif({ stage, base, height, spacing, heart, snowLine, depth = 0.3 }: Props): ReactElement {
  const { id, inks, seedOf, spec } = stage;
  const crest = crestOf({
    seed: seedOf('massif'),
    kind: 'alp',
    base,
    height,
    spacing,
    envelope: (x) => 0.5 + 0.5 * Math.exp(-(((x - heart) / 300) ** 2)),
  });
  const points = rocky(stage, crest);
  const rock = inks.land(depth);
  const sunlit = spec.sunX > heart / 1000 ? -1 : 1;
  const snowed = snowLine !== undefined && carriesSnow(stage);
  return (
    <>
      <Ridge stage={stage} name="m" crest={crest} bottom={base + 60} top={rock} foot={rock} mist={0.72} />
      {!inks.plain && (
        <>
          {snowed && <path d={snowCaps(points, snowLine, stage.dice('snow'))} fill={inks.white} />}
          <linearGradient id={`${id}f`} x2="0" y2="1">
            <stop stopColor={inks.land(Math.min(1, depth + 0.32))} stopOpacity="0.8" />
            <stop offset="1" stopColor={rock} stopOpacity="0.1" />
          </linearGradient>
          <path d={shadowFaces(points, sunlit, 14, 0.8, stage.dice('faces'))} fill={`url(#${id}f)`} />
        </>
      )}
    </>
  );
}
