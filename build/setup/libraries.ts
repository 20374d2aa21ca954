/**
 * The system libraries Electron needs, and Xvfb where there is no screen. Root on Debian and Ubuntu
 * gets them installed; everybody else gets the exact command to type.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.ts';
import type { Step } from './step.ts';

/** Together they bring every library an Electron is linked with. Names of Debian 12. */
export const ELECTRON_PACKAGES: readonly string[] = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
];
const SCREEN_PACKAGES: readonly string[] = ['xvfb'];

/** Another apt may be running; it is waited for this long. */
const LOCK_SECONDS = 300;

export type LibrariesOptions = {
  /** Asked late: the runtime is found in an earlier step. */
  readonly runtimePath: () => string;
  readonly needsVirtualScreen: boolean;
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
};

/** The step that makes the binary loadable. Done at once where there is no `ldd` to ask (macOS, Windows). */
export function librariesStep(options: LibrariesOptions): Step {
  const missing = () => findMissing(options);
  return {
    title: 'システムのライブラリを入れています',
    isDone: () => {
      const { libraries, screen } = missing();
      return libraries.length === 0 && !screen;
    },
    run: async () => {
      const lack = missing();
      const wanted = [
        ...(lack.libraries.length > 0 ? ELECTRON_PACKAGES : []),
        ...(lack.screen ? SCREEN_PACKAGES : []),
      ];
      if (!hasProgram('apt-get')) throw cannotInstall(lack);
      const packages = (known: (name: string) => boolean) => debianNames(wanted, known);
      if (options.uid !== 0) throw mustAskRoot(packages(isKnownToApt), lack);
      await apt(['update', '-qq'], lack);
      await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages(isKnownToApt)], lack);
      const still = missing();
      if (still.libraries.length > 0 || still.screen) throw cannotInstall(still);
    },
  };
}

export type Missing = {
  /** 'libgtk-3.so.0' … */
  readonly libraries: readonly string[];
  readonly screen: boolean;
};

function findMissing({ platform, runtimePath, needsVirtualScreen }: LibrariesOptions): Missing {
  if (platform !== 'linux') return { libraries: [], screen: false };
  const asked = spawnSync('ldd', [runtimePath()], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return { libraries: parseLdd(asked.stdout ?? ''), screen: needsVirtualScreen && !hasProgram('Xvfb') };
}

/** @returns names of libraries that `ldd` could not find */
export function parseLdd(output: string): string[] {
  return output.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries with 64-bit time: `libgtk-3-0` is `libgtk-3-0t64`.
 *
 * @param known whether this machine's apt can install a package of that name
 */
export function debianNames(wanted: readonly string[], known: (name: string) => boolean): string[] {
  return wanted.map((name) => (known(`${name}t64`) ? `${name}t64` : name));
}

function isKnownToApt(name: string): boolean {
  return spawnSync('apt-cache', ['show', '--quiet', name], { stdio: 'ignore' }).status === 0;
}

/** @throws {Failure} libraries-missing */
async function apt(args: readonly string[], lack: Missing): Promise<void> {
  const child = spawn('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (code === 0) return;
  throw new Failure(
    'libraries-missing',
    `apt-get ${args[0]} ができませんでした: ${errors.trim().split('\n').at(-1) ?? code}`,
    `パッケージの取得先とネットワークを確かめて、もう一度実行してください。足りないもの: ${listed(lack)}`,
  );
}

function mustAskRoot(packages: readonly string[], lack: Missing): Failure {
  return new Failure(
    'libraries-missing',
    `Electron に必要なものが足りません: ${listed(lack)}`,
    `次の命令を実行してから、もう一度お試しください。\nsudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  );
}

function cannotInstall(lack: Missing): Failure {
  return new Failure(
    'libraries-missing',
    `Electron に必要なものが足りません: ${listed(lack)}`,
    'お使いの OS のパッケージ管理で、これらを含むパッケージを入れてから、もう一度お試しください。',
  );
}

function listed({ libraries, screen }: Missing): string {
  return [...libraries, ...(screen ? ['Xvfb'] : [])].join(', ');
}

/** Whether a program can be started by its name; what belongs to the administrator counts as well. */
export function hasProgram(name: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return existsSync(path);
    } catch {
      return false;
    }
  });
}
