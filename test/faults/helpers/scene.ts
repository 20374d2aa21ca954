/**
 * The scene of every fault: a kiosk that shows release 1, a source that has release 2, and the build
 * that release 2 is made of. Signed now, because the real command line reads the real clock.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { rollback } from '../../../content/sync/rollback.ts';
import { type SyncOutcome, sync } from '../../../content/sync/sync.ts';
import { verify } from '../../../content/sync/verify.ts';
import {
  BASE,
  clockAt,
  makeWorld,
  type PackDraft,
  picture,
  QUICK,
  shown,
} from '../../content/sync/helpers/world.ts';

export const NOW = Date.now();
export const CLOCK = clockAt(NOW);
export const LONG = process.env['RENKEI_LONG'] === '1';

export const OLD = 'base 1,exhibition-a 1';
export const NEW = 'base 2,exhibition-a 2';
/** An empty data folder: the kiosk shows what came with the program. */
export const NONE = 'fault library-missing';

const STAYS = picture('stays');
const GOES = picture('goes', 70_000);
/** Streams, where smaller ones are hashed in memory (content/sync/fetch.ts). */
export const FILM = picture('film', 9_000_000);
const COMES = [picture('comes', 200_000), FILM];

const RELEASE_1: readonly PackDraft[] = [
  BASE,
  { id: 'exhibition-a', kind: 'exhibition', version: 1, blobs: [STAYS, GOES] },
];
const RELEASE_2: readonly PackDraft[] = [
  { ...BASE, version: 2 },
  { id: 'exhibition-a', kind: 'exhibition', version: 2, blobs: [STAYS, ...COMES] },
];

/** Folders of a scene. `<name>-1` is the state before release 2. */
export type Scene = {
  readonly folder: string;
  readonly keys: string;
  readonly root: string;
  /** Build of release 2. */
  readonly build: string;
  readonly repo: string;
  readonly oldRepo: string;
  /** A kiosk that shows release 1 and has nothing before. */
  readonly data: string;
  /** A kiosk that shows release 2 and can go back to release 1. */
  readonly newData: string;
  readonly remove: () => void;
};

/** @param parent where the folders are made: another disk for faults of that disk */
export async function makeScene(parent: string = tmpdir()): Promise<Scene> {
  const world = await makeWorld(1, 1, NOW);
  const folder = realpathSync(mkdtempSync(join(parent, 'renkei-fault-')));
  const scene: Scene = {
    folder,
    keys: join(folder, 'keys'),
    root: join(folder, 'keys', 'root.json'),
    build: join(folder, 'build'),
    repo: join(folder, 'repo'),
    oldRepo: join(folder, 'repo-1'),
    data: join(folder, 'data'),
    newData: join(folder, 'data-2'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  await world.release(RELEASE_1, NOW);
  cpSync(world.repo, scene.oldRepo, { recursive: true });
  expect(await takeUpdate(scene.data, world.repo, join(world.keys, 'root.json'))).toMatchObject({ ok: true });
  cpSync(scene.data, scene.newData, { recursive: true });
  await world.release(RELEASE_2, NOW);
  expect(await takeUpdate(scene.newData, world.repo)).toMatchObject({ ok: true });
  cpSync(join(world.folder, 'build-2'), scene.build, { recursive: true });
  cpSync(world.repo, scene.repo, { recursive: true });
  cpSync(world.keys, scene.keys, { recursive: true });
  world.remove();
  return scene;
}

/** One sync in this process, without a fault. */
export function takeUpdate(dataDir: string, repo: string, root?: string): Promise<SyncOutcome> {
  const given = root === undefined ? {} : { root: readFileSync(root) };
  // Who recovers beside a hundred dying processes may wait a second for its own disk.
  const limits = { ...QUICK, slowForMs: 60_000 };
  return sync({ dataDir, source: fromFolder(repo), clock: CLOCK, limits, again: true, ...given });
}

/** A kiosk started now shows one whole set, and everything of it is as signed. */
export async function expectWhole(dataDir: string, sets: readonly string[]): Promise<string> {
  const now = shown(dataDir).join();
  expect(sets).toContain(now);
  if (now !== NONE) {
    expect(await verify({ dataDir, clock: CLOCK })).toMatchObject({ ok: true, sound: true, findings: [] });
    // It may have brought a begun switch to its end; never anything else.
    expect(sets).toContain(shown(dataDir).join());
  }
  return now;
}

/** The next sync goes through, and nothing is left of the fault. */
export async function expectRecovery(dataDir: string, scene: Scene): Promise<void> {
  const outcome = await takeUpdate(dataDir, scene.repo, scene.root);
  expect(outcome, outcome.ok ? '' : JSON.stringify(outcome.refusal)).toMatchObject({ ok: true });
  expect(shown(dataDir).join()).toBe(NEW);
  expect(await verify({ dataDir, clock: CLOCK })).toMatchObject({ sound: true, findings: [] });
  expect(leftOver(dataDir)).toEqual([]);
}

/** A kiosk that can go back does. */
export async function expectGoesBack(dataDir: string): Promise<void> {
  const before = shown(dataDir).join();
  expect(rollback(dataDir, CLOCK)).toMatchObject({ ok: true });
  expect(shown(dataDir).join()).toBe(before === OLD ? NEW : OLD);
  expect(leftOver(dataDir)).toEqual([]);
}

/** Locks, unfinished files and unfinished switches anywhere in a folder. */
export function leftOver(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => /\.tmp$|\.part$|(^|\/)lock|next\.json$|^staging\//.test(path));
}
