/** The control over real processes, a real repository and real HTTP; only Electron is not there. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Receipt, ReceiptFacts } from '../../../content/pack/receipt.ts';
import { makeSyncControl, type SyncControl, type SyncState } from '../../../main/sync/control.ts';
import { isBlob, on } from '../../content/sync/helpers/lines.ts';
import { BIG, NEW, OLD, onStage, type Scene } from '../../content/sync/helpers/stage.ts';
import { sha256, shown } from '../../content/sync/helpers/world.ts';
import { type NodeProcesses, nodeProcesses } from './helpers/processes.ts';

const FACTS: ReceiptFacts = {
  kioskId: '0123456789abcdef01234567',
  venueId: 'kusei-kaikan',
  venueName: '東京区政会館',
  appVersion: '0.1.0',
  counts: { sessions: 12 },
  health: { uptimeSeconds: 60, faults: [] },
};

vi.mock('electron', () => ({ utilityProcess: {} }));

let scene: Scene;
let control: SyncControl;
let processes: NodeProcesses;
let lines: string[];
let calls: string[];

onStage((opened) => {
  scene = opened;
  processes = nodeProcesses();
  lines = [];
  calls = [];
  control = makeSyncControl({
    dataDir: scene.data,
    start: processes.start,
    builtInRoot: null,
    before: () => calls.push('before'),
    after: async () => {
      calls.push(`after ${control.state().phase} ${shown(scene.data)}`);
    },
    receipt: () => FACTS,
    nowMs: () => 7,
    log: {
      write: (level, what, detail) => {
        lines.push(`${level} ${what} ${JSON.stringify(detail)}`);
        return 'id';
      },
    },
  });
});
afterEach(() => control.close());

const RECEIPT = 'kusei-kaikan.0123456789ab.json';
const line = () => ({ by: 'line', url: scene.server.url }) as const;
const stick = () => ({ by: 'folder', folder: scene.repo }) as const;

/** Half the picture, then nothing more comes. */
function stall(): Promise<void> {
  return new Promise((resolve) => {
    scene.server.twist = on(isBlob, (_path, _request, response) => {
      response.writeHead(200, { 'content-length': BIG.length });
      response.write(BIG.subarray(0, BIG.length / 2), () => resolve());
    });
  });
}

