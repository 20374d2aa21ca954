import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionClock, type SessionEvent } from '../../renderer/session-clock.ts';

const TIMES = { idleMs: 60_000, askMs: 15_000 };

function started() {
  const clock = createSessionClock(() => performance.now());
  const events: SessionEvent[] = [];
  clock.listen((event) => events.push(event));
  clock.run(TIMES);
  return { clock, events, phase: () => clock.state.get().phase };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a visit', () => {
  it('begins with the first touch, is asked after a minute and ends a quarter of one later', () => {
    const { clock, events, phase } = started();
    clock.sign(true);
    expect([phase(), events]).toEqual(['used', [{ kind: 'begun' }]]);
    vi.advanceTimersByTime(59_999);
    expect(phase()).toBe('used');
    vi.advanceTimersByTime(1);
    expect(clock.state.get()).toEqual({ phase: 'asking', askMs: 15_000 });
    vi.advanceTimersByTime(14_999);
    expect(phase()).toBe('asking');
    vi.advanceTimersByTime(1);
    expect(phase()).toBe('resting');
    expect(events.at(-1)).toEqual({ kind: 'ended', why: 'idle', lastedMs: 0 });
  });

  it('is prolonged by every sign, and lasted up to the last one', () => {
    const { clock, events, phase } = started();
    clock.sign(true);
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(50_000);
      clock.sign(false);
    }
    expect(phase()).toBe('used');
    vi.advanceTimersByTime(75_000);
    expect(events.at(-1)).toEqual({ kind: 'ended', why: 'idle', lastedMs: 500_000 });
  });

  it('goes on as if nothing had been when the question is answered', () => {
    const { clock, events, phase } = started();
    clock.sign(true);
    vi.advanceTimersByTime(70_000);
    // A touch that is meant for the question must not fall through to what lies under it.
    clock.sign(true);
    expect(phase()).toBe('asking');
    clock.goOn();
    vi.advanceTimersByTime(59_999);
    expect([phase(), events.length]).toEqual(['used', 1]);
  });

  it('ends at once when the visitor says so', () => {
    const { clock, events, phase } = started();
    clock.sign(true);
    vi.advanceTimersByTime(60_000);
    clock.leave();
    expect([phase(), events.at(-1)]).toEqual(['resting', { kind: 'ended', why: 'left', lastedMs: 0 }]);
  });

  it('never ends while something is held, and counts anew from the release', () => {
    const { clock, phase } = started();
    clock.sign(true);
    const release = clock.hold();
    vi.advanceTimersByTime(600_000);
    release();
    release();
    vi.advanceTimersByTime(59_000);
    expect(phase()).toBe('used');
    vi.advanceTimersByTime(1_000);
    expect(phase()).toBe('asking');
  });

  it('has forgotten everything before the resting screen is drawn', () => {
    const { clock } = started();
    clock.sign(true);
    const order: string[] = [];
    clock.listen((event) => order.push(event.kind));
    clock.state.watch(() => order.push(clock.state.get().phase));
    clock.leave();
    expect(order).toEqual(['ended', 'resting']);
  });
});

describe('a kiosk nobody touches', () => {
  it('goes to rest without asking anybody, and no visit has been', () => {
    const { events, phase } = started();
    vi.advanceTimersByTime(60_000);
    expect([phase(), events]).toEqual(['resting', []]);
  });

  it('takes no scrolling of its own for a visitor', () => {
    const { clock, phase } = started();
    clock.sign(false);
    expect(phase()).toBe('fresh');
  });

  it('begins a visit from rest by a touch on it and by nothing else', () => {
    const { clock, events, phase } = started();
    vi.advanceTimersByTime(60_000);
    clock.sign(true);
    expect(phase()).toBe('resting');
    clock.begin();
    expect([phase(), events]).toEqual(['used', [{ kind: 'begun' }]]);
    vi.advanceTimersByTime(75_000);
    expect(phase()).toBe('resting');
  });

  it('never rests before it knows its times', () => {
    const clock = createSessionClock(() => performance.now());
    clock.sign(true);
    vi.advanceTimersByTime(3_600_000);
    expect(clock.state.get().phase).toBe('used');
  });
});
