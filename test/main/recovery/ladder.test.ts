import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb, FRESH, HEALTHY_MS, type Ladder, parseLadder, RUNGS } from '../../../main/recovery/ladder.ts';

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
  it('reloads three times, makes two windows, relaunches twice, then rests', () => {
    expect(rungs(9, 100)).toEqual([
      'reload',
      'reload',
      'reload',
      'new-window',
      'new-window',
      'relaunch',
      'relaunch',
      'rest',
      'rest',
    ]);
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
    const { ladder } = climb({ failures: 3, lastMs: 5_000_000 }, 1_000);
    expect(ladder.failures).toBe(4);
  });
});

describe('parseLadder', () => {
  it('reads what was written', () => {
    expect(parseLadder(JSON.stringify({ failures: 4, lastMs: 12 }))).toEqual({ failures: 4, lastMs: 12 });
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
