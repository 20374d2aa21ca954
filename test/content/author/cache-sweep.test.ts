/** The cache does not grow for ever, and keeps what is in use. */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../content/author/cache.ts';
import { sweepCache } from '../../../content/author/cache-sweep.ts';
import { tempFolder } from '../../helpers/folder.ts';

function filesBelow(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe('sweepCache', () => {
  it('removes what nobody used for two months, once a day', () => {
    const folder = tempFolder();
    const cache = openCache(folder, Date.now);
    cache.keep('pictures', 'old', 1);
    cache.keep('pictures', 'new', 2);
    const nowMs = Date.now();
    const [old] = filesBelow(folder).filter((path) => readFileSync(path, 'utf8').endsWith('\n1'));
    const longAgo = new Date(nowMs - 61 * 86_400_000);
    utimesSync(old ?? '', longAgo, longAgo);
    expect(sweepCache(folder, nowMs)).toBe(1);
    expect([cache.recall('pictures', 'old'), cache.recall('pictures', 'new')]).toEqual([undefined, 2]);
    expect(sweepCache(folder, nowMs + 1000)).toBe(0);
  });

  it('keeps what is in use, however old', () => {
    const folder = tempFolder();
    const cache = openCache(folder, Date.now);
    cache.keep('pictures', 'old', 1);
    const longAgo = new Date(Date.now() - 61 * 86_400_000);
    for (const path of filesBelow(folder)) utimesSync(path, longAgo, longAgo);
    expect(cache.recall('pictures', 'old')).toBe(1);
    expect(sweepCache(folder, Date.now())).toBe(0);
  });

  it('is content with a cache that is not there', () => {
    const folder = join(tempFolder(), 'none');
    expect(sweepCache(folder, Date.now())).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
