/** Where runtimes are kept, so that several clones of the repository share one. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'renkei-kiosk';
/** Root's own home is closed to others, and the kiosk runs as an ordinary user. */
const SYSTEM_CACHE = '/var/cache';

export type Owner = {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** undefined on Windows */
  readonly uid: number | undefined;
  readonly home: string;
  readonly systemCache: string;
};

export function thisOwner(): Owner {
  return {
    env: process.env,
    platform: process.platform,
    uid: process.getuid?.(),
    home: homedir(),
    systemCache: SYSTEM_CACHE,
  };
}

/** Our folder in the cache; made when it is missing. `RENKEI_CACHE` overrides everything. */
export function cacheFolder(owner: Owner): string {
  const folder = chooseFolder(owner);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function chooseFolder({ env, platform, uid, home, systemCache }: Owner): string {
  if (env['RENKEI_CACHE']) return env['RENKEI_CACHE'];
  if (uid === 0 && isWritable(systemCache)) return join(systemCache, NAME);
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', NAME);
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), NAME);
  return join(home, '.cache', NAME);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
