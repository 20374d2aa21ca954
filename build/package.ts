/**
 * `npm run package`: makes what a hall installs. `--test-package` makes an unpacked folder with
 * whatever runtime is here, for trying the packaged form; it must never go to a hall. Other words
 * name electron-builder's targets (`tar.gz`, `deb` …); without them the configured ones are made.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { obtainRuntime, type Runtime, refuseForRelease } from './electron/runtime.ts';
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
  const targets = words.filter((word) => word !== TEST_PACKAGE);
  const runtime = forTest ? await makeReady(say, { data: true }) : await releaseRuntime();
  const platform = Platform.current();
  const files = await build({
    projectDir: ROOT,
    targets: platform.createTarget(
      forTest ? ['dir', ...targets] : targets,
      Arch[process.arch as 'x64' | 'arm64'],
    ),
    publish: 'never',
    config: runtimeConfig(runtime, forTest),
  });
  for (const file of files) process.stdout.write(`${file}\n`);
  if (forTest) say('試験用のパッケージを build/dist に作りました。会場では使わないでください。');
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
function runtimeConfig(runtime: Runtime, forTest: boolean): Configuration {
  return {
    electronDist: dirname(runtime.path),
    electronVersion: runtime.version,
    afterPack: async ({ appOutDir }) => {
      // With it, a package whose archive is lost would start any folder named on the command line.
      rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
      // Lets a debugger in, which the tests need and a hall must not have (main/arguments.ts).
      if (forTest) writeFileSync(join(appOutDir, 'resources', 'test-package'), '');
    },
  };
}
