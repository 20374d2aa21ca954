/** The `<stop>` children of a gradient. */
import type { ReactElement } from 'react';
import type { Stop } from './tones.ts';

const round = (value: number) => Math.round(value * 100) / 100;

/** Stops in the order given; opacity is left out where it is 1. */
export function GradientStops({ stops }: { readonly stops: readonly Stop[] }): ReactElement {
  return (
    <>
      {stops.map(({ at, colour, opacity }) => (
        <stop
          key={at}
          offset={round(at)}
          stopColor={colour}
          stopOpacity={opacity === 1 ? undefined : round(opacity)}
        />
      ))}
    </>
  );
}
