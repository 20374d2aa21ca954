/**
 * Finds the Electron that runs the kiosk on this machine: one given by the user, else the official
 * binary of the pinned `electron` package, else the one that npm registries carry (for development
 * on machines that reach a registry and nothing more).
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../setup/failure.ts';
import type { Say } from '../setup/say.ts';
import { downloadOfficial, findOfficial, type OfficialLimits } from './official.ts';
import { findRegistryRuntime, obtainRegistryRuntime, type PinnedRuntime } from './registry.ts';

export type Runtime = {
  /** Absolute path of the executable. */
  readonly path: string;
  /** '33.2.1'; 'unknown' when the binary cannot be run yet and no version file lies beside it. */
  readonly version: string;
  readonly source: 'explicit' | 'official' | 'registry';
};

export type RuntimeSearch = {
  /** The repository, with node_modules/electron. */
  readonly root: string;
  /** Our folder in the user's cache, see `cacheFolder`. */
  readonly cache: string;
  /** Path given by the user; then nothing else is tried. */
  readonly explicit?: string | undefined;
  /** `${process.platform}-${process.arch}` */
  readonly platform: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  readonly pinned: PinnedRuntime;
  readonly officialLimits?: OfficialLimits;
};

/** What is on the disk already; never touches the network. @throws {Failure} for a bad explicit path */
export function locateRuntime(search: RuntimeSearch): Runtime | null {
  if (search.explicit) return explicitRuntime(resolve(search.explicit));
  return findOfficial(search.root) ?? findRegistryRuntime(search);
}

/**
 * Finds a runtime, downloading one when none is there.
 *
 * @throws {Failure} runtime-missing, runtime-silent, runtime-platform, runtime-download, runtime-hash, runtime-unpack
 */
export async function obtainRuntime(search: RuntimeSearch): Promise<Runtime> {
  if (search.explicit) return explicitRuntime(resolve(search.explicit));
  const official = findOfficial(search.root) ?? (await downloadOfficial(search));
  return official ?? findRegistryRuntime(search) ?? obtainRegistryRuntime(search);
}

/** Refuses to put a runtime that is out of support into a package for a hall. @throws {Failure} runtime-release */
export function refuseForRelease(runtime: Runtime): void {
  if (runtime.source !== 'registry') return;
  throw new Failure(
    'runtime-release',
    `Electron ${runtime.version} は開発と試験のための版で、サポートが終わっています。配布用のパッケージには使えません。`,
    '公式の Electron を取得できる環境で実行するか、RENKEI_ELECTRON に公式の実行ファイルを指定してください。\n試験用のパッケージは npm run package -- --test-package で作れます。',
  );
}

/** How a binary reacts when asked for its version. */
export type Answer =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'libraries-missing' }
  | { readonly kind: 'silent'; readonly detail: string };

/** Starts the binary as plain Node, which needs no screen, and asks for Electron's version. */
export function askVersion(path: string): Answer {
  const asked = spawnSync(path, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  const version = asked.stdout?.trim() ?? '';
  if (asked.status === 0 && /^\d+\.\d+\.\d+/.test(version)) return { kind: 'version', version };
  if (asked.stderr?.includes('error while loading shared libraries')) return { kind: 'libraries-missing' };
  return { kind: 'silent', detail: asked.error?.message ?? asked.stderr?.trim().split('\n')[0] ?? '' };
}

/** @throws {Failure} runtime-missing or runtime-silent */
function explicitRuntime(path: string): Runtime {
  try {
    accessSync(path, constants.X_OK);
  } catch (error) {
    throw new Failure(
      'runtime-missing',
      `指定された Electron がないか、実行できません: ${path}`,
      '環境変数 RENKEI_ELECTRON には Electron の実行ファイルの場所を書いてください。',
      error,
    );
  }
  const answer = askVersion(path);
  switch (answer.kind) {
    case 'version':
      return { path, version: answer.version, source: 'explicit' };
    // Its libraries are looked after in a later step of the set-up.
    case 'libraries-missing':
      return { path, version: readVersionFile(path) ?? 'unknown', source: 'explicit' };
    case 'silent':
      throw new Failure(
        'runtime-silent',
        `指定されたファイルは Electron として応答しません: ${path} ${answer.detail}`.trimEnd(),
        '環境変数 RENKEI_ELECTRON には Electron の実行ファイルの場所を書いてください。',
      );
  }
}

/** Official builds carry their version in a file beside the executable. */
export function readVersionFile(executable: string): string | null {
  const file = join(dirname(executable), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}
