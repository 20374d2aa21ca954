/** Words of the dictionary one after the other, numbers together with what they count. */
import { align } from './align.ts';
import type { Token } from './analyser.ts';
import { type Counted, countedReading } from './counters.ts';
import { plainWord, readToken, type Word } from './word.ts';

const DIGITS = /^[\d０-９]+$/;
/** Signs inside a number. */
const JOINTS = /^[,，.．]$/;
/** Longest counter, in letters: 市区町村. */
const MAX_COUNTER = 4;

/** @param before the word before the first of `tokens` */
export function readRun(tokens: readonly Token[], before: Token | undefined): readonly Word[] {
  const words: Word[] = [];
  let previous = before;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const length = DIGITS.test(token.surface) ? numberLength(tokens, i) : 0;
    if (length === 0) {
      words.push(readToken(token, { before: previous, after: tokens[i + 1] }));
      previous = token;
      continue;
    }
    const counted = readCounted(tokens, i, length, previous);
    words.push(...counted.words);
    i += length + counted.taken - 1;
    previous = tokens[i];
  }
  return words;
}

/** How many tokens from `from` on make one number. */
function numberLength(tokens: readonly Token[], from: number): number {
  let length = 0;
  for (let i = from; i < tokens.length; i++) {
    const surface = tokens[i]?.surface ?? '';
    if (DIGITS.test(surface)) length = i - from + 1;
    else if (!JOINTS.test(surface)) break;
  }
  return length;
}

/** A number and what is counted. `taken`: how many tokens behind the number were read with it. */
function readCounted(
  tokens: readonly Token[],
  from: number,
  length: number,
  previous: Token | undefined,
): { readonly words: readonly Word[]; readonly taken: number } {
  const digits = tokens.slice(from, from + length);
  const written = digits.map((token) => token.surface).join('');
  const number: Word = { ...plainWord(written), kind: 'content' };
  const found = counterAt(tokens, from + length, wholeNumber(written), previous?.surface ?? '');
  if (found === null) return { words: [number], taken: 0 };
  const { counter, counted, taken } = found;
  const { reading } = counted;
  if (counted.together && reading !== null) {
    const surface = written + counter;
    return { words: [{ ...number, surface, parts: [{ text: surface, reading }], reading }], taken };
  }
  const laid = reading === null ? null : align(counter, reading);
  const parts = laid ?? [{ text: counter, reading: null }];
  const gap = reading === null ? 'on-purpose' : null;
  return { words: [number, { ...number, surface: counter, parts, reading, gap }], taken };
}

function wholeNumber(written: string): number | null {
  const plain = written.normalize('NFKC').replaceAll(',', '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

type FoundCounter = { readonly counter: string; readonly counted: Counted; readonly taken: number };

/** The longest known counter that ends where a word ends. */
function counterAt(
  tokens: readonly Token[],
  from: number,
  number: number | null,
  before: string,
): FoundCounter | null {
  let counter = '';
  let best: FoundCounter | null = null;
  for (let i = from; i < tokens.length && counter.length < MAX_COUNTER; i++) {
    counter += tokens[i]?.surface ?? '';
    const counted = countedReading(number, counter, before);
    if (counted !== undefined) best = { counter, counted, taken: i - from + 1 };
  }
  return best;
}
