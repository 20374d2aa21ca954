/** What gets into the counts, and how much of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCountItem, isCountKind } from '../../../main/usage/items.ts';
import { makeMeter } from '../../../main/usage/meter.ts';
import { type Scene, staffDesk } from '../../helpers/staff.ts';

const HERE = { venueId: 'a', today: '2026-04-01' };

function meterOf(scene: Scene, tour = false, monotonicMs = (): number => 0) {
  return makeMeter({
    state: scene.keeper.get,
    where: () => ({ ...HERE, tour }),
    monotonicMs,
    report: () => undefined,
  });
}

describe('items', () => {
  it.each([
    ['session', ''],
    ['screen', 'map'],
    ['item', 'town:012068'],
    ['item', 'exhibition:hiroshima-9'],
    ['item', 'prefecture:47'],
    ['language', 'ja-easy'],
    ['search', 'none'],
    ['screen', 'take-part'],
    ['vote', '016675'],
    ['quiz', 'right'],
    ['survey', 'easy-yes'],
  ] as const)('%s %s is counted', (kind, item) => {
    expect([isCountKind(kind), isCountItem(kind, item)]).toEqual([true, true]);
  });

  it('of any other text are none: what a visitor typed cannot be written as one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/^[a-z-]*$/.test(text));
        expect(isCountItem('item', text)).toBe(false);
        expect(isCountItem('search', text)).toBe(false);
        expect(isCountItem('language', text)).toBe(false);
      }),
    );
  });
});

describe('votes', () => {
  it('are told of this hall, the most first, and small numbers are not', () => {
    const { state } = staffDesk();
    const vote = (code: string, times: number, venue = 'a') => {
      for (let i = 0; i < times; i++) state.counts.add(HERE.today, venue, 'vote', code);
    };
    vote('016675', 5);
    vote('012068', 4);
    vote('073423', 7);
    vote('012068', 9, 'another-hall');
    expect(state.counts.votes('a')).toEqual([
      { code: '073423', number: 7 },
      { code: '016675', number: 5 },
    ]);
  });
});

describe('the meter', () => {
  it('counts at this hall on this day', () => {
    const scene = staffDesk();
    expect(meterOf(scene).count('screen', 'map')).toBe(true);
    expect(scene.state.counts.read(HERE.today, HERE.today)).toEqual([
      { day: HERE.today, venue: 'a', kind: 'screen', item: 'map', number: 1 },
    ]);
  });

  it('counts nothing of a tour: nobody is there', () => {
    const scene = staffDesk();
    expect(meterOf(scene, true).count('session', '')).toBe(false);
    expect(scene.state.counts.exported()).toEqual([]);
  });

  it('does not hear a page that says too much, and hears it again later', () => {
    const scene = staffDesk();
    let now = 0;
    const meter = meterOf(scene, false, () => now);
    const heard = (): number =>
      Array.from({ length: 1000 }, () => meter.count('session', '')).filter(Boolean).length;
    expect(heard()).toBe(30);
    now = 2_000;
    expect(heard()).toBe(6);
  });

  it('is silent where nothing can be kept', () => {
    const scene = staffDesk();
    scene.keeper.close();
    const broken = makeMeter({
      state: () => ({ ok: false, detail: 'disk full' }),
      where: () => ({ ...HERE, tour: false }),
      monotonicMs: () => 0,
      report: () => undefined,
    });
    expect(broken.count('session', '')).toBe(false);
    expect(broken.countsForReceipt()).toBeNull();
  });

  it('tells the visits of the last whole day, never of today, and hides fewer than five', () => {
    const scene = staffDesk();
    const meter = meterOf(scene);
    for (let i = 0; i < 9; i += 1) meter.count('session', '');
    expect(meter.visitsOfLastDay()).toBeNull();
    for (let i = 0; i < 4; i += 1) scene.state.counts.add('2026-03-31', 'a', 'session', '');
    expect(meter.visitsOfLastDay()).toBeNull();
    scene.state.counts.add('2026-03-31', 'a', 'session', '');
    expect(meter.visitsOfLastDay()).toEqual({ day: '2026-03-31', number: 5 });
  });

  it('gives the receipt its counts with small numbers hidden', () => {
    const scene = staffDesk();
    const meter = meterOf(scene);
    for (let i = 0; i < 7; i += 1) meter.count('session', '');
    meter.count('language', 'ko');
    expect(meter.countsForReceipt()).toEqual({
      smallBelow: 5,
      rows: [
        { day: HERE.today, venue: 'a', kind: 'language', item: 'ko', number: null },
        { day: HERE.today, venue: 'a', kind: 'session', item: '', number: 7 },
      ],
    });
  });
});
