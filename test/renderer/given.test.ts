import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { give, given } from '../../renderer/given.ts';
import { session } from '../../renderer/session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a visitor has given', () => {
  it('lasts for the visit and is gone with it', () => {
    session.sign(true);
    give({ vote: '016675' });
    give({ stamps: ['hiroshima-9 quiz-1'] });
    expect(given.get()).toEqual({ vote: '016675', stamps: ['hiroshima-9 quiz-1'], asked: [], survey: [] });
    session.leave();
    expect(given.get()).toEqual({ vote: null, stamps: [], asked: [], survey: [] });
  });
});
