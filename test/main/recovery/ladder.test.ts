import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atStart,
  climb,
  FRESH,
  HEALTHY_MS,
  type Ladder,
  parseLadder,
  RUNGS,
} from '../../../main/recovery/ladder.ts';

/** The rungs of `count` failures `apartMs` apart. */
function rungs(count: number, apartMs: number): readonly string[] {
  let ladder: Ladder = FRESH;
  return Array.from({ length: count }, (_, i) => {
    const step = climb(ladder, 1_000_000 + i * apartMs);
    ladder = step.ladder;
    return step.measure.rung;
  });
}

describe('climb', () => {
  it('reloads three times, makes two windows, relaunches twice, goes back to the set before, then rests', () => {
    expect(rungs(9, 100)).toEqual([
      'reload',
      'reload',
      'reload',
      'new-window',
      'new-window',
      'relaunch',
      'relaunch',
      'previous-set',
      'rest',
    ]);
  });
  it('leaves out the rungs that cannot help', () => {
    const first = climb(FRESH, 1_000, 'relaunch');
    expect(first.measure.rung).toBe('relaunch');
    expect(climb(first.ladder, 2_000, 'relaunch').measure.rung).toBe('relaunch');
    expect(climb({ ...FRESH, failures: 8 }, 2_000, 'relaunch').measure.rung).toBe('rest');
  });
  it('starts at the foot again after a healthy period', () => {
    expect(new Set(rungs(20, HEALTHY_MS))).toEqual(new Set(['reload']));
  });
  it('never gets milder while failures keep coming', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: HEALTHY_MS - 1 }), { maxLength: 30 }), (gaps) => {
        let ladder: Ladder = FRESH;
        let nowMs = 0;
        let highest = 0;
        for (const gap of gaps) {
          nowMs += gap;
          const step = climb(ladder, nowMs);
          ladder = step.ladder;
          const rung = RUNGS.indexOf(step.measure.rung);
          expect(rung).toBeGreaterThanOrEqual(highest);
          highest = rung;
        }
      }),
    );
  });
  it('does not take a clock that was set back for a healthy period', () => {
    const { ladder } = climb({ ...FRESH, failures: 3, lastMs: 5_000_000 }, 1_000);
    expect(ladder.failures).toBe(4);
  });
});

describe('atStart', () => {
  it('remembers that the program is at work', () => {
    const { ladder, measure } = atStart(FRESH, 1_000);
    expect(ladder).toEqual({ ...FRESH, running: true });
    expect(measure).toBeNull();
  });
  it('leaves content that kills the program at every start after eight starts, and rests when that does not help', () => {
    let ladder: Ladder = FRESH;
    const measures = Array.from({ length: 10 }, (_, i) => {
      const begun = atStart(ladder, 1_000 + i * 5_000);
      ladder = begun.ladder;
      return begun.measure?.rung ?? 'start';
    });
    expect(measures).toEqual([...Array(8).fill('start'), 'previous-set', 'rest']);
  });
  it('forgives a hall that is switched off at the plug every evening', () => {
    let ladder: Ladder = FRESH;
    for (let day = 0; day < 30; day++) {
      const begun = atStart(ladder, day * 86_400_000);
      ladder = begun.ladder;
      expect(begun.measure).toBeNull();
    }
  });
});

describe('parseLadder', () => {
  it('reads what was written', () => {
    const ladder = { failures: 4, lastMs: 12, running: true };
    expect(parseLadder(JSON.stringify(ladder))).toEqual(ladder);
  });
  it('takes anything else for nothing remembered', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseLadder(text).failures).toBeGreaterThanOrEqual(0);
      }),
    );
    for (const text of ['', '{', 'null', '[]', '{"failures":-1,"lastMs":0}', '{"failures":"x"}']) {
      expect(parseLadder(text)).toEqual(FRESH);
    }
  });
});
