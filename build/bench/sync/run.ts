/** Starting the processes that are measured, and measuring those that are not ours. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../setup/places.ts';

const OURS = join(ROOT, 'build', 'bench', 'sync');

export type Cost = {
  readonly ms: number;
  /** Most memory in use over what the process had before, bytes. */
  readonly grownBytes: number;
  /** Most in each tenth of the sync, likewise. */
  readonly curve: readonly number[];
  readonly state: string;
  readonly bytes: number;
};

/** One sync by our client. */
export function syncOnce(from: string, dataDir: string, root: string): Cost {
  const args = ['--import', 'tsx', join(OURS, 'client.ts'), from, dataDir, root];
  const ran = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Cost;
}

/** @returns milliseconds; null when the program is not there */
export function timeOf(program: string, args: readonly string[]): number | null {
  const startMs = performance.now();
  const ran = spawnSync(program, args, { stdio: 'ignore' });
  if (ran.error !== undefined) return null;
  if (ran.status !== 0) throw new Error(`${program} ${args[0]}: ${ran.status}`);
  return performance.now() - startMs;
}

export type Served = { readonly url: string; readonly requests: () => number; readonly stop: () => void };

export async function serve(folder: string, log: string): Promise<Served> {
  writeFileSync(log, '');
  const args = ['--import', 'tsx', join(OURS, 'server.ts'), folder, log];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('no output');
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: address.toString().trim(),
    requests: () => {
      const count = readFileSync(log, 'utf8').split('\n').length - 1;
      writeFileSync(log, '');
      return count;
    },
    stop: () => void child.kill(),
  };
}
