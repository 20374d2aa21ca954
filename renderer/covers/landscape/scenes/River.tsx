/** A river that winds between tongues of land out of the hills to our feet, a bridge over it. */
import type { ReactElement } from 'react';
import { PatternDef } from '../../patterns/index.tsx';
import { crestOf } from '../crest.ts';
import { Massif } from '../Massif.tsx';
import { Bridge, Grass } from '../Props.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';
import { footPaint, Water, waterPattern } from '../Water.tsx';

const SPRING = 436;

/** Side the tongue comes from (times the sun's other side), top and foot at the edge, tip x and y, depth. */
type Tongue = readonly [from: 1 | -1, top: number, foot: number, tipX: number, tipY: number, depth: number];

const TONGUES: readonly Tongue[] = [
  [-1, 428, 462, 120, 452, 0.56],
  [1, 436, 500, -110, 478, 0.66],
  [-1, 458, 596, 90, 520, 0.76],
  [1, 520, 745, -40, 612, 0.85],
  [-1, 640, 1060, -60, 820, 0.93],
];

/** A tongue of land that reaches into the water: two soft curves from the edge to its tip and back. */
function tongue([from, top, foot, tipX, tipY]: Tongue, side: number, half: number): string {
  const dir = from * side;
  const edge = dir * (half + 12);
  const tip = -dir * tipX * -from;
  const span = edge - tip;
  const p = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`;
  return (
    `M${p(edge, top)}C${p(tip + span * 0.6, top - 2)} ${p(tip + span * 0.3, tipY - (tipY - top) * 0.35)} ${p(tip, tipY)}` +
    `C${p(tip + span * 0.1, tipY + (foot - tipY) * 0.3)} ${p(tip + span * 0.5, foot - (foot - tipY) * 0.25)} ${p(edge, foot)}z`
  );
}

export function River({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, spec, width } = stage;
  const half = width / 2;
  const hills = crestOf({ seed: seedOf('hills'), kind: 'wooded', base: 448, height: 118, spacing: 230 });
  const pattern = `${id}tp`;
  return (
    <>
      <Sky stage={stage} />
      <Massif
        stage={stage}
        base={420}
        height={200}
        spacing={200}
        heart={-spec.sunX * 500}
        depth={0.16}
        snowLine={290}
      />
      <Haze stage={stage} part="haze" y={322} span={0.4} opacity={0.7} />
      <Ridge
        stage={stage}
        name="a"
        crest={hills}
        cut="wood"
        bottom={SPRING + 30}
        top={inks.land(0.46)}
        foot={inks.land(0.45)}
        mist={0.4}
      />
      <Water stage={stage} from={SPRING} weave={520} pattern={waterPattern(spec)} />
      <PatternDef id={pattern} pattern={spec.pattern} paint={footPaint(stage, 0.75)} scale={1.15} />
      {TONGUES.map((t, i) => {
        const d = tongue(t, side, half);
        return (
          <g key={t[1]}>
            {i === 1 && (
              <Cedars
                stage={stage}
                part="row"
                crest={(x) => 440 + ((half - x * side) / width) * 26}
                from={side > 0 ? 30 : left}
                to={side > 0 ? right : -30}
                high={(x) => 20 + 56 * Math.min(1, Math.abs(x) / half)}
                apart={24}
                fill={inks.land(0.72)}
                tiers={2}
              />
            )}
            <path d={d} fill={inks.land(t[5])} {...inks.edge} />
            {i >= 2 && <path d={d} fill={`url(#${pattern})`} />}
            {i === 2 && (
              <Bridge stage={stage} from={[side * -70, 524]} to={[side * 190, 538]} rise={26} depth={0.97} />
            )}
          </g>
        );
      })}
      {!stage.titled && (
        <Grass
          stage={stage}
          part="tuft"
          x={Math.round(-side * half * 0.72)}
          y={760}
          high={210}
          lean={side > 0 ? 1 : -1}
        />
      )}
    </>
  );
}
