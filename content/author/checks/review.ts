/** A checked source with what depends on the day and with what is still to be translated. */
import type { Day } from '../../pack/types.ts';
import type { Checked } from '../build.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { readingProblems } from '../ruby/check.ts';
import { ageProblems } from './age.ts';
import { type MissingTranslation, missingTranslations } from './translations.ts';

export type Review = {
  /** Sorted by file and line. */
  readonly problems: readonly Problem[];
  readonly missing: readonly MissingTranslation[];
};

/** @param today in Tokyo */
export function review(
  { problems, tree, world }: Pick<Checked, 'problems' | 'tree' | 'world'>,
  today: Day,
): Review {
  return {
    problems: sortProblems([...problems, ...ageProblems(tree, today), ...readingProblems(tree, world)]),
    missing: missingTranslations(tree),
  };
}
