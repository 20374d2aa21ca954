import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { rollback } from '../../../content/sync/rollback.ts';
import { plan } from '../../../content/sync/sync.ts';
import { BASE, clockAt, makeWorld, picture, QUICK, sha256, shown, type World } from './helpers/world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const PHOTO = picture('photo');
const OTHER = picture('other', 70_000);
const EXHIBITION = { id: 'exhibition-a', kind: 'exhibition', version: 1, blobs: [PHOTO, OTHER] } as const;

describe('sync from a folder', () => {
  it('makes an empty data folder show the signed set, with every picture in place', async () => {
    await world.release([BASE, EXHIBITION]);
    const outcome = await world.sync();
    expect(outcome).toMatchObject({ ok: true, state: 'updated', warnings: [] });
    expect(shown(world.data)).toEqual(['base 1', 'exhibition-a 1']);
    for (const bytes of [PHOTO, OTHER]) {
      expect(readFileSync(join(world.data, blobPath(sha256(bytes))))).toEqual(bytes);
    }
    expect(readdirSync(join(world.data, 'staging'))).toEqual([]);
  });

  it('does nothing when nothing is new', async () => {
    await world.release([BASE]);
    await world.sync();
    expect(await world.sync()).toMatchObject({ ok: true, state: 'unchanged', bytes: 0, changes: [] });
  });

  it('moves only what changed, and keeps the set before', async () => {
    await world.release([BASE, EXHIBITION]);
    await world.sync();
    const more = picture('more', 3_000);
    await world.release([{ ...EXHIBITION, version: 2, blobs: [PHOTO, OTHER, more] }]);
    const outcome = await world.sync();
    expect(outcome).toMatchObject({
      ok: true,
      state: 'updated',
      changes: [{ packId: 'exhibition-a', title: 'exhibition-aのパック', from: 1, to: 2 }],
    });
    const pack = JSON.parse(readFileSync(join(world.data, 'library.json'), 'utf8')).packs[1];
    expect(outcome.ok && outcome.bytes).toBe(pack.sizeBytes + more.length);
    const before = JSON.parse(readFileSync(join(world.data, 'library.previous.json'), 'utf8')).packs;
    expect(before.map((one: { version: number }) => one.version)).toEqual([1, 1]);
  });

  it('clears away what neither the set nor the one before needs', async () => {
    await world.release([BASE, EXHIBITION]);
    await world.sync();
    await world.release([{ ...EXHIBITION, version: 2, blobs: [OTHER] }]);
    await world.sync();
    expect(existsSync(join(world.data, blobPath(sha256(PHOTO))))).toBe(true);
    await world.release([{ ...EXHIBITION, version: 3, blobs: [OTHER], words: 'x' }]);
    await world.sync();
    expect(existsSync(join(world.data, blobPath(sha256(PHOTO))))).toBe(false);
    expect(existsSync(join(world.data, blobPath(sha256(OTHER))))).toBe(true);
    expect(readdirSync(join(world.data, 'packs', 'exhibition-a'))).toHaveLength(2);
    expect(readdirSync(join(world.data, 'trust', 'proofs'))).toHaveLength(2);
  });

  it('carries a notice in its own FORMAT beside the others, and back with the set', async () => {
    await world.release([BASE]);
    await world.sync();
    await world.release([{ id: 'rain', kind: 'notice', version: 1 }]);
    expect(await world.sync()).toMatchObject({ ok: true, state: 'updated', changes: [{ packId: 'rain' }] });
    expect(shown(world.data)).toEqual(['base 1', 'rain 1']);
    expect(rollback(world.data, clockAt())).toMatchObject({ ok: true });
    expect(shown(world.data)).toEqual(['base 1']);
  });

  it('takes a withdrawn pack off the screen', async () => {
    await world.release([BASE, EXHIBITION]);
    await world.sync();
    const { publish } = await import('../../../content/publish/publish.ts');
    const { PHRASE, NOW } = await import('./helpers/world.ts');
    const remove = ['exhibition-a' as never];
    await publish({ ...world, builds: [], remove, nowMs: NOW, ask: async () => PHRASE });
    expect(await world.sync()).toMatchObject({ state: 'updated', changes: [{ from: 1, to: null }] });
    expect(shown(world.data)).toEqual(['base 1']);
  });

  it('mends files that have gone from the active set', async () => {
    await world.release([BASE, EXHIBITION]);
    await world.sync();
    const entry = JSON.parse(readFileSync(join(world.data, 'library.json'), 'utf8')).packs[1];
    const { rmSync } = await import('node:fs');
    rmSync(join(world.data, 'packs', 'exhibition-a'), { recursive: true });
    expect(shown(world.data)).toEqual(['base 1', 'fault pack-missing']);
    expect(await world.sync()).toMatchObject({ ok: true, state: 'mended', bytes: entry.sizeBytes });
    expect(shown(world.data)).toEqual(['base 1', 'exhibition-a 1']);
  });

  it('says beforehand what would come, and takes nothing', async () => {
    await world.release([BASE, EXHIBITION]);
    const seen = await plan({
      dataDir: world.data,
      source: fromFolder(world.repo),
      clock: clockAt(),
      limits: QUICK,
      root: world.root,
    });
    expect(seen).toMatchObject({ ok: true, state: 'updated', mediaBytesAtMost: PHOTO.length + OTHER.length });
    expect(existsSync(join(world.data, 'library.json'))).toBe(false);
  });

  it('tells progress up to the last byte', async () => {
    await world.release([BASE, EXHIBITION]);
    const told: { stage: string; bytesDone: number; bytesTotal: number; filesDone: number }[] = [];
    await world.sync({ onProgress: (progress) => told.push(progress) });
    const media = told.filter((one) => one.stage === 'media').at(-1);
    expect(media).toMatchObject({ bytesDone: PHOTO.length + OTHER.length, filesDone: 2 });
    expect([...new Set(told.map((one) => one.stage))]).toEqual(['checking', 'packs', 'media', 'activating']);
  });
});
