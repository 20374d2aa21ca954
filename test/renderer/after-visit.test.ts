/** When a page may be replaced at midnight: where nobody is at once, else when the visit is over or home is reached. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterVisit } from '../../renderer/after-visit.ts';
import { go, goHome, trail } from '../../renderer/navigation.ts';
import { createSessionClock } from '../../renderer/session-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
  goHome();
});
afterEach(() => vi.useRealTimers());

function visit() {
  const session = createSessionClock(() => performance.now());
  session.run({ idleMs: 60_000, askMs: 15_000 });
  return session;
}

describe('afterVisit', () => {
  it('acts at once where nobody has touched the screen yet, and while it rests', () => {
    const session = visit();
    const act = vi.fn();
    afterVisit(session.state, trail, act);
    vi.advanceTimersByTime(60_000);
    expect(session.state.get().phase).toBe('resting');
    afterVisit(session.state, trail, act);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('leaves a visitor’s page standing until the visit is over, then acts once', () => {
    const session = visit();
    session.sign(true);
    go({ page: 'about' });
    const act = vi.fn();
    afterVisit(session.state, trail, act);
    vi.advanceTimersByTime(59_000);
    session.sign(false);
    vi.advanceTimersByTime(74_000);
    expect([session.state.get().phase, act.mock.calls.length]).toEqual(['asking', 0]);
    vi.advanceTimersByTime(2_000);
    expect([session.state.get().phase, act.mock.calls.length]).toEqual(['resting', 1]);
    goHome();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('acts when the visitor comes home by themselves', () => {
    const session = visit();
    session.sign(true);
    go({ page: 'about' });
    go({ page: 'news' });
    const act = vi.fn();
    afterVisit(session.state, trail, act);
    go({ page: 'events' });
    expect(act).not.toHaveBeenCalled();
    goHome();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('is given up when another day comes meanwhile', () => {
    const session = visit();
    session.sign(true);
    const act = vi.fn();
    afterVisit(session.state, trail, act)();
    goHome();
    vi.advanceTimersByTime(600_000);
    expect(act).not.toHaveBeenCalled();
  });
});
