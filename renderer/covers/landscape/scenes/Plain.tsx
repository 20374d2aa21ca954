/** Wide fields under a wide sky: low far mountains, a windbreak of poplars, furrows, a woven field. */
import type { ReactElement } from 'react';
import { type Crest, crestOf } from '../crest.ts';
import { Ground } from '../Ground.tsx';
import { cloud, Grass } from '../Props.tsx';
import { Ridge } from '../Ridge.tsx';
import { Haze, Sky } from '../Sky.tsx';
import type { Stage } from '../stage.ts';

/** Furrows that fan out downwards from a crest, as if towards us. */
function furrows(
  crest: Crest,
  from: number,
  to: number,
  vanish: number,
  length: number,
  step: number,
): string {
  let d = '';
  for (let x = from; x < to; x += step) {
    const y = crest(x);
    d += `M${Math.round(x)} ${Math.round(y)}l${Math.round((x - vanish) * 0.9)} ${length}`;
  }
  return d;
}

/** Poplars in a row: tall spindles. */
function poplars(
  stage: Stage,
  crest: Crest,
  from: number,
  count: number,
  apart: number,
  high: number,
): string {
  const dice = stage.dice('poplars');
  return Array.from({ length: count }, (_, i) => {
    const x = from + i * apart + dice.between(-4, 4);
    const h = high * dice.between(0.72, 1.1);
    const w = h * 0.13;
    return `M${Math.round(x)} ${Math.round(crest(x) + 4)}c${Math.round(-w * 1.7)} ${Math.round(-h * 0.22)} ${Math.round(-w)} ${Math.round(-h * 0.8)} 0 ${Math.round(-h)}c${Math.round(w)} ${Math.round(h * 0.2)} ${Math.round(w * 1.7)} ${Math.round(h * 0.78)} 0 ${Math.round(h)}z`;
  }).join('');
}

export function Plain({ stage }: { readonly stage: Stage }): ReactElement {
  const { id, inks, left, right, seedOf, side, width } = stage;
  const hill = (part: string, base: number, height: number, spacing: number) =>
    crestOf({ seed: seedOf(part), kind: 'hill', base, height, spacing });
  const far = crestOf({ seed: seedOf('far'), kind: 'alp', base: 408, height: 74, spacing: 160 });
  const back = hill('back', 440, 44, 380);
  const middle = hill('middle', 508, 70, 460);
  const near = hill('near', 610, 90, 520);
  const front = hill('front', 720, 80, 620);
  const dice = stage.dice('clouds');
  const cloudX = side * Math.min(width * 0.22, 260);
  return (
    <>
      <Sky stage={stage} />
      {!inks.plain && (
        <>
          <linearGradient id={`${id}k`} x2="0" y2="1">
            <stop stopColor={inks.haze} stopOpacity="0.9" />
            <stop offset="1" stopColor={inks.haze} stopOpacity="0.1" />
          </linearGradient>
          <path
            d={cloud([cloudX, 372], 400, dice) + cloud([cloudX - side * 330, 384], 250, dice)}
            fill={`url(#${id}k)`}
          />
        </>
      )}
      <Ridge
        stage={stage}
        name="a"
        crest={far}
        bottom={450}
        top={inks.land(0.12)}
        foot={inks.land(0)}
        mist={0.7}
      />
      <Haze stage={stage} part="haze" y={368} span={0.36} opacity={0.5} />
      <Ground stage={stage} name="b" crest={back} depth={0.46} strength={0} />
      <path d={poplars(stage, middle, side * 40, 9, side * 27, 108)} fill={inks.land(0.8)} {...inks.edge} />
      <Ground stage={stage} name="c" crest={middle} depth={0.6} strength={0} />
      <path
        d={furrows(middle, left, right, side * -120, 170, 30 * stage.detail)}
        stroke={inks.land(0.78)}
        strokeOpacity="0.55"
        strokeWidth="3"
      />
      <Ground stage={stage} name="d" crest={near} depth={0.76} strength={0.85} />
      <Ground stage={stage} name="e" crest={front} depth={0.92} strength={0} />
      {!stage.titled && (
        <Grass
          stage={stage}
          part="tuft"
          x={Math.round(-side * width * 0.36)}
          y={790}
          high={230}
          lean={side > 0 ? 1 : -1}
        />
      )}
    </>
  );
}
