/** What is wrong with a source, in words for staff: where it is, what was found, what to do. */
import { compareTexts } from '../pack/order.ts';

export type Problem = {
  /** Errors stop a build, warnings do not. */
  readonly severity: 'error' | 'warning';
  /** Stable name of the check. */
  readonly id: string;
  /** Path relative to the source folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Japanese: what was found and what is wanted. */
  readonly message: string;
  /** Every place of a problem that sums up many; only programs are told. */
  readonly details?: readonly string[];
};

/** `towns.yaml:12: エラー unknown-code: …` */
export function formatProblem(problem: Problem): string {
  const level = problem.severity === 'error' ? 'エラー' : '注意';
  return `${problem.file}:${problem.line}: ${level} [${problem.id}] ${problem.message}`;
}

/** By file, then line, then id, then words: the same source always lists its problems in the same order. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      a.line - b.line ||
      compareTexts(a.id, b.id) ||
      compareTexts(a.message, b.message) ||
      compareTexts(a.severity, b.severity),
  );
}
