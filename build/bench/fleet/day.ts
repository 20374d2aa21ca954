/** One day of a fleet: every kiosk asks once. Few processes, many kiosks in each. */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../setup/places.ts';
import type { Nginx } from '../sync/nginx.ts';

/** What one kiosk says of its sync. */
export type Visit = {
  readonly kiosk: number;
  readonly ms: number;
  /** Bytes of content it took; the server counts metadata too. */
  readonly bytes: number;
  /** Why it did not come through; null when it did. */
  readonly trouble: string | null;
  /** Text of its active set's list: equal for kiosks that show the same. */
  readonly set: string;
};

export type Day = {
  readonly visits: readonly Visit[];
  /** What the server sent. */
  readonly requests: number;
  readonly bytes: number;
  /** From the first question to the last answer of the whole fleet. */
  readonly ms: number;
};

export type Fleet = {
  readonly kiosks: number;
  /** Their data folders lie in it. */
  readonly folder: string;
  readonly rootFile: string;
  readonly server: Nginx;
};

/** Two per core: one waits for the line while the other writes. */
const WORKERS = 2 * cpus().length;

/** @throws Error when a kiosk was left behind: it did not come through, or shows another set than the first */
export async function dayOf({ kiosks, folder, rootFile, server }: Fleet): Promise<Day> {
  await server.requests();
  const startMs = performance.now();
  const share = Math.ceil(kiosks / WORKERS);
  const firsts = Array.from({ length: Math.ceil(kiosks / share) }, (_, worker) => worker * share);
  const told = await Promise.all(
    firsts.map((first) => work([server.url, folder, rootFile, first, Math.min(share, kiosks - first)])),
  );
  const ms = performance.now() - startMs;
  const visits = told.flat();
  refuseLeftBehind(visits, kiosks);
  const requests = await server.requests();
  return { visits, requests: requests.length, bytes: sum(requests.map(({ bytes }) => bytes)), ms };
}

/** @throws Error naming the first kiosk that is behind, and how many are */
export function refuseLeftBehind(visits: readonly Visit[], kiosks: number): void {
  const newest = visits.find(({ trouble }) => trouble === null)?.set;
  const behind = visits.filter(({ trouble, set }) => trouble !== null || set !== newest);
  const silent = kiosks - visits.length;
  if (behind.length + silent === 0) return;
  const [one] = behind;
  const why =
    one === undefined ? `${silent} said nothing` : `kiosk ${one.kiosk} ${one.trouble ?? 'shows another set'}`;
  throw new Error(`${behind.length + silent} of ${kiosks} kiosks are left behind: ${why}`);
}

async function work(words: readonly (string | number)[]): Promise<readonly Visit[]> {
  const args = ['--import', 'tsx', join(ROOT, 'build', 'bench', 'fleet', 'kiosks.ts'), ...words.map(String)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const visits: Visit[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => visits.push(JSON.parse(line) as Visit));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`a part of the fleet ended with ${code}`);
  return visits;
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
