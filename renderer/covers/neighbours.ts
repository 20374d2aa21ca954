/**
 * Covers side by side: in a list or a grid no two neighbours may look like the same card. Pure.
 */
import { type CoverSpec, type CoverSubject, coverFor, PATTERN_IDS } from './spec.ts';

/** True when two covers would read as the same card: same pattern in the same hue. */
export function sameLook(a: CoverSpec, b: CoverSpec): boolean {
  return a.pattern === b.pattern && a.hue === b.hue;
}

/** Places already filled that touch place `index` of a grid read row by row, corners included. */
function before(index: number, columns: number): number[] {
  const column = index % columns;
  const left = column > 0 ? [index - 1] : [];
  const above = [index - columns];
  if (column > 0) above.push(index - columns - 1);
  if (column < columns - 1) above.push(index - columns + 1);
  return [...left, ...above.filter((place) => place >= 0)];
}

/** The plan with another pattern, at most four steps on, that no given neighbour has in this hue. */
function apart(spec: CoverSpec, neighbours: readonly CoverSpec[]): CoverSpec {
  const start = PATTERN_IDS.indexOf(spec.pattern);
  for (let step = 0; step < PATTERN_IDS.length; step++) {
    const pattern = PATTERN_IDS[(start + step) % PATTERN_IDS.length] ?? spec.pattern;
    const candidate = { ...spec, pattern };
    if (!neighbours.some((other) => sameLook(candidate, other))) return candidate;
  }
  // Not reached: a place has at most four filled neighbours and there are more patterns than that.
  return spec;
}

/**
 * The same plans in the same order, changed only where two neighbours would look alike: the later
 * one then takes the next free pattern. Neighbours touch by side or corner.
 *
 * @param specs   cards in reading order
 * @param columns cards per row, whole, >= 1; 1 for a list
 * @throws {RangeError} `columns` is not a whole number >= 1
 */
export function distinctCovers(specs: readonly CoverSpec[], columns = 1): readonly CoverSpec[] {
  if (!Number.isInteger(columns) || columns < 1) {
    throw new RangeError(`distinctCovers: columns ${columns} is not a whole number >= 1`);
  }
  const placed: CoverSpec[] = [];
  specs.forEach((spec, index) => {
    const around = before(index, columns).flatMap((place) => placed[place] ?? []);
    placed.push(apart(spec, around));
  });
  return placed;
}

/** `coverFor` each subject, then `distinctCovers`. Same order and length as `subjects`. */
export function coversForList(subjects: readonly CoverSubject[], columns = 1): readonly CoverSpec[] {
  return distinctCovers(subjects.map(coverFor), columns);
}
