/** The content a kiosk shows, over real data folders and real syncs. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLibrary, packPath, parseLibrary } from '../../content/pack/library.ts';
import { openLibrary, openLibrarySoon } from '../../content/store/library.ts';
import { rollback } from '../../content/sync/rollback.ts';
import { type Content, makeContent } from '../../main/content.ts';
import { BIG, NEW, OLD, onStage, type Scene, SMALL } from '../content/sync/helpers/stage.ts';
import { clockAt, NOW, sha256 } from '../content/sync/helpers/world.ts';

let scene: Scene;
let content: Content;
onStage((opened) => {
  scene = opened;
  content = contentOf(scene.data);
});

/** A pack whose last page is rubbish, named by the hash of exactly that rubbish. */
function tearPack(dataDir: string, packId: string): void {
  const list = join(dataDir, 'library.json');
  const manifest = parseLibrary(readFileSync(list, 'utf8'));
  const packs = (manifest?.packs ?? []).map((entry) => {
    if (entry.packId !== packId) return entry;
    const bytes = readFileSync(join(dataDir, packPath(entry)));
    bytes.fill(0xff, bytes.length - 4096);
    const torn = { ...entry, sha256: sha256(bytes) };
    writeFileSync(join(dataDir, packPath(torn)), bytes);
    return torn;
  });
  writeFileSync(list, formatLibrary({ packs }));
}

const contentOf = (first: string, ...more: readonly string[]): Content =>
  makeContent([first, ...more], async (folder) => openLibrary(folder));

function packs(): readonly string[] {
  const opened = content.opened();
  if (!opened.ok) return opened.faults.map((fault) => fault.code);
  return opened.library
    .all<{ id: string; version: number }>('SELECT pack_id AS id, version FROM pack')
    .map(({ id, version }) => `${id} ${version}`);
}

describe('the content shown', () => {
  it('changes only when another set is active on the disk', async () => {
    expect(await content.look()).toBe(true);
    expect(packs()).toEqual(OLD);
    expect(await content.look()).toBe(false);
    await scene.byStick();
    expect(packs()).toEqual(OLD);
    expect(await content.look()).toBe(true);
    expect(packs()).toEqual(NEW);
    rollback(scene.data, clockAt());
    expect(await content.look()).toBe(true);
    expect(packs()).toEqual(OLD);
  });

  it('goes on giving pictures of the set just left until told to forget', async () => {
    await scene.byStick();
    await content.look();
    rollback(scene.data, clockAt());
    await content.look();
    const picture = sha256(BIG);
    expect(content.medium(picture)).toEqual({ mime: 'image/webp', dataDir: scene.data });
    content.forget();
    expect(content.medium(picture)).toBe(null);
    expect(packs()).toEqual(OLD);
  });

  it('keeps what it shows when the disk suddenly holds nothing that opens', async () => {
    await content.look();
    writeFileSync(join(scene.data, 'library.json'), '{');
    expect(await content.look()).toBe(false);
    expect(packs()).toEqual(OLD);
  });

  it('knows the newest signature seen, also after the clock went wrong', async () => {
    await content.look();
    expect(content.newestSignedMs()).toBe(NOW);
    rmSync(join(scene.data, 'trust'), { recursive: true });
    await content.look();
    expect(content.newestSignedMs()).toBe(NOW);
  });

  it('shows what was shipped until the first sync has come, then what came', async () => {
    const own = join(scene.folder, 'own');
    content = contentOf(own, scene.data);
    await content.look();
    expect(packs()).toEqual(OLD);
    await scene.byStick({ dataDir: own });
    expect(await content.look()).toBe(true);
    expect(packs()).toEqual(NEW);
    expect(content.medium(sha256(BIG))?.dataDir).toBe(own);
  });

  it('falls back to what was shipped when what came can no longer be read', async () => {
    const shipped = join(scene.folder, 'shipped');
    cpSync(scene.data, shipped, { recursive: true });
    for (const name of readdirSync(join(scene.data, 'packs', 'base')))
      writeFileSync(join(scene.data, 'packs', 'base', name), 'broken');
    content = contentOf(scene.data, shipped);
    await content.look();
    expect(packs()).toEqual(OLD);
  });

  it('looks one after the other, however often it is asked', async () => {
    const [first, second] = [content.look(), content.look()];
    await scene.byStick();
    const third = content.look();
    expect([await first, await second, await third]).toEqual([true, false, true]);
    expect(packs()).toEqual(NEW);
  });

  it('leaves a pack out that a closer look finds damaged, and its pictures with it', async () => {
    content = makeContent(
      [scene.data],
      (folder) => openLibrarySoon(folder),
      async (folder) => openLibrary(folder),
    );
    tearPack(scene.data, 'exhibition-a');
    await content.look();
    expect(packs()).toEqual(OLD);
    expect(await content.lookClosely()).toBe(true);
    expect(packs()).toEqual(['base 3']);
    const opened = content.opened();
    expect(opened.ok && opened.library.faults.map(({ code }) => code)).toEqual(['pack-damaged']);
    expect(content.medium(sha256(SMALL))).toBe(null);
  });

  it('names what is wrong when nothing at all can be shown', async () => {
    content = contentOf(join(scene.folder, 'empty'));
    expect(await content.look()).toBe(true);
    expect(packs()).toEqual(['library-missing']);
  });
});
