/** The door's readers: whatever a page may send, they give a plain request or throw BadRequest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLS, type Calls } from '../../../main/ipc/contract.ts';
import { READERS } from '../../../main/ipc/requests.ts';
import { BadRequest } from '../../../main/ipc/serve.ts';

type Name = keyof Calls;
const NAMES = Object.keys(CALLS) as Name[];

const FILTER = { field: null, ward: null, prefecture: null, year: null, who: null, tag: null, purpose: null };

/** A good request of every call. */
const GOOD: { readonly [K in Name]: Calls[K]['request'] } = {
  'kiosk:read': { lang: 'ja' },
  'notices:read': { lang: 'ko' },
  'preview:read': { lang: 'ja' },
  'home:read': { lang: 'ja' },
  'map:read': { lang: 'en' },
  'town:read': { lang: 'ja', code: '012068' },
  'ward:read': { lang: 'ja', code: '131181' },
  'wards:list': { lang: 'ja-easy' },
  'group:read': { lang: 'ja', kind: 'area', id: 'tokachi' },
  'exhibitions:list': { lang: 'ja' },
  'program:read': { lang: 'ja' },
  'exhibition:read': { lang: 'ja', id: 'hiroshima-9' },
  'issues:list': { lang: 'ja' },
  'article:read': { lang: 'ja', id: 'news-3-soseki' },
  'events:list': { lang: 'ja' },
  'cases:list': { lang: 'ja', purpose: null },
  'cases:find': { lang: 'ja', filter: FILTER, offset: 0, limit: 24 },
  'event:read': { lang: 'ja', id: 'rokkonsai-2015' },
  'case:read': { lang: 'ja', id: 'a' },
  'events:calendar': { lang: 'ja', span: 'week', day: '2020-11-13' },
  'facilities:list': { lang: 'ja', code: null },
  'offers:list': { lang: 'ja', side: null },
  'about:read': { lang: 'ko' },
  'search:find': { lang: 'ja', text: '釧路', limit: 12 },
  'search:suggest': { lang: 'ja', text: 'く' },
  'ruby:read': { texts: ['釧路市'] },
  'tour:shown': { step: 1, problems: ['x'] },
  'usage:count': { kind: 'item', item: 'town:012068' },
  'votes:read': {},
  'device:read': {},
  'staff:look': {},
  'staff:unlock': { pin: '271828' },
  'staff:lock': {},
  'staff:key': {},
  'staff:new-pin': { pin: '271828' },
  'staff:readiness': {},
  'staff:tested': { missed: 0 },
  'staff:counts': { days: 7 },
  'staff:audit': {},
  'staff:settings': { settings: { volume: 50, touchSound: 0, brightness: 80, hours: null, notice: false } },
  'staff:sticks': {},
  'staff:export': { what: 'counts', stick: '0123456789abcdef' },
  'staff:content': {},
  'staff:sync': { stick: null },
  'staff:stop': {},
  'staff:back': {},
  'staff:leave': {},
};

const WITH_FIELDS = NAMES.filter((name) => Object.keys(GOOD[name]).length > 0);

function refuses(name: Name, raw: unknown): void {
  expect(() => READERS[name](raw), JSON.stringify(raw)?.slice(0, 200)).toThrow(BadRequest);
}

