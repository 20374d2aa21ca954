/** The step that brings an Electron in, and the settings with which it is searched on this machine. */
import { cacheFolder, thisOwner } from '../electron/cache.ts';
import { PINNED_RUNTIME } from '../electron/registry.ts';
import {
  askVersion,
  locateRuntime,
  obtainRuntime,
  type Runtime,
  type RuntimeSearch,
} from '../electron/runtime.ts';
import { Failure } from './failure.ts';
import { ROOT } from './places.ts';
import { quiet, type Say } from './say.ts';
import type { Step } from './step.ts';

/** How this repository searches. `RENKEI_ELECTRON` names a binary, `RENKEI_CACHE` another cache. */
export function searchHere(say: Say): RuntimeSearch {
  return {
    root: ROOT,
    cache: cacheFolder(thisOwner()),
    explicit: process.env['RENKEI_ELECTRON'] || undefined,
    platform: `${process.platform}-${process.arch}`,
    env: process.env,
    say,
    pinned: PINNED_RUNTIME,
  };
}

/** @param found told the runtime as soon as it is known */
export function electronStep(search: RuntimeSearch, found: (runtime: Runtime) => void): Step {
  return {
    title: 'Electron を用意しています',
    isDone: () => {
      const runtime = locateRuntime(search);
      if (runtime) found(runtime);
      return runtime !== null;
    },
    run: async () => found(await obtainRuntime(search)),
  };
}

/**
 * Makes sure that a binary just brought in runs, now that its libraries are there.
 *
 * @throws {Failure} runtime-silent
 */
export function proveRuntime(runtime: Runtime): void {
  const answer = askVersion(runtime.path);
  if (answer.kind === 'version') return;
  throw new Failure(
    'runtime-silent',
    `Electron が応答しません: ${runtime.path}`,
    answer.kind === 'silent' ? answer.detail : 'システムのライブラリが足りません。',
  );
}

/**
 * The runtime that is here already, for tests and tools that start after the set-up.
 *
 * @throws {Failure} runtime-missing
 */
export function readyRuntime(): Runtime {
  const runtime = locateRuntime(searchHere(quiet));
  if (runtime) return runtime;
  throw new Failure(
    'runtime-missing',
    'Electron がまだ用意されていません。',
    'npm start または npm test を実行してください。',
  );
}
