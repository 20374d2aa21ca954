import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CEILING, ceilingOf, watchWeight, weigh } from '../../../main/recovery/weight.ts';

const { heavyBytes: HEAVY_BYTES, tooHeavyBytes: TOO_HEAVY_BYTES, quietMs: QUIET_MS } = CEILING;

describe('weigh', () => {
  it('asks for a fresh page only when nobody has touched anything for a while', () => {
    expect(weigh(HEAVY_BYTES + 1, QUIET_MS, CEILING)).toBe('heavy');
    expect(weigh(HEAVY_BYTES + 1, QUIET_MS - 1, CEILING)).toBe('fine');
    expect(weigh(HEAVY_BYTES, QUIET_MS, CEILING)).toBe('fine');
  });

  it('waits for nobody over the higher ceiling', () => {
    expect(weigh(TOO_HEAVY_BYTES + 1, 0, CEILING)).toBe('too-heavy');
  });
});

describe('ceilingOf', () => {
  it('lets somebody who tries it out wait seconds, not minutes', () => {
    expect(ceilingOf({ heavyBytes: 4e8, quietMs: 3000 })).toEqual({
      heavyBytes: 4e8,
      tooHeavyBytes: 8e8,
      quietMs: 3000,
      everyMs: 1000,
    });
  });
});

describe('watchWeight', () => {
  it('tells what is to be done and how much was used, until it is stopped', async () => {
    const told: unknown[] = [];
    const stop = watchWeight({
      usedBytes: () => TOO_HEAVY_BYTES + 7,
      idleMs: () => 0,
      onHeavy: (why, usedBytes) => told.push([why, usedBytes]),
      ceiling: { ...CEILING, everyMs: 5 },
    });
    await wait(40);
    stop();
    const count = told.length;
    expect(told[0]).toEqual(['too-heavy', TOO_HEAVY_BYTES + 7]);
    await wait(30);
    expect(told).toHaveLength(count);
  });
});
