import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome, SyncFrom } from '../../../main/sync/messages.ts';
import { startSchedule, untilNextMs } from '../../../main/sync/schedule.ts';

const MINUTE = 60_000;
const EVERY = 360 * MINUTE;
const FROM: SyncFrom = { by: 'line', url: 'https://example.jp/' };

describe('untilNextMs', () => {
  it('is the usual time after a success, a fifth early or late', () => {
    expect([0, 0.5, 1].map((random) => untilNextMs(0, EVERY, random) / MINUTE)).toEqual([288, 360, 432]);
  });
  it('is soon after a failure, and doubles until it is the usual time', () => {
    const minutes = [1, 2, 3, 6, 7, 8, 100].map((failures) => untilNextMs(failures, EVERY, 0.5) / MINUTE);
    expect(minutes).toEqual([5, 10, 20, 160, 320, 360, 360]);
  });
  it('never hurries and never forgets', () => {
    const many = fc.record({
      failures: fc.nat(10_000),
      every: fc.integer({ min: 15, max: 168 * 60 }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(many, ({ failures, every, random }) => {
        const ms = untilNextMs(failures, every * MINUTE, random);
        expect(ms).toBeGreaterThanOrEqual(4 * MINUTE);
        expect(ms).toBeLessThanOrEqual(every * MINUTE * 1.2);
      }),
    );
  });
});

describe('startSchedule', () => {
  const OK = { ok: true } as Outcome<'sync'>;
  const gone: Outcome<'sync'> = {
    ok: false,
    refusal: { code: 'source-unreachable', subject: '', detail: '' },
  };
  let answers: Outcome<'sync'>[];
  let asked: number[];
  const control = {
    sync: async (_from: SyncFrom, options?: { readonly asker?: string }) => {
      expect(options?.asker).toBe('schedule');
      asked.push(Date.now() / MINUTE);
      return answers.shift() ?? OK;
    },
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    answers = [];
    asked = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const begin = () =>
    startSchedule({ control, from: FROM, everyMs: EVERY, firstMs: MINUTE, random: () => 0.5 });

  it('asks soon after the start and then every few hours', async () => {
    const stop = begin();
    await vi.advanceTimersByTimeAsync(800 * MINUTE);
    expect(asked).toEqual([1, 361, 721]);
    stop();
    await vi.advanceTimersByTimeAsync(800 * MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('backs off from a line that is down and returns to its hours when it is back', async () => {
    answers = [gone, gone, gone];
    begin();
    await vi.advanceTimersByTimeAsync(500 * MINUTE);
    expect(asked).toEqual([1, 6, 16, 36, 396]);
  });
});
