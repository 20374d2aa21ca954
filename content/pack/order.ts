/** Order of texts by their code units: the same on every machine, whatever its language. */

/** For `sort`: below, at or above zero. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
