import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { readSets } from '../../../content/sync/sets.ts';
import { type VerifyOptions, verify } from '../../../content/sync/verify.ts';
import { BIG, NEW, onStage, type Scene } from './helpers/stage.ts';
import { clockAt, QUICK, sha256, shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
  await scene.byStick();
});

const check = (more: Partial<VerifyOptions> = {}) =>
  verify({ dataDir: scene.data, clock: clockAt(), limits: QUICK, ...more });
const heal = () => check({ source: fromFolder(scene.repo) });

/** Every file that must be as signed, packs and media of both sets. */
function files(folder = scene.data): string[] {
  return ['packs', 'blobs'].flatMap((name) => walk(join(folder, name)));
}
function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}
function flip(path: string, bit: number): void {
  const bytes = readFileSync(path);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
}

describe('verify', () => {
  it('finds everything as signed, in the active set and the one before', async () => {
    expect(await check()).toMatchObject({ ok: true, sound: true, findings: [], files: files().length });
  });

  it('finds every flipped bit, wherever it is, and mends it from a source', async () => {
    const count = process.env['RENKEI_LONG'] === '1' ? 1_000 : 24;
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let i = 0; i < count; i += 1) {
      const all = files();
      const path = all[random(all.length)] ?? '';
      flip(path, random(statSync(path).size * 8));
      expect(await check()).toMatchObject({ ok: true, sound: false });
      expect(await heal()).toMatchObject({ ok: true, sound: true, findings: [{ healed: true }] });
      expect(await check()).toMatchObject({ ok: true, sound: true, findings: [] });
    }
  });

  it('finds what is missing and brings it back', async () => {
    rmSync(join(scene.data, blobPath(sha256(BIG))));
    rmSync(join(scene.data, 'packs', 'base'), { recursive: true });
    expect(await check()).toMatchObject({ ok: true, sound: false });
    expect(await heal()).toMatchObject({ ok: true, sound: true });
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('is not healed by a source that has other bytes', async () => {
    flip(join(scene.data, blobPath(sha256(BIG))), 99);
    writeFileSync(join(scene.repo, blobPath(sha256(BIG))), Buffer.alloc(BIG.length));
    expect(await heal()).toMatchObject({ ok: true, sound: false, findings: [{ healed: false }] });
  });

  it('does not believe a library.json that somebody rewrote together with a pack', async () => {
    const path = join(scene.data, 'library.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    const [base] = manifest.packs;
    const file = join(scene.data, `packs/base/${base.version}-${base.sha256}.sqlite`);
    const bytes = readFileSync(file);
    bytes.write('x', bytes.length - 10);
    base.sha256 = sha256(bytes);
    writeFileSync(join(scene.data, `packs/base/${base.version}-${base.sha256}.sqlite`), bytes);
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
    expect(await check()).toMatchObject({ ok: true, sound: false, findings: [{ code: 'not-signed' }] });
  });

  it('does not believe a proof that somebody rewrote', async () => {
    const folder = join(scene.data, 'trust', 'proofs');
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('exhibition-a', 'exhibition-b'));
    }
    expect(await check()).toMatchObject({ sound: false });
  });

  it('says of content that was only built that nobody signed it', async () => {
    rmSync(join(scene.data, 'trust'), { recursive: true });
    expect(await check()).toMatchObject({ sound: false, findings: [{ code: 'not-signed', subject: '' }] });
  });
});

describe('readSets', () => {
  it('tells both sets with the titles that were signed', async () => {
    const sets = await readSets(scene.data);
    expect(sets.current?.map((pack) => [pack.packId, pack.version, pack.signed?.title])).toEqual([
      ['base', 4, 'baseのパック'],
      ['exhibition-a', 4, 'exhibition-aのパック'],
    ]);
    expect(sets.previous?.map((pack) => pack.version)).toEqual([3, 3]);
  });
});
