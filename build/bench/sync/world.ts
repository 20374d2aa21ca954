/** Content of any size for measuring: photos and a few films that do not compress, signed and published. */
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startDraft } from '../../../content/author/draft.ts';
import { blobPath, formatLibrary, type LibraryEntry, packPath } from '../../../content/pack/library.ts';
import type { PackId, PackKind } from '../../../content/pack/types.ts';
import { keysNew } from '../../../content/publish/manage.ts';
import { publish, ROOT_FILE } from '../../../content/publish/publish.ts';

const PHRASE = 'a bench signs nothing of worth';
/** scrypt's work factor: the waiting is not what is measured. */
const CHEAP = 1_024;
/** As `renkei build` makes them: mean sizes of a photo in the largest of its sizes, and of a short film. */
const PHOTO_BYTES = 320_000;
const FILM_BYTES = 40_000_000;
/** Share of the bytes that are films. */
const FILMS = 0.4;

export type World = {
  readonly folder: string;
  readonly repo: string;
  readonly root: Buffer;
  readonly bytes: number;
  readonly files: number;
  /** Publishes a release in which one more photo has changed; tells bytes of the photo and its pack. */
  readonly changePhoto: () => Promise<number>;
};

type Blob = { readonly sha256: string; readonly sizeBytes: number };

/** @param folder made anew */
export async function makeWorld(folder: string, bytes: number): Promise<World> {
  const [repo, keys] = [join(folder, 'repo'), join(folder, 'keys')];
  mkdirSync(folder, { recursive: true });
  const passphraseFor = async (): Promise<string> => PHRASE;
  await keysNew({
    folder: keys,
    rootKeys: 1,
    rootThreshold: 1,
    passphraseFor,
    nowMs: Date.now(),
    cost: CHEAP,
  });
  const blobs: Blob[] = [];
  for (let left = bytes; left > 0; ) {
    const film = left > bytes * (1 - FILMS) && left > FILM_BYTES;
    const size = Math.min(left, film ? FILM_BYTES : PHOTO_BYTES);
    blobs.push(writeBlob(repo, size));
    left -= size;
  }
  let version = 1;
  const release = async (): Promise<LibraryEntry> => {
    const build = join(folder, `build-${version}`);
    const packs = [
      writePack(build, 'base' as PackId, 'base', 1, []),
      writePack(build, 'bench' as PackId, 'exhibition', version, blobs),
    ];
    writeFileSync(join(build, 'library.json'), formatLibrary({ packs }));
    // The pictures lie in the repository already, under the names that publishing gives them.
    await publish({ repo, keys, builds: [build], nowMs: Date.now(), ask: passphraseFor });
    version += 1;
    const [, bench] = packs;
    if (bench === undefined) throw new Error('no pack');
    return bench;
  };
  await release();
  return {
    folder,
    repo,
    root: readFileSync(join(keys, ROOT_FILE)),
    bytes,
    files: blobs.length,
    changePhoto: async () => {
      blobs[blobs.length - 1] = writeBlob(repo, PHOTO_BYTES);
      return PHOTO_BYTES + (await release()).sizeBytes;
    },
  };
}

function writeBlob(repo: string, sizeBytes: number): Blob {
  const bytes = randomFillSync(Buffer.allocUnsafe(sizeBytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  put(join(repo, blobPath(sha256)), bytes);
  return { sha256, sizeBytes };
}

function writePack(
  build: string,
  packId: PackId,
  kind: PackKind,
  version: number,
  blobs: readonly Blob[],
): LibraryEntry {
  mkdirSync(build, { recursive: true });
  const file = join(build, `${packId}.draft`);
  rmSync(file, { force: true });
  const draft = startDraft(file);
  draft.insert('pack', { pack_id: packId, kind, version, content_date: '2026-03-01' });
  draft.insert('pack_text', { pack_id: packId, lang: 'ja', title: packId, summary: '' });
  for (const { sha256, sizeBytes } of blobs) {
    draft.insert('media', {
      media_id: sha256,
      mime: 'image/webp',
      size_bytes: sizeBytes,
      width: 1,
      height: 1,
    });
  }
  draft.finish();
  const bytes = readFileSync(file);
  rmSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const entry = { packId, kind, version, sha256, sizeBytes: bytes.length };
  put(join(build, packPath(entry)), bytes);
  return entry;
}

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
