import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../content/store/events.ts';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL_BASE, t } from '../../helpers/source.ts';

const event = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  kind: 'festival',
  status: 'held',
  title: t(`${id}祭`, `${id} festival`),
  summary: t('祭です', 'A festival'),
  ...more,
});

const libraryWith = (...events: readonly unknown[]) =>
  libraryOf({ ...SMALL_BASE, 'base/events.yaml': events });

describe('readEvents', () => {
  it('lists by first day, newest first, then by fiscal year, and those without either last', () => {
    const library = libraryWith(
      event('none'),
      event('year-2019', { fiscalYear: 2019 }),
      event('day', { start: '2020-11-13' }),
      event('month', { start: '2020-11' }),
      event('year-2021', { fiscalYear: 2021 }),
      event('later', { start: '2021-01-01', fiscalYear: 2020 }),
      event('none-2'),
    );
    expect(readEvents(library, 'ja', { by: 'all' }).map((one) => one.id)).toEqual([
      'later',
      'day',
      'month',
      'year-2021',
      'year-2019',
      'none',
      'none-2',
    ]);
  });

  it('gives every fact of an event', () => {
    const library = libraryWith(
      event('a', {
        place: t('公園', 'Park'),
        venue: 'hall',
        start: '2020-11-13',
        end: '2020-11-14',
        fiscalYear: 2020,
        startTime: '10:00',
        endTime: '16:30',
        deadline: '2020-11-01',
        wards: ['131181 荒川区'],
        partners: ['012068 釧路市', '01 北海道'],
        online: true,
        attendance: 300,
        url: 'https://example.invalid/',
      }),
    );
    expect(readEvents(library, 'en', { by: 'id', id: 'a' })).toMatchObject([
      {
        id: 'a',
        kind: 'festival',
        status: 'held',
        title: 'a festival',
        summary: 'A festival',
        place: 'Park',
        when: { start: '2020-11-13', end: '2020-11-14' },
        fiscalYear: 2020,
        startTime: '10:00',
        endTime: '16:30',
        deadline: '2020-11-01',
        online: true,
        attendance: 300,
        url: 'https://example.invalid/',
        allWards: false,
        wards: [{ kind: 'municipality', id: '131181', name: 'Arakawa Ward' }],
        partners: [
          { kind: 'municipality', id: '012068', name: 'Kushiro City' },
          { kind: 'prefecture', id: '01', name: 'Hokkaido' },
        ],
        lang: 'en',
      },
    ]);
  });

  it('finds those of a town, a ward and a partner, areas spelled out', () => {
    const library = libraryOf({
      ...SMALL_BASE,
      'base/areas.yaml': [{ id: 'east', name: t('東'), kana: 'ひがし', members: ['016675 鶴居村'] }],
      'base/events.yaml': [
        event('town', { partners: ['012068 釧路市'], wards: ['131181 荒川区'] }),
        event('area', { partners: ['area east'], wards: 'all' }),
      ],
    });
    const ids = (selection: Parameters<typeof readEvents>[2]) =>
      readEvents(library, 'ja', selection).map((one) => one.id);
    expect(ids({ by: 'town', code: '012068' })).toEqual(['town']);
    expect(ids({ by: 'town', code: '016675' })).toEqual(['area']);
    expect(ids({ by: 'ward', code: '131181' })).toEqual(['town']);
    expect(ids({ by: 'ward', code: '131016' })).toEqual([]);
    expect(ids({ by: 'partner', kind: 'area', id: 'east' })).toEqual(['area']);
    expect(ids({ by: 'partner', kind: 'prefecture', id: 'east' })).toEqual([]);
  });

  it('marks what all 23 do together and lists no ward then', () => {
    const [all] = readEvents(libraryWith(event('a', { wards: 'all' })), 'ja', { by: 'all' });
    expect([all?.allWards, all?.wards]).toEqual([true, []]);
  });
});
