/**
 * Readings of the screen's own words. `readings.json` has them by the text as it stands in `words/`, with the
 * places where names and numbers are put in; `build/words/readings.ts` makes it.
 */

import { markedDate } from './date-readings.ts';

type Marked = Readonly<Record<string, string>>;
const [marked = {}] = Object.values(
  import.meta.glob<Marked>('./readings.json', { eager: true, import: 'default' }),
);

/** Pieces of a sentence: words with their readings marked, and what was put in. */
export type Sentence = readonly (string | { readonly value: string })[];

const PLACE = /\{\{\w+\}\}/;

type Pattern = { readonly shape: RegExp; readonly pieces: readonly string[] };

/** Longest words first: what `{{name}}の場所` could explain, `この{{name}}の場所` explains better. */
function makePatterns(): readonly Pattern[] {
  return Object.entries(marked)
    .filter(([text]) => PLACE.test(text))
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([text, words]) => ({
      shape: new RegExp(`^${text.split(PLACE).map(escaped).join('(.+?)')}$`, 'su'),
      pieces: words.split(PLACE),
    }));
}

/** Made for the first visitor who wants readings: home stands without them. */
let patterns: readonly Pattern[] | null = null;

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

/** @returns null for what is neither said by the screen itself nor a date */
export function sentenceOf(text: string): Sentence | null {
  const whole = Object.hasOwn(marked, text) ? marked[text] : undefined;
  if (whole !== undefined) return [whole];
  const date = markedDate(text);
  if (date !== null) return [date];
  patterns ??= makePatterns();
  for (const { shape, pieces } of patterns) {
    const found = shape.exec(text);
    if (found === null) continue;
    return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ value: found[i] ?? '' }, piece]));
  }
  return null;
}
