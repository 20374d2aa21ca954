/** What `check` finds in the small source when some of its files are other ones. */
import { check } from '../../content/author/build.ts';
import type { Problem } from '../../content/author/problem.ts';
import { SMALL_GAZETTEER } from './library.ts';
import { type Files, SMALL, writeSource } from './source.ts';

export function problemsWith(changes: Files): readonly Problem[] {
  return check(writeSource({ ...SMALL, ...changes }), SMALL_GAZETTEER).problems;
}

/** The errors among them as `file:line id`. */
export function problemsOf(changes: Files): readonly string[] {
  const errors = problemsWith(changes).filter((problem) => problem.severity === 'error');
  return errors.map(({ file, line, id }) => `${file}:${line} ${id}`);
}

/** A title in flow style, for YAML written line by line. */
export const TITLE = 'title: { ja: あ, en: A }';

/** links.yaml with one link and further lines in it, the first of them on line 4. */
export function link(...lines: readonly string[]): string {
  return `- id: a\n  type: exchange\n  ${[TITLE, ...lines].join('\n  ')}\n`;
}
