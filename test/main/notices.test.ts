/** One list of what stands on the screens, decided by hall, clock and staff; the clock is the test's. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../content/store/library.ts';
import { watchTurns } from '../../main/day.ts';
import { noticesKey, packNotices, standingNotices } from '../../main/notices.ts';
import { makeSituation } from '../../main/situation.ts';
import { parseSwitches } from '../../main/switches.ts';
import { libraryOf } from '../helpers/library.ts';
import { noticePack, SMALL } from '../helpers/source.ts';

const opened: Opened = {
  ok: true,
  library: libraryOf({
    ...SMALL,
    ...noticePack('rain', { from: '2020-11-30 23:59', until: '2020-12-01 00:02' }),
    ...noticePack('far', { venues: ['arakawa'], until: '2030-01-01 00:00' }),
  }),
};
const at = (text: string) => Date.parse(`${text}+09:00`);
let now = 0;
const situation = (...switches: string[]) =>
  makeSituation(
    parseSwitches(['--venue', 'hall', ...switches]),
    { opened: () => opened, newestSignedMs: () => 0 },
    () => now,
  );
const ids = (...switches: string[]) => packNotices(situation(...switches)(), 'ja').map(({ id }) => id);

describe('packNotices', () => {
  it('follows the believed clock of the hall', () => {
    now = at('2020-11-30T23:58:59');
    expect(ids()).toEqual([]);
    now = at('2020-11-30T23:59:00');
    expect(ids()).toEqual(['rain']);
    now = at('2020-12-01T00:01:59');
    expect(ids()).toEqual(['rain']);
    now = at('2020-12-01T00:02:00');
    expect(ids()).toEqual([]);
  });

  it('stands all of a day of which only the day is known', () => {
    now = at('1970-01-02T00:00:00');
    const lost = { ...situation()(), here: { venueId: 'hall', today: '2020-12-01' } };
    expect([lost.clockBelieved, lost.time]).toEqual([false, null]);
    expect(packNotices(lost, 'ja').map(({ id }) => id)).toEqual(['rain']);
  });

  it('takes the day that somebody chose, at the time it is', () => {
    now = at('2026-05-05T23:59:30');
    expect(ids('--today', '2020-11-30')).toEqual(['rain']);
    expect(ids('--today', '2020-11-29')).toEqual([]);
  });

  it('shows whoever previews or walks the tour all that the hall has, whenever they stand', () => {
    now = at('2026-05-05T12:00:00');
    const seen = { ...situation()(), preview: { state: 'shown' } as never };
    expect(packNotices(seen, 'ja').map(({ id }) => id)).toEqual(['rain']);
    expect(packNotices({ ...situation()(), tour: true }, 'ja').map(({ id }) => id)).toEqual(['rain']);
  });

  it('is empty without a library', () => {
    expect(packNotices({ ...situation()(), opened: { ok: false, faults: [] } }, 'ja')).toEqual([]);
  });
});

describe('standingNotices', () => {
  it('has the staff’s own first, with and without any other', () => {
    now = at('2020-12-01T00:00:00');
    const list = (staff: boolean) =>
      standingNotices(situation()(), 'en', staff).map(({ by, id }) => `${by} ${id}`);
    expect(list(true)).toEqual(['staff staff', 'pack rain']);
    expect(list(false)).toEqual(['pack rain']);
    now = at('2020-12-02T00:00:00');
    expect(list(true)).toEqual(['staff staff']);
    expect(list(false)).toEqual([]);
  });
});

describe('noticesKey, watched', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says that a notice began and that it is over, each at its minute, over midnight', () => {
    now = at('2020-11-30T23:58:30');
    const told: string[] = [];
    const look = situation();
    const watch = watchTurns(
      () => noticesKey(look()),
      () => now,
      (key) => told.push(`${new Date(now + 9 * 3_600_000).toISOString().slice(11, 19)} ${key.slice(0, 4)}`),
    );
    for (let second = 0; second < 300; second++) {
      now += 1_000;
      vi.advanceTimersByTime(1_000);
    }
    watch.stop();
    expect(told).toEqual(['23:59:00 rain', '00:02:00 ']);
  });
});
