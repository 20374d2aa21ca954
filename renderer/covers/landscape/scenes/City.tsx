/** A city by its river: skylines in the haze, an arched bridge, lamps, a roofed boat with lanterns. */
import type { ReactElement } from 'react';
import { mix } from '../../colour.ts';
import { VERMILION } from '../../palette.ts';
import type { Point } from '../../patterns/geometry.ts';
import { slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { straight } from '../path.ts';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Pine } from '../Trees.tsx';
import { Water } from '../Water.tsx';

const QUAY = 440;

type Skyline = { readonly d: string; readonly lamps: string };

/** Roofs from edge to edge; `crowd` (0..1 at x) says where the towers stand. */
function skyline(stage: Stage, part: string, high: number, crowd: (x: number) => number): Skyline {
  const dice = stage.dice(part);
  const points: Point[] = [[stage.left, QUAY]];
  let lamps = '';
  for (let x = stage.left; x < stage.right; ) {
    const w = dice.between(18, 46);
    const h = high * (0.16 + 0.84 * crowd(x + w / 2) * dice.between(0.35, 1));
    const top = QUAY - h;
    points.push([x, top], [x + w, top]);
    if (h > high * 0.6 && dice.odds(0.4))
      points.splice(
        -1,
        0,
        [x + w * 0.46, top],
        [x + w * 0.5, top - dice.between(14, 30)],
        [x + w * 0.54, top],
      );
    if (h > 46 && dice.odds(0.75)) {
      for (const share of w > 30 ? [0.26, 0.5, 0.74] : [0.34, 0.66]) {
        lamps += `M${Math.round(x + w * share)} ${Math.round(top + dice.between(8, 40))}V${QUAY - 26}`;
      }
    }
    x += w + (dice.odds(0.25) ? dice.between(4, 12) : 0);
  }
  points.push([stage.right, QUAY]);
  return { d: straight(points, 'z'), lamps };
}

/** A bridge of three tied arches over the whole river. */
function arches(left: number, right: number): { readonly deck: string; readonly hangers: string } {
  const span = (right - left) / 3;
  let [deck, hangers] = [`M${left} ${QUAY + 8}H${right}`, ''];
  for (let i = 0; i < 3; i++) {
    const x = Math.round(left + i * span);
    const rise = i === 1 ? 92 : 66;
    deck += `M${x} ${QUAY + 8}q${Math.round(span / 2)} ${-2 * rise} ${Math.round(span)} 0`;
    for (let j = 1; j < 8; j++) {
      const t = j / 8;
      hangers += `M${Math.round(x + span * t)} ${QUAY + 8}v${Math.round(-4 * rise * t * (1 - t))}`;
    }
    if (i > 0) hangers += `M${x} ${QUAY}v34`;
  }
  return { deck, hangers };
}

export function City({ stage }: { readonly stage: Stage }): ReactElement {
  const { inks, left, right, side, spec, width } = stage;
  const near = (middle: number, reach: number) => (x: number) => Math.exp(-(((x - middle) / reach) ** 2));
  const far = skyline(stage, 'far', 130, near(side * 120, 330));
  const back = skyline(stage, 'back', 176, near(side * 130, 190));
  const mid = skyline(stage, 'mid', 196, near(side * 225, 130));
  const low = skyline(stage, 'low', 62, () => 0.8);
  const { deck, hangers } = arches(Math.round(-width * 0.62), Math.round(width * 0.62));
  const lit = spec.light === 'night' || spec.light === 'dusk';
  const edge = side > 0 ? left : right;
  const bank = slopeFrom(stage, 'bank', -side, {
    top: 610,
    foot: 800,
    reach: width * 0.7,
    bend: 1.3,
    rough: 6,
  });
  const metal = inks.plain ? '#ffffff' : inks.land(0.82);
  return (
    <>
      <Sky stage={stage} />
      <path d={far.d} fill={inks.land(0.08)} {...inks.edge} />
      <Haze stage={stage} part="haze" y={336} span={0.44} opacity={0.6} />
      <path d={back.d} fill={inks.land(0.24)} {...inks.edge} />
      <path d={mid.d} fill={inks.land(0.44)} {...inks.edge} />
      <path
        d={mid.lamps}
        stroke={lit ? inks.lamp : inks.horizon}
        strokeWidth="5"
        strokeDasharray="5 8 5 17 5 8 5 30"
        strokeOpacity={lit ? 0.75 : 0.4}
      />
      <path d={low.d} fill={inks.land(0.62)} {...inks.edge} />
      <Water stage={stage} from={QUAY} weave={540} pattern="seigaiha" shaded={0.2} />
      <g fill="none" stroke={metal}>
        <path d={deck} strokeWidth="7" />
        <path d={hangers} strokeWidth="2.4" />
      </g>
      {lit && (
        <path
          d={`M${left} ${QUAY + 1}H${right}`}
          stroke={inks.lamp}
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray="0 58"
        />
      )}
      <Boat stage={stage} x={side * 60} y={548} />
      <Ground stage={stage} name="g" crest={bank} depth={0.9} strength={0.7} />
      <Pine
        stage={stage}
        x={Math.round(edge + side * 150)}
        y={Math.round(bank(edge + side * 150) + 20)}
        high={210}
        lean={side > 0 ? 1 : -1}
        fill={inks.land(0.97)}
        lit={mix(inks.land(0.8), inks.land(0.6), 0.3)}
      />
    </>
  );
}

/** A pleasure boat with a roof and a row of lanterns (屋形船). */
function Boat({
  stage,
  x,
  y,
}: {
  readonly stage: Stage;
  readonly x: number;
  readonly y: number;
}): ReactElement {
  const { inks } = stage;
  const hull = inks.land(0.96);
  return (
    <g transform={`translate(${Math.round(x)} ${y})`}>
      <path d="M-104-6q10 22 26 24h148q22-4 34-32q-22 8-44 8h-130q-20 0-34 0z" fill={hull} {...inks.edge} />
      <path d="M-70-8v-22h120v22z" fill={inks.lamp} fillOpacity="0.85" />
      <path d="M-46-8v-22M-22-8v-22M2-8v-22M26-8v-22" stroke={hull} strokeWidth="4" />
      <path d="M-86-30q76-22 152 0l-8-14q-68-16-136 0z" fill={hull} {...inks.edge} />
      <path
        d="M-72-22h130"
        stroke={VERMILION}
        strokeWidth="9"
        strokeLinecap="round"
        strokeDasharray="0 18.5"
      />
    </g>
  );
}
