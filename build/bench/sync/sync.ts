/**
 * Getting content onto a kiosk, beside what copies the same bytes without a hash, a signature and a
 * flush: `cp -r`, `rsync -a`, `curl`. They take turns, each into an empty folder, from the same source.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Runtime } from '../../electron/runtime.ts';
import type { Say } from '../../setup/say.ts';
import { type Figure, figureOf, type Measured } from '../figures.ts';
import { type Cost, type Served, serve, syncOnce, timeOf } from './run.ts';
import { makeWorld, type World } from './world.ts';

const SIZES = { short: 100_000_000, long: 1_000_000_000 } as const;
/** Large enough to hold every kind of file. */
const SMALL_BYTES = 100_000_000;
const RUNS = 2;
/** At least 70 % of the speed of a bare copy. */
const AIM = 1.43;
/** Nothing changed: at most this. */
const IDLE_MS = 200;
const IDLE_REQUESTS = 4;

export async function benchSync(_runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  const world = await makeWorld(join(folder, 'large'), SIZES[long ? 'long' : 'short']);
  const server = await serve(world.repo, join(folder, 'requests'));
  try {
    say(`  ${world.files} files, ${world.bytes / 1e6} MB`);
    return [
      ...(await firstSync(folder, world, server, say)),
      ...(await laterSyncs(folder, world, server)),
      ...(await memory(folder, world, say)),
    ];
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

type Values = Record<'folder' | 'http' | 'cp' | 'flushed' | 'rsync' | 'curl', number[]>;

/**
 * ext4 passes over the places of files removed in the last five seconds, one by one: whoever writes right
 * after a removal would be measured with that.
 */
const REST_MS = 6_000;

async function firstSync(folder: string, world: World, server: Served, say: Say): Promise<readonly Figure[]> {
  const values: Values = { folder: [], http: [], cp: [], flushed: [], rsync: [], curl: [] };
  const root = rootFile(folder, world);
  const copies = join(folder, 'copies');
  const to = (name: keyof Values): string => {
    // What one copy left to be written must not slow the next one down.
    timeOf('sync', []);
    return join(copies, name);
  };
  const list = curlList(folder, world, server, join(copies, 'curl'));
  // One unmeasured round first: the source is in memory for all of them from then on.
  for (let run = 0; run <= RUNS; run += 1) {
    mkdirSync(copies);
    const copied = timeOf('cp', ['-r', world.repo, to('cp')]) ?? Number.NaN;
    const flushed = copied + (timeOf('sync', ['-f', copies]) ?? Number.NaN);
    const rsync = timeOf('rsync', ['-a', `${world.repo}/`, `${to('rsync')}/`]);
    to('curl');
    const curl = timeOf('curl', ['-s', '--create-dirs', '-Z', '--parallel-max', '4', '-K', list]);
    const byFolder = syncOnce(world.repo, to('folder'), root).ms;
    const byHttp = syncOnce(server.url, to('http'), root).ms;
    rmSync(copies, { recursive: true });
    timeOf('sync', []);
    await wait(REST_MS);
    if (run === 0) continue;
    values.cp.push(copied);
    values.flushed.push(flushed);
    if (rsync !== null) values.rsync.push(rsync);
    if (curl !== null) values.curl.push(curl);
    values.folder.push(byFolder);
    values.http.push(byHttp);
    const told = [byFolder, byHttp, copied, flushed, rsync ?? 0, curl ?? 0].map(Math.round);
    say(`  sync ${run}/${RUNS}: フォルダ・HTTP・cp・cpと書き出し・rsync・curl ${told.join(' / ')} ms`);
  }
  const size = `${world.bytes / 1e6} MB`;
  const beside = (name: string, own: number[], yardstick: string, theirs: number[]): Figure[] =>
    theirs.length === 0
      ? []
      : [
          figure({
            name: `first sync of ${size} ${name}`,
            values: own,
            yardstick,
            yardstickValues: theirs,
            aim: AIM,
          }),
        ];
  return [
    ...beside('from a folder', values.folder, 'cp -r', values.cp),
    ...beside('from a folder', values.folder, 'cp -r, flushed', values.flushed),
    ...beside('from a folder', values.folder, 'rsync -a', values.rsync),
    ...beside('by HTTP', values.http, 'curl', values.curl),
    ...beside('by HTTP', values.http, 'cp -r', values.cp),
  ];
}

async function laterSyncs(folder: string, world: World, server: Served): Promise<readonly Figure[]> {
  const root = rootFile(folder, world);
  const data = join(folder, 'kiosk');
  syncOnce(world.repo, data, root);
  const idle: number[] = [];
  const requests: number[] = [];
  const changed: number[] = [];
  const moved: number[] = [];
  const allowed: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    allowed.push(await world.changePhoto());
    const cost = syncOnce(server.url, data, root);
    changed.push(cost.ms);
    moved.push(cost.bytes);
    server.requests();
    idle.push(syncOnce(server.url, data, root).ms);
    requests.push(server.requests());
  }
  rmSync(data, { recursive: true });
  const most = (limit: number): number[] => idle.map(() => limit);
  return [
    figure({
      name: 'one changed photo: bytes moved',
      unit: 'bytes',
      values: moved,
      yardstick: 'photo and its pack',
      yardstickValues: allowed,
      aim: 1,
    }),
    figure({
      name: 'one changed photo: time',
      values: changed,
      yardstick: 'nothing changed',
      yardstickValues: idle,
      aim: null,
    }),
    figure({
      name: 'nothing changed: time',
      values: idle,
      yardstick: 'most allowed',
      yardstickValues: most(IDLE_MS),
      aim: 1,
    }),
    figure({
      name: 'nothing changed: requests',
      unit: 'requests',
      values: requests,
      yardstick: 'most allowed',
      yardstickValues: most(IDLE_REQUESTS),
      aim: 1,
    }),
  ];
}

/** Memory must not grow with the content, nor while it comes in. */
async function memory(folder: string, world: World, say: Say): Promise<readonly Figure[]> {
  const small = await makeWorld(join(folder, 'small'), SMALL_BYTES);
  const costs = (from: World): readonly Cost[] =>
    Array.from({ length: RUNS }, (_, run) => {
      const data = join(folder, `memory ${run}`);
      const cost = syncOnce(from.repo, data, rootFile(folder, from));
      rmSync(data, { recursive: true });
      return cost;
    });
  const megabytes = (bytes: number): number => bytes / 1e6;
  const large = costs(world);
  for (const { curve } of large)
    say(`  メモリ: ${curve.map((bytes) => Math.round(megabytes(bytes))).join(' ')} MB`);
  const most = (from: number, to: number): number[] =>
    large.map(({ curve }) => megabytes(Math.max(...curve.slice(from, to))));
  const common = { unit: 'MB', aim: 1.33 };
  const size = `${world.bytes / 1e6} MB`;
  return [
    figure({
      ...common,
      name: `memory grown during a sync of ${size}`,
      values: large.map(({ grownBytes }) => megabytes(grownBytes)),
      yardstick: `of ${small.bytes / 1e6} MB`,
      yardstickValues: costs(small).map(({ grownBytes }) => megabytes(grownBytes)),
    }),
    figure({
      ...common,
      name: `most memory in the second half of a sync of ${size}`,
      values: most(5, 10),
      yardstick: 'in the first half',
      yardstickValues: most(0, 5),
    }),
  ];
}

function figure(measured: Omit<Measured, 'group' | 'unit'> & { readonly unit?: string }): Figure {
  return figureOf({ group: 'sync', unit: 'ms', ...measured });
}

function rootFile(folder: string, world: World): string {
  const file = join(folder, 'root.json');
  writeFileSync(file, world.root);
  return file;
}

/** curl's list of everything in the repository, into another folder. */
function curlList(folder: string, world: World, server: Served, to: string): string {
  const file = join(folder, 'curl');
  const paths = readdirSync(world.repo, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.work'))
    .map((entry) => join(entry.parentPath, entry.name).slice(world.repo.length + 1));
  const lines = paths.flatMap((path) => [`url = "${server.url}${path}"`, `output = "${join(to, path)}"`]);
  writeFileSync(file, lines.join('\n'));
  return file;
}
