/** Which notices stand in which hall at which minute. */
import { describe, expect, it } from 'vitest';
import { readNotices, readStanding } from '../../../content/store/notices.ts';
import { search } from '../../../content/store/search.ts';
import { libraryOf } from '../../helpers/library.ts';
import { noticePack, SMALL, t } from '../../helpers/source.ts';

const library = libraryOf({
  ...SMALL,
  ...noticePack('closed', {
    level: 'info',
    until: '2020-12-10 00:00',
    headline: { ja: '休館' },
    body: { ja: '休みです。' },
  }),
  ...noticePack('quake', { from: '2020-11-29 00:00' }),
  ...noticePack('rain', { from: '2020-11-30 09:00' }),
  ...noticePack('water', { venues: ['arakawa'], headline: t('断水'), body: t('水が出ません。') }),
});
const ids = (venue: string, day: string, time: string | null) =>
  readStanding(library, 'ja', venue, { day, time }).map(({ id }) => id);

describe('readNotices', () => {
  it('gives those for the hall, disasters first, the newest first', () => {
    expect(readNotices(library, 'ja', 'hall').map(({ id }) => id)).toEqual(['rain', 'quake', 'closed']);
    expect(readNotices(library, 'ja', 'arakawa').map(({ id }) => id)).toEqual([
      'rain',
      'quake',
      'water',
      'closed',
    ]);
  });

  it('says in which language the words are', () => {
    const [rain, , closed] = readNotices(library, 'en', 'hall');
    expect([rain?.lang, rain?.headline]).toEqual(['en', 'Heavy rain warning']);
    expect([closed?.lang, closed?.headline]).toEqual(['ja', '休館']);
  });
});

describe('readStanding', () => {
  it('follows the minute', () => {
    expect(ids('hall', '2020-11-30', '08:59')).toEqual(['quake', 'closed']);
    expect(ids('hall', '2020-11-30', '09:00')).toEqual(['rain', 'quake', 'closed']);
    expect(ids('hall', '2020-12-01', '17:59')).toEqual(['rain', 'quake', 'closed']);
    expect(ids('hall', '2020-12-01', '18:00')).toEqual(['closed']);
    expect(ids('hall', '2020-12-10', '00:00')).toEqual([]);
  });

  it('where the clock is not believed, shows what the day touches', () => {
    expect(ids('hall', '2020-12-01', null)).toEqual(['rain', 'quake', 'closed']);
    expect(ids('hall', '2020-12-02', null)).toEqual(['closed']);
  });
});

describe('the search', () => {
  it('does not find what comes and goes', () => {
    expect(search(library, 'ja', '大雨', 10).total).toBe(0);
  });
});
