/** A hot-spring village in a gorge at nightfall: inns with lit windows, steam, a pool at our feet. */
import type { ReactElement } from 'react';
import { at, n } from '../../patterns/geometry.ts';
import { crestOf, slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { steam } from '../Props.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';
import { Water } from '../Water.tsx';

/** Middle, ground level, width, storeys. */
type Inn = readonly [x: number, y: number, width: number, storeys: number];

const STOREY = 34;

/** An inn of several storeys, each with eaves that reach out a little. */
function Inns({
  stage,
  inns,
  depth,
}: {
  readonly stage: Stage;
  readonly inns: readonly Inn[];
  readonly depth: number;
}): ReactElement {
  const { inks } = stage;
  let [walls, roofs, panes] = ['', '', ''];
  for (const [x, y, w, storeys] of inns) {
    for (let i = 0; i < storeys; i++) {
      const top = y - (i + 1) * STOREY;
      const half = (w / 2) * (1 - i * 0.1);
      const last = i === storeys - 1;
      walls += `M${at(x - half, top + STOREY)}v${-STOREY}h${n(half * 2)}v${STOREY}z`;
      panes += `M${at(x - half + 8, top + 22)}h${n(half * 2 - 16)}`;
      const rise = last ? 26 : 8;
      roofs += `M${at(x - half - 15, top + 5)}q${at(13, -2)} ${at(last ? half * 0.55 : 20, -rise)}h${n(2 * half + 30 - 2 * (last ? half * 0.55 : 20))}q${at((last ? half * 0.55 : 20) - 13, rise - 2)} ${at(last ? half * 0.55 : 20, rise)}z`;
    }
  }
  return (
    <>
      <path d={walls} fill={inks.land(depth)} {...inks.edge} />
      <path d={panes} stroke={inks.lamp} strokeWidth="13" strokeDasharray="9 5 9 12" strokeOpacity="0.92" />
      <path d={roofs} fill={inks.land(Math.min(1, depth + 0.14))} {...inks.edge} />
    </>
  );
}

export function HotSpring({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, width } = stage;
  const far = crestOf({ seed: seedOf('far'), kind: 'wooded', base: 420, height: 190, spacing: 250 });
  const flank = (part: string, dir: number, top: number, foot: number, reach: number) =>
    slopeFrom(stage, part, dir, { top, foot, reach: width * reach, bend: 1.5, rough: 16 });
  const high = flank('high', side, 190, 470, 0.8);
  const low = flank('low', -side, 300, 480, 0.75);
  const bank = flank('bank', side, 560, 760, 0.75);
  const inns: readonly Inn[] = [
    [side * 250, 486, 150, 3],
    [side * 92, 496, 118, 2],
    [-side * 170, 498, 132, 3],
  ];
  return (
    <>
      <Sky stage={stage} />
      <Ridge
        stage={stage}
        name="a"
        crest={far}
        cut="wood"
        bottom={480}
        top={inks.land(0.14)}
        foot={inks.land(0)}
        mist={0.7}
      />
      <Haze stage={stage} part="haze" y={300} span={0.4} opacity={0.55} />
      <Ridge
        stage={stage}
        name="b"
        crest={low}
        cut="wood"
        bottom={520}
        top={inks.land(0.46)}
        foot={inks.land(0.5)}
        mist={0.25}
      />
      <Cedars
        stage={stage}
        part="trees"
        crest={high}
        from={side > 0 ? 0 : left}
        to={side > 0 ? right : 0}
        high={(x) => 20 + (62 * Math.abs(x)) / (width / 2)}
        apart={27}
        fill={inks.land(0.62)}
        tiers={2}
      />
      <Ridge
        stage={stage}
        name="c"
        crest={high}
        cut="wood"
        bottom={520}
        top={inks.land(0.62)}
        foot={inks.land(0.6)}
        mist={0.2}
      />
      <Inns stage={stage} inns={inns} depth={0.76} />
      <Water stage={stage} from={500} weave={560} pattern="seigaiha" shaded={0.5} />
      <Ground stage={stage} name="g" crest={bank} depth={0.88} strength={0.7} />
      {!inks.plain && (
        <>
          <linearGradient id={`${id}v`} x2="0" y2="1">
            <stop stopColor={inks.white} stopOpacity="0" />
            <stop offset="0.6" stopColor={inks.white} stopOpacity="0.34" />
            <stop offset="0.86" stopColor={inks.white} stopOpacity="0.46" />
            <stop offset="1" stopColor={inks.white} stopOpacity="0" />
          </linearGradient>
          <path d={steam([-side * 20, 524], 400, 104, 1)} fill={`url(#${id}v)`} />
          <path d={steam([-side * 258, 512], 250, 70, -1)} fill={`url(#${id}v)`} />
          <path d={steam([side * 170, 514], 230, 64, 1)} fill={`url(#${id}v)`} />
        </>
      )}
    </>
  );
}
