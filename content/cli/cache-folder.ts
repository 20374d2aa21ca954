/** Where what was made before is kept, per user, so that an unchanged picture or pack costs nothing. */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What decides the place; passed in, so that a test can be anybody. */
export type Owner = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
};

export const THIS_OWNER = (): Owner => ({ env: process.env, platform: process.platform, home: homedir() });

/**
 * @param chosen folder that somebody asked for, or undefined
 * @returns      absolute path of a folder that can be written; a new temporary one where there is none
 */
export function cacheFolder(chosen: string | undefined, owner: Owner): string {
  const folder = chosen ?? usualFolder(owner);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'renkei-cache-'));
  }
}

/** `RENKEI_CACHE` overrides everything; else the place that the system has for such things. */
export function usualFolder({ env, platform, home }: Owner): string {
  const own = (...parts: string[]): string => join(...parts, 'content');
  if (env['RENKEI_CACHE']) return own(env['RENKEI_CACHE']);
  if (env['XDG_CACHE_HOME']) return own(env['XDG_CACHE_HOME'], 'renkei-kiosk');
  if (platform === 'darwin') return own(home, 'Library', 'Caches', 'renkei-kiosk');
  if (platform === 'win32') return own(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'renkei-kiosk');
  return own(home, '.cache', 'renkei-kiosk');
}
