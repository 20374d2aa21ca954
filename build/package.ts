/**
 * `npm run package`: makes what a hall installs. `--test-package` makes an unpacked folder with
 * whatever runtime is here, for trying the packaged form; it must never go to a hall. Other words
 * name what else is made of it (`tar.gz`, `deb`, electron-builder's `AppImage` …); without them all.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { obtainRuntime, type Runtime, refuseForRelease } from './electron/runtime.ts';
import { type App, ARCHIVES, type ArchiveKind, makeArchive } from './package/archives.ts';
import { DIST } from './package/unpacked.ts';
import { proveRuntime, searchHere } from './setup/electron.ts';
import { describeFailure, Failure } from './setup/failure.ts';
import { ROOT } from './setup/places.ts';
import { makeReady } from './setup/ready.ts';
import { say } from './setup/say.ts';

const TEST_PACKAGE = '--test-package';

try {
  await makePackage(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

/** @throws {Failure} usage, runtime-release and whatever the set-up throws */
async function makePackage(words: readonly string[]): Promise<void> {
  const unknown = words.find((word) => word.startsWith('-') && word !== TEST_PACKAGE);
  if (unknown) {
    throw new Failure(
      'usage',
      `「${unknown}」という指定はありません。`,
      `npm run package -- [${TEST_PACKAGE}] [deb|tar.gz|…]`,
    );
  }
  const forTest = words.includes(TEST_PACKAGE);
  const named = words.filter((word) => word !== TEST_PACKAGE);
  const runtime = forTest ? await makeReady(say, { data: true }) : await releaseRuntime();
  for (const file of await packed(runtime, forTest, named)) process.stdout.write(`${file}\n`);
  if (forTest) say('試験用のパッケージを build/dist に作りました。会場では使わないでください。');
}

/** @param named what was asked for by name. @returns files made */
async function packed(
  runtime: Runtime,
  forTest: boolean,
  named: readonly string[],
): Promise<readonly string[]> {
  const platform = Platform.current();
  const linux = platform === Platform.LINUX;
  const isArchive = (word: string): word is ArchiveKind => linux && ARCHIVES.some((kind) => kind === word);
  const archives = forTest || named.length > 0 ? named.filter(isArchive) : linux ? ARCHIVES : [];
  const others = named.filter((word) => !isArchive(word));
  let unpacked = '';
  const files = await build({
    projectDir: ROOT,
    targets: platform.createTarget(
      forTest || named.length > 0 ? ['dir', ...others] : [],
      Arch[process.arch as 'x64' | 'arm64'],
    ),
    publish: 'never',
    config: runtimeConfig(runtime, forTest, (folder) => {
      unpacked = folder;
    }),
  });
  const app = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as App;
  const how = { out: DIST, app, arch: process.arch };
  return [...files, ...archives.map((kind) => makeArchive(kind, unpacked, how))];
}

/** Checked before the long work. */
async function releaseRuntime(): Promise<Runtime> {
  const runtime = await obtainRuntime(searchHere(say));
  refuseForRelease(runtime);
  await makeReady(say, { data: true });
  proveRuntime(runtime);
  return runtime;
}

/** The runtime is taken from the disk: electron-builder would download its own. */
function runtimeConfig(
  runtime: Runtime,
  forTest: boolean,
  isUnpacked: (folder: string) => void,
): Configuration {
  return {
    electronDist: dirname(runtime.path),
    electronVersion: runtime.version,
    afterPack: async ({ appOutDir }) => {
      isUnpacked(appOutDir);
      // With it, a package whose archive is lost would start any folder named on the command line.
      rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
      // Lets a debugger in, which the tests need and a hall must not have (main/arguments.ts).
      if (forTest) writeFileSync(join(appOutDir, 'resources', 'test-package'), '');
    },
  };
}
