/** A cedar forest in the mist: row behind row, great trunks close by, light between them. */
import type { ReactElement } from 'react';
import { crestOf, slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import { FLOOR, type Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';

/** Level of the ridge, height of its trees, distance between them, depth, boughs. */
const ROWS: readonly (readonly [number, number, number, number, number])[] = [
  [350, 54, 25, 0.14, 1],
  [412, 86, 38, 0.36, 2],
  [486, 132, 50, 0.58, 3],
];

export function Forest({ stage }: { readonly stage: Stage }): ReactElement {
  const { inks, left, right, seedOf, side, width } = stage;
  const far = crestOf({ seed: seedOf('far'), kind: 'wooded', base: 380, height: 150, spacing: 260 });
  const slope = slopeFrom(stage, 'slope', side, { top: 492, foot: 606, reach: width, bend: 1.4, rough: 10 });
  return (
    <>
      <Sky stage={stage} />
      <Ridge
        stage={stage}
        name="a"
        crest={far}
        cut="wood"
        bottom={460}
        top={inks.land(0.06)}
        foot={inks.land(0)}
        mist={0.85}
      />
      {ROWS.map(([base, high, apart, depth, tiers], i) => {
        const crest = crestOf({ seed: seedOf(`row ${i}`), kind: 'hill', base, height: 64, spacing: 330 });
        const ink = inks.land(depth);
        return (
          <g key={base}>
            <Cedars
              stage={stage}
              part={`row ${i}`}
              crest={crest}
              from={left}
              to={right}
              high={() => high}
              apart={apart}
              fill={ink}
              tiers={tiers}
            />
            <Ridge
              stage={stage}
              name={`r${i}`}
              crest={crest}
              bottom={i === 2 ? 660 : base + 130}
              top={ink}
              foot={ink}
              mist={i === 2 ? 0.5 : 0.62}
              cut="slope"
            />
            {i === 1 && <Haze stage={stage} part="haze" y={base - 40} span={0.5} opacity={0.6} />}
          </g>
        );
      })}
      <Ground stage={stage} name="g" crest={slope} depth={0.82} strength={0.8} />
      <Trunks stage={stage} side={side} />
    </>
  );
}

/** Two or three trunks that rise out of the sheet on one side, with a few boughs. */
function Trunks({ stage, side }: { readonly stage: Stage; readonly side: number }): ReactElement {
  const { inks, width } = stage;
  const dice = stage.dice('trunks');
  const half = width / 2;
  const trunk = (from: number, w: number, foot: number) =>
    `M${Math.round(from - w * 0.38)} -5L${Math.round(from - w / 2)} ${foot - 60}q${Math.round(-w * 0.06)} 40 ${Math.round(-w * 0.32)} 64h${Math.round(w * 1.64)}q${Math.round(-w * 0.26)} -24 ${Math.round(-w * 0.32)} -64L${Math.round(from + w * 0.38)} -5z`;
  const trunks = [
    [side * (half - 62), 62, FLOOR],
    [side * (half - 176), 40, 742],
    [side * -(half - 34), 44, FLOOR - 20],
  ] as const;
  const bark = trunks
    .map(([x, w, foot]) =>
      [-0.28, 0.02, 0.26]
        .map(
          (share) =>
            `M${Math.round(x + w * share)} ${Math.round(dice.between(-20, 200))}V${Math.round(foot - dice.between(120, 320))}`,
        )
        .join(''),
    )
    .join('');
  return (
    <>
      <path
        d={trunks.map(([x, w, foot]) => trunk(x, w, foot)).join('')}
        fill={inks.land(0.93)}
        {...inks.edge}
      />
      {!inks.plain && (
        <path d={bark} stroke={inks.land(0.7)} strokeOpacity="0.5" strokeWidth="3" strokeLinecap="round" />
      )}
    </>
  );
}
