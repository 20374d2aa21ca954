/** Memory is given back between two visits, not under a finger. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionClock } from '../../renderer/session-clock.ts';
import { tidyAfterVisits } from '../../renderer/tidy.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // The screen has nothing else to do.
  vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function visited(collect: (() => Promise<void>) | undefined) {
  const session = createSessionClock(() => performance.now());
  session.run({ idleMs: 60_000, askMs: 15_000 });
  tidyAfterVisits(session, collect);
  session.sign(true);
  return session;
}

describe('tidyAfterVisits', () => {
  it('collects once when a visit is over, and a moment later, when the resting screen has come in', async () => {
    const collect = vi.fn(async () => undefined);
    const session = visited(collect);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(collect).not.toHaveBeenCalled();
    session.leave();
    await vi.advanceTimersByTimeAsync(100);
    expect(collect).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(collect.mock.calls).toEqual([[{ type: 'major', execution: 'async' }]]);
  });

  it('does nothing where the page may not collect', async () => {
    const session = visited(undefined);
    session.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.state.get().phase).toBe('resting');
  });
});
