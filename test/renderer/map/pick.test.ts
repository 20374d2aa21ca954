import { describe, expect, it } from 'vitest';
import { MOST_CHOICES, pick, REACH_PX } from '../../../renderer/map/pick.ts';

const at = (code: string, x: number, y = 0) => ({ code, x, y });

describe('pick', () => {
  it('reaches at least 32 pixels', () => {
    expect(REACH_PX).toBeGreaterThanOrEqual(32);
    expect(pick({ x: 0, y: 0 }, [at('a', 32)])).toEqual(['a']);
  });

  it('finds nothing beyond its reach', () => {
    expect(pick({ x: 0, y: 0 }, [at('a', REACH_PX + 1)])).toEqual([]);
  });

  it('takes the nearest where the others are clearly further', () => {
    expect(pick({ x: 0, y: 0 }, [at('far', 30), at('near', 4)])).toEqual(['near']);
  });

  it('asks where several are about as near, nearest first', () => {
    expect(pick({ x: 0, y: 0 }, [at('b', -9), at('a', 5), at('c', 30)])).toEqual(['a', 'b']);
  });

  it('never offers more than a small chooser holds', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => at(String(i), i / 10));
    expect(pick({ x: 0, y: 0 }, crowd)).toHaveLength(MOST_CHOICES);
  });
});
