/**
 * The program over the packs, with real packs: what home shows in every hall on every day of four years
 * equals a naive oracle; packs' own dates before the program stay as history, later ones count no more.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../content/pack/days.ts';
import { inProgramOrder, type Program, type Stay } from '../../../content/pack/program.ts';
import { heroOf, readExhibitions } from '../../../content/store/exhibitions.ts';
import { readHome } from '../../../content/store/home.ts';
import type { Library } from '../../../content/store/library.ts';
import { readNext, readProgramView } from '../../../content/store/program.ts';
import { buildData, openGood } from '../../helpers/library.ts';
import { programOf, putProgram, stay } from '../../helpers/program.ts';
import { exhibitionPack, type Files, SMALL_BASE, writeSource } from '../../helpers/source.ts';

function planned(program: Program | null, packs: readonly Files[]): Library {
  const data = buildData(writeSource(Object.assign({}, SMALL_BASE, ...packs)));
  if (program !== null) putProgram(data, program);
  return openGood(data);
}

const packs = ['a', 'b', 'c'].map((id) => exhibitionPack(id, { showings: [] }));

describe('what home shows', () => {
  const bare = planned(null, [...packs, exhibitionPack('standing')]);

  /** The library with another program, without building packs again. */
  const under = (stays: readonly Stay[]): Library => ({ ...bare, program: programOf(inProgramOrder(stays)) });

  it('equals the oracle for every hall and every day of four years', () => {
    const first = '2023-12-01';
    const days = 1_500;
    const plan = fc.array(
      fc.record({
        venue: fc.constantFrom('hall', 'arakawa'),
        exhibition: fc.constantFrom('a', 'b', 'c', 'not-here'),
        gap: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 1, max: 120 }),
      }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(plan, (rows) => {
        const painted = new Map<string, string>();
        const free: Record<string, number> = { hall: 0, arakawa: 0 };
        const stays = rows.map(({ venue, exhibition, gap, length }) => {
          const from = (free[venue] ?? 0) + gap;
          free[venue] = from + length;
          for (let at = from; at < from + length; at += 1) painted.set(`${venue} ${at}`, exhibition);
          return stay(exhibition, venue, addDays(first, from), addDays(first, from + length - 1));
        });
        const library = under(stays);
        for (const venueId of ['hall', 'arakawa']) {
          for (let at = -3; at < days; at += 1) {
            const wanted = painted.get(`${venueId} ${at}`);
            const here = { venueId, today: addDays(first, at) };
            const hero = heroOf(readExhibitions(library, 'ja', here));
            const shownHere = hero?.showing?.state === 'running' && hero.showing.here ? hero.id : undefined;
            if (shownHere !== (wanted === 'not-here' ? undefined : wanted)) return false;
            // Never a blank: a standing exhibition where nothing is planned.
            if (hero === null) return false;
          }
        }
        return true;
      }),
      { numRuns: 3 },
    );
  });

  it('is the project itself when everything is over and nothing stands', () => {
    const library = planned(programOf([stay('a', 'hall', '2024-01-01', '2024-01-31')]), [
      exhibitionPack('a'),
    ]);
    const at = (today: string) => readHome(library, 'ja', { venueId: 'hall', today }).hero?.id ?? null;
    expect([at('2024-01-31'), at('2024-02-01'), at('2030-01-01')]).toEqual(['a', null, null]);
  });
});

describe('packs’ own dates', () => {
  const own = exhibitionPack('own', {
    showings: [
      { venue: 'hall', first: '2019-05-01', last: '2019-05-31' },
      { venue: 'hall', first: '2020-05-01', last: '2020-05-31' },
    ],
  });
  const showing = (library: Library, today: string) => {
    const found = readExhibitions(library, 'ja', { venueId: 'hall', today }).find(({ id }) => id === 'own');
    return found?.showing && `${found.showing.state} ${found.showing.firstDay}`;
  };

  it('stand where there is no program', () => {
    expect(showing(planned(null, [own]), '2020-05-31')).toBe('running 2020-05-01');
  });

  it('count no more from the first day of the program on, and stay as history before', () => {
    const library = planned(programOf([stay('a', 'hall', '2020-05-15', '2020-06-30')]), [
      own,
      exhibitionPack('a'),
    ]);
    expect(showing(library, '2020-05-20')).toBe('past 2019-05-01');
    expect(readHome(library, 'ja', { venueId: 'hall', today: '2020-05-20' }).hero?.id).toBe('a');
  });
});

