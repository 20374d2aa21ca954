import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  locateRuntime,
  obtainRuntime,
  type RuntimeSearch,
  refuseForRelease,
} from '../../../build/electron/runtime.ts';
import { quiet } from '../../../build/setup/say.ts';
import { FAKE_BINARY, type FakeRegistry, startRegistry } from './helpers/fake-registry.ts';

let folder: string;
let registry: FakeRegistry;
let search: RuntimeSearch;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-'));
  for (const name of ['server', 'cache', 'repo/node_modules/electron'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'repo/package.json'), '{}');
  writeFileSync(join(folder, 'repo/node_modules/electron/package.json'), '{"version":"45.4.1"}');
  registry = await startRegistry(join(folder, 'server'));
  search = {
    root: join(folder, 'repo'),
    cache: join(folder, 'cache'),
    platform: 'linux-x64',
    env: registry.env,
    say: quiet,
    pinned: registry.pinned,
    // Longer than it takes a busy machine to start the downloader.
    officialLimits: { stallMs: 3000, totalMs: 20_000, rememberMs: 60_000 },
  };
});
afterEach(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

/** What the official package's downloader would do. */
function writeDownloader(script: string): void {
  writeFileSync(join(search.root, 'node_modules/electron/install.js'), script);
}
const INSTALLS = `
  const fs = require('fs'), path = require('path');
  fs.mkdirSync(path.join(__dirname, 'dist'));
  fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.4.1');
  fs.writeFileSync(path.join(__dirname, 'dist/electron'), '#!/bin/sh\\necho 45.4.1\\n', { mode: 0o755 });
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;

function writeExecutable(text: string | Buffer): string {
  const path = join(folder, 'given');
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

describe('obtainRuntime', () => {
  it('takes the path given by the user before anything else', async () => {
    writeDownloader(INSTALLS);
    const explicit = writeExecutable(FAKE_BINARY);
    expect(await obtainRuntime({ ...search, explicit })).toEqual({
      path: explicit,
      version: '33.2.1',
      source: 'explicit',
    });
  });

  it('takes the official binary when its downloader succeeds, and then needs no registry', async () => {
    writeDownloader(INSTALLS);
    const path = join(search.root, 'node_modules/electron/dist/electron');
    expect(await obtainRuntime(search)).toEqual({ path, version: '45.4.1', source: 'official' });
    expect(registry.asked).toEqual([]);
  });

  it('lets a slow download go on as long as bytes arrive', async () => {
    writeDownloader(`
      const fs = require('fs'), os = require('os'), path = require('path');
      const part = path.join(os.tmpdir(), 'part');
      const timer = setInterval(() => fs.appendFileSync(part, 'x'.repeat(1000)), 100);
      setTimeout(() => { clearInterval(timer); ${INSTALLS} }, 4500);`);
    expect((await obtainRuntime(search)).source).toBe('official');
  });

  it('falls back to the registry when the official download fails', async () => {
    writeDownloader('console.error("getaddrinfo ENOTFOUND"); process.exit(1);');
    expect((await obtainRuntime(search)).source).toBe('registry');
  });

  it('falls back when nothing arrives, and leaves no half download', async () => {
    writeDownloader('setInterval(() => {}, 1000);');
    expect((await obtainRuntime(search)).source).toBe('registry');
    expect(readdirSync(search.cache).filter((name) => !/^electron-|\.failed$/.test(name))).toEqual([]);
  });

  it('does not try the official download again the same day', async () => {
    writeDownloader('process.exit(1);');
    await obtainRuntime(search);
    writeDownloader(INSTALLS);
    expect((await obtainRuntime(search)).source).toBe('registry');
    const otherMirror = { ...search.env, ELECTRON_MIRROR: 'http://mirror.example.invalid/' };
    expect((await obtainRuntime({ ...search, env: otherMirror })).source).toBe('official');
  });

  it('names the machine it has nothing for', async () => {
    writeDownloader('process.exit(1);');
    const asking = obtainRuntime({ ...search, platform: 'darwin-arm64' });
    await expect(asking).rejects.toMatchObject({ code: 'runtime-platform' });
  });
});

describe('locateRuntime', () => {
  it('finds nothing on a fresh machine, and asks nobody', () => {
    expect(locateRuntime(search)).toBeNull();
    expect(registry.asked).toEqual([]);
  });

  it('finds what was obtained before', async () => {
    writeDownloader('process.exit(1);');
    const runtime = await obtainRuntime(search);
    registry.asked.length = 0;
    expect(locateRuntime(search)).toEqual(runtime);
    expect(registry.asked).toEqual([]);
  });

  it('refuses a given path where nothing is', () => {
    expect(() => locateRuntime({ ...search, explicit: join(folder, 'nothing') })).toThrow(
      expect.objectContaining({ code: 'runtime-missing' }),
    );
  });

  it('refuses a given file that is no Electron', () => {
    const explicit = writeExecutable('#!/bin/sh\nexit 3\n');
    expect(() => locateRuntime({ ...search, explicit })).toThrow(
      expect.objectContaining({ code: 'runtime-silent' }),
    );
  });

  it('accepts a given Electron whose libraries are still to be installed', () => {
    const explicit = writeExecutable(
      '#!/bin/sh\necho "x: error while loading shared libraries: libgtk-3.so.0" >&2\nexit 127\n',
    );
    expect(locateRuntime({ ...search, explicit })?.version).toBe('unknown');
  });

  it('does not take a half-installed official binary', () => {
    mkdirSync(join(search.root, 'node_modules/electron/dist'));
    writeFileSync(join(search.root, 'node_modules/electron/dist/version'), '45.4.1');
    writeFileSync(join(search.root, 'node_modules/electron/dist/electron'), '');
    expect(locateRuntime(search)).toBeNull();
  });
});

describe('refuseForRelease', () => {
  it('refuses the runtime out of the registry', () => {
    expect(() => refuseForRelease({ path: '/x', version: '33.2.1', source: 'registry' })).toThrow(
      expect.objectContaining({ code: 'runtime-release' }),
    );
  });
  for (const source of ['official', 'explicit'] as const) {
    it(`lets the ${source} one pass`, () => {
      expect(() => refuseForRelease({ path: '/x', version: '45.4.1', source })).not.toThrow();
    });
  }
});
