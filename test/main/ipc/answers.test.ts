/** Every call answered from the real library through the real door; only the port is a stub. */
import { describe, expect, it } from 'vitest';
import { LANGS, type Lang } from '../../../content/pack/lang.ts';
import { type Opened, openLibrary } from '../../../content/store/library.ts';
import { makeEntries } from '../../../main/ipc/answers.ts';
import {
  CALLS,
  type Calls,
  type Reply,
  type TourShown,
  type VisitorCalls,
} from '../../../main/ipc/contract.ts';
import { serve } from '../../../main/ipc/serve.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildDefault, openGood } from '../../helpers/library.ts';
import { staffDesk } from '../../helpers/staff.ts';

type Name = keyof Calls;
/** What reads the library. Counts and staff have tests of their own: test/main/staff/desk.test.ts. */
type Read = Exclude<keyof VisitorCalls, 'tour:shown'>;
type Listener = (event: { readonly senderFrame: null }, raw: unknown) => Promise<unknown>;

/** A screen that calls through the door, as in the kiosk. */
function screen(opened: Opened, today = '2020-11-20', clockBelieved = true) {
  const listeners = new Map<string, Listener>();
  const shown: TourShown[] = [];
  const errors: unknown[] = [];
  const situation = {
    opened,
    here: { venueId: 'arakawa-kuyakusho', today },
    clockBelieved,
    time: clockBelieved ? '12:00' : null,
    lang: 'ja',
    tour: false,
    session: null,
    preview: null,
  } as const;
  serve(
    { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) },
    makeEntries(
      () => situation,
      (one) => shown.push(one),
      staffDesk().answers,
    ),
    () => true,
    (error) => {
      errors.push(error);
      return 'log-1';
    },
  );
  const call = async <K extends Name>(name: K, request: unknown): Promise<Reply<Calls[K]['value']>> =>
    (await listeners.get(name)?.({ senderFrame: null }, request)) as Reply<Calls[K]['value']>;
  return { call, shown, errors };
}

const opened: Opened = { ok: true, library: openGood(buildDefault()) };
const { call, shown, errors } = screen(opened);

/** Requests that our default content can answer. */
const REQUESTS: Readonly<Record<Read, Readonly<Record<string, unknown>> | null>> = {
  'kiosk:read': {},
  'notices:read': {},
  'preview:read': {},
  'home:read': {},
  'map:read': {},
  'town:read': { code: '012068' },
  'ward:read': { code: '131181' },
  'wards:list': {},
  'group:read': { kind: 'prefecture', id: '01' },
  'exhibitions:list': {},
  'program:read': {},
  'exhibition:read': { id: 'hiroshima-9' },
  'issues:list': {},
  'article:read': { id: 'news-3-soseki' },
  'events:list': {},
  'cases:list': { purpose: 'eat' },
  'cases:find': {
    filter: { field: null, ward: null, prefecture: null, year: null, who: null, tag: null, purpose: null },
    offset: 0,
    limit: 24,
  },
  // What the default content need not hold.
  'case:read': null,
  'event:read': { id: 'rokkonsai-2015' },
  'events:calendar': { span: 'month', day: '2020-11-13' },
  'facilities:list': { code: null },
  'offers:list': { side: null },
  'about:read': {},
  'search:find': { text: '釧路', limit: 12 },
  'search:suggest': { text: 'くし' },
  'ruby:read': { texts: ['釧路市', '__proto__'] },
};

/** The request as a screen in that language sends it; readings are asked for texts, in no language. */
function inLang(name: string, lang: Lang, request: Readonly<Record<string, unknown>>): unknown {
  return name === 'ruby:read' ? request : { lang, ...request };
}

describe('every call', () => {
  for (const [name, request] of Object.entries(REQUESTS)) {
    if (request === null) continue;
    it(`${name} is answered in every language with data that can cross the door`, async () => {
      for (const lang of LANGS) {
        const reply = await call(name as Name, inLang(name, lang, request));
        expect(reply).toMatchObject({ ok: true });
        expect(structuredClone(reply)).toEqual(reply);
      }
      expect(errors.splice(0)).toEqual([]);
    });
  }

  it('is known here', () => {
    const visitors = Object.keys(CALLS).filter((name) => !/^(staff|device|usage|votes):/.test(name));
    expect([...Object.keys(REQUESTS), 'tour:shown'].sort()).toEqual(visitors.sort());
  });
});

describe('kiosk:read', () => {
  it('tells where and when the kiosk stands', async () => {
    expect(await call('kiosk:read', { lang: 'en' })).toMatchObject({
      ok: true,
      value: {
        venue: { id: 'arakawa-kuyakusho', name: 'Arakawa Ward Office' },
        ward: { code: '131181' },
        today: '2020-11-20',
        lang: 'ja',
        faults: [],
        tour: false,
        session: null,
      },
    });
  });
});

describe('a clock that is not believed', () => {
  it('is told to staff among the faults of kiosk:read', async () => {
    const doubtful = screen(opened, undefined, false);
    const reply = await doubtful.call('kiosk:read', { lang: 'ja' });
    expect(reply).toMatchObject({ ok: true, value: { faults: [{ code: 'clock-not-believed' }] } });
  });
});

describe('not-found', () => {
  it.each([
    ['town:read', { code: '999997' }],
    ['ward:read', { code: '012068' }],
    ['group:read', { kind: 'area', id: 'nowhere' }],
    ['exhibition:read', { id: 'nowhere' }],
    ['article:read', { id: 'nowhere' }],
    ['case:read', { id: 'nowhere' }],
    ['event:read', { id: 'nowhere' }],
  ] as const)('%s %j', async (name, request) => {
    expect(await call(name, { lang: 'ja', ...request })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
});

describe('no-library', () => {
  it('is the refusal of every read when nothing can be shown, with the reasons', async () => {
    const nothing = openLibrary(tempFolder());
    const broken = screen(nothing);
    // How a source is doing, and what staff put up, has nothing to do with a library.
    const others = Object.entries(REQUESTS).filter(([each]) => !/^(preview|notices):/.test(each));
    for (const [name, request] of others) {
      const reply = await broken.call(name as Name, inLang(name, 'ja', request ?? { id: 'a' }));
      expect(reply, name).toMatchObject({
        ok: false,
        refusal: { code: 'no-library', faults: [{ code: 'library-missing' }] },
      });
    }
    expect(broken.errors).toEqual([]);
  });
});

describe('tour:shown', () => {
  it('reaches whoever waits, also without a library', async () => {
    expect(await call('tour:shown', { step: 3, problems: [] })).toEqual({ ok: true, value: null });
    expect(shown).toEqual([{ step: 3, problems: [] }]);
  });
});

describe('bad-request', () => {
  it('is the refusal of a malformed call, and no error of ours', async () => {
    expect(await call('town:read', { lang: 'ja', code: 'x' })).toEqual({
      ok: false,
      refusal: { code: 'bad-request', why: 'code' },
    });
    expect(errors.splice(0)).toEqual([]);
  });
});
