/** An inland sea of islands, one behind the other, sails between them, a pine islet at our feet. */
import type { ReactElement } from 'react';
import { crestOf } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Pine } from '../Trees.tsx';
import { Sails, Water, waterPattern } from '../Water.tsx';

const HORIZON = 350;

/** x of the middle and half the length as shares of the width, level of the shore, height, depth. */
type Isle = readonly [x: number, half: number, shore: number, height: number, depth: number];

/** Far to near; the far ones overlap into one broken line. */
const ISLES: readonly Isle[] = [
  [-0.3, 0.3, 352, 70, 0.02],
  [0.24, 0.26, 356, 92, 0.1],
  [-0.14, 0.2, 372, 105, 0.28],
  [0.36, 0.2, 396, 128, 0.46],
  [-0.44, 0.2, 424, 140, 0.6],
];

export function Island({ stage }: { readonly stage: Stage }): ReactElement {
  const { inks, left, right, seedOf, side, spec, width } = stage;
  const dice = stage.dice('isles');
  const isles = ISLES.map(([x, half, shore, height, depth], i) => {
    const middle = side * (x + dice.between(-0.05, 0.05)) * width;
    // Lengths follow the height of the sheet, not its width: a wide sheet gets open water instead.
    const reach = half * 960 * dice.between(0.85, 1.15);
    const crest = crestOf({
      seed: seedOf(`isle ${i}`),
      kind: 'wooded',
      base: shore,
      height,
      spacing: reach * 0.8,
      envelope: (at) => Math.max(0, 1 - ((at - middle) / reach) ** 2) ** 0.7,
    });
    const span = [Math.max(left, middle - reach), Math.min(right, middle + reach)] as const;
    return { crest, span, shore, depth, name: `i${i}` };
  });
  const beaches = isles
    .filter(({ depth }) => depth > 0.2)
    .map(({ span, shore }) => {
      const inset = (span[1] - span[0]) * 0.22;
      return `M${Math.round(span[0] + inset)} ${shore + 2}H${Math.round(span[1] - inset)}`;
    })
    .join('');
  const near = side * width * 0.36;
  const islet = crestOf({
    seed: seedOf('islet'),
    kind: 'wooded',
    base: 690,
    height: 190,
    spacing: 240,
    envelope: (at) => Math.max(0, 1 - ((at - near) / 250) ** 2) ** 0.5,
  });
  return (
    <>
      <Sky stage={stage} />
      <Haze stage={stage} part="high" y={130} span={0.5} opacity={0.5} />
      <Water stage={stage} from={HORIZON} weave={480} pattern={waterPattern(spec)} />
      {isles.map(({ crest, span, shore, depth, name }) => (
        <Ridge
          key={name}
          stage={stage}
          name={name}
          crest={crest}
          cut="wood"
          span={span}
          bottom={shore}
          top={inks.land(depth)}
          foot={inks.land(depth)}
          mist={0.34}
        />
      ))}
      {!inks.plain && (
        <path d={beaches} stroke={inks.white} strokeOpacity="0.5" strokeWidth="2.4" strokeLinecap="round" />
      )}
      <Haze stage={stage} part="low" y={330} span={0.42} opacity={0.62} />
      <Sails
        stage={stage}
        at={[
          [side * width * 0.04, 470, 0.72],
          [-side * width * 0.08, 438, 0.46],
          [side * width * 0.1, 412, 0.34],
        ]}
      />
      <Ground
        stage={stage}
        name="g"
        crest={islet}
        span={[Math.max(left, near - 250), Math.min(right, near + 250)]}
        depth={0.86}
        strength={0.5}
        rocky
        bottom={690}
      />
      {!inks.plain && (
        <path
          d={`M${Math.round(near - 190)} 693h380m-350 12h250`}
          stroke={inks.white}
          strokeOpacity="0.45"
          strokeWidth="3"
          strokeLinecap="round"
        />
      )}
      <Pine
        stage={stage}
        x={Math.round(near)}
        y={Math.round(islet(near) + 12)}
        high={220}
        lean={side > 0 ? -1 : 1}
        fill={inks.land(0.94)}
        lit={inks.land(0.74)}
      />
    </>
  );
}
