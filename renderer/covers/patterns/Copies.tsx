/** One motif drawn several times: described once, then referred to, which keeps the markup short. */
import type { ReactElement, ReactNode } from 'react';
import { n, type Point } from './geometry.ts';

type Props = {
  /** Unique in the document. */
  readonly id: string;
  /** Where the motif, drawn round 0,0, is to stand; the first must be 0,0. */
  readonly at: readonly Point[];
  readonly children: ReactNode;
};

/** The motif at every point of `at`. */
export function Copies({ id, at, children }: Props): ReactElement {
  return (
    <>
      <g id={id}>{children}</g>
      {at.slice(1).map(([x, y]) => (
        <use key={`${x} ${y}`} href={`#${id}`} x={n(x)} y={n(y)} />
      ))}
    </>
  );
}
