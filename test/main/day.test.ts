/** The day over time, with a clock and timers of the test: midnight, a clock that is set, a dead battery. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokyoDay } from '../../content/pack/days.ts';
import { trustedDay } from '../../main/clock.ts';
import { NO_MEMORY, openDayMemory, watchTurns } from '../../main/day.ts';
import { tempFolder } from '../helpers/folder.ts';

const at = (text: string): number => Date.parse(`${text}+09:00`);

describe('openDayMemory', () => {
  const fail = (error: unknown): never => {
    throw error;
  };

  it('has the last believed day after a restart', () => {
    const file = join(tempFolder(), 'day.json');
    const memory = openDayMemory(file, fail);
    expect(memory.last()).toBeNull();
    memory.remember('2027-12-31');
    memory.remember('2028-01-01');
    expect(openDayMemory(file, fail).last()).toBe('2028-01-01');
  });

  it.each(['', '{', '{"day":"2027-02-29"}', '[]', 'null'])('reads %j as no memory', (text) => {
    const file = join(tempFolder(), 'day.json');
    writeFileSync(file, text);
    expect(openDayMemory(file, fail).last()).toBeNull();
  });

  it('tells once that the disk refuses, and remembers in this run all the same', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const told: unknown[] = [];
    const memory = openDayMemory(join(folder, 'file', 'day.json'), (error) => told.push(error));
    memory.remember('2027-01-01');
    memory.remember('2027-01-02');
    expect([memory.last(), told.length]).toEqual(['2027-01-02', 1]);
  });

  it('writes only when the day is another one', () => {
    const file = join(tempFolder(), 'day.json');
    const memory = openDayMemory(file, fail);
    memory.remember('2027-01-01');
    writeFileSync(file, 'untouched');
    memory.remember('2027-01-01');
    expect(readFileSync(file, 'utf8')).toBe('untouched');
  });
});

describe('trustedDay with a memory', () => {
  it.each([
    [
      'a dead battery after a reboot: the last known day stays',
      0,
      '2027-06-01',
      '2027-09-15',
      '2027-09-15',
      false,
    ],
    ['no memory: the newest signed day', 0, '2027-06-01', null, '2027-06-01', false],
    [
      'a memory older than the content: the newest signed day',
      0,
      '2027-06-01',
      '2027-01-01',
      '2027-06-01',
      false,
    ],
    [
      'a clock in 2099: the last known day stays',
      at('2099-01-01T12:00'),
      '2027-06-01',
      '2027-09-15',
      '2027-09-15',
      false,
    ],
    [
      'a right clock after a wrong one in the future',
      at('2027-09-16T12:00'),
      '2027-06-01',
      '2031-01-01',
      '2027-09-16',
      true,
    ],
    ['years without new content', at('2035-01-01T12:00'), '2027-06-01', '2034-12-31', '2035-01-01', true],
  ] as const)('%s', (_what, nowMs, newest, last, day, clockBelieved) => {
    expect(trustedDay(nowMs, newest, last)).toEqual({ day, clockBelieved });
  });
});

describe('watchTurns', () => {
  let now = 0;
  let told: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
  });
  afterEach(() => vi.useRealTimers());

  /** Lets time go by for clock and timers alike. */
  function pass(ms: number): void {
    const step = 1_000;
    for (let gone = 0; gone < ms; gone += step) {
      now += step;
      vi.advanceTimersByTime(step);
    }
  }
  const watch = (start: string) => {
    now = at(start);
    return watchTurns(
      () => tokyoDay(now),
      () => now,
      (day) => told.push(day),
    );
  };

  it.each([
    ['2027-11-30T23:59:30', '2027-12-01'],
    ['2027-12-31T23:59:30', '2028-01-01'],
    ['2028-02-28T23:59:30', '2028-02-29'],
    ['2028-02-29T23:59:30', '2028-03-01'],
  ])('says so at the midnight after %s, once and within a second', (start, day) => {
    const { stop } = watch(start);
    pass(29_000);
    expect(told).toEqual([]);
    pass(2_000);
    expect(told).toEqual([day]);
    pass(60_000);
    expect(told).toEqual([day]);
    stop();
  });

  it('says so within 15 seconds when the clock is set, forward or back', () => {
    const { stop } = watch('2027-05-05T12:00:00');
    now += 86_400_000;
    pass(15_000);
    now -= 2 * 86_400_000;
    pass(15_000);
    expect(told).toEqual(['2027-05-06', '2027-05-04']);
    stop();
  });

  it('says so after a month switched off: the first look after waking finds the new day', () => {
    const { look, stop } = watch('2027-05-05T12:00:00');
    now += 31 * 86_400_000;
    look();
    expect(told).toEqual(['2027-06-05']);
    stop();
  });

  it('says nothing more once stopped', () => {
    const { stop } = watch('2027-05-05T23:59:59');
    stop();
    pass(60_000);
    expect(told).toEqual([]);
  });
});

describe('NO_MEMORY', () => {
  it('remembers nothing', () => {
    NO_MEMORY.remember('2027-01-01');
    expect(NO_MEMORY.last()).toBeNull();
  });
});
