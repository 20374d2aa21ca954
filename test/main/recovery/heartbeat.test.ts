import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHeartbeat } from '../../../main/recovery/heartbeat.ts';

const never = (): Promise<void> => new Promise(() => undefined);

describe('startHeartbeat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says nothing while the page answers, also when it answers with a refusal', async () => {
    const onHang = vi.fn();
    let asked = 0;
    const stop = startHeartbeat({
      ask: async () => {
        asked += 1;
        if (asked % 2 === 0) throw new Error('loading');
      },
      onHang,
    });
    await vi.advanceTimersByTimeAsync(60_000);
    stop();
    expect(onHang).not.toHaveBeenCalled();
    expect(asked).toBe(60);
  });

  it('waits for a page that is slow', async () => {
    const onHang = vi.fn();
    const stop = startHeartbeat({
      ask: () => new Promise((resolve) => setTimeout(resolve, 9_000)),
      onHang,
    });
    await vi.advanceTimersByTimeAsync(120_000);
    stop();
    expect(onHang).not.toHaveBeenCalled();
  });

  it('reports a page that does not answer within ten seconds, once', async () => {
    const onHang = vi.fn();
    startHeartbeat({ ask: never, onHang });
    await vi.advanceTimersByTimeAsync(10_900);
    expect(onHang).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onHang).toHaveBeenCalledOnce();
  });

  it('does not blame the page for an hour in which the machine slept', async () => {
    const onHang = vi.fn();
    const stop = startHeartbeat({ ask: never, onHang });
    await vi.advanceTimersByTimeAsync(2_000);
    // The clock goes on, and no timer of this program has run.
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    stop();
    expect(onHang).not.toHaveBeenCalled();
  });

  it('is silent once it was stopped', async () => {
    const onHang = vi.fn();
    const stop = startHeartbeat({ ask: never, onHang });
    await vi.advanceTimersByTimeAsync(5_000);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onHang).not.toHaveBeenCalled();
  });
});
