/** Which exhibition is on where and when, with real packs; the last day of a showing is included. */
import { describe, expect, it } from 'vitest';
import { heroOf, readExhibition, readExhibitions } from '../../../content/store/exhibitions.ts';
import { libraryOf } from '../../helpers/library.ts';
import { exhibitionPack, SMALL_BASE, t } from '../../helpers/source.ts';

const showing = (venue: string, first: string, last: string) => ({ venue, first, last });

/** A library of exhibitions by id with their showings; none means standing. */
function shows(list: Readonly<Record<string, readonly unknown[]>>) {
  const packs = Object.entries(list).map(([id, showings]) => exhibitionPack(id, { showings }));
  return libraryOf(Object.assign({}, SMALL_BASE, ...packs));
}

describe('the state of a showing', () => {
  const library = shows({ show: [showing('hall', '2020-11-13', '2020-12-24')] });
  const at = (today: string, venueId = 'hall') =>
    readExhibitions(library, 'ja', { venueId, today })[0]?.showing;

  it.each([
    ['2020-11-12', 'coming'],
    ['2020-11-13', 'running'],
    ['2020-12-24', 'running'],
    ['2020-12-25', 'past'],
    ['2021-11-13', 'past'],
  ])('on %s is %s', (today, state) => {
    expect(at(today)?.state).toBe(state);
  });

  it('knows whether it is in this hall, and how the hall is called', () => {
    expect(at('2020-12-01')).toEqual({
      venueId: 'hall',
      venueName: 'ホール',
      firstDay: '2020-11-13',
      lastDay: '2020-12-24',
      state: 'running',
      here: true,
    });
    expect(at('2020-12-01', 'arakawa')?.here).toBe(false);
  });

  it('is none for a standing exhibition', () => {
    const standing = shows({ standing: [] });
    expect(readExhibitions(standing, 'ja', { venueId: 'hall', today: '2020-01-01' })[0]?.showing).toBeNull();
  });
});

describe('the showing that matters', () => {
  const library = shows({
    show: [
      showing('arakawa', '2020-01-01', '2020-01-31'),
      showing('hall', '2020-01-20', '2020-02-10'),
      showing('arakawa', '2020-04-01', '2020-04-30'),
      showing('hall', '2020-05-01', '2020-05-31'),
    ],
  });
  const at = (venueId: string, today: string) => {
    const found = readExhibitions(library, 'ja', { venueId, today })[0]?.showing;
    return `${found?.state} ${found?.venueId} ${found?.firstDay}`;
  };

  it.each([
    ['hall', '2020-01-10', 'running arakawa 2020-01-01'],
    ['hall', '2020-01-25', 'running hall 2020-01-20'],
    ['arakawa', '2020-01-25', 'running arakawa 2020-01-01'],
    ['arakawa', '2020-02-01', 'running hall 2020-01-20'],
    ['hall', '2020-03-01', 'coming hall 2020-05-01'],
    ['arakawa', '2020-03-01', 'coming arakawa 2020-04-01'],
    ['elsewhere', '2020-03-01', 'coming arakawa 2020-04-01'],
    ['hall', '2020-06-01', 'past hall 2020-05-01'],
  ])('in %s on %s: %s', (venueId, today, expected) => {
    expect(at(venueId, today)).toBe(expected);
  });
});

