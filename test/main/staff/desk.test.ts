/** What staff may ask, and that nobody else may. Real door readers, real state; only Electron is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CALLS, type StaffCalls } from '../../../main/ipc/contract.ts';
import { Refused } from '../../../main/ipc/serve.ts';
import { mountPoints } from '../../../main/mounts.ts';
import { trendOf } from '../../../main/staff/memory.ts';
import { judge } from '../../../main/staff/readiness.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { givePin, LOG, PIN, type Scene, type SceneOptions, staffDesk } from '../../helpers/staff.ts';

const SETTINGS = {
  volume: 40,
  touchSound: 20,
  brightness: 60,
  hours: { from: '08:30', to: '17:15' },
  notice: true,
};
const SHOWN = { id: '0123456789abcdef', name: 'USB', writable: true, content: true };
const STICK = { ...SHOWN, repository: '/media/x/renkei' };

/** A request of every call that needs a session. */
const ASKED: { readonly [K in Exclude<keyof StaffCalls, Free>]: StaffCalls[K]['request'] } = {
  'staff:readiness': {},
  'staff:tested': { missed: 0 },
  'staff:counts': { days: 7 },
  'staff:audit': {},
  'staff:settings': { settings: SETTINGS },
  'staff:sticks': {},
  'staff:export': { what: 'counts', stick: STICK.id },
  'staff:content': {},
  'staff:sync': { stick: null },
  'staff:stop': {},
  'staff:back': {},
  'staff:leave': {},
};
type Free = 'usage:count' | 'votes:read' | 'device:read' | Gate;
type Gate = 'staff:look' | 'staff:unlock' | 'staff:lock' | 'staff:key' | 'staff:new-pin';

async function unlocked(options: SceneOptions = {}): Promise<Scene> {
  const scene = staffDesk(options);
  await givePin(scene);
  await scene.answers['staff:unlock']({ pin: PIN });
  return scene;
}

describe('without a session', () => {
  it.each(Object.keys(ASKED) as (keyof typeof ASKED)[])(
    '%s is refused by name and does nothing',
    async (name) => {
      const scene = staffDesk();
      await givePin(scene);
      const ask = async (): Promise<unknown> => scene.answers[name](ASKED[name] as never);
      await expect(ask()).rejects.toThrow(new Refused({ code: 'staff-locked' }));
      expect(scene.state.settings.read().notice).toBe(false);
      expect(scene.state.audit.verify().entries).toBe(0);
      expect(scene.left()).toBe(0);
    },
  );

  it('knows every call for staff', () => {
    const free: readonly string[] = ['look', 'unlock', 'lock', 'key', 'new-pin'].map((one) => `staff:${one}`);
    const names = Object.keys(CALLS).filter((name) => name.startsWith('staff:') && !free.includes(name));
    expect(Object.keys(ASKED).sort()).toEqual(names.sort());
  });

  it('is what an ended session is', async () => {
    const scene = await unlocked();
    scene.pass(60_000);
    expect(() => scene.answers['staff:audit']({})).toThrow(new Refused({ code: 'staff-locked' }));
  });
});

describe('deeds', () => {
  it('settings are written down, kept and told to the page', async () => {
    const scene = await unlocked();
    await scene.answers['staff:settings']({ settings: SETTINGS });
    expect(scene.state.settings.read()).toEqual(SETTINGS);
    expect(scene.changed).toEqual([SETTINGS]);
    expect(await scene.answers['device:read']({})).toEqual(SETTINGS);
    expect(scene.state.audit.newest(1)[0]).toMatchObject({
      action: 'settings',
      detail: JSON.stringify(SETTINGS),
    });
  });

  it('counts, audit and log go to the stick as files', async () => {
    const folder = tempFolder();
    const scene = await unlocked({ sticks: [{ ...STICK, folder }] });
    for (let i = 0; i < 6; i += 1) await scene.answers['usage:count']({ kind: 'screen', item: 'map' });
    const counts = await scene.answers['staff:export']({ what: 'counts', stick: STICK.id });
    expect(counts).toEqual({ file: 'renkei-export/counts-arakawa-kuyakusho-2026-04-01.csv', stick: 'USB' });
    expect(readFileSync(join(folder, counts.file), 'utf8')).toContain(
      '2026-04-01,arakawa-kuyakusho,画面,map,6\r\n',
    );
    const audit = await scene.answers['staff:export']({ what: 'audit', stick: STICK.id });
    expect(readFileSync(join(folder, audit.file), 'utf8')).toBe(scene.state.audit.lines());
    const log = await scene.answers['staff:export']({ what: 'log', stick: STICK.id });
    expect(log.file).toBe('renkei-export/log-arakawa-kuyakusho-2026-04-01.jsonl');
    expect(readFileSync(join(folder, log.file), 'utf8')).toBe(LOG);
    expect(scene.state.audit.newest(1)[0]).toMatchObject({ action: 'export', result: 'log' });
  });

  it.each([
    ['is not plugged in', []],
    ['cannot be written', [{ ...STICK, writable: false, folder: '/nowhere' }]],
  ])('not-found: a stick that %s', async (_what, sticks) => {
    const scene = await unlocked({ sticks });
    const ask = async (): Promise<unknown> =>
      scene.answers['staff:export']({ what: 'counts', stick: STICK.id });
    await expect(ask()).rejects.toThrow(new Refused({ code: 'not-found' }));
  });

  it('content is brought in from the line or a stick, stopped and taken back, each written down', async () => {
    const scene = await unlocked({ sticks: [{ ...STICK, folder: '/media/x' }] });
    await scene.answers['staff:sync']({ stick: null });
    await scene.answers['staff:sync']({ stick: STICK.id });
    await scene.answers['staff:stop']({});
    await scene.answers['staff:back']({});
    expect(scene.orders).toEqual(['sync null', 'sync /media/x/renkei', 'stop', 'back']);
    expect(scene.state.audit.newest(4).map(({ action, result, detail }) => [action, result, detail])).toEqual(
      [
        ['rollback', 'begun', ''],
        ['sync', 'stopped', ''],
        ['sync', 'begun', 'stick'],
        ['sync', 'begun', 'line'],
      ],
    );
  });

  it.each([
    ['was pulled', []],
    ['has no content', [{ ...STICK, content: false, repository: null, folder: '/media/x' }]],
  ])('not-found: content from a stick that %s', async (_what, sticks) => {
    const scene = await unlocked({ sticks });
    const ask = async (): Promise<unknown> => scene.answers['staff:sync']({ stick: STICK.id });
    await expect(ask()).rejects.toThrow(new Refused({ code: 'not-found' }));
    expect(scene.orders).toEqual([]);
  });

  it('the page never learns a folder', async () => {
    const scene = await unlocked({ sticks: [{ ...STICK, folder: '/media/secret' }] });
    expect(await scene.answers['staff:sticks']({})).toEqual([SHOWN]);
  });

  it('leaving is written down first', async () => {
    const scene = await unlocked();
    await scene.answers['staff:leave']({});
    expect(scene.left()).toBe(1);
    expect(scene.state.audit.newest(1)[0]).toMatchObject({ action: 'leave', result: 'ok' });
  });
});

