/** Settings, audit, counts, PIN record and the keeper of them all, on real SQLite in real folders. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatabaseSync } from '../../../content/sqlite.ts';
import { AUDIT_START, hashOf } from '../../../main/state/audit.ts';
import { MAX_ROWS_PER_DAY, monthsBefore } from '../../../main/state/counts.ts';
import { countsAsCsv, countsAsReceipt } from '../../../main/state/counts-file.ts';
import { STATE_FILE } from '../../../main/state/database.ts';
import { FIRST_SETTINGS, hoursOf } from '../../../main/state/settings.ts';
import { keepState, type State, type StateKeeper } from '../../../main/state/state.ts';
import { tempFolder } from '../../helpers/folder.ts';

const NOW = Date.UTC(2026, 3, 1);

function keep(folder: string, monotonicMs = () => 0): StateKeeper & { readonly told: string[] } {
  const told: string[] = [];
  const clock = { nowMs: () => NOW, monotonicMs, believed: () => true };
  return { ...keepState({ folder, clock, report: (what) => told.push(what) }), told };
}

function stateIn(folder: string): State {
  const found = keep(folder).get();
  if (!found.ok) throw new Error(found.detail);
  return found.state;
}

describe('settings', () => {
  it('are the first ones until staff set others, and stay set', () => {
    const folder = tempFolder();
    const { settings } = stateIn(folder);
    expect(settings.read()).toEqual(FIRST_SETTINGS);
    settings.write({ volume: 0, touchSound: 30, hours: { from: '08:30', to: '17:15' }, notice: true });
    expect(stateIn(folder).settings.read()).toEqual({
      volume: 0,
      touchSound: 30,
      brightness: 100,
      hours: { from: '08:30', to: '17:15' },
      notice: true,
    });
  });

  it('that somebody broke read as the first ones', () => {
    const folder = tempFolder();
    stateIn(folder);
    const database = new DatabaseSync(join(folder, STATE_FILE));
    database.exec(
      "INSERT INTO setting VALUES ('volume', '101'), ('touchSound', '-1'), ('brightness', '{'), ('hours', '[]'), ('notice', '1')",
    );
    database.close();
    expect(stateIn(folder).settings.read()).toEqual(FIRST_SETTINGS);
  });

  it.each([
    [{ from: '17:00', to: '09:00' }],
    [{ from: '24:00', to: '25:00' }],
    [{ from: '9:00', to: '17:00' }],
    [['09:00', '17:00']],
    [null],
  ])('hours %j are none', (value) => {
    expect(hoursOf(value)).toBeNull();
  });
});

describe('audit', () => {
  it('writes entries in order, each bound to the one before', () => {
    const { audit } = stateIn(tempFolder());
    audit.write('pin-set', 'ok');
    audit.write('unlock', 'wrong', 'x'.repeat(900));
    expect(audit.newest(10).map(({ seq, action, result }) => [seq, action, result])).toEqual([
      [2, 'unlock', 'wrong'],
      [1, 'pin-set', 'ok'],
    ]);
    expect(audit.newest(1)[0]?.detail).toHaveLength(500);
    const lines = audit
      .lines()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly entry: string; readonly hash: string });
    const head = lines.reduce((before, { entry, hash }) => {
      expect(hashOf(before, entry)).toBe(hash);
      return hash;
    }, AUDIT_START);
    expect(audit.verify()).toEqual({ sound: true, entries: 2, brokenAt: null, head });
  });

  it('names nobody', () => {
    const { audit } = stateIn(tempFolder());
    audit.write('unlock', 'ok');
    const entry = JSON.parse(JSON.parse(audit.lines()).entry) as object;
    expect(Object.keys(entry)).toEqual([
      'seq',
      'atMs',
      'believed',
      'monotonicMs',
      'role',
      'action',
      'result',
      'detail',
    ]);
    expect(entry).toMatchObject({ role: 'staff' });
  });

  it('cannot be changed or shortened through SQLite', () => {
    const folder = tempFolder();
    stateIn(folder).audit.write('unlock', 'ok');
    const database = new DatabaseSync(join(folder, STATE_FILE));
    expect(() => database.exec("UPDATE audit SET entry = '{}'")).toThrow(/append-only/);
    expect(() => database.exec('DELETE FROM audit')).toThrow(/append-only/);
    database.close();
  });

  it.each([
    ['changed', "UPDATE audit SET entry = replace(entry, 'wrong', 'ok') WHERE seq = 2", 2],
    ['taken out', 'DELETE FROM audit WHERE seq = 2', 2],
    ['put in', "INSERT INTO audit VALUES (5, '{}', 'x')", 5],
    ['swapped', "UPDATE audit SET hash = 'x' WHERE seq = 3", 3],
  ])('shows where an entry was %s by somebody with the file', (_what, sql, brokenAt) => {
    const folder = tempFolder();
    const { audit } = stateIn(folder);
    for (const result of ['ok', 'wrong', 'wrong', 'ok']) audit.write('unlock', result);
    const database = new DatabaseSync(join(folder, STATE_FILE));
    database.exec('DROP TRIGGER audit_kept; DROP TRIGGER audit_not_removed');
    database.exec(sql);
    database.close();
    expect(audit.verify()).toMatchObject({ sound: false, brokenAt });
    expect(() => audit.newest(10)).not.toThrow();
  });
});

describe('counts', () => {
  it('add up per day, hall, kind and item', () => {
    const { counts } = stateIn(tempFolder());
    for (let i = 0; i < 3; i += 1) counts.add('2026-04-01', 'a', 'session', '');
    counts.add('2026-04-01', 'b', 'session', '');
    counts.add('2026-04-02', 'a', 'item', 'town:012068');
    expect(counts.read('2026-04-01', '2026-04-02')).toEqual([
      { day: '2026-04-02', venue: 'a', kind: 'item', item: 'town:012068', number: 1 },
      { day: '2026-04-01', venue: 'a', kind: 'session', item: '', number: 3 },
      { day: '2026-04-01', venue: 'b', kind: 'session', item: '', number: 1 },
    ]);
  });

  it('leave the kiosk with small numbers hidden', () => {
    const { counts } = stateIn(tempFolder());
    for (let i = 0; i < 4; i += 1) counts.add('2026-04-01', 'a', 'language', 'ko');
    for (let i = 0; i < 5; i += 1) counts.add('2026-04-01', 'a', 'language', 'ja');
    expect(countsAsCsv(counts.exported())).toBe(
      '\u{feff}日,会場,種類,内容,回数\r\n2026-04-01,a,言語,ja,5\r\n2026-04-01,a,言語,ko,5未満\r\n',
    );
    expect(countsAsReceipt(counts.exported())).toEqual({
      smallBelow: 5,
      rows: [
        { day: '2026-04-01', venue: 'a', kind: 'language', item: 'ja', number: 5 },
        { day: '2026-04-01', venue: 'a', kind: 'language', item: 'ko', number: null },
      ],
    });
  });

  it('never let a spreadsheet calculate', () => {
    const row = { day: '2026-04-01', venue: '=1+1', kind: 'item', item: 'a,"b"\n', number: 9 } as const;
    expect(countsAsCsv([row]).split('\r\n')[1]).toBe('2026-04-01,\'=1+1,見られたもの,"a,""b""\n",9');
  });

  it('are forgotten after 13 months', () => {
    const { counts } = stateIn(tempFolder());
    for (const day of ['2025-02-28', '2025-03-01', '2026-04-01']) counts.add(day, 'a', 'session', '');
    counts.forget('2026-04-01');
    expect(counts.read('2000-01-01', '2999-01-01').map(({ day }) => day)).toEqual([
      '2026-04-01',
      '2025-03-01',
    ]);
  });

  it('of a day have a bound; what is there goes on counting', () => {
    const folder = tempFolder();
    const { counts } = stateIn(folder);
    counts.add('2026-04-01', 'a', 'session', '');
    const database = new DatabaseSync(join(folder, STATE_FILE));
    database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_ROWS_PER_DAY})
      INSERT INTO usage_count SELECT '2026-04-01', 'a', 'item', 'x' || i, 1 FROM n`);
    database.close();
    expect(counts.add('2026-04-01', 'a', 'item', 'town:012068')).toBe(false);
    expect(counts.add('2026-04-01', 'a', 'session', '')).toBe(true);
    expect(counts.add('2026-04-02', 'a', 'item', 'town:012068')).toBe(true);
  });

  it('13 months before any day is a day of the calendar, 395..397 days earlier', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const before = monthsBefore(day, 13);
        const apart = (Date.parse(day) - Date.parse(before)) / 86_400_000;
        expect(before).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(apart).toBeGreaterThanOrEqual(393);
        expect(apart).toBeLessThanOrEqual(400);
      }),
    );
    expect(monthsBefore('2024-03-31', 13)).toBe('2023-02-28');
    expect(monthsBefore('2025-03-29', 13)).toBe('2024-02-29');
  });
});

describe('PIN record', () => {
  it('is none at first; a new one forgives earlier failures', () => {
    const folder = tempFolder();
    const { pin } = stateIn(folder);
    expect(pin.record()).toBeNull();
    pin.setThrottle({ failures: 7, waitMs: 240_000 });
    expect(stateIn(folder).pin.throttle()).toEqual({ failures: 7, waitMs: 240_000 });
    const record = { salt: Uint8Array.of(1, 2), hash: Uint8Array.of(3), cost: 32_768, block: 8, lanes: 1 };
    pin.set(record);
    expect(stateIn(folder).pin.throttle()).toEqual({ failures: 0, waitMs: 0 });
    const read = stateIn(folder).pin.record();
    expect([...(read?.salt ?? [])]).toEqual([1, 2]);
    expect(read).toMatchObject({ cost: 32_768, block: 8, lanes: 1 });
  });
});

describe('the keeper', () => {
  it('opens once, and writes down that it had to begin anew', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, STATE_FILE), 'x'.repeat(5000));
    const keeper = keep(folder);
    const first = keeper.get();
    expect(keeper.get()).toBe(first);
    expect(keeper.told).toEqual(['state set aside']);
    if (!first.ok) throw new Error(first.detail);
    expect(first.state.audit.newest(1)).toMatchObject([{ action: 'state-begun', result: 'damaged' }]);
    expect(first.state.pin.record()).toBeNull();
    keeper.close();
    expect(readFileSync(join(folder, STATE_FILE)).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('makes the data folder of a kiosk that has none yet', () => {
    expect(keep(join(tempFolder(), 'new', 'data')).get()).toMatchObject({ ok: true });
  });

  it('asks a disk that failed again after a minute, not sooner', () => {
    let now = 0;
    const file = join(tempFolder(), 'a-file');
    writeFileSync(file, '');
    const keeper = keep(join(file, 'folder'), () => now);
    expect(keeper.get()).toMatchObject({ ok: false });
    now = 59_000;
    keeper.get();
    expect(keeper.told).toHaveLength(1);
    now = 60_000;
    keeper.get();
    expect(keeper.told).toHaveLength(2);
  });
});