describe('readExhibitions', () => {
  const library = shows({
    'a-past': [showing('hall', '2019-01-01', '2019-01-31')],
    'b-past-newer': [showing('hall', '2019-06-01', '2019-06-30')],
    'c-standing': [],
    'd-coming-later': [showing('hall', '2020-09-01', '2020-09-30')],
    'e-coming-soon': [showing('arakawa', '2020-07-01', '2020-07-31')],
    'f-running-elsewhere': [showing('arakawa', '2020-01-01', '2020-12-31')],
    'g-running-here': [showing('hall', '2020-05-01', '2020-06-30')],
    'h-standing': [],
  });
  const here = { venueId: 'hall', today: '2020-06-15' };

  it('lists running here, running elsewhere, coming soonest, standing, past newest', () => {
    expect(readExhibitions(library, 'ja', here).map((one) => one.id)).toEqual([
      'g-running-here',
      'f-running-elsewhere',
      'e-coming-soon',
      'd-coming-later',
      'c-standing',
      'h-standing',
      'b-past-newer',
      'a-past',
    ]);
  });

  it('makes the hero: running here, else standing, else running elsewhere or coming, never what is over', () => {
    const heroAt = (venueId: string, today: string) =>
      heroOf(readExhibitions(library, 'ja', { venueId, today }))?.id;
    expect([
      heroAt('hall', '2020-06-15'),
      heroAt('hall', '2021-06-15'),
      heroAt('elsewhere', '2020-06-15'),
    ]).toEqual(['g-running-here', 'c-standing', 'c-standing']);
    const one = shows({ past: [showing('hall', '2019-01-01', '2019-01-31')] });
    expect(heroOf(readExhibitions(one, 'ja', here))).toBeNull();
    const coming = shows({ coming: [showing('arakawa', '2021-01-01', '2021-01-31')] });
    expect(heroOf(readExhibitions(coming, 'ja', here))?.id).toBe('coming');
    expect(heroOf([])).toBeNull();
  });
});

describe('readExhibition', () => {
  const here = { venueId: 'hall', today: '2020-06-15' };

  it('is null for an exhibition that is not there', () => {
    expect(readExhibition(shows({ show: [] }), 'ja', here, 'other')).toBeNull();
  });

  it('gives chapters and blocks in their order, each kind with its data, in the wanted language', () => {
    const blocks = [
      { kind: 'text', title: t('題', 'Title'), body: t('文', 'Text') },
      { kind: 'quote', body: t('言葉', 'Words'), who: t('町長', 'Mayor') },
      { kind: 'number', title: t('数'), body: t('文'), value: 9, unit: t('町', 'towns'), asOf: '2020-11' },
      { kind: 'map', title: t('地図'), body: t('文'), towns: ['016675 鶴居村', '012068 釧路市'] },
      {
        kind: 'quiz',
        title: t('問'),
        body: t('文'),
        choices: [t('一', 'One'), t('二', 'Two')],
        answer: 2,
        explanation: t('解', 'So'),
      },
    ];
    const chapters = [
      { id: 'z', title: t('はじめ', 'First'), theme: 'sea', blocks },
      {
        id: 'a',
        title: t('おわり', 'Last'),
        theme: 'snow',
        blocks: [{ kind: 'text', body: t('終', 'End') }],
      },
    ];
    const library = libraryOf({
      ...SMALL_BASE,
      ...exhibitionPack('show', { chapters, partners: ['012068 釧路市'] }),
    });
    const view = readExhibition(library, 'en', here, 'show');
    expect(view?.chapters.map((chapter) => [chapter.title, chapter.theme])).toEqual([
      ['First', 'sea'],
      ['Last', 'snow'],
    ]);
    const [text, quote, number, map, quiz] = view?.chapters[0]?.blocks ?? [];
    expect(text).toEqual({ id: 'show-z-1', kind: 'text', title: 'Title', body: 'Text' });
    expect(quote).toMatchObject({ kind: 'quote', title: null, body: 'Words', who: 'Mayor' });
    expect(number).toMatchObject({ kind: 'number', value: 9, unit: 'towns', asOf: '2020-11' });
    expect(map).toMatchObject({ kind: 'map', towns: [{ name: 'Tsurui Village' }, { name: 'Kushiro City' }] });
    expect(quiz).toMatchObject({ kind: 'quiz', choices: ['One', 'Two'], answer: 1, explanation: 'So' });
    expect(view?.partners).toEqual([{ kind: 'municipality', id: '012068', name: 'Kushiro City' }]);
    expect(view?.towns.map((town) => town.code)).toEqual(['012068']);
  });

  it('says in which language the words came, and gives Japanese where there is no other', () => {
    const title = { ja: '題', en: 'Title', ko: '제목' };
    const library = libraryOf({ ...SMALL_BASE, ...exhibitionPack('show', { title }) });
    const read = (lang: 'en' | 'zh-Hans' | 'ko') => {
      const view = readExhibition(library, lang, here, 'show');
      return [view?.title, view?.lang];
    };
    expect([read('en'), read('zh-Hans')]).toEqual([
      ['Title', 'en'],
      ['題', 'ja'],
    ]);
  });
});
