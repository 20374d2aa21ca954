/**
 * Waits for the end of the visit: at midnight nobody's page is pulled away from under a finger. Where
 * nobody is, nothing waits; who goes home by themselves finds the new day there.
 */
import type { Trail } from './navigation.ts';
import type { SessionState } from './session-clock.ts';
import type { Watched } from './value.ts';

/**
 * Does something once: now where nobody is, else when the visit ends or the visitor comes home.
 *
 * @returns a function that gives it up
 */
export function afterVisit(
  session: Watched<SessionState>,
  trail: Watched<Trail>,
  act: () => void,
): () => void {
  let stops: readonly (() => void)[] = [];
  const stop = (): void => {
    for (const one of stops) one();
    stops = [];
  };
  const done = (): void => {
    stop();
    act();
  };
  if (!isVisited(session.get())) {
    done();
    return stop;
  }
  stops = [
    session.watch(() => {
      if (!isVisited(session.get())) done();
    }),
    trail.watch(() => {
      if (trail.get().length === 1) done();
    }),
  ];
  return stop;
}

function isVisited({ phase }: SessionState): boolean {
  return phase === 'used' || phase === 'asking';
}
