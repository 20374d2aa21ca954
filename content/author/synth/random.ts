/** Numbers that look like chance and are the same for the same seed, on any machine. */

/** A small generator of numbers from 0 to below 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Dice = {
  /** Whole number from `from` to `to`, both included. */
  readonly within: (from: number, to: number) => number;
  /** One of a list that is not empty. */
  readonly one: <T>(list: readonly T[]) => T;
  /** `count` different ones, in the order of the list; all where it has fewer. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
  /** True in `share` of all throws. */
  readonly happens: (share: number) => boolean;
};

/**
 * Dice for one made-up thing: they depend on the seed and its name alone, so that a thing stays the same however
 * many others are made beside it.
 */
export function diceOf(seed: number, name: string): Dice {
  const random = randomOf(seedOf(`${seed} ${name}`));
  const within = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return {
    within,
    // The index is below the length of a list that is not empty.
    one: <T>(list: readonly T[]): T => list[within(0, list.length - 1)] as T,
    some: (list, count) => {
      const left = list.map((_one, i) => i);
      const taken = Array.from({ length: Math.min(count, list.length) }, () =>
        left.splice(within(0, left.length - 1), 1),
      ).flat();
      return list.filter((_one, i) => taken.includes(i));
    },
    happens: (share) => random() < share,
  };
}

/** FNV-1a over UTF-16 units. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
