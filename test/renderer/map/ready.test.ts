import { describe, expect, it } from 'vitest';
import { busyCount } from '../../../renderer/busy.ts';
import { mapPending, startDrawing, whenMapDrawn } from '../../../renderer/map/ready.ts';

describe('ready', () => {
  it('is drawn when every piece of work has ended, and the screen is busy until then', async () => {
    const a = startDrawing();
    const b = startDrawing();
    let drawn = false;
    const told = whenMapDrawn().then(() => {
      drawn = true;
    });
    expect([mapPending(), busyCount()]).toEqual([2, 2]);
    a();
    await Promise.resolve();
    expect([mapPending(), drawn]).toEqual([1, false]);
    b();
    await told;
    expect([mapPending(), busyCount(), drawn]).toEqual([0, 0, true]);
  });

  it('counts an end that is told twice once', () => {
    const a = startDrawing();
    const b = startDrawing();
    a();
    a();
    expect(mapPending()).toBe(1);
    b();
  });

  it('resolves at once when nothing is under way', async () => {
    await expect(whenMapDrawn()).resolves.toBeUndefined();
  });
});
