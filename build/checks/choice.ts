/** Which checks `npm test -- …` asks for. */

export const CHECKS = ['lint', 'types', 'unit', 'e2e', 'packaged'] as const;
export type Check = (typeof CHECKS)[number];

export type Choice = {
  readonly checks: readonly Check[];
  /** Parts of file names, passed to the test runners. */
  readonly filters: readonly string[];
};

/**
 * Names of checks choose them; any other word is part of a file name and chooses the runner that
 * has such files. No words: everything, of the packaged program what is peculiar to it.
 */
export function chooseChecks(words: readonly string[]): Choice {
  const isCheck = (word: string): word is Check => CHECKS.some((check) => check === word);
  const named = CHECKS.filter((check) => words.includes(check));
  const filters = words.filter((word) => !isCheck(word));
  if (named.length > 0) return { checks: named, filters };
  if (filters.length === 0) return { checks: CHECKS, filters };
  const inBrowser = filters.some((filter) => filter.includes('e2e'));
  return { checks: [inBrowser ? 'e2e' : 'unit'], filters };
}

/** What of the end-to-end tests a packaged program is put to when nothing else is asked for. */
export const PACKAGED_SLICE: readonly string[] = ['packaged.spec', 'lockdown.spec', 'recovery.spec'];
