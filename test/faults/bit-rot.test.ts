/**
 * Disks rot: single bits that turn over anywhere in what a kiosk keeps, and files cut off or emptied.
 * `verify` finds each of them, and no altered byte is ever shown: the pack is left out or the picture
 * not served, and everything else goes on.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBlobProof } from '../../content/store/blob-proof.ts';
import { MEDIA_TYPES } from '../../content/store/bounds-words.ts';
import { verify } from '../../content/sync/verify.ts';
import { shown } from '../content/sync/helpers/world.ts';
import { say } from './helpers/points.ts';
import { CLOCK, LONG, makeScene, NEW, type Scene, takeUpdate } from './helpers/scene.ts';

let scene: Scene;
let data: string;
let files: readonly string[];
beforeAll(async () => {
  scene = await makeScene();
  data = join(scene.folder, 'rotting');
  cpSync(scene.newData, data, { recursive: true });
  files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1))
    .sort();
});
afterAll(() => scene.remove());

const FLIPS = LONG ? 1_000 : 60;

/** Numbers that spread over 0..1 and are the same in every run. */
function spread(i: number, factor: number): number {
  return (i * factor) % 1;
}

/** What a kiosk shows of the folder: packs, and pictures that may be served. */
async function looksOf(): Promise<{ readonly packs: string; readonly blobs: readonly string[] }> {
  const isProven = makeBlobProof();
  const blobs: string[] = [];
  for (const file of files) {
    const [, sha256] = /^blobs\/..\/([0-9a-f]{64})$/.exec(file) ?? [];
    for (const mime of sha256 === undefined ? [] : MEDIA_TYPES)
      if (sha256 !== undefined && (await isProven(data, sha256, mime))) blobs.push(sha256);
  }
  return { packs: shown(data).join(), blobs };
}

async function expectFoundAndNotShown(file: string, place: string): Promise<void> {
  const { packs, blobs } = await looksOf();
  const isBlob = file.startsWith('blobs/');
  if (isBlob) expect(blobs, place).not.toContain(file.slice(-64));
  // Every pack that is shown is whole; a damaged one is left out by name.
  const right = NEW.split(',');
  const kept = packs.split(',').filter((one) => !one.startsWith('fault '));
  expect(right, place).toEqual(expect.arrayContaining(kept));
  const outcome = await verify({ dataDir: data, clock: CLOCK });
  expect(outcome.ok && outcome.sound, place).toBe(false);
}

function restore(file: string): void {
  writeFileSync(join(data, file), readFileSync(join(scene.newData, file)));
}

describe('a bit that turned over', () => {
  it(`is found by verify and not shown, ${FLIPS} of ${FLIPS} times`, async () => {
    const kinds = new Map<string, number>();
    for (let i = 1; i <= FLIPS; i += 1) {
      // Every file as often as any other: small ones matter as much as films.
      const file = files[Math.floor(spread(i, 0.618034) * files.length)] ?? '';
      const bytes = readFileSync(join(scene.newData, file));
      const at = Math.floor(spread(i, 0.754877) * bytes.length);
      const bit = i % 8;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      writeFileSync(join(data, file), bytes);
      await expectFoundAndNotShown(file, `bit ${bit} of byte ${at} of ${file}`);
      restore(file);
      const kind = file
        .replace(/[0-9a-f]{64}/, '…')
        .split('/')
        .slice(0, 2)
        .join('/');
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    say(`bit flips: ${FLIPS} of ${FLIPS} found, none shown: ${JSON.stringify([...kinds])}`);
    expect(await verify({ dataDir: data, clock: CLOCK })).toMatchObject({ sound: true, findings: [] });
  }, 3_600_000);
});

describe('a file that was cut off', () => {
  it('is found by verify and not shown, wherever it is and wherever it was cut', async () => {
    for (const [i, file] of files.entries()) {
      const { size } = statSync(join(data, file));
      // Two, not one: without the line end that closes it, a document says what it said.
      const lengths = [0, 1, Math.floor(size / 2), size - 2];
      // In the short form one place a file, another for each.
      for (const length of new Set(LONG ? lengths : lengths.slice(i % 4, (i % 4) + 1))) {
        truncateSync(join(data, file), length);
        await expectFoundAndNotShown(file, `${file} cut to ${length} bytes`);
        restore(file);
      }
    }
  }, 600_000);

  it('comes back with the next sync or from verify with a source', async () => {
    const kept = files.filter((one) => !one.startsWith('library.previous'));
    for (const file of LONG ? kept : kept.filter((_, i) => i % 3 === 0)) {
      truncateSync(join(data, file), Math.floor(statSync(join(data, file)).size / 2));
      const outcome = await takeUpdate(data, scene.repo, scene.root);
      expect(outcome, file).toMatchObject({ ok: true });
      expect(shown(data).join(), file).toBe(NEW);
      rmSync(data, { recursive: true });
      cpSync(scene.newData, data, { recursive: true });
    }
  }, 600_000);
});