describe('the sync control', () => {
  it.each([
    ['line', line],
    ['stick', stick],
  ])('brings new content by %s, shows it, and only then says so', async (_way, from) => {
    const states: SyncState[] = [];
    control.subscribe((state) => states.push(state));
    expect(await control.sync(from())).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(scene.data)).toEqual(NEW);
    expect(calls).toEqual(['before', `after working ${NEW}`]);
    const stages = states.flatMap((state) =>
      state.phase === 'working' && state.progress !== null ? [state.progress.stage] : [],
    );
    expect([...new Set(stages)]).toEqual(['checking', 'packs', 'media', 'activating']);
    expect(control.state()).toEqual({
      phase: 'idle',
      last: {
        job: 'sync',
        asker: 'staff',
        from: from(),
        startedMs: 7,
        endedMs: 7,
        outcome: expect.objectContaining({ state: 'updated' }),
        receipt: from().by === 'line' ? null : RECEIPT,
        safeToRemove: true,
      },
    });
    expect(lines).toEqual([expect.stringMatching(/^info sync done .*"updated"/)]);
  });

  it('leaves a receipt of what runs now on the stick, and lets go of every file on it', async () => {
    const ended = control.sync(stick());
    const pid = processes.started[0]?.pid ?? 0;
    await ended;
    expect(existsSync(`/proc/${pid}/fd`)).toBe(false);
    const receipt = JSON.parse(readFileSync(join(scene.repo, 'renkei-receipts', RECEIPT), 'utf8')) as Receipt;
    expect(receipt).toMatchObject({
      ...FACTS,
      kind: 'renkei-receipt',
      outcome: 'updated',
      at: '2026-04-01T12:00:00+09:00',
      clockBelieved: true,
      setId: sha256(readFileSync(join(scene.data, 'library.json'))),
      health: { uptimeSeconds: 60, freeBytes: expect.any(Number) },
    });
    expect(receipt.packs.map(({ packId, version, title }) => [packId, version, title])).toEqual([
      ['base', 4, 'baseのパック'],
      ['exhibition-a', 4, 'exhibition-aのパック'],
    ]);
    // Sync takes no notice of it, and neither does the next.
    expect(await control.sync(stick())).toMatchObject({ ok: true, state: 'unchanged' });
  });

  it('finds the content in a folder of the stick', async () => {
    const mount = join(scene.folder, 'stick');
    mkdirSync(mount);
    renameSync(scene.repo, join(mount, 'renkei'));
    expect(await control.sync({ by: 'folder', folder: mount })).toMatchObject({ ok: true, state: 'updated' });
    expect(existsSync(join(mount, 'renkei', 'renkei-receipts', RECEIPT))).toBe(true);
  });

  it('says in the receipt why an import was refused', async () => {
    await scene.forge.release(
      () => undefined,
      (_role, signed) => {
        signed.expires = '2026-03-01T00:00:00Z';
      },
    );
    const outcome = await control.sync(stick());
    expect(outcome.ok).toBe(false);
    const text = readFileSync(join(scene.repo, 'renkei-receipts', RECEIPT), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ outcome: outcome.ok ? '' : outcome.refusal.code });
    expect(JSON.parse(text)).toMatchObject({ packs: [{ version: 3 }, { version: 3 }] });
  });

  it('imports from a stick that cannot be written, and says that there is no receipt', async () => {
    writeFileSync(join(scene.repo, 'renkei-receipts'), 'in the way');
    expect(await control.sync(stick())).toMatchObject({ ok: true, state: 'updated' });
    expect(control.state().last).toMatchObject({ receipt: null, safeToRemove: true });
  });

  it('says what would come without taking it', async () => {
    const plan = await control.plan(stick());
    expect(plan).toMatchObject({ ok: true, state: 'updated', mediaBytesAtMost: expect.any(Number) });
    expect(shown(scene.data)).toEqual(OLD);
  });

  it('goes back and forth, and takes what staff left again only when told to', async () => {
    await control.sync(stick());
    expect(await control.rollback()).toMatchObject({ ok: true });
    expect(shown(scene.data)).toEqual(OLD);
    expect(await control.sync(line())).toMatchObject({ ok: true, state: 'held' });
    expect(await control.sync(line(), { again: true })).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('refuses a second piece of work while one goes on', async () => {
    const first = control.sync(stick());
    expect(await control.sync(line())).toMatchObject({ ok: false, refusal: { code: 'busy' } });
    expect(await control.rollback()).toMatchObject({ ok: false, refusal: { code: 'busy' } });
    expect(await first).toMatchObject({ ok: true });
    expect(processes.started).toHaveLength(1);
  });

  it('stops when staff press stop, and goes on from there the next time', async () => {
    const stalled = stall();
    const outcome = control.sync(line());
    await stalled;
    control.cancel();
    expect(control.state()).toMatchObject({ phase: 'working', stopping: true });
    expect(await outcome).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
    expect(shown(scene.data)).toEqual(OLD);
    scene.server.twist = undefined;
    const again = await control.sync(line());
    expect(again).toMatchObject({ ok: true, state: 'updated' });
    expect(again.ok && again.bytes).toBeLessThan(BIG.length);
  });

  it('names the death of its process: process-died; the old set stays and the next sync goes on', async () => {
    const stalled = stall();
    const outcome = control.sync(line());
    await stalled;
    processes.started[0]?.kill('SIGKILL');
    expect(await outcome).toMatchObject({ ok: false, refusal: { code: 'process-died' } });
    expect(shown(scene.data)).toEqual(OLD);
    expect(lines[0]).toContain('warning sync refused');
    scene.server.twist = undefined;
    expect(await control.sync(line())).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('passes the name of a refusal on', async () => {
    expect(await control.sync({ by: 'folder', folder: join(scene.folder, 'gone') })).toMatchObject({
      ok: false,
      refusal: { code: 'not-a-repository' },
    });
    expect(shown(scene.data)).toEqual(OLD);
  });

  it('leaves no process behind when its work is done, and takes no more when it is closed', async () => {
    await control.sync(stick());
    await vi.waitFor(() => expect(processes.started[0]?.signalCode).toBe('SIGTERM'));
    control.close();
    expect(await control.sync(stick())).toMatchObject({ ok: false, refusal: { code: 'busy' } });
    expect(processes.started).toHaveLength(1);
  });
});
