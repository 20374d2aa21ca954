/**
 * The disk fails, or is full, at every single call: once, and from then on. Nothing crashes, the reason
 * has a name, a kiosk shows one whole release, and when the disk works again the next try goes through.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromFolder } from '../../content/sync/from-folder.ts';
import { rollback } from '../../content/sync/rollback.ts';
import { type SyncOptions, type SyncOutcome, sync } from '../../content/sync/sync.ts';
import { QUICK, shown } from '../content/sync/helpers/world.ts';
import { type Disk, EXT4, makeDisk, makeSmallDisk, whyNoDisk } from './helpers/disk.ts';
import { atEach, pointsOf, say } from './helpers/points.ts';
import { countCalls, type Fault, makeProgram, type Ran, renkei, whyNoFaults } from './helpers/program.ts';
import { CLOCK, expectRecovery, expectWhole, makeScene, NEW, OLD, type Scene } from './helpers/scene.ts';

const missing = whyNoFaults();
if (missing !== undefined) say(`skipped: ${missing}`);

let removeProgram: () => void;
let scene: Scene;
beforeAll(async () => {
  removeProgram = await makeProgram();
  scene = await makeScene();
});
afterAll(() => {
  scene.remove();
  removeProgram();
});

/** Why a command was refused; empty when it was not. Anything else is a crash. */
function codeOf({ code, signal, out, err }: Ran): string {
  expect(signal ?? '', err).toBe('');
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  expect(last, err).toMatch(/^\{/);
  const { refusal } = JSON.parse(last) as { readonly refusal?: { readonly code: string } };
  expect(code).toBe(refusal === undefined ? 0 : 1);
  return refusal?.code ?? '';
}

type Case = {
  readonly name: string;
  readonly few: number;
  readonly fault: (work: string) => Fault;
  readonly codes: readonly string[];
  readonly goesBack?: boolean;
};

const CASES: readonly Case[] = [
  {
    name: 'a sync, one call fails',
    few: 7,
    fault: (work) => ({ under: work, does: 'EIO' }),
    codes: ['', 'disk-failed'],
  },
  {
    name: 'a sync, every call fails from then on',
    few: 7,
    fault: (work) => ({ under: work, does: 'EIO', stays: true }),
    codes: ['', 'disk-failed'],
  },
  {
    name: 'a sync, the disk is full from then on',
    few: 7,
    fault: (work) => ({ under: work, does: 'ENOSPC', stays: true }),
    codes: ['', 'no-room'],
  },
  {
    name: 'a sync, one read of the own disk fails',
    few: 7,
    fault: (work) => ({ under: work, does: 'EIO', on: 'read' }),
    // A pack that cannot be read back is refused whoever is to blame.
    codes: ['', 'disk-failed', 'not-opened', 'pack-refused'],
  },
  {
    name: 'a sync, one read of the stick fails',
    few: 5,
    fault: () => ({ under: scene.repo, does: 'EIO', on: 'read' }),
    codes: ['', 'source-vanished', 'source-unreachable'],
  },
  {
    name: 'going back, one call fails',
    few: 6,
    fault: (work) => ({ under: work, does: 'EIO' }),
    codes: ['', 'disk-failed'],
    goesBack: true,
  },
];

describe.skipIf(missing !== undefined)('a disk that fails at every call', () => {
  for (const { name, few, fault, codes, goesBack = false } of CASES) {
    it(`during ${name}, leaves a whole set and a reason with a name`, async () => {
      const command = (work: string): readonly string[] => {
        return goesBack
          ? ['rollback', '--data', work, '--json']
          : ['sync', '--from', scene.repo, '--data', work, '--root', scene.root, '--json'];
      };
      const from = goesBack ? scene.newData : scene.data;
      const trial = join(scene.folder, `trial ${name}`);
      cpSync(from, trial, { recursive: true });
      const calls = await countCalls(command(trial), fault(trial));
      const seen = new Map<string, number>();
      await atEach(pointsOf(calls.length, few), async (at) => {
        const work = join(scene.folder, `work ${name} ${at}`);
        cpSync(from, work, { recursive: true });
        const code = codeOf(await renkei(command(work), { ...fault(work), at }));
        expect(codes, calls[at - 1]).toContain(code);
        seen.set(code, (seen.get(code) ?? 0) + 1);
        await expectWhole(work, [OLD, NEW]);
        await expectRecovery(work, scene);
        rmSync(work, { recursive: true });
      });
      say(`${name}: ${calls.length} calls: ${JSON.stringify([...seen])}`);
    }, 1_800_000);
  }

  it('without hard links, as FAT has none, does not keep the lock from being taken and given back', async () => {
    const work = join(scene.folder, 'no links');
    cpSync(scene.data, work, { recursive: true });
    const args = ['sync', '--from', scene.repo, '--data', work, '--json'];
    expect(codeOf(await renkei(args, { under: work, does: 'EPERM', only: 'link', at: 1, stays: true }))).toBe(
      '',
    );
    await expectRecovery(work, scene);
  });
});

const noDisk = whyNoDisk(EXT4);
if (noDisk !== undefined) say(`skipped: ${noDisk}`);

describe.skipIf(noDisk !== undefined)('a disk of its own', () => {
  const update = (dataDir: string, more: Partial<SyncOptions> = {}): Promise<SyncOutcome> =>
    sync({ dataDir, source: fromFolder(scene.repo), clock: CLOCK, limits: QUICK, ...more });

  const onDisk = async (disk: Disk, act: (data: string) => Promise<void>): Promise<void> => {
    try {
      const data = join(disk.folder, 'data');
      cpSync(scene.data, data, { recursive: true });
      await act(data);
    } finally {
      disk.remove();
    }
  };

  it('that is full in the middle of a film says no-room, shows the old set, and goes on when there is room', () =>
    onDisk(makeSmallDisk(6_000_000), async (data) => {
      // As if somebody else filled it after the room was looked at.
      const outcome = await update(data, { free: async () => 1e12 });
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-room' } });
      expect(await expectWhole(data, [OLD])).toBe(OLD);
      expect(await update(data)).toMatchObject({ ok: false, refusal: { code: 'no-room' } });
    }));

  it('that is full to the last byte still shows the old set, verifies it and says no-room', () => {
    const disk = makeSmallDisk(4_000_000);
    return onDisk(disk, async (data) => {
      fill(join(disk.folder, 'others'));
      expect(await update(data, { free: async () => 1e12 })).toMatchObject({ refusal: { code: 'no-room' } });
      expect(shown(data).join()).toBe(OLD);
      rmSync(join(disk.folder, 'others'));
      expect(await expectWhole(data, [OLD])).toBe(OLD);
    });
  });

  it('that became read-only shows what it has; sync and going back say disk-failed; later they work', () => {
    const disk = makeDisk(EXT4, 100_000_000);
    return onDisk(disk, async (data) => {
      disk.remount('loop,ro');
      expect(shown(data).join()).toBe(OLD);
      expect(await update(data)).toMatchObject({
        ok: false,
        refusal: { code: 'disk-failed', detail: 'EROFS' },
      });
      expect(rollback(data, CLOCK)).toMatchObject({ ok: false, refusal: { code: 'disk-failed' } });
      disk.remount();
      await expectRecovery(data, scene);
    });
  });
});

function fill(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  for (const size of [1_000_000, 10_000, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Smaller pieces until not one byte fits.
    }
  }
}
