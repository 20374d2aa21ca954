/**
 * The power goes at every step that changes the disk, and everything not yet durable is lost: on a file
 * system of its own that is told to forget (the "going down" call of ext4 and xfs). Once as the disk is
 * at that moment, once with all names made durable before the bytes they stand for, which is the worst
 * a file system may do. After the reboot a kiosk shows one whole release and the next try goes through.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileSystem, HARSH_EXT4, MOST_BYTES, makeDisk, whyNoDisk, XFS } from './helpers/disk.ts';
import { atEach, pointsOf, say } from './helpers/points.ts';
import { countCalls, makeProgram, renkei, whyNoFaults } from './helpers/program.ts';
import { expectPublishes, PUBLICATIONS, writePlan } from './helpers/publications.ts';
import {
  expectGoesBack,
  expectRecovery,
  expectWhole,
  LONG,
  makeScene,
  NEW,
  NONE,
  OLD,
  type Scene,
} from './helpers/scene.ts';

let removeProgram: () => void;
let scene: Scene;
beforeAll(async () => {
  removeProgram = await makeProgram();
  scene = await makeScene();
  writePlan(scene);
});
afterAll(() => {
  scene.remove();
  removeProgram();
});

type Operation = {
  readonly name: string;
  /** Cuts of each kind in the short form. */
  readonly few: number;
  readonly from: () => string | undefined;
  readonly command: (work: string) => readonly string[];
  /** Looks at the folder after the reboot; tells what is shown. */
  readonly check: (work: string) => Promise<string>;
  readonly sets: readonly string[];
};

const sync = (work: string): readonly string[] => {
  return ['sync', '--from', scene.repo, '--data', work, '--root', scene.root, '--json'];
};

async function checkKiosk(work: string, sets: readonly string[]): Promise<string> {
  const now = await expectWhole(work, sets);
  await expectRecovery(work, scene);
  return now;
}

const OPERATIONS: readonly Operation[] = [
  {
    name: 'a first sync',
    few: 3,
    from: () => undefined,
    command: sync,
    check: (work) => checkKiosk(work, [NONE, NEW]),
    sets: [NONE, NEW],
  },
  {
    name: 'a sync',
    few: 6,
    from: () => scene.data,
    command: sync,
    check: (work) => checkKiosk(work, [OLD, NEW]),
    sets: [OLD, NEW],
  },
  {
    name: 'going back',
    few: 5,
    from: () => scene.newData,
    command: (work) => ['rollback', '--data', work],
    check: async (work) => {
      const now = await checkKiosk(work, [OLD, NEW]);
      await expectGoesBack(work);
      return now;
    },
    sets: [OLD, NEW],
  },
  ...PUBLICATIONS.map(
    (one): Operation => ({
      name: one.name,
      few: 4,
      from: () => one.repo(scene),
      command: (work) => one.command(scene, work),
      check: (repo) => expectPublishes(scene, one, repo, join(scene.folder, 'kiosk')),
      sets: one.states,
    }),
  ),
];

for (const system of LONG ? [HARSH_EXT4, XFS] : [HARSH_EXT4]) {
  const missing = whyNoFaults() ?? whyNoDisk(system);
  if (missing !== undefined) say(`skipped: ${missing}`);
  describe.skipIf(missing !== undefined)(`a power cut at every step on ${system.name}`, () => {
    for (const operation of OPERATIONS) {
      for (const how of ['cut', 'commit'] as const) cutEverywhere(system, operation, how);
    }
  });
}

function cutEverywhere(system: FileSystem, operation: Operation, how: 'cut' | 'commit'): void {
  const { name, few, from, command, check, sets } = operation;
  const kind = how === 'cut' ? 'as it was' : 'with all names durable';
  it(`of ${name}, ${kind}, leaves a whole set, and the next try goes through`, async () => {
    const disk = makeDisk(system, MOST_BYTES);
    try {
      const work = join(disk.folder, 'work');
      const prepare = (): void => {
        rmSync(work, { recursive: true, force: true });
        const source = from();
        if (source !== undefined) cpSync(source, work, { recursive: true });
        disk.flush();
      };
      prepare();
      const calls = await countCalls(command(work), { under: work });
      const points = pointsOf(calls.length, few);
      const seen = new Map<string, number>();
      await atEach(
        points,
        async (at) => {
          prepare();
          const ran = await renkei(command(work), { under: work, at, does: how, mount: disk.folder });
          disk.remount();
          expect(ran.signal ?? `exit ${ran.code}`).toMatch(/^(SIGKILL|exit 0)$/);
          const now = await check(work);
          expect(sets).toContain(now);
          seen.set(now, (seen.get(now) ?? 0) + 1);
        },
        1,
      );
      say(`${name}, ${kind}: ${points.length} of ${calls.length} cuts: ${JSON.stringify([...seen])}`);
      expect(seen.size).toBeGreaterThan(0);
    } finally {
      disk.remove();
    }
  }, 1_800_000);
}
