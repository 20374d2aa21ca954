/** Open sea: headlands that run out into the water, a low sun and its path, sails, wave scales, a pine. */
import type { ReactElement } from 'react';
import { crestOf, slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Pine } from '../Trees.tsx';
import { Sails, Water, waterPattern } from '../Water.tsx';

const HORIZON = 396;

export function Sea({ stage }: { readonly stage: Stage }): ReactElement {
  const { inks, left, right, seedOf, side, spec, width } = stage;
  const edge = side > 0 ? right : left;
  const inward = side > 0 ? -1 : 1;
  /** 1 at the shore's edge of the sheet, 0 at `reach` shares of the width out in the sea. */
  const runOut = (reach: number) => (x: number) => {
    const t = Math.max(0, 1 - Math.abs(x - edge) / (width * reach));
    return Math.min(1, t * 1.9) * (0.4 + 0.6 * t);
  };
  const head = (part: string, height: number, reach: number, spacing: number, base: number) => ({
    crest: crestOf({ seed: seedOf(part), kind: 'wooded', base, height, spacing, envelope: runOut(reach) }),
    span: side > 0 ? ([right - width * reach, right] as const) : ([left, left + width * reach] as const),
    bottom: base,
  });
  const cliff = slopeFrom(stage, 'cliff', side, { top: 486, foot: 830, reach: 390, bend: 0.52, rough: 17 });
  const pineX = Math.round(edge + inward * 112);
  const dice = stage.dice('sails');
  const sailX = -side * width * dice.between(0.06, 0.16);
  return (
    <>
      <Sky stage={stage} />
      <Haze stage={stage} part="high" y={150} span={0.46} opacity={0.55} />
      <Ridge
        stage={stage}
        name="a"
        {...head('far', 125, 0.95, 150, HORIZON)}
        cut="wood"
        top={inks.land(0.1)}
        foot={inks.land(0)}
        mist={0.5}
      />
      <Water stage={stage} from={HORIZON} weave={490} pattern={waterPattern(spec)} />
      <Ridge
        stage={stage}
        name="b"
        {...head('near', 180, 0.6, 130, 418)}
        cut="wood"
        top={inks.land(0.42)}
        foot={inks.land(0.3)}
        mist={0.25}
      />
      <Sails
        stage={stage}
        at={[
          [sailX, 452, 0.7],
          [sailX - side * 92, 428, 0.42],
          [sailX - side * 44, 420, 0.3],
        ]}
      />
      <Ground
        stage={stage}
        name="c"
        crest={cliff}
        span={[Math.min(edge, edge + inward * 410), Math.max(edge, edge + inward * 410)]}
        depth={0.84}
        strength={0.5}
        rocky
      />
      <Pine
        stage={stage}
        x={pineX}
        y={Math.round(cliff(pineX) + 16)}
        high={250}
        lean={inward}
        fill={inks.land(0.94)}
        lit={inks.land(0.74)}
      />
    </>
  );
}
