/** Keeps the cache from growing for ever: what nobody used for two months goes. */

import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../pack/days.ts';

const KEPT_MS = 60 * DAY_MS;
/** Its time is that of the last sweep. */
const STAMP = 'swept';

/**
 * Removes entries last used more than 60 days before `nowMs`; at most once a day, else it does nothing.
 *
 * @returns number of files removed
 */
export function sweepCache(folder: string, nowMs: number): number {
  const stamp = join(folder, STAMP);
  const last = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (nowMs - last < DAY_MS) return 0;
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, '');
  let removed = 0;
  for (const path of filesBelow(folder)) {
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowMs;
    if (path === stamp || nowMs - used <= KEPT_MS) continue;
    rmSync(path, { force: true });
    removed += 1;
  }
  return removed;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}
