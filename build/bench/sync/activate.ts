/**
 * Activation: the instant in which a set becomes the one that is shown, with the look whether it opens.
 * Measured by going back and forth between two sets, small and large: it must not depend on the size.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { rollback } from '../../../content/sync/rollback.ts';
import { sync } from '../../../content/sync/sync.ts';
import type { Runtime } from '../../electron/runtime.ts';
import type { Say } from '../../setup/say.ts';
import { type Figure, figureOf } from '../figures.ts';
import { makeWorld } from './world.ts';

const SIZES = { short: 200_000_000, long: 1_000_000_000 } as const;
const SMALL_BYTES = 10_000_000;
const RUNS = { short: 11, long: 31 } as const;
const MOST_MS = 100;
/** Equal, with room for a machine that is doing something else as well. */
const EQUAL = 1.5;

const CLOCK = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

export async function benchActivate(_runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  try {
    const largeBytes = SIZES[long ? 'long' : 'short'];
    const small = await twoSets(join(folder, 'small'), SMALL_BYTES);
    const large = await twoSets(join(folder, 'large'), largeBytes);
    const values = { small: [] as number[], large: [] as number[] };
    for (let run = 0; run < RUNS[long ? 'long' : 'short']; run += 1) {
      values.small.push(switchOnce(small));
      values.large.push(switchOnce(large));
    }
    const [a, b] = [values.small.at(-1) ?? 0, values.large.at(-1) ?? 0];
    say(`  activate: 10 MB ${Math.round(a)} ms、${largeBytes / 1e6} MB ${Math.round(b)} ms`);
    const common = { group: 'activate', unit: 'ms', values: values.large };
    const name = `activation of ${largeBytes / 1e6} MB`;
    return [
      figureOf({
        ...common,
        name,
        yardstick: 'activation of 10 MB',
        yardstickValues: values.small,
        aim: EQUAL,
      }),
      figureOf({ ...common, name, yardstick: 'most allowed', yardstickValues: [MOST_MS], aim: 1 }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A data folder that can go back and forth. */
export async function twoSets(folder: string, bytes: number): Promise<string> {
  const world = await makeWorld(folder, bytes);
  const data = join(folder, 'data');
  for (let release = 0; release < 2; release += 1) {
    if (release > 0) await world.changePhoto();
    const outcome = await sync({
      dataDir: data,
      source: fromFolder(world.repo),
      clock: CLOCK,
      root: world.root,
    });
    if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
  }
  return data;
}

export function switchOnce(dataDir: string): number {
  const startMs = performance.now();
  const outcome = rollback(dataDir, CLOCK);
  const ms = performance.now() - startMs;
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
  return ms;
}
