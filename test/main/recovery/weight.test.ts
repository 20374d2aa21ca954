import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HEAVY_BYTES, QUIET_MS, TOO_HEAVY_BYTES, watchWeight, weigh } from '../../../main/recovery/weight.ts';

describe('weigh', () => {
  it('asks for a fresh page only when nobody has touched anything for a while', () => {
    expect(weigh(HEAVY_BYTES + 1, QUIET_MS)).toBe('heavy');
    expect(weigh(HEAVY_BYTES + 1, QUIET_MS - 1)).toBe('fine');
    expect(weigh(HEAVY_BYTES, QUIET_MS)).toBe('fine');
  });

  it('waits for nobody over the higher ceiling', () => {
    expect(weigh(TOO_HEAVY_BYTES + 1, 0)).toBe('too-heavy');
  });
});

describe('watchWeight', () => {
  it('tells what is to be done and how much was used, until it is stopped', async () => {
    const told: unknown[] = [];
    const stop = watchWeight({
      usedBytes: () => TOO_HEAVY_BYTES + 7,
      idleMs: () => 0,
      onHeavy: (why, usedBytes) => told.push([why, usedBytes]),
      everyMs: 5,
    });
    await wait(40);
    stop();
    const count = told.length;
    expect(told[0]).toEqual(['too-heavy', TOO_HEAVY_BYTES + 7]);
    await wait(30);
    expect(told).toHaveLength(count);
  });
});
