import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startHeartbeat } from '../../../main/recovery/heartbeat.ts';

describe('startHeartbeat', () => {
  it('says nothing while the page answers, also when it answers with a refusal', async () => {
    let hangs = 0;
    let asked = 0;
    const stop = startHeartbeat({
      ask: async () => {
        asked += 1;
        if (asked % 2 === 0) throw new Error('loading');
      },
      onHang: () => {
        hangs += 1;
      },
      everyMs: 5,
      limitMs: 200,
    });
    await wait(120);
    stop();
    expect(hangs).toBe(0);
    expect(asked).toBeGreaterThan(2);
  });
  it('reports a page that does not answer, once', async () => {
    let hangs = 0;
    const stop = startHeartbeat({
      ask: () => new Promise(() => undefined),
      onHang: () => {
        hangs += 1;
      },
      everyMs: 5,
      limitMs: 20,
    });
    await wait(120);
    stop();
    expect(hangs).toBe(1);
  });
  it('is silent once it was stopped', async () => {
    let hangs = 0;
    const stop = startHeartbeat({
      ask: () => new Promise(() => undefined),
      onHang: () => {
        hangs += 1;
      },
      everyMs: 5,
      limitMs: 40,
    });
    await wait(20);
    stop();
    await wait(80);
    expect(hangs).toBe(0);
  });
});
