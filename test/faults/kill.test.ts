/**
 * `kill -9` at every step that changes the disk, one after the other, of every operation that changes a
 * data folder or a repository. Whatever was being written: a kiosk that starts then shows one whole
 * release, `verify` finds nothing, no lock is left, and the next try goes through.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../content/sync/helpers/server.ts';
import { shown } from '../content/sync/helpers/world.ts';
import { atEach, pointsOf, say } from './helpers/points.ts';
import { countCalls, makeProgram, renkei, whyNoFaults } from './helpers/program.ts';
import { expectPublishes, PUBLICATIONS, writePlan } from './helpers/publications.ts';
import {
  expectGoesBack,
  expectRecovery,
  expectWhole,
  makeScene,
  NEW,
  NONE,
  OLD,
  type Scene,
} from './helpers/scene.ts';

const missing = whyNoFaults();
if (missing !== undefined) say(`skipped: ${missing}`);

let removeProgram: () => void;
let scene: Scene;
let server: Served;
beforeAll(async () => {
  removeProgram = await makeProgram();
  scene = await makeScene();
  writePlan(scene);
  server = await serve(scene.repo);
});
afterAll(async () => {
  await server.close();
  scene.remove();
  removeProgram();
});

type Operation = {
  readonly name: string;
  /** Kills in the short form. */
  readonly few: number;
  /** Lays the folder out that the command works in. */
  readonly prepare: (work: string) => void;
  readonly command: (work: string) => readonly string[];
  /** What a kiosk may show after the kill. */
  readonly sets: readonly string[];
};

const sync = (from: () => string) => (work: string) =>
  ['sync', '--from', from(), '--data', work, '--root', scene.root, '--json'] as const;

const OPERATIONS: readonly Operation[] = [
  {
    name: 'a first sync from a folder',
    few: 6,
    prepare: () => undefined,
    command: sync(() => scene.repo),
    sets: [NONE, NEW],
  },
  {
    name: 'a sync from a folder',
    few: 10,
    prepare: (work) => cpSync(scene.data, work, { recursive: true }),
    command: sync(() => scene.repo),
    sets: [OLD, NEW],
  },
  {
    name: 'a sync by HTTP',
    few: 8,
    prepare: (work) => cpSync(scene.data, work, { recursive: true }),
    command: sync(() => server.url),
    sets: [OLD, NEW],
  },
  {
    name: 'going back',
    few: 8,
    prepare: (work) => cpSync(scene.newData, work, { recursive: true }),
    command: (work) => ['rollback', '--data', work],
    sets: [OLD, NEW],
  },
];

describe.skipIf(missing !== undefined)('kill -9 at every step', () => {
  for (const { name, few, prepare, command, sets } of OPERATIONS) {
    it(`of ${name} leaves a whole set, and the next sync goes through`, async () => {
      const trial = join(scene.folder, `trial ${name}`);
      prepare(trial);
      const calls = await countCalls(command(trial), { under: trial });
      const seen = new Map<string, number>();
      const points = pointsOf(calls.length, few);
      await atEach(points, async (at) => {
        const work = join(scene.folder, `work ${name} ${at}`);
        prepare(work);
        const ran = await renkei(command(work), { under: work, at, does: 'kill' });
        // A line's pieces differ from run to run; the last points may lie behind the end.
        expect(ran.signal ?? `exit ${ran.code}`).toMatch(/^(SIGKILL|exit 0)$/);
        // Half of them are looked at first: looking must not be what mends.
        const now = at % 2 === 0 ? shown(work).join() : await expectWhole(work, sets);
        expect(sets).toContain(now);
        seen.set(now, (seen.get(now) ?? 0) + 1);
        await expectRecovery(work, scene);
        if (name === 'going back') await expectGoesBack(work);
        rmSync(work, { recursive: true });
      });
      say(`${name}: killed at ${points.length} of ${calls.length} steps: ${JSON.stringify([...seen])}`);
      expect(seen.size).toBe(sets.length);
    }, 1_800_000);
  }

  it.each(PUBLICATIONS)(
    'of $name leaves one whole release, and the same again goes through',
    async (one) => {
      const { name, states, command } = one;
      const trial = join(scene.folder, `trial ${name}`);
      cpSync(one.repo(scene), trial, { recursive: true });
      const calls = await countCalls(command(scene, trial), { under: trial });
      const seen = new Map<string, number>();
      const points = pointsOf(calls.length, 8);
      await atEach(points, async (at) => {
        const repo = join(scene.folder, `repo ${name} ${at}`);
        cpSync(one.repo(scene), repo, { recursive: true });
        const ran = await renkei(command(scene, repo), { under: repo, at, does: 'kill' });
        expect(ran).toMatchObject({ signal: 'SIGKILL' });
        const now = await expectPublishes(scene, one, repo, join(scene.folder, `kiosk ${name} ${at}`));
        seen.set(now, (seen.get(now) ?? 0) + 1);
        rmSync(repo, { recursive: true });
      });
      say(`${name}: killed at ${points.length} of ${calls.length} steps: ${JSON.stringify([...seen])}`);
      expect([...seen.keys()].sort()).toEqual([...states].sort());
    },
    1_800_000,
  );
});