describe('every reader', () => {
  it.each(NAMES)('%s takes a good request as it is, after structured clone as well', (name) => {
    expect(READERS[name](GOOD[name])).toEqual(GOOD[name]);
    expect(READERS[name](structuredClone(GOOD[name]))).toEqual(GOOD[name]);
  });

  it.each(NAMES)('%s refuses what is no object', (name) => {
    for (const raw of [undefined, null, 0, 'ja', true, [], ['ja'], () => 1, Symbol('x'), 1n]) {
      expect(() => READERS[name](raw)).toThrow(BadRequest);
    }
  });

  it.each(NAMES)('%s refuses each field missing, null-like or of another kind', (name) => {
    for (const field of Object.keys(GOOD[name])) {
      const { [field]: _gone, ...rest } = GOOD[name] as Record<string, unknown>;
      refuses(name, rest);
      for (const value of [undefined, Number.NaN, {}, [['x']], true, -1, 1e9]) {
        refuses(name, { ...rest, [field]: value });
      }
    }
  });

  it.each(NAMES)('%s refuses a field it does not know', (name) => {
    refuses(name, { ...GOOD[name], extra: 1 });
    refuses(
      name,
      JSON.parse(`{"__proto__":1,"extra":1,${JSON.stringify(GOOD[name]).slice(1)}`.replace(',}', '}')),
    );
  });

  it.each(WITH_FIELDS)('%s counts no inherited field', (name) => {
    refuses(name, Object.create(GOOD[name]) as unknown);
    refuses(name, new Map(Object.entries(GOOD[name])));
  });

  it.each(NAMES)('%s throws nothing but BadRequest, whatever comes', (name) => {
    const fields = Object.keys(GOOD[name]);
    const value = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
      fc.constantFrom<unknown>('ja', '012068', 'a', 1, null, [], '__proto__', 'x'.repeat(1_000_000)),
    );
    const near = fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(near, value), (raw) => {
        try {
          const request = READERS[name](raw);
          // What passes is plain data with exactly the fields of the contract.
          expect(Object.keys(request).sort()).toEqual([...fields].sort());
          expect(structuredClone(request)).toEqual(request);
          expect(READERS[name](request)).toEqual(request);
        } catch (error) {
          if (!(error instanceof BadRequest)) throw error;
          expect(error.message.length).toBeLessThan(100);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('single fields', () => {
  it.each([
    ['lang', 'home:read', ['xx', 'JA', '', 'ja\0', 'hasOwnProperty', ['ja']]],
    ['code', 'town:read', ['012069', '12068', ' 012068', '０１２０６８', '012068\n', '999999', 12068]],
    ['id', 'article:read', ['', 'A', '../x', 'a b', '-a', 'a'.repeat(201), 'é', 'a\n', "' OR 1=1"]],
    ['kind', 'group:read', ['municipality', 'town', '', 'constructor']],
    ['purpose', 'cases:list', ['sleep', '', undefined, 0]],
    ['limit', 'search:find', [0, 51, 1.5, '12', Number.NaN, Number.POSITIVE_INFINITY]],
    ['text', 'search:find', ['x'.repeat(101), 1, null, ['x']]],
    ['step', 'tour:shown', [-1, 100_001, 0.5]],
    ['problems', 'tour:shown', ['x', [1], Array(101).fill('x'), ['x'.repeat(2001)], { length: 1 }, Array(3)]],
    ['kind', 'usage:count', ['visitor', '', 'constructor', '__proto__']],
    [
      'item',
      'usage:count',
      [
        '',
        'town:012069',
        'town:',
        'town:012068:x',
        '012068',
        'text:鶴居',
        'article:../x',
        '__proto__:a',
        'x'.repeat(251),
      ],
    ],
    ['pin', 'staff:unlock', ['12345', '123456789', '１２３４５６', '12345a', ' 123456', 123456, '123456\n']],
    ['days', 'staff:counts', [0, 401, 1.5]],
    ['missed', 'staff:tested', [-1, 101]],
    ['what', 'staff:export', ['pin', '', 'state']],
    ['stick', 'staff:export', ['/media/x', '', '0123456789ABCDEF', '0123456789abcde']],
    [
      'settings',
      'staff:settings',
      [
        { volume: 101, touchSound: 0, brightness: 80, hours: null, notice: false },
        { volume: 1, touchSound: 101, brightness: 80, hours: null, notice: false },
        { volume: 1, brightness: 80, hours: null, notice: false },
        { volume: 1, touchSound: 0, brightness: 0, hours: null, notice: false },
        { volume: 1, touchSound: 0, brightness: 80, hours: { from: '17:00', to: '08:00' }, notice: false },
        { volume: 1, touchSound: 0, brightness: 80, hours: null, notice: 1 },
        { volume: 1, touchSound: 0, brightness: 80, hours: null, notice: true, pin: '1' },
      ],
    ],
    ['day', 'events:calendar', ['2020-02-30', '2020', 'today', '']],
    ['span', 'events:calendar', ['year', '', null]],
  ] as const)('%s of %s', (field, name, values) => {
    for (const value of values) refuses(name, { ...GOOD[name], [field]: value });
  });

  it('the longest id that content can make is taken: issue and slug of 64 letters each', () => {
    const id = `${'a'.repeat(64)}-${'b'.repeat(64)}`;
    expect(READERS['article:read']({ lang: 'ja', id })).toEqual({ lang: 'ja', id });
  });

  it('text of 100 letters is taken', () => {
    const text = '釧'.repeat(100);
    expect(READERS['search:find']({ lang: 'ja', text, limit: 1 })).toMatchObject({ text });
  });
});