describe('readiness', () => {
  const GOOD = {
    today: '2026-04-01',
    nowMs: Date.UTC(2026, 3, 1),
    clockBelieved: true,
    shown: 4,
    faults: [],
    signatures: { setId: 'a', newestSignedMs: Date.UTC(2026, 2, 1), expiresMs: Date.UTC(2026, 5, 1) },
    freeBytes: 9e9,
    floorBytes: 5e8,
    memoryNowBytes: 3e8,
    memory: [],
    update: { atMs: 1, code: 'done' },
    touch: { day: '2026-03-01', missed: 0 },
    setAside: null,
  } as const;

  it('is good when every line is', () => {
    expect(judge(GOOD).overall).toBe('good');
  });

  it.each([
    ['packs', { shown: 0 }, 'act'],
    ['packs', { faults: [{ code: 'pack-damaged', subject: 'a', detail: '' }] }, 'look'],
    ['signature', { signatures: { ...GOOD.signatures, newestSignedMs: null } }, 'look'],
    ['days-left', { signatures: { ...GOOD.signatures, expiresMs: GOOD.nowMs - 1 } }, 'act'],
    ['days-left', { signatures: { ...GOOD.signatures, expiresMs: GOOD.nowMs + 13 * 86_400_000 } }, 'look'],
    ['days-left', { signatures: { ...GOOD.signatures, expiresMs: null } }, 'look'],
    ['disk', { freeBytes: 4e8 }, 'act'],
    ['disk', { freeBytes: 1e9 }, 'look'],
    ['disk', { freeBytes: null }, 'act'],
    ['memory', { memoryNowBytes: 2e9 }, 'look'],
    ['clock', { clockBelieved: false }, 'act'],
    ['update', { update: { atMs: 1, code: 'source-unreachable' } }, 'look'],
    ['update', { update: null }, 'look'],
    ['touch', { touch: { day: '2026-03-01', missed: 2 } }, 'act'],
    ['touch', { touch: null }, 'look'],
    ['memory-file', { setAside: 'state.damaged-x.sqlite' }, 'look'],
  ] as const)('%s %j makes it %s', (about, facts, light) => {
    const found = judge({ ...GOOD, ...facts });
    expect(
      found.lines.filter((line) => line.light !== 'good').map((line) => [line.about, line.light]),
    ).toEqual([[about, light]]);
    expect(found.overall).toBe(light);
  });

  it('is answered from the machine and the state', async () => {
    const scene = await unlocked();
    await scene.answers['staff:tested']({ missed: 0 });
    const { lines } = await scene.answers['staff:readiness']({});
    expect(lines.find(({ about }) => about === 'touch')).toEqual({
      about: 'touch',
      light: 'good',
      day: '2026-04-01',
      missed: 0,
    });
  });
});

describe('the trend of memory', () => {
  const flat = (minutes: number, bytes: number): number[] => Array<number>(minutes).fill(bytes);
  it('is unknown in the first hours, however it begins', () => {
    expect(trendOf(flat(149, 1))).toBe('unknown');
  });
  it('leaves the loading out, and a single peak', () => {
    expect(trendOf([...flat(30, 1), ...flat(150, 100), 900, ...flat(20, 110)])).toBe('steady');
  });
  it('sees what grows', () => {
    expect(trendOf(Array.from({ length: 400 }, (_x, minute) => 100 + minute))).toBe('rising');
  });
});

describe('sticks', () => {
  it('are mount points, with blanks in their names', () => {
    expect(mountPoints('/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/u/MY\\040STICK vfat rw 0 0\n')).toEqual([
      '/',
      '/media/u/MY STICK',
    ]);
  });
});
