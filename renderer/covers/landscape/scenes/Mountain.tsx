/** Mountains: a rock massif with shadowed faces and snow, misty ridges, cedars, woven slopes. */
import type { ReactElement } from 'react';
import { crestOf, slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { Massif } from '../Massif.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';

export function Mountain({ stage }: { readonly stage: Stage }): ReactElement {
  const { inks, left, right, seedOf, side, spec, width } = stage;
  const far = crestOf({ seed: seedOf('far'), kind: 'alp', base: 400, height: 105, spacing: 150 });
  const wooded = crestOf({ seed: seedOf('wooded'), kind: 'wooded', base: 462, height: 90, spacing: 210 });
  const lower = crestOf({ seed: seedOf('lower'), kind: 'wooded', base: 520, height: 70, spacing: 260 });
  const edge = side > 0 ? right : left;
  const slope = slopeFrom(stage, 'slope', side, { top: 500, foot: 660, reach: width, bend: 1.5, rough: 10 });
  const front = slopeFrom(stage, 'front', -side, { top: 590, foot: 780, reach: width, bend: 1.4, rough: 8 });
  /** Trees are tall where the slope comes in and lost in the distance where it goes out. */
  const high = (x: number) => 96 - (70 * ((edge - x) * side)) / (width * 0.62);
  return (
    <>
      <Sky stage={stage} />
      <Ridge
        stage={stage}
        name="a"
        crest={far}
        bottom={470}
        top={inks.land(0.02)}
        foot={inks.land(0)}
        mist={0.8}
      />
      <Massif stage={stage} base={450} height={275} spacing={240} heart={-spec.sunX * 420} snowLine={262} />
      <Haze stage={stage} part="haze" y={362} span={0.44} opacity={0.7} />
      <Ridge
        stage={stage}
        name="c"
        crest={wooded}
        cut="wood"
        bottom={560}
        top={inks.land(0.52)}
        foot={inks.land(0.4)}
        mist={0.45}
      />
      <Ridge
        stage={stage}
        name="d"
        crest={lower}
        cut="wood"
        bottom={660}
        top={inks.land(0.68)}
        foot={inks.land(0.6)}
        mist={0.15}
      />
      <Cedars
        stage={stage}
        part="row"
        crest={slope}
        from={left}
        to={right}
        high={high}
        apart={27}
        fill={inks.land(0.86)}
      />
      <Ground stage={stage} name="g" crest={slope} depth={0.84} />
      <Ground stage={stage} name="h" crest={front} depth={0.94} strength={0} />
    </>
  );
}
