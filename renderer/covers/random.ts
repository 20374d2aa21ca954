/**
 * Chance that always falls the same way: a hash of a text and a stream of numbers from it. Pure,
 * whole-number arithmetic only, so every machine draws the same cover for the same town.
 */

/** 32-bit hash (FNV-1a with a final mix) of a text, 0..2^32-1. One changed letter changes all bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A stream of chances. Each call of a member moves the stream one step. */
export type Chance = {
  /** Next number, 0 <= n < 1. */
  readonly next: () => number;
  /** Next number, from <= n < to. */
  readonly between: (from: number, to: number) => number;
  /** True with probability `p` (0..1). */
  readonly odds: (p: number) => boolean;
  /** One of the list, each equally likely. Throws RangeError for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
};

/** Starts a stream (mulberry32) at `seed`; equal seeds give equal streams. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    odds: (p) => next() < p,
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError('pick: the list is empty');
      return item;
    },
  };
}

/** A chance number 0..1 fixed to a whole number `x` and a seed: a lattice for noise. */
export function lattice(seed: number, x: number): number {
  let h = Math.imul(seed ^ Math.imul(x | 0, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}
