/**
 * The shade under a title. It starts below the middle and rises in an eased curve, so the eye does
 * not find its edge and most of the picture stays. `photo` is proof against a white photograph.
 */
import { type ReactElement, useId } from 'react';
import { GradientStops } from './GradientStops.tsx';
import { NIGHT } from './palette.ts';
import { type Stop, TITLE_TOP } from './tones.ts';

export { TITLE_TOP };

/** Opacity of the shade over a photograph: white words on it read at 4.5:1 even over pure white. */
export const PHOTO_SHADE: readonly Stop[] = [
  { at: 0.3, colour: NIGHT, opacity: 0 },
  { at: 0.4, colour: NIGHT, opacity: 0.2 },
  { at: 0.48, colour: NIGHT, opacity: 0.44 },
  { at: TITLE_TOP, colour: NIGHT, opacity: 0.62 },
  { at: 0.75, colour: NIGHT, opacity: 0.7 },
  { at: 1, colour: NIGHT, opacity: 0.82 },
];

export type CoverScrimProps = {
  /** Steps of the shade; default: the one for photographs. */
  readonly stops?: readonly Stop[];
  readonly className?: string;
};

/** An `<svg>` to lay over a photograph, filling its box. Titles stand below `TITLE_TOP`. */
export function CoverScrim({ stops = PHOTO_SHADE, className }: CoverScrimProps): ReactElement {
  const id = useId();
  return (
    <svg aria-hidden="true" width="100%" height="100%" className={className}>
      <defs>
        <linearGradient id={id} x2="0" y2="1">
          <GradientStops stops={stops} />
        </linearGradient>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
