/** Snow country at evening: white ranges, cedars under snow, lit farmhouses, falling flakes, blue drifts. */
import type { ReactElement } from 'react';
import { mix } from '../../colour.ts';
import { crestOf, slopeFrom } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { Houses } from '../Props.tsx';
import { Ridge, rocky, shadowFaces } from '../Ridge.tsx';
import { Sky } from '../Sky.tsx';
import { FLOOR, HEIGHT, type Stage } from '../stage.ts';
import { Cedars } from '../Trees.tsx';

export function Snow({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, spec, width } = stage;
  const far = crestOf({ seed: seedOf('far'), kind: 'alp', base: 420, height: 190, spacing: 240 });
  const white = (share: number) => (inks.plain ? inks.horizon : mix(inks.white, inks.land(0.6), share));
  const hills = crestOf({ seed: seedOf('hills'), kind: 'wooded', base: 456, height: 80, spacing: 260 });
  const drift = slopeFrom(stage, 'drift', side, { top: 440, foot: 560, reach: width, bend: 1.5, rough: 5 });
  const near = slopeFrom(stage, 'near', -side, { top: 560, foot: 720, reach: width, bend: 1.4, rough: 4 });
  const home = side * Math.min(width * 0.2, 200);
  const sill = (x: number) => drift(x) + 6;
  // On a narrow sheet the drift falls faster: the farm draws together, clear of the title.
  const share = Math.min(1, width / 900);
  const [small, large] = [home - side * 150 * share, home - side * 40 * share];
  return (
    <>
      <Sky stage={stage} />
      <Ridge stage={stage} name="a" crest={far} bottom={470} top={white(0.04)} foot={white(0.3)} mist={0.5} />
      {!inks.plain && (
        <>
          <linearGradient id={`${id}f`} x2="0" y2="1">
            <stop stopColor={inks.land(0.45)} stopOpacity="0.75" />
            <stop offset="1" stopColor={inks.land(0.3)} stopOpacity="0.05" />
          </linearGradient>
          <path
            d={shadowFaces(rocky(stage, far), side > 0 ? 1 : -1, 8, 0.9, stage.dice('faces'))}
            fill={`url(#${id}f)`}
          />
        </>
      )}
      <Ridge
        stage={stage}
        name="b"
        crest={hills}
        cut="wood"
        bottom={560}
        top={inks.land(0.5)}
        foot={inks.land(0.45)}
        mist={0.5}
      />
      <g id={`${id}t`}>
        <Cedars
          stage={stage}
          part="grove"
          crest={drift}
          from={left}
          to={right}
          high={(x) => 30 + 86 * Math.max(0, ((x - home) * side) / (width * 0.4))}
          apart={30}
          fill={inks.land(0.78)}
        />
      </g>
      <Ground stage={stage} name="c" crest={drift} depth={0.6} tint={white(0.28)} strength={0} />
      <Houses
        stage={stage}
        houses={[
          [small, sill(small), 84 * share],
          [large, sill(large) + 14 * share, 118 * share],
        ]}
        snowed
        depth={0.86}
        lit
      />
      <Ground
        stage={stage}
        name="d"
        crest={near}
        depth={0.78}
        tint={mix(white(0.62), inks.land(0.8), 0.35)}
        strength={0.9}
      />
      {!inks.plain && spec.light !== 'dusk' && <Flakes stage={stage} />}
    </>
  );
}

/** Falling snow: dots in three sizes, none in a row. */
function Flakes({ stage }: { readonly stage: Stage }): ReactElement {
  const dice = stage.dice('flakes');
  const dots = (count: number) =>
    Array.from(
      { length: count },
      () =>
        `M${Math.round(dice.between(stage.left, stage.right))} ${Math.round(dice.between(0, stage.titled ? HEIGHT * 0.55 : FLOOR))}h0`,
    ).join('');
  const count = Math.round(stage.width / 26);
  return (
    <g stroke={stage.inks.white} strokeLinecap="round" strokeOpacity="0.85">
      <path d={dots(count)} strokeWidth="5" />
      <path d={dots(count / 2)} strokeWidth="8" />
      <path d={dots(count / 5)} strokeWidth="12" />
    </g>
  );
}
