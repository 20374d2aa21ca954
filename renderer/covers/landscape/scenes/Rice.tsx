/** Rice terraces: wooded hills, a hamlet, and fields that step down the slope, water in some of them. */
import type { ReactElement } from 'react';
import { mix } from '../../colour.ts';
import { PatternDef } from '../../patterns/index.tsx';
import type { Chance } from '../../random.ts';
import { type Crest, crestOf } from '../crest.ts';
import { Houses } from '../Props.tsx';
import { smooth } from '../path.ts';
import { Ridge, soft } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import { FLOOR, type Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';
import { footPaint } from '../Water.tsx';

const TOP = 458;
const STEPS = 11;

/**
 * Upper edges of the terraces, far to near. All follow one fold of the slope, hollow in the middle
 * of the picture; each strays a little, so that fields pinch and widen.
 */
function edges(stage: Stage, middle: number): readonly Crest[] {
  const fold = crestOf({ seed: stage.seedOf('fold'), kind: 'hill', base: 0, height: 1, spacing: 300 });
  const drift = crestOf({ seed: stage.seedOf('drift'), kind: 'hill', base: 0, height: 1, spacing: 170 });
  return Array.from({ length: STEPS }, (_, k) => {
    const t = k / (STEPS - 1);
    const level = TOP + 14 + (FLOOR - TOP) * t ** 1.32;
    const gap = 12 + 34 * t;
    return (x) => {
      const away = (x - middle) / 480;
      // Squared near the middle, level far out, so that a wide sheet keeps its fields.
      const bowl = -(26 + 90 * t) * Math.tanh(away * away) * Math.sign(away + 0.35);
      return level + bowl + (8 + 60 * t) * (fold(x - 90 * t) + 0.5) + gap * 0.9 * (drift(x + k * 133) + 0.5);
    };
  });
}

/** Low banks across a terrace, from its upper edge to the next. */
function banks(upper: Crest, lower: Crest | undefined, from: number, to: number, dice: Chance): string {
  if (lower === undefined) return '';
  let d = '';
  for (let x = from + dice.between(0, 160); x < to; x += dice.between(120, 320)) {
    const [top, foot] = [upper(x), lower(x + 8)];
    if (foot - top > 9)
      d += `M${Math.round(x)} ${Math.round(top)}q${Math.round((foot - top) * 0.3)} ${Math.round((foot - top) * 0.5)} 8 ${Math.round(foot - top)}`;
  }
  return d;
}

export function Rice({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, spec } = stage;
  const far = crestOf({ seed: seedOf('far'), kind: 'alp', base: 385, height: 130, spacing: 190 });
  const hills = crestOf({ seed: seedOf('hills'), kind: 'wooded', base: 452, height: 130, spacing: 240 });
  const home = side * 150;
  const dice = stage.dice('fields');
  const fields = edges(stage, home * 0.5);
  return (
    <>
      <Sky stage={stage} />
      <Ridge
        stage={stage}
        name="a"
        crest={far}
        bottom={450}
        top={inks.land(0.08)}
        foot={inks.land(0)}
        mist={0.8}
      />
      <Haze stage={stage} part="haze" y={338} span={0.42} opacity={0.65} />
      <Ridge
        stage={stage}
        name="b"
        crest={hills}
        cut="wood"
        bottom={520}
        top={inks.land(0.5)}
        foot={inks.land(0.5)}
        mist={0.3}
      />
      <Cedars
        stage={stage}
        part="grove"
        crest={() => TOP + 4}
        from={home - 130}
        to={home + 140}
        high={(x) => 58 - Math.abs(x - home) * 0.22}
        apart={15}
        fill={inks.land(0.66)}
        tiers={2}
      />
      <PatternDef id={`${id}p`} pattern={spec.pattern} paint={footPaint(stage, 0.8)} scale={1} />
      {fields.map((edge, k) => {
        const t = k / (STEPS - 1);
        const flooded = !inks.plain && dice.odds(0.36) && k > 0;
        const dry = inks.land(0.5 + 0.44 * t + dice.between(-0.06, 0.06));
        const fill = flooded ? mix(mix(inks.horizon, inks.water.near, 0.22 + 0.66 * t), dry, 0.2) : dry;
        const d = smooth(soft(stage, edge, 84), `V${FLOOR}H${left}z`);
        const bank = inks.plain ? '#ffffff' : mix(inks.land(0.42 + 0.3 * t), inks.white, 0.4 - 0.24 * t);
        return (
          <g key={Math.round(1000 * t)} stroke={bank} strokeWidth={Math.round(14 + 22 * t) / 10}>
            <path d={d} fill={fill} />
            {k % 4 === 3 && <path d={d} fill={`url(#${id}p)`} />}
            <path d={banks(edge, fields[k + 1], left, right, dice)} fill="none" />
            {k === 0 && (
              <g stroke="none">
                <Houses
                  stage={stage}
                  houses={[
                    [home - 52, TOP + 14, 52],
                    [home + 12, TOP + 20, 66],
                    [home + 84, TOP + 12, 44],
                  ]}
                  depth={0.8}
                  lit={spec.light !== 'day'}
                />
              </g>
            )}
          </g>
        );
      })}
    </>
  );
}
