/**
 * The program decides what every hall shows, so it is held against a naive oracle: for every venue and
 * every day of several years the decided stay equals what a list of days painted one by one says.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../content/pack/days.ts';
import {
  firstDayOf,
  formatProgram,
  inProgramOrder,
  isOn,
  lastDayOf,
  nextStay,
  type Program,
  parseProgram,
  type Stay,
  stayAt,
} from '../../../content/pack/program.ts';

const EPOCH = '2023-06-01';
const DAYS = 1_900;

function stay(exhibition: string, venue: string, first: string, last: string): Stay {
  return { exhibition, venue, first, last, opening: null, note: null, screenOnly: false };
}

/** Plans in which no hall has two at once, over more than five years with two leap days. */
const plan = fc
  .array(
    fc.record({
      venue: fc.constantFrom('north', 'south', 'west'),
      exhibition: fc.constantFrom('a', 'b', 'c', 'd'),
      gap: fc.integer({ min: 0, max: 90 }),
      length: fc.integer({ min: 1, max: 200 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) => {
    const free = new Map<string, number>();
    const stays = rows.flatMap(({ venue, exhibition, gap, length }) => {
      const from = (free.get(venue) ?? 0) + gap;
      free.set(venue, from + length);
      const last = from + length - 1;
      return last < DAYS ? [stay(exhibition, venue, addDays(EPOCH, from), addDays(EPOCH, last))] : [];
    });
    return inProgramOrder(stays);
  })
  .filter((stays) => stays.length > 0);

describe('the decision', () => {
  it('equals the naive oracle for every venue and every day of five years', () => {
    fc.assert(
      fc.property(plan, (stays) => {
        for (const venue of ['north', 'south', 'west', 'nowhere']) {
          const painted = new Map<string, Stay>();
          for (const one of stays.filter((row) => row.venue === venue))
            for (let day = one.first; day <= one.last; day = addDays(day, 1)) painted.set(day, one);
          for (let at = 0; at < DAYS; at += 1) {
            const day = addDays(EPOCH, at);
            if (stayAt(stays, venue, day) !== (painted.get(day) ?? null)) return false;
          }
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });

  it('says what comes next: the soonest that has not begun', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: DAYS }), (stays, at) => {
        const day = addDays(EPOCH, at);
        const coming = stays.filter((one) => one.venue === 'north' && one.first > day);
        const soonest = coming.map((one) => one.first).sort()[0];
        return nextStay(stays, 'north', day)?.first === soonest;
      }),
    );
  });

  it.each([
    ['the day before the first', '2027-12-27', null],
    ['the first day', '2027-12-28', 'new-year'],
    ['the last day of the year', '2027-12-31', 'new-year'],
    ['the first day of the year', '2028-01-01', 'new-year'],
    ['a leap day that is the last day', '2028-02-29', 'new-year'],
    ['the day after the last', '2028-03-01', 'spring'],
    ['long after', '2031-01-01', null],
  ])('on %s', (_name, day, expected) => {
    const stays = [
      stay('new-year', 'hall', '2027-12-28', '2028-02-29'),
      stay('spring', 'hall', '2028-03-01', '2028-03-31'),
    ];
    expect(stayAt(stays, 'hall', day)?.exhibition ?? null).toBe(expected);
  });

  it('keeps what came first where two overlap in one hall all the same', () => {
    const stays = [
      stay('a', 'hall', '2027-01-01', '2027-01-31'),
      stay('b', 'hall', '2027-01-15', '2027-02-15'),
    ];
    expect([stayAt(stays, 'hall', '2027-01-20'), stayAt(stays, 'hall', '2027-02-01')]).toEqual(stays);
  });

  it('knows first and last day of the whole', () => {
    const program = {
      ...PROGRAM,
      stays: [stay('a', 'x', '2027-02-01', '2027-02-02'), stay('b', 'y', '2027-01-01', '2027-01-01')],
    };
    expect([firstDayOf(program), lastDayOf(program)]).toEqual(['2027-01-01', '2027-02-02']);
    expect(isOn({ first: '2027-02-01', last: '2027-02-01' }, '2027-02-01')).toBe(true);
  });
});

const PROGRAM: Program = {
  version: 3,
  date: '2026-11-01',
  title: { ja: '令和9年の計画', en: 'Plan for 2027' },
  stays: [
    {
      ...stay('a', 'hall', '2027-01-05', '2027-01-31'),
      opening: '2027-01-06',
      note: { ja: '初日は午後から' },
    },
    { ...stay('b', 'hall', '2027-02-03', '2027-02-28'), screenOnly: true },
  ],
};

describe('the file', () => {
  it('is read as it was written, and written the same whatever the order of its stays', () => {
    expect(parseProgram(formatProgram(PROGRAM))).toEqual(PROGRAM);
    const turned = { ...PROGRAM, stays: [...PROGRAM.stays].reverse() };
    expect(formatProgram(turned)).toBe(formatProgram(PROGRAM));
  });

  it('goes through any plan unchanged', () => {
    fc.assert(
      fc.property(plan, (stays) => {
        const program = { ...PROGRAM, stays };
        expect(parseProgram(formatProgram(program))).toEqual(program);
      }),
      { numRuns: 50 },
    );
  });

  it('cut off anywhere is no program', () => {
    const text = formatProgram(PROGRAM).trimEnd();
    for (let length = 0; length < text.length; length += 1)
      expect(parseProgram(text.slice(0, length))).toBeUndefined();
  });

  const edit = (change: (raw: Record<string, unknown>, first: Record<string, unknown>) => void) => () => {
    const raw = JSON.parse(formatProgram(PROGRAM)) as Record<string, unknown>;
    change(raw, (raw['stays'] as Record<string, unknown>[])[0] ?? {});
    return JSON.stringify(raw);
  };
  it.each<[string, () => string]>([
    ['is of a newer form', edit((raw) => Object.assign(raw, { format: 2 }))],
    ['has version 0', edit((raw) => Object.assign(raw, { version: 0 }))],
    ['has no date', edit((raw) => delete raw['date'])],
    ['has no Japanese title', edit((raw) => Object.assign(raw, { title: { en: 'x' } }))],
    ['has no stays', edit((raw) => Object.assign(raw, { stays: [] }))],
    ['has a stay that is none', edit((raw) => Object.assign(raw, { stays: [null] }))],
    ['has inverted dates', edit((_, one) => Object.assign(one, { first: '2027-02-01' }))],
    ['has a day that is not in the calendar', edit((_, one) => Object.assign(one, { last: '2027-02-29' }))],
    ['opens before it begins', edit((_, one) => Object.assign(one, { opening: '2027-01-04' }))],
    ['has a venue that leads elsewhere', edit((_, one) => Object.assign(one, { venue: '../x' }))],
    ['has words in no language', edit((_, one) => Object.assign(one, { note: { ja: 'x', xx: 'y' } }))],
    ['is a list', () => '[]'],
    ['is nothing', () => 'null'],
  ])('is refused when it %s', (_name, text) => {
    expect(parseProgram(text())).toBeUndefined();
  });
});
