/** A release goes onto a stick, whole or not at all, and a kiosk takes it from there. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { prune } from '../../../content/publish/prune.ts';
import { type StickOptions, writeStick } from '../../../content/publish/stick.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { renkeiLines } from '../../helpers/renkei.ts';
import { BASE, makeWorld, NOW, picture, put, sha256, shown, type World } from '../sync/helpers/world.ts';

let world: World;
let stick: string;
const [OLD, KEPT, BIG] = [picture('old'), picture('kept'), picture('big', 3_000_000)];

beforeEach(async () => {
  world = await makeWorld();
  stick = join(tempFolder(), 'stick');
  await world.release([
    { ...BASE, version: 1 },
    { id: 'exhibition-a', kind: 'exhibition', version: 1, blobs: [OLD, KEPT] },
  ]);
});
afterEach(() => world.remove());

const second = () =>
  world.release([
    { ...BASE, version: 2 },
    { id: 'exhibition-a', kind: 'exhibition', version: 2, blobs: [KEPT, BIG] },
  ]);

const QUIET = { begin: () => undefined, bytes: () => undefined, file: () => undefined };
const write = (more: Partial<StickOptions> = {}) =>
  writeStick({
    repo: world.repo,
    to: stick,
    report: QUIET,
    signal: new AbortController().signal,
    nowMs: NOW,
    monotonicMs: () => performance.now(),
    ...more,
  });
const byStick = () => world.sync({ source: fromFolder(stick) });
const refusal = (code: string) => expect.objectContaining({ name: 'PublishRefused', code });
const has = (bytes: Buffer, folder = stick): boolean => existsSync(join(folder, blobPath(sha256(bytes))));

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith('.work'))
    .sort();
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('writeStick', () => {
  it('carries the newest release, and a kiosk takes it', async () => {
    await second();
    expect(await write()).toMatchObject({ files: 4 });
    expect(await byStick()).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(world.data)).toEqual(['base 2', 'exhibition-a 2']);
    expect([has(OLD), has(KEPT), has(BIG)]).toEqual([false, true, true]);
  });

  it('writes only what is new the next time, and clears what is overtaken', async () => {
    await write();
    await second();
    const done = await write();
    expect(done).toMatchObject({ files: 3 });
    expect(done.cleared.files).toBeGreaterThanOrEqual(3);
    expect([has(OLD), has(KEPT), has(BIG)]).toEqual([false, true, true]);
    expect(await write()).toMatchObject({ files: 0, bytes: 0, cleared: { files: 0 } });
    expect(await byStick()).toMatchObject({ state: 'updated' });
  });

  it('believes nothing on the stick by its size: a flipped byte is mended', async () => {
    await write();
    const path = join(stick, blobPath(sha256(KEPT)));
    flip(path);
    expect(await write()).toMatchObject({ files: 1 });
    expect(readFileSync(path).equals(KEPT)).toBe(true);
  });

  it('stopped half way leaves the stick as it was for a kiosk, and goes on the next time', async () => {
    await write();
    expect(await byStick()).toMatchObject({ state: 'updated' });
    await second();
    const stop = new AbortController();
    const report = { ...QUIET, bytes: () => stop.abort(new Error('stop')) };
    await expect(write({ report, signal: stop.signal })).rejects.toThrow('stop');
    expect(await byStick()).toMatchObject({ ok: true, state: 'unchanged' });
    expect(files(stick).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await write();
    expect(await byStick()).toMatchObject({ ok: true, state: 'updated' });
  });

  it('writes timestamp.json last of all', async () => {
    await second();
    const original = join(world.repo, 'metadata', 'timestamp.json');
    rmSync(join(world.repo, blobPath(sha256(BIG))));
    await expect(write()).rejects.toThrow(refusal('repository-altered'));
    expect(existsSync(original)).toBe(true);
    expect(existsSync(join(stick, 'metadata', 'timestamp.json'))).toBe(false);
  });

  it('refuses to copy what is not what was signed: repository-altered', async () => {
    truncateSync(join(world.repo, blobPath(sha256(KEPT))), 10);
    await expect(write()).rejects.toThrow(refusal('repository-altered'));
  });

  it('refuses a stick of another project, and the repository itself: stick-foreign', async () => {
    put(join(stick, 'metadata', '1.root.json'), '{}');
    await expect(write()).rejects.toThrow(refusal('stick-foreign'));
    await expect(write({ to: world.repo })).rejects.toThrow(refusal('stick-foreign'));
    await expect(write({ to: join(world.repo, 'inside') })).rejects.toThrow(refusal('stick-foreign'));
  });

  it('refuses to put an older release over a newer one: stick-newer', async () => {
    const before = join(world.folder, 'before');
    cpSync(world.repo, before, { recursive: true });
    await second();
    await write();
    await expect(write({ repo: before })).rejects.toThrow(refusal('stick-newer'));
  });

  it('refuses before it writes where there is no room: stick-full', async ({ skip }) => {
    const small = tempFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status !== 0)
      skip('mount is not allowed here');
    try {
      await expect(write({ to: small })).rejects.toThrow(refusal('stick-full'));
      expect(files(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  it.each([
    ['a picture', () => blobPath(sha256(KEPT))],
    ['a pack', () => files(stick).find((name) => name.startsWith('targets')) ?? ''],
  ])(
    'reads all of it back before it is a release, and names %s that came out otherwise: stick-failing',
    async (_what, path) => {
      const begin = (stage: string): void => {
        if (stage === 'checking') flip(join(stick, path()));
      };
      const failing = expect.objectContaining({ code: 'stick-failing', subject: expect.any(String) });
      const tried = write({ report: { ...QUIET, begin } });
      await expect(tried).rejects.toThrow(failing);
      await expect(tried).rejects.toMatchObject({ subject: expect.stringMatching(/^(blobs|targets)/) });
      expect(existsSync(join(stick, 'metadata', 'timestamp.json'))).toBe(false);
      await write();
      expect(await byStick()).toMatchObject({ ok: true, state: 'updated' });
    },
  );

  it('reads back what lay there before as well: a stick that holds less than it says', async () => {
    await write();
    await second();
    const begin = (stage: string): void => {
      if (stage === 'checking') flip(join(stick, blobPath(sha256(KEPT))));
    };
    await expect(write({ report: { ...QUIET, begin } })).rejects.toThrow(refusal('stick-failing'));
    expect(has(KEPT)).toBe(false);
  });

  it('leaves the halls’ receipts and other people’s files where they are', async () => {
    put(join(stick, 'renkei-receipts', 'hall.json'), '{}');
    put(join(stick, 'photos', 'a.jpg'), 'x');
    put(join(stick, 'blobs', 'notes.txt'), 'x');
    await write();
    expect(files(stick)).toEqual(
      expect.arrayContaining(['renkei-receipts/hall.json', 'photos/a.jpg', 'blobs/notes.txt']),
    );
  });
});

describe('prune', () => {
  const pruned = (keep: number, dryRun = false) => prune({ repo: world.repo, keep, dryRun, nowMs: NOW });

  it('keeps the releases asked for, whole, and removes what only older ones need', async () => {
    await second();
    expect(pruned(2).files).toBe(0);
    const before = files(world.repo);
    const would = pruned(1, true);
    expect(files(world.repo)).toEqual(before);
    expect(pruned(1)).toEqual(would);
    expect(would.files).toBe(before.length - files(world.repo).length);
    expect([has(OLD, world.repo), has(KEPT, world.repo)]).toEqual([false, true]);
    expect(await world.sync()).toMatchObject({ ok: true, state: 'updated' });
    expect(readdirSync(join(world.repo, 'metadata'))).toEqual(
      expect.arrayContaining(['1.root.json', '2.snapshot.json', 'timestamp.json']),
    );
  });

  it('leaves publishing and old kiosks unharmed', async () => {
    await world.sync();
    await second();
    pruned(1);
    await world.release([{ ...BASE, version: 3 }]);
    expect(await world.sync()).toMatchObject({ ok: true, state: 'updated' });
  });

  it('keeps the numbers of broken attempts, so that they are not used again', () => {
    put(join(world.repo, 'metadata', '7.targets.json'), 'broken off');
    pruned(1);
    expect(existsSync(join(world.repo, 'metadata', '7.targets.json'))).toBe(true);
  });

  it('touches nothing in a folder that is no repository, or one whose release is not whole', async () => {
    expect(() => prune({ repo: tempFolder(), keep: 1, dryRun: false, nowMs: NOW })).toThrow(
      refusal('repository-without-keys'),
    );
    const [pack = ''] = readdirSync(join(world.repo, 'targets', 'packs'));
    truncateSync(join(world.repo, 'targets', 'packs', pack), 100);
    expect(() => pruned(1)).toThrow(refusal('repository-altered'));
    expect(has(OLD, world.repo)).toBe(true);
  });
});

describe('renkei stick and renkei prune', () => {
  const renkei = (...argv: readonly string[]) => renkeiLines(argv);

  it('say what they did', async () => {
    const written = await renkei('stick', world.repo, stick);
    expect(written.code).toBe(0);
    expect(written.out.join('\n')).toMatch(
      /4件 .*秒で書きました（毎秒.*）。\n書いたものをすべて読みなおし、確かめました/,
    );
    for (const stage of ['画像と動画', 'パック', '読みなおし'])
      expect(written.err.some((line) => line.startsWith(stage))).toBe(true);
    expect((await renkei('stick', world.repo, stick)).out[0]).toBe('USBメモリの中身はもう最新です。');
    expect((await renkei('prune', world.repo)).out).toEqual(['消したもの: 0件 0KB（残した公開: 1回分）']);
  });

  it('say why not', async () => {
    expect(await renkei('stick', world.repo, world.repo)).toMatchObject({
      code: 1,
      err: [expect.stringContaining('配信フォルダそのもの'), expect.stringContaining('stick-foreign')],
    });
    expect((await renkei('prune', world.repo, '--keep', '0')).code).toBe(2);
  });
});
