import { describe, expect, it } from 'vitest';
import type { Opened } from '../../content/store/library.ts';
import { makeSituation, refuseUnknownVenue, SESSION_TIMES } from '../../main/situation.ts';
import { BadSwitch, parseSwitches } from '../../main/switches.ts';
import { libraryOf } from '../helpers/library.ts';
import { SMALL } from '../helpers/source.ts';

const venues = [
  { id: 'kusei-kaikan', name: { ja: '東京区政会館', en: 'Kusei Kaikan' }, hall: true },
  { id: 'hall', name: { ja: 'ホール', en: 'Hall' }, hall: true },
  { id: 'park', name: { ja: '公園', en: 'Park' } },
];
const opened: Opened = { ok: true, library: libraryOf({ ...SMALL, 'base/venues.yaml': venues }) };
const NONE: Opened = { ok: false, faults: [] };
const content = (shown: Opened, signedMs = 0) => ({ opened: () => shown, newestSignedMs: () => signedMs });
const LATER = Date.parse('2025-05-05T12:00:00+09:00');

describe('makeSituation', () => {
  it('stands in the hall of all 23, today, in Japanese when nothing else is said', () => {
    expect(makeSituation(parseSwitches([]), content(opened), () => LATER)()).toMatchObject({
      here: { venueId: 'kusei-kaikan', today: '2025-05-05' },
      lang: 'ja',
      tour: false,
      session: SESSION_TIMES,
    });
  });

  it('asks the clock anew every time', () => {
    let now = LATER;
    const situation = makeSituation(parseSwitches([]), content(opened), () => now);
    expect(situation().here.today).toBe('2025-05-05');
    now += 86_400_000;
    expect(situation().here.today).toBe('2025-05-06');
  });

  it('does not believe a clock behind the newest pack', () => {
    expect(makeSituation(parseSwitches([]), content(opened), () => 0)().here.today).toBe('2020-03-01');
    expect(makeSituation(parseSwitches([]), content(NONE), () => 0)().here.today).toBe('2014-09-16');
  });

  it('does not believe a clock behind the newest signature it has seen', () => {
    const signed = content(opened, Date.parse('2021-03-31T15:00:00Z'));
    expect(
      makeSituation(parseSwitches([]), signed, () => Date.parse('2020-06-01T00:00:00Z'))().here.today,
    ).toBe('2021-04-01');
    expect(makeSituation(parseSwitches([]), signed, () => LATER)().here.today).toBe('2025-05-05');
  });

  it('remembers the last believed day, and stands on it when the clock is not to be believed', () => {
    let last: string | null = null;
    const memory = {
      last: () => last,
      remember: (day: string) => {
        last = day;
      },
    };
    let now = LATER;
    const situation = makeSituation(parseSwitches([]), content(opened), () => now, memory);
    expect(situation()).toMatchObject({ here: { today: '2025-05-05' }, clockBelieved: true });
    now = 0;
    expect(situation()).toMatchObject({ here: { today: '2025-05-05' }, clockBelieved: false });
    now = LATER - 86_400_000;
    expect(situation()).toMatchObject({ here: { today: '2025-05-04' }, clockBelieved: true });
    expect(last).toBe('2025-05-04');
  });

  it('takes the day, the hall and the language that were asked for', () => {
    const switches = parseSwitches(['--today=2019-01-01', '--venue=hall', '--lang=en', '--tour=/tmp/x']);
    expect(makeSituation(switches, content(opened), () => LATER)()).toMatchObject({
      here: { venueId: 'hall', today: '2019-01-01' },
      lang: 'en',
      tour: true,
      session: null,
    });
  });

  it.each(['nowhere', 'park'])('refuses the venue %s, which is no hall, and lists the halls', (venue) => {
    const make = () => refuseUnknownVenue(parseSwitches(['--venue', venue]), opened);
    expect(make).toThrow(BadSwitch);
    expect(make).toThrow(/使える会場:\n {2}kusei-kaikan {2}東京区政会館\n {2}hall {2}ホール/);
  });

  it('cannot know the halls without a library, and starts all the same', () => {
    const switches = parseSwitches(['--venue=hall']);
    expect(() => refuseUnknownVenue(switches, NONE)).not.toThrow();
    expect(makeSituation(switches, content(NONE), () => LATER)().here.venueId).toBe('hall');
  });
});
