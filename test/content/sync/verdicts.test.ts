/**
 * A pack is looked through once and not again at each sync. What spares that work must never let through what
 * was not looked through, nor bytes that changed since.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packInRepository } from '../../../content/pack/target.ts';
import type { PackId } from '../../../content/pack/types.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { verdictsName } from '../../../content/store/open.ts';
import { seal } from '../../../content/sync/sealed.ts';
import { openTrust } from '../../../content/sync/trust.ts';
import { verify } from '../../../content/sync/verify.ts';
import {
  expectRecovery,
  expectRefusedSafely,
  NEW,
  onStage,
  type Scene,
  spoilPack,
  sql,
} from './helpers/stage.ts';
import { clockAt, put, QUICK, shown } from './helpers/world.ts';

let scene: Scene;
onStage((opened) => {
  scene = opened;
});

const packsOf = (name: string): readonly { readonly packId: string; readonly sha256: string }[] =>
  JSON.parse(readFileSync(join(scene.data, name), 'utf8')).packs;
const kept = (): readonly string[] => [...openTrust(scene.data).verdicts(verdictsName())];

/** A release whose exhibition no screen could show, and what would let it in. */
async function releaseOutOfBounds(): Promise<{ readonly name: string; readonly hashes: readonly string[] }> {
  const tooLong = 'UPDATE pack SET version = 5; UPDATE pack_text SET title = hex(zeroblob(5000000))';
  await spoilPack(scene, sql(tooLong));
  const { document } = scene.forge.read('targets');
  return {
    name: verdictsName(),
    hashes: [document.signed.targets['packs/exhibition-a.sqlite'].hashes.sha256],
  };
}
const check = () => verify({ dataDir: scene.data, clock: clockAt(), limits: QUICK });
const file = (): string => join(scene.data, 'trust', 'verdicts.json');

it('is kept of every pack of the active set and the one before, and of no other', async () => {
  await scene.byLine();
  const both = [...packsOf('library.json'), ...packsOf('library.previous.json')].map((pack) => pack.sha256);
  expect(kept()).toEqual([...new Set(both)].sort());
  await spoilPack(scene, sql('UPDATE pack SET version = 5'));
  expect(await scene.byLine()).toMatchObject({ state: 'updated' });
  expect(kept()).toHaveLength(3);
});

it('spares the look inside, which `verify` and the look after a start take all the same', async () => {
  put(file(), seal(await releaseOutOfBounds()));
  expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
  expect(await check()).toMatchObject({
    sound: false,
    findings: [{ subject: 'exhibition-a' }],
  });
  const opened = openLibrary(scene.data);
  expect(opened.ok && opened.library.faults).toMatchObject([{ code: 'pack-out-of-bounds' }]);
});

it('given by other bounds counts for nothing', async () => {
  const { hashes } = await releaseOutOfBounds();
  put(file(), seal({ name: verdictsName().replace(/\d+/, '0'), hashes }));
  await expectRefusedSafely(scene, await scene.byLine(), 'pack-refused');
});

it('with one bit changed counts for nothing, is found by `verify` and mended by the next sync', async () => {
  put(file(), seal(await releaseOutOfBounds()).replace('bounds', 'bouods'));
  const findings = [{ subject: 'trust/verdicts.json', code: 'metadata-damaged' }];
  expect(await check()).toMatchObject({ sound: false, findings });
  await expectRefusedSafely(scene, await scene.byLine(), 'pack-refused');
  await expectRecovery(scene);
  expect(await check()).toMatchObject({ sound: true });
  put(file(), readFileSync(file(), 'utf8').slice(0, -9));
  expect(await check()).toMatchObject({ sound: false, findings });
  expect(await scene.byLine()).toMatchObject({ ok: true, state: 'unchanged' });
  expect(await check()).toMatchObject({ sound: true });
});

it('never spares the bytes: a pack that rotted since comes anew', async () => {
  await scene.byLine();
  const [pack] = packsOf('library.json').filter(({ packId }) => packId === 'base');
  const path = join(scene.data, `packs/base/4-${pack?.sha256}.sqlite`);
  const bytes = readFileSync(path);
  bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  await spoilPack(scene, sql('UPDATE pack SET version = 5'));
  expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
  expect(shown(scene.data)).toEqual([NEW[0], 'exhibition-a 5']);
  const right = readFileSync(join(scene.repo, packInRepository('base' as PackId, pack?.sha256 ?? '')));
  expect(readFileSync(path).equals(right)).toBe(true);
});
