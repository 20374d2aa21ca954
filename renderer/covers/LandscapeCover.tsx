/** A cover drawn as a landscape, in the manner of a contemporary Japanese print: heroes, town pages. */
import { type ReactElement, useId } from 'react';
import { GradientStops } from './GradientStops.tsx';
import { inksFor } from './landscape/light.ts';
import { City } from './landscape/scenes/City.tsx';
import { Forest } from './landscape/scenes/Forest.tsx';
import { HotSpring } from './landscape/scenes/HotSpring.tsx';
import { Island } from './landscape/scenes/Island.tsx';
import { Lake } from './landscape/scenes/Lake.tsx';
import { Mountain } from './landscape/scenes/Mountain.tsx';
import { Plain } from './landscape/scenes/Plain.tsx';
import { Rice } from './landscape/scenes/Rice.tsx';
import { River } from './landscape/scenes/River.tsx';
import { Sea } from './landscape/scenes/Sea.tsx';
import { Snow } from './landscape/scenes/Snow.tsx';
import { HEIGHT, type Stage, stageFor, TITLE_LIFT } from './landscape/stage.ts';
import { titleShade } from './landscape/title.ts';
import type { CoverSpec } from './spec.ts';
import type { CoverTone } from './tones.ts';

export type LandscapeCoverProps = {
  readonly spec: CoverSpec;
  readonly tone?: CoverTone;
  /** Width / height of the box it will fill, 0.5..4; default 1.2. */
  readonly aspect?: number;
  readonly titled?: boolean;
  readonly className?: string;
};

function Scene({ stage }: { readonly stage: Stage }): ReactElement {
  switch (stage.spec.theme) {
    case 'sea':
      return <Sea stage={stage} />;
    case 'island':
      return <Island stage={stage} />;
    case 'lake':
      return <Lake stage={stage} />;
    case 'river':
      return <River stage={stage} />;
    case 'forest':
      return <Forest stage={stage} />;
    case 'rice':
      return <Rice stage={stage} />;
    case 'plain':
      return <Plain stage={stage} />;
    case 'snow':
      return <Snow stage={stage} />;
    case 'hot-spring':
      return <HotSpring stage={stage} />;
    case 'city':
      return <City stage={stage} />;
    case 'mountain':
      return <Mountain stage={stage} />;
  }
}

/** Renders one `<svg>` that fills its box; 6-8 KB of markup at usual aspects. */
export function LandscapeCover(props: LandscapeCoverProps): ReactElement {
  const { spec, tone = 'normal', aspect = 1.2, titled = false, className } = props;
  const id = useId();
  const inks = inksFor(spec, tone);
  const stage = stageFor(spec, inks, id, aspect, titled);
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      preserveAspectRatio="xMidYMid slice"
      className={className}
    >
      <svg
        aria-hidden="true"
        width="100%"
        height="100%"
        viewBox={`${-stage.width / 2} ${titled ? TITLE_LIFT : 0} ${stage.width} ${HEIGHT}`}
        preserveAspectRatio="xMidYMid slice"
      >
        <g transform={spec.mirrored ? 'scale(-1 1)' : undefined}>
          <Scene stage={stage} />
        </g>
      </svg>
      {titled && (
        <>
          <linearGradient id={`${id}T`} x2="0" y2="1">
            <GradientStops stops={titleShade(spec, inks)} />
          </linearGradient>
          <rect width="100%" height="100%" fill={`url(#${id}T)`} />
        </>
      )}
    </svg>
  );
}
