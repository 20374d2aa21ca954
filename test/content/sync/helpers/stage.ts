/**
 * The scene of every refusal test: a kiosk that shows release 1, a source that has release 2, and one
 * thing wrong. Made once and copied, so that a hundred cases cost seconds.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { SyncRefusalCode } from '../../../../content/pack/sync-refusal.ts';
import { packInRepository } from '../../../../content/pack/target.ts';
import type { PackId } from '../../../../content/pack/types.ts';
import { DatabaseSync } from '../../../../content/sqlite.ts';
import { fromFolder } from '../../../../content/sync/from-folder.ts';
import { fromHttp } from '../../../../content/sync/from-http.ts';
import { LIMITS } from '../../../../content/sync/source.ts';
import { type SyncOptions, type SyncOutcome, sync } from '../../../../content/sync/sync.ts';
import { type Forger, forgerOf } from './forge.ts';
import { type Served, serve } from './server.ts';
import { BASE, clockAt, makeWorld, picture, put, QUICK, sha256, shown } from './world.ts';

export const OLD = ['base 3', 'exhibition-a 3'];
export const NEW = ['base 4', 'exhibition-a 4'];
export const BIG = picture('big', 300_000);
export const SMALL = picture('small');

type Template = {
  readonly folder: string;
  readonly root: Buffer;
  /** Bytes a data folder may grow by: packs and pictures that release 2 adds, and documents. */
  readonly growth: number;
  readonly remove: () => void;
};

async function makeTemplate(): Promise<Template> {
  const world = await makeWorld();
  await world.release([
    { ...BASE, version: 3 },
    { id: 'exhibition-a', kind: 'exhibition', version: 3, blobs: [SMALL] },
  ]);
  cpSync(world.repo, join(world.folder, 'repo-1'), { recursive: true });
  expect(await world.sync()).toMatchObject({ state: 'updated' });
  await world.release([
    { ...BASE, version: 4 },
    { id: 'exhibition-a', kind: 'exhibition', version: 4, blobs: [SMALL, BIG] },
  ]);
  const growth = sizeOfTree(world.repo) - sizeOfTree(join(world.folder, 'repo-1')) + 65_536;
  return { folder: world.folder, root: world.root, growth, remove: world.remove };
}

export type Scene = {
  readonly template: Template;
  readonly folder: string;
  /** Release 2, to be spoilt. */
  readonly repo: string;
  /** Release 1 as it was published. */
  readonly oldRepo: string;
  readonly keys: string;
  readonly data: string;
  readonly root: Buffer;
  readonly forge: Forger;
  readonly server: Served;
  readonly byLine: (options?: Partial<SyncOptions>) => Promise<SyncOutcome>;
  readonly byStick: (options?: Partial<SyncOptions>) => Promise<SyncOutcome>;
  /** Puts release 2 back as it was signed, and an honest server. */
  readonly repair: () => void;
  readonly close: () => Promise<void>;
};

async function openScene(template: Template): Promise<Scene> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'renkei-scene-')));
  for (const name of ['repo', 'data', 'keys']) {
    cpSync(join(template.folder, name), join(folder, name), { recursive: true });
  }
  const [repo, data, keys] = ['repo', 'data', 'keys'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const server = await serve(repo);
  const common = { dataDir: data, clock: clockAt(), limits: QUICK, root: template.root };
  return {
    template,
    folder,
    repo,
    oldRepo: join(template.folder, 'repo-1'),
    keys,
    data,
    root: template.root,
    forge: forgerOf(repo, keys),
    server,
    byLine: (options = {}) =>
      sync({ ...common, source: fromHttp(server.url, { ...LIMITS, ...QUICK }), ...options }),
    byStick: (options = {}) => sync({ ...common, source: fromFolder(repo), ...options }),
    repair: () => {
      server.twist = undefined;
      rmSync(repo, { recursive: true, force: true });
      cpSync(join(template.folder, 'repo'), repo, { recursive: true });
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Opens the scene anew before each test of a file and clears it away behind it.
 *
 * @param begin gets the scene, and may do more before the test begins
 */
export function onStage(begin: (scene: Scene) => unknown): void {
  let template: Template;
  let scene: Scene;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  afterAll(() => template.remove());
  beforeEach(async () => {
    scene = await openScene(template);
    await begin(scene);
  });
  afterEach(() => scene.close());
}

/** Puts another project's documents, correctly signed by its own keys, in the place of ours. */
export async function signedByStrangers({ repo }: Scene): Promise<void> {
  const world = await makeWorld();
  await world.release([{ id: 'base', kind: 'base', version: 9 }]);
  await world.release([{ id: 'base', kind: 'base', version: 10 }]);
  rmSync(repo, { recursive: true });
  cpSync(world.repo, repo, { recursive: true });
  world.remove();
}

/** After these the parts that came stay for the next try. */
const RESUMABLE: readonly SyncRefusalCode[] = [
  'source-vanished',
  'source-unreachable',
  'source-incomplete',
  'too-slow',
  'cancelled',
  'no-room',
];

/** What holds after every refusal, whatever its code. */
export async function expectRefusedSafely(
  scene: Scene,
  outcome: SyncOutcome,
  code: SyncRefusalCode,
): Promise<void> {
  expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  expect(shown(scene.data)).toEqual(OLD);
  const staging = join(scene.data, 'staging');
  if (!RESUMABLE.includes(code)) expect(sizeOfTree(join(staging, 'sync'))).toBe(0);
  const { growth, folder } = scene.template;
  expect(sizeOfTree(scene.data) - sizeOfTree(join(folder, 'data'))).toBeLessThan(growth);
}

/** The old set stays, then the next good update goes through. */
export async function expectRecovery(scene: Scene): Promise<void> {
  scene.repair();
  // What the project's own keys signed, the project must overtake.
  if (scene.forge.signedReleases() > 0) {
    await scene.forge.release(
      () => undefined,
      (_role, signed) => {
        signed.version = 10;
      },
    );
  }
  expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
  expect(shown(scene.data)).toEqual(NEW);
  expect(readdirSync(join(scene.data, 'staging'))).toEqual([]);
}

export function sizeOfTree(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((total, entry) => {
    const path = join(folder, entry.name);
    return total + (entry.isDirectory() ? sizeOfTree(path) : entry.isFile() ? statSync(path).size : 0);
  }, 0);
}

export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** Changes the signed exhibition pack and signs the result: a mistake or worse of the project itself. */
export async function spoilPack(scene: Scene, edit: (file: string) => void): Promise<void> {
  const packId = 'exhibition-a' as PackId;
  const path = `packs/${packId}.sqlite`;
  const { document } = scene.forge.read('targets');
  const before = join(scene.repo, packInRepository(packId, document.signed.targets[path].hashes.sha256));
  const draft = join(scene.folder, 'spoilt.sqlite');
  writeFileSync(draft, readFileSync(before));
  edit(draft);
  const bytes = readFileSync(draft);
  const hash = sha256(bytes);
  put(join(scene.repo, packInRepository(packId, hash)), bytes);
  await scene.forge.release((signed) => {
    signed.targets[path].hashes = { sha256: hash };
    signed.targets[path].length = bytes.length;
    signed.targets[path].custom.version = 5;
  });
}

/** An edit for `spoilPack`. */
export const sql = (statements: string) => (file: string) => {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
};
