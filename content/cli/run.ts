/** What the verbs that read a source have in common: cache, interrupt, progress. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { openCache } from '../author/cache.ts';
import { sweepCache } from '../author/cache-sweep.ts';
import type { MakeStep, Run } from '../author/make.ts';
import { cacheFolder, THIS_OWNER } from './cache-folder.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { INTERRUPTED_CODE, Interrupted, listenForInterrupt } from './interrupt.ts';

export type RunOptions = {
  /** Folder of the cache; undefined: the usual one. */
  readonly cache?: string;
  readonly progress: (step: MakeStep) => void;
  /** Called when somebody stopped it; nothing is half done then. */
  readonly interrupted: () => void;
};

/** @returns exit code of `work`, or that of an interrupted program */
export async function withRun(options: RunOptions, work: (run: Run) => Promise<number>): Promise<number> {
  const interrupt = listenForInterrupt();
  const folder = cacheFolder(options.cache && resolve(options.cache), THIS_OWNER());
  try {
    const code = await work({
      cache: openCache(folder, MACHINE_CLOCK.nowMs),
      progress: options.progress,
      lanes: availableParallelism(),
      nowMs: MACHINE_CLOCK.monotonicMs,
      signal: interrupt.signal,
    });
    sweepCache(folder, MACHINE_CLOCK.nowMs());
    return code;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    options.interrupted();
    return INTERRUPTED_CODE;
  } finally {
    interrupt.release();
  }
}
