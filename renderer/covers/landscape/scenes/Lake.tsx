/** A mountain and its image in still water, a wooded shore, pampas grass at our feet. */
import type { ReactElement } from 'react';
import { coneOf, crestOf, slopeOf } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { carriesSnow } from '../Massif.tsx';
import { Grass } from '../Props.tsx';
import { Ridge, rocky, snowCaps } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Water } from '../Water.tsx';

const SHORE = 424;

export function Lake({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, width } = stage;
  const top = side * Math.min(width * 0.16, 180);
  const cone = coneOf(seedOf('cone'), SHORE, 270, top, 470);
  const span = [Math.max(left, top - 470), Math.min(right, top + 470)] as const;
  const hills = crestOf({ seed: seedOf('hills'), kind: 'wooded', base: SHORE, height: 92, spacing: 170 });
  const bank = slopeOf({
    seed: seedOf('bank'),
    edge: side * -width * 0.5,
    side: side > 0 ? 1 : -1,
    top: 610,
    foot: 800,
    reach: width * 0.85,
    bend: 1.35,
    rough: 7,
  });
  const grassX = (share: number) => Math.round(side * -width * share);
  return (
    <>
      <Sky stage={stage} />
      <g id={`${id}r`}>
        <Ridge
          stage={stage}
          name="a"
          crest={cone}
          span={span}
          bottom={SHORE}
          top={inks.land(0.34)}
          foot={inks.land(0.1)}
          mist={0.6}
        />
        {!inks.plain && carriesSnow(stage) && (
          <path d={snowCaps(rocky(stage, cone, span), 238, stage.dice('snow'))} fill={inks.white} />
        )}
        <Ridge
          stage={stage}
          name="b"
          crest={hills}
          cut="wood"
          bottom={SHORE}
          top={inks.land(0.56)}
          foot={inks.land(0.5)}
          mist={0.2}
        />
      </g>
      <Haze stage={stage} part="haze" y={318} span={0.44} opacity={0.7} />
      <Water stage={stage} from={SHORE} weave={560} pattern="seigaiha" mirrored={`${id}r`} />
      <Ground stage={stage} name="g" crest={bank} depth={0.88} strength={0.7} />
      {!stage.titled && (
        <>
          <Grass
            stage={stage}
            part="tuft"
            x={grassX(0.34)}
            y={Math.round(bank(grassX(0.34)) + 30)}
            high={200}
            lean={side > 0 ? 1 : -1}
          />
          <Grass
            stage={stage}
            part="tuft2"
            x={grassX(0.22)}
            y={Math.round(bank(grassX(0.22)) + 34)}
            high={140}
            lean={side > 0 ? 1 : -1}
          />
        </>
      )}
    </>
  );
}
