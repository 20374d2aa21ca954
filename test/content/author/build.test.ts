/** What a build promises: the same bytes everywhere, and never anything but the old set or the new one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, check } from '../../../content/author/build.ts';
import { LIBRARY_FILE, packPath } from '../../../content/pack/library.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { type ChildOptions, ended, startBuild } from '../../helpers/child.ts';
import { tempFolder } from '../../helpers/folder.ts';
import {
  buildData,
  buildDefault,
  buildInto,
  openGood,
  readManifest,
  SMALL_GAZETTEER,
} from '../../helpers/library.ts';
import { exhibitionPack, SMALL, t, writeSource } from '../../helpers/source.ts';

const CHANGED = {
  ...SMALL,
  ...exhibitionPack('show', { title: t('あたらしい展示', 'New') }),
  ...exhibitionPack('more'),
};

/** The bytes of `library.json`: they name the hash of every pack. */
function libraryText(dataDir: string): string {
  return readFileSync(join(dataDir, LIBRARY_FILE), 'utf8');
}

function childBuild(source: string, out: string, dieAt?: number, options?: ChildOptions) {
  const wanted = { source, gazetteer: SMALL_GAZETTEER, out };
  return startBuild(dieAt === undefined ? wanted : { ...wanted, dieAt }, options);
}

/** Files below a folder, as relative paths. */
function filesOf(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

describe('build', () => {
  it('makes exactly library.json and the packs it names, base first', () => {
    const dataDir = buildData(writeSource(SMALL));
    const { packs } = readManifest(dataDir);
    expect(packs.map((pack) => [pack.packId, pack.kind])).toEqual([
      ['base', 'base'],
      ['news-1', 'newsletter'],
      ['show', 'exhibition'],
    ]);
    expect([...filesOf(dataDir)].sort()).toEqual([LIBRARY_FILE, ...packs.map(packPath)].sort());
  });

  it('tells its progress from nothing to all', () => {
    const steps: string[] = [];
    const checked = check(writeSource(SMALL), SMALL_GAZETTEER);
    build(checked, tempFolder(), ({ done, total, packId }) => steps.push(`${done}/${total} ${packId}`));
    expect(steps).toEqual(['0/3 base', '1/3 news-1', '2/3 show', '3/3 ']);
  });

  it('makes data folders that do not exist yet', () => {
    const out = join(tempFolder(), 'a', 'b');
    buildInto(writeSource(SMALL), out);
    expect(openLibrary(out).ok).toBe(true);
  });

  it('replaces a pack whose file was damaged', () => {
    const source = writeSource(SMALL);
    const out = buildData(source);
    const [base] = readManifest(out).packs;
    if (base) writeFileSync(join(out, packPath(base)), 'rubbish');
    expect(openLibrary(out).ok).toBe(false);
    buildInto(source, out);
    expect(openLibrary(out).ok).toBe(true);
  });
});

describe('the same source', { timeout: 30_000 }, () => {
  it('gives the same bytes from another folder, another working folder, time zone and language', async () => {
    const here = buildData(writeSource(CHANGED));
    const there = tempFolder();
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const done = await ended(childBuild(writeSource(CHANGED), there, undefined, { cwd: tempFolder(), env }));
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(libraryText(there)).toBe(libraryText(here));
  });

  it('gives the same bytes of our default content every time', () => {
    const first = buildDefault();
    expect(libraryText(buildDefault())).toBe(libraryText(first));
    expect(openGood(first).faults).toEqual([]);
  });

  it('gives the same bytes whatever was in the data folder before', () => {
    const out = buildData(writeSource(SMALL));
    buildInto(writeSource(CHANGED), out);
    expect(libraryText(out)).toBe(libraryText(buildData(writeSource(CHANGED))));
  });
});

describe('a build that does not finish', { timeout: 30_000 }, () => {
  const before = buildData(writeSource(SMALL));
  const old = libraryText(before);
  const changed = writeSource(CHANGED);
  const fresh = libraryText(buildData(changed));

  it('leaves the old set as it was and cleans up when it fails', () => {
    const fail = ({ done }: { readonly done: number }): void => {
      if (done === 2) throw new Error('no more');
    };
    expect(() => build(check(changed, SMALL_GAZETTEER), before, fail)).toThrow('no more');
    expect(libraryText(before)).toBe(old);
    expect(openLibrary(before).ok).toBe(true);
    expect(readdirSync(join(before, 'staging'))).toEqual([]);
  });

  it('leaves the old set as it was when the data folder cannot be written', () => {
    const out = join(tempFolder(), 'file');
    writeFileSync(out, 'not a folder');
    expect(() => build(check(changed, SMALL_GAZETTEER), out)).toThrow();
    expect(readFileSync(out, 'utf8')).toBe('not a folder');
  });

  it.each([0, 2, 3])('leaves the old set when it is killed with %i packs done', async (done) => {
    const out = buildData(writeSource(SMALL));
    expect(await ended(childBuild(changed, out, done))).toMatchObject({ signal: 'SIGKILL' });
    expect(libraryText(out)).toBe(old);
    expect(openGood(out).faults).toEqual([]);
  });

  it('leaves the new set when it is killed after the last step', async () => {
    const out = buildData(writeSource(SMALL));
    expect(await ended(childBuild(changed, out, 4))).toMatchObject({ signal: 'SIGKILL' });
    expect(libraryText(out)).toBe(fresh);
    expect(openGood(out).faults).toEqual([]);
  });

  it('leaves the old set or the new one, whole, when it is killed at any moment', async () => {
    const out = buildData(writeSource(SMALL));
    const killAfter = async (ms: number): Promise<void> => {
      const child = childBuild(changed, out);
      child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
      await ended(child);
      expect([old, fresh]).toContain(libraryText(out));
      const opened = openLibrary(out);
      expect(opened.ok && opened.library.faults).toEqual([]);
      if (opened.ok) opened.library.close();
    };
    // Several builds into one folder at once is the worst that impatient hands can do.
    const delays = Array.from({ length: 4 }, () => Math.random() * 150);
    const lanes = Math.min(2, cpus().length);
    await Promise.all(
      Array.from({ length: lanes }, async (_none, lane) => {
        for (const ms of delays.filter((_ms, i) => i % lanes === lane)) await killAfter(ms);
      }),
    );
  });

  it('leaves a stump that the next build clears away', async () => {
    const out = buildData(writeSource(SMALL));
    await ended(childBuild(changed, out, 1));
    expect(readdirSync(join(out, 'staging'))).toHaveLength(1);
    mkdirSync(join(out, 'staging', 'of-somebody-else'));
    buildInto(changed, out);
    expect(readdirSync(join(out, 'staging'))).toEqual(['of-somebody-else']);
    expect(existsSync(join(out, LIBRARY_FILE))).toBe(true);
  });
});
