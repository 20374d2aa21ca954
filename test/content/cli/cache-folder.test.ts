/** Where the cache lies on each system, and what happens where it may not. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, usualFolder } from '../../../content/cli/cache-folder.ts';
import { tempFolder } from '../../helpers/folder.ts';

const owner = (platform: string, env: Record<string, string> = {}): Parameters<typeof usualFolder>[0] => ({
  platform,
  env,
  home: join('/home', 'a'),
});

describe('cacheFolder', () => {
  it('follows the manners of each system', () => {
    expect(usualFolder(owner('linux'))).toBe(join('/home', 'a', '.cache', 'renkei-kiosk', 'content'));
    expect(usualFolder(owner('linux', { XDG_CACHE_HOME: '/x' }))).toBe(join('/x', 'renkei-kiosk', 'content'));
    expect(usualFolder(owner('darwin'))).toContain(join('Library', 'Caches'));
    expect(usualFolder(owner('win32', { LOCALAPPDATA: 'L' }))).toBe(join('L', 'renkei-kiosk', 'content'));
    expect(usualFolder(owner('win32'))).toContain(join('AppData', 'Local'));
    expect(usualFolder(owner('linux', { RENKEI_CACHE: '/own' }))).toBe(join('/own', 'content'));
  });

  it('makes the folder that was asked for', () => {
    const folder = join(tempFolder(), 'a', 'b');
    expect(cacheFolder(folder, owner('linux'))).toBe(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('is a new temporary folder where it cannot be made: work goes on, only slower', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const folder = cacheFolder(join(file, 'x'), owner('linux'));
    expect(folder).not.toContain(file);
    expect(existsSync(folder)).toBe(true);
  });
});
