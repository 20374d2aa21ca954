import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, type Owner } from '../../../build/electron/cache.ts';

describe('cacheFolder', () => {
  let folder: string;
  let owner: Owner;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
    owner = { env: {}, platform: 'linux', uid: 1000, home: join(folder, 'home'), systemCache: folder };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is in the user’s cache and is made', () => {
    const found = cacheFolder(owner);
    expect(found).toBe(join(folder, 'home/.cache/renkei-kiosk'));
    expect(existsSync(found)).toBe(true);
  });
  it('follows XDG_CACHE_HOME', () => {
    const env = { XDG_CACHE_HOME: join(folder, 'xdg') };
    expect(cacheFolder({ ...owner, env })).toBe(join(folder, 'xdg/renkei-kiosk'));
  });
  it('is where others can read it when root prepares it', () => {
    expect(cacheFolder({ ...owner, uid: 0 })).toBe(join(folder, 'renkei-kiosk'));
  });
  it('is in root’s home when there is no system cache to write to', () => {
    const systemCache = join(folder, 'nothing');
    expect(cacheFolder({ ...owner, uid: 0, systemCache })).toBe(join(folder, 'home/.cache/renkei-kiosk'));
  });
  it('is what RENKEI_CACHE says, before all else', () => {
    const env = { RENKEI_CACHE: join(folder, 'mine'), XDG_CACHE_HOME: join(folder, 'xdg') };
    expect(cacheFolder({ ...owner, uid: 0, env })).toBe(join(folder, 'mine'));
  });
  it('follows the customs of macOS and Windows', () => {
    expect(cacheFolder({ ...owner, platform: 'darwin' })).toBe(
      join(folder, 'home/Library/Caches/renkei-kiosk'),
    );
    const env = { LOCALAPPDATA: join(folder, 'local') };
    expect(cacheFolder({ ...owner, platform: 'win32', uid: undefined, env })).toBe(
      join(folder, 'local/renkei-kiosk'),
    );
  });
});
