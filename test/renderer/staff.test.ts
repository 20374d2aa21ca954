/** The screen's side of staff and counts that needs no screen: gesture, figures, sums, times. */
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { AuditAction } from '../../main/ipc/contract.ts';
import { isHoldingCorners } from '../../renderer/corners.ts';
import { isOpenAt } from '../../renderer/device.ts';
import { deedText } from '../../renderer/pages/staff/deed.ts';
import { bytesText, minutesOf, momentText, stepTime } from '../../renderer/pages/staff/figures.ts';
import { byDay, byItem } from '../../renderer/pages/staff/tally.ts';
import { itemOf } from '../../renderer/usage.ts';
import ja from '../../renderer/words/ja/staff.json' with { type: 'json' };

const SCREEN = { width: 1920, height: 1080 };
const TOP_LEFT = { x: 10, y: 10 };
const TOP_RIGHT = { x: 1910, y: 10 };
const BOTTOM_LEFT = { x: 10, y: 1070 };
const BOTTOM_RIGHT = { x: 1910, y: 1070 };

describe('two corners', () => {
  it.each([
    [[TOP_LEFT, BOTTOM_RIGHT]],
    [[BOTTOM_LEFT, TOP_RIGHT]],
    [[TOP_LEFT, { x: 900, y: 500 }, BOTTOM_RIGHT]],
  ])('that face each other are the gesture: %j', (fingers) => {
    expect(isHoldingCorners(fingers, SCREEN)).toBe(true);
  });

  it.each([
    [[]],
    [[TOP_LEFT]],
    [[TOP_LEFT, TOP_RIGHT]],
    [[TOP_LEFT, BOTTOM_LEFT]],
    [[TOP_LEFT, { x: 960, y: 1070 }]],
    [[{ x: 200, y: 200 }, BOTTOM_RIGHT]],
  ])('that do not are none: %j', (fingers) => {
    expect(isHoldingCorners(fingers, SCREEN)).toBe(false);
  });
});

describe('opening hours', () => {
  const hours = { from: '08:30', to: '17:15' };
  it('are of Tokyo, half-open, and always where none are set', () => {
    expect(['08:29', '08:30', '17:14', '17:15'].map((time) => isOpenAt({ hours }, time))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOpenAt({ hours: null }, '03:00')).toBe(true);
  });

  it('are moved by quarters of an hour within the day', () => {
    expect([
      stepTime('08:30', 1),
      stepTime('08:30', -1),
      stepTime('00:00', -1),
      stepTime('23:45', 1),
    ]).toEqual(['08:45', '08:15', '00:00', '23:45']);
  });
});

describe('figures', () => {
  it('are written as staff read them', () => {
    expect([1_234_000_000, 340_200_000, 2_340_000, 0].map(bytesText)).toEqual([
      '1.2 GB',
      '340 MB',
      '2.3 MB',
      '0.0 MB',
    ]);
    expect([29_001, 90_000].map(minutesOf)).toEqual([
      { minutes: 0, seconds: 30 },
      { minutes: 1, seconds: 30 },
    ]);
    expect(momentText(Date.UTC(2026, 3, 1, 0, 30)).replaceAll('\u2060', '')).toBe('2026-04-01 09:30');
  });
});

describe('the record in words', () => {
  const t = ((key: string, given: Readonly<Record<string, unknown>> = {}) => {
    const [group = '', name = ''] = key.split('.');
    const words = (ja as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>)[group]?.[
      name
    ];
    return (words ?? `no words: ${key}`).replace(/{{(\w+)}}/g, (_all, field: string) => String(given[field]));
  }) as unknown as TFunction;
  const said = (action: AuditAction, result: string, detail = '') =>
    deedText({ seq: 1, atMs: 0, believed: true, action, result, detail }, t);

  it('says what was done, with names and numbers', () => {
    expect(said('sync', 'begun', 'stick')).toBe('USBメモリから始めました');
    expect(said('export', 'counts', 'STICK')).toBe('利用数を「STICK」へ');
    expect(said('settings', 'touch-test', 'missed 24')).toBe('画面とタッチの確認：反応しない所 24か所');
    const device = { volume: 70, brightness: 90, hours: { from: '08:30', to: '17:15' }, notice: true };
    expect(said('settings', 'device', JSON.stringify(device))).toBe(
      '音の大きさ 70％ · 明るさ 90％ · 開館時間 08:30–17:15 · 災害のお知らせ',
    );
    const quiet = { ...device, touchSound: 40, hours: null, notice: false };
    expect(said('settings', 'device', JSON.stringify(quiet))).toBe(
      '音の大きさ 70％ · さわったときの音 40％ · 明るさ 90％ · 開館時間 いつも表示する',
    );
  });
  it('shows a refusal by its name, and what it cannot read as it stands', () => {
    expect(said('sync', 'source-vanished', 'staff')).toBe('できませんでした（source-vanished staff）');
    expect(said('pin-set', 'unlock-used', 'STICK')).toBe('できませんでした（unlock-used STICK）');
    expect(said('settings', 'device', '{')).toBe('device {');
    expect(said('unreadable', '', 'noise')).toBe('noise');
  });
});

describe('counts', () => {
  const row = (day: string, item: string, number: number) =>
    ({ day, venue: 'a', kind: 'screen', item, number }) as const;
  const rows = [row('2026-04-02', 'map', 3), row('2026-04-01', 'map', 2), row('2026-04-01', 'home', 5)];

  it('are summed by item, largest first', () => {
    expect(byItem(rows, 'screen')).toEqual([
      { key: 'home', number: 5 },
      { key: 'map', number: 5 },
    ]);
    expect(byItem(rows, 'session')).toEqual([]);
  });

  it('are there for every day of the span, over the end of a month', () => {
    expect(byDay(rows, 'screen', '2026-03-31', '2026-04-02').map(({ number }) => number)).toEqual([0, 7, 3]);
  });

  it('name what a page is about, and nothing of where nothing single is shown', () => {
    expect(itemOf({ page: 'town', code: '012068' })).toBe('town:012068');
    expect(itemOf({ page: 'group', kind: 'prefecture', id: '01' })).toBe('prefecture:01');
    expect(itemOf({ page: 'search', text: '鶴居' })).toBeNull();
  });
});
