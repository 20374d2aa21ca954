/**
 * What this visitor has given in 「さんかする」: a vote, stamps, answers. Kept for the visit only, so that nobody
 * votes twice in one; the counts hold numbers and nothing else.
 */
import { session } from './session.ts';
import { useWatched, watched } from './value.ts';

export type Given = {
  /** The town voted for. */
  readonly vote: string | null;
  /** Questions answered right, as `<exhibition> <block>`, in order. */
  readonly stamps: readonly string[];
  /** Questions answered at all. */
  readonly asked: readonly string[];
  /** Questions of the survey, answered. */
  readonly survey: readonly string[];
};

const NOTHING: Given = { vote: null, stamps: [], asked: [], survey: [] };

export const given = watched<Given>(NOTHING);

export function useGiven(): Given {
  return useWatched(given);
}

export function give(part: Partial<Given>): void {
  given.set({ ...given.get(), ...part });
}

session.listen(({ kind }) => {
  if (kind === 'ended') given.set(NOTHING);
});
