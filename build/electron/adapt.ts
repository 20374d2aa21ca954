/**
 * Turns an Electron that was built into another product back into a plain one that runs any app
 * folder. Whoever changes what it does raises `RECIPE` in registry.ts.
 */
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { packAsar } from './asar.ts';

const DEFAULT_APP = fileURLToPath(new URL('./default-app/', import.meta.url));

/**
 * Adapts an unpacked runtime in place.
 *
 * @param folder     what was unpacked
 * @param executable the executable's name in it
 * @param version    Electron's version, written to the file `version` that official builds have
 */
export async function adaptRuntime(folder: string, executable: string, version: string): Promise<void> {
  const binary = join(folder, 'electron');
  renameSync(join(folder, executable), binary);
  // The other product's own start snapshot; the fuse below makes Electron use its normal one.
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  rmSync(join(folder, 'resources', 'app-update.yml'), { force: true });
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright and debuggers start the app with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'resources', 'default_app.asar'), packAsar(readDefaultApp()));
  makeReadableForAll(folder);
}

function readDefaultApp(): Map<string, Buffer> {
  return new Map(readdirSync(DEFAULT_APP).map((name) => [name, readFileSync(join(DEFAULT_APP, name))]));
}

/** The kiosk runs as an ordinary user even when root prepared it, whatever root's umask is. */
function makeReadableForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadableForAll(path);
    else chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