describe('readProgramView', () => {
  const stays = [
    { ...stay('a', 'arakawa', '2020-05-01', '2020-05-31'), note: { ja: '初日は午後から', en: 'From noon' } },
    stay('a', 'hall', '2020-06-05', '2020-06-30'),
    stay('later', 'hall', '2020-07-01', '2020-07-31'),
  ];
  const library = planned(programOf(stays), [exhibitionPack('a')]);
  const here = { venueId: 'hall', today: '2020-05-31' };

  it('tells who stands where until when, this hall first', () => {
    expect(readProgramView(library, 'en', here)).toEqual({
      program: { version: 1, date: '2020-01-01', title: 'Program' },
      today: '2020-05-31',
      halls: [
        {
          venueId: 'hall',
          venueName: 'Hall',
          here: true,
          now: null,
          next: expect.objectContaining({ exhibitionId: 'a', firstDay: '2020-06-05', state: 'coming' }),
          stays: [
            expect.objectContaining({ exhibitionId: 'a', title: 'a', installed: true }),
            expect.objectContaining({ exhibitionId: 'later', title: 'later', installed: false }),
          ],
        },
        {
          venueId: 'arakawa',
          venueName: 'Arakawa',
          here: false,
          now: expect.objectContaining({ exhibitionId: 'a', note: 'From noon', lastDay: '2020-05-31' }),
          next: null,
          stays: [expect.objectContaining({ state: 'running' })],
        },
      ],
    });
  });

  it('says what packs say where there is no program', () => {
    const plain = planned(null, [
      exhibitionPack('a', { showings: [{ venue: 'hall', first: '2020-05-01', last: '2020-05-31' }] }),
    ]);
    expect(readProgramView(plain, 'ja', here)).toMatchObject({
      program: null,
      halls: [{ venueId: 'hall', now: { exhibitionId: 'a', title: 'a展' } }],
    });
  });

  it('announces to visitors only what this kiosk will be able to show', () => {
    expect(readNext(library, 'ja', here)).toMatchObject({ exhibitionId: 'a', firstDay: '2020-06-05' });
    expect(readNext(library, 'ja', { ...here, today: '2020-06-05' })).toBeNull();
  });

  it('does not announce on home what the big picture announces', () => {
    expect(readHome(library, 'ja', { venueId: 'hall', today: '2020-06-01' })).toMatchObject({
      hero: { id: 'a', showing: { state: 'coming', here: true } },
      next: null,
    });
    expect(readHome(library, 'ja', here)).toMatchObject({
      hero: { id: 'a', showing: { state: 'running', here: false } },
      next: { exhibitionId: 'a', firstDay: '2020-06-05', lastDay: '2020-06-30' },
    });
  });
});

describe('a program that cannot be followed', () => {
  it('is a fault by name, and packs’ own dates stand in', async () => {
    const { rmSync, readdirSync, writeFileSync, readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { openLibrary } = await import('../../../content/store/library.ts');
    const data = buildData(
      writeSource({
        ...SMALL_BASE,
        ...exhibitionPack('own', { showings: [{ venue: 'hall', first: '2020-05-01', last: '2020-05-31' }] }),
      }),
    );
    putProgram(data, programOf([stay('own', 'arakawa', '2020-05-01', '2020-05-31')]));
    const folder = join(data, 'programs');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    const look = () => {
      const opened = openLibrary(data);
      if (!opened.ok) throw new Error('no library');
      const { library } = opened;
      const hero = heroOf(readExhibitions(library, 'ja', { venueId: 'hall', today: '2020-05-02' }));
      library.close();
      return [library.faults.map(({ code }) => code), hero?.showing?.here];
    };
    expect(look()).toEqual([[], false]);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('arakawa', 'arakawb'));
    expect(look()).toEqual([['program-altered'], true]);
    rmSync(file);
    expect(look()).toEqual([['program-missing'], true]);
    putProgram(data, { ...programOf([stay('own', 'arakawa', '2020-05-01', '2020-05-31')]), date: 'someday' });
    expect(look()).toEqual([['program-unusable'], true]);
  });
});
