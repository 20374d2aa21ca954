/** In lists and grids no two neighbours may look like the same card. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CoverSpec,
  coverFor,
  coversForList,
  distinctCovers,
  PATTERN_IDS,
  sameLook,
} from '../../../renderer/covers/index.ts';

/** Few patterns and hues, so that clashes are common. */
const crowded: fc.Arbitrary<CoverSpec> = fc
  .record({
    seed: fc.constantFrom('a', 'b', 'c', 'd'),
    hue: fc.constantFrom('kanto', 'kinki'),
    pattern: fc.constantFrom('seigaiha', 'asanoha', 'igeta'),
  } as const)
  .map(({ seed, hue, pattern }) => ({ ...coverFor({ seed }), hue, pattern }));

/** Pairs of places that touch by side or corner in a grid. */
function touching(count: number, columns: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const down = Math.floor(b / columns) - Math.floor(a / columns);
      const across = Math.abs((b % columns) - (a % columns));
      if (down <= 1 && across <= 1) pairs.push([a, b]);
    }
  }
  return pairs;
}

describe('distinctCovers', () => {
  it('leaves no two neighbours alike, in any grid', () => {
    fc.assert(
      fc.property(fc.array(crowded, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (specs, columns) => {
        const placed = distinctCovers(specs, columns);
        expect(placed).toHaveLength(specs.length);
        const alike = touching(placed.length, columns).filter(([a, b]) => {
          const [one, two] = [placed[a], placed[b]];
          return one !== undefined && two !== undefined && sameLook(one, two);
        });
        expect(alike).toEqual([]);
      }),
    );
  });
  it('changes nothing but patterns, and only where two would clash', () => {
    fc.assert(
      fc.property(fc.array(crowded, { maxLength: 30 }), (specs) => {
        distinctCovers(specs).forEach((spec, i) => {
          expect({ ...spec, pattern: null }).toEqual({ ...specs[i], pattern: null });
        });
      }),
    );
    const apart = PATTERN_IDS.map((pattern) => ({ ...coverFor({ seed: 'x' }), pattern }));
    expect(distinctCovers(apart, 4)).toEqual(apart);
  });
  it('settles: what is distinct stays as it is', () => {
    fc.assert(
      fc.property(fc.array(crowded, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (specs, columns) => {
        const once = distinctCovers(specs, columns);
        expect(distinctCovers(once, columns)).toEqual(once);
      }),
    );
  });
  it.each([0, -1, 1.5, Number.NaN])('refuses %s columns', (columns) => {
    expect(() => distinctCovers([], columns)).toThrow(RangeError);
  });
});

describe('coversForList', () => {
  it('tells twelve subjects with one seed apart', () => {
    const covers = coversForList(
      Array.from({ length: 12 }, () => ({ seed: '131181' })),
      4,
    );
    for (const [a, b] of touching(12, 4)) {
      expect(covers[a]?.pattern, `${a} and ${b}`).not.toBe(covers[b]?.pattern);
    }
  });
});
