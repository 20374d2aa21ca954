/**
 * From a source folder to a data folder, step by step: check, make pictures and pages, compile what has
 * changed, activate. What the cache knows is not made again; the bytes are the same with it and without.
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { formatLibrary, type LibraryEntry, type LibraryManifest } from '../pack/library.ts';
import type { PackId } from '../pack/types.ts';
import { type Checked, check } from './build.ts';
import { type Cache, sha256Of } from './cache.ts';
import { compilePack } from './compile/compile.ts';
import {
  type MediaStep,
  NOTHING_PREPARED,
  type PreparedMedia,
  prepareMedia,
  proveMedia,
} from './media/prepare.ts';
import { openMemo } from './memo.ts';
import { type OutFolder, openOut } from './out-folder.ts';
import { packKey, type SharedKey, sharedKey } from './pack-key.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { PackSource, ReadTree } from './source.ts';

/** `unchanged`: its bytes were made before, by the same program from the same source. */
export type PackState = 'made' | 'unchanged';

export type MakeStep =
  | MediaStep
  | { readonly stage: 'reading' }
  | { readonly stage: 'packs'; readonly done: number; readonly total: number; readonly packId: string };

/** What a run may touch and whom it tells. */
export type Run = {
  readonly cache: Cache;
  readonly progress: (step: MakeStep) => void;
  /** How many pictures at a time. */
  readonly lanes: number;
  /** Milliseconds, only ever compared. */
  readonly nowMs: () => number;
  /** Aborted when somebody wants to stop. */
  readonly signal: AbortSignal;
};

export type Examined = Checked & {
  /** By folder of the pack. */
  readonly prepared: ReadonlyMap<string, PreparedMedia>;
};

/**
 * Reads and checks a source folder to the bottom: every picture and page is decoded, and kept for the build.
 * Never throws for what staff wrote.
 *
 * @param source a source folder, or how a tree is read from elsewhere
 * @throws the signal's reason when it was aborted
 */
export async function examine(
  source: string | ReadTree,
  gazetteerFolder: string,
  run: Run,
): Promise<Examined> {
  run.progress({ stage: 'reading' });
  const checked = check(source, gazetteerFolder, run.cache);
  const problems: Problem[] = [...checked.problems];
  const report = (problem: Problem): void => void problems.push(problem);
  const prepared = await prepareMedia(checked.media, { ...run, report });
  return { ...checked, problems: sortProblems(problems), prepared };
}

/**
 * The same complaints without making anything: for whoever only wants to know.
 *
 * @throws the signal's reason when it was aborted
 */
export async function prove(sourceFolder: string, gazetteerFolder: string, run: Run): Promise<Checked> {
  run.progress({ stage: 'reading' });
  const checked = check(sourceFolder, gazetteerFolder, run.cache);
  const problems: Problem[] = [...checked.problems];
  await proveMedia(checked.media, { ...run, report: (problem) => void problems.push(problem) });
  return { ...checked, problems: sortProblems(problems) };
}

export type MadePack = LibraryEntry & { readonly state: PackState };

/**
 * Makes the data folder of an examined source. The caller has made sure that it has no errors.
 *
 * @param out    data folder; made when missing
 * @param format how the active set is written, for a kiosk when left out
 * @returns      the new active set, base first
 * @throws       the signal's reason when it was aborted; then, and after any failure, the old set stays
 */
export async function make(
  examined: Examined,
  out: string,
  run: Run,
  format: (manifest: LibraryManifest) => string = formatLibrary,
): Promise<readonly MadePack[]> {
  const { tree, world } = examined;
  const total = tree.packs.length;
  const folder = openOut(out, format);
  try {
    const prepared = await addFiles(examined, folder, run);
    const shared = sharedKey(world);
    const made: MadePack[] = [];
    for (const pack of tree.packs) {
      run.progress({ stage: 'packs', done: made.length, total, packId: pack.pack.value.id });
      // A stop is heard between two packs: compiling one holds the thread.
      await setImmediate();
      run.signal.throwIfAborted();
      const media = prepared.get(pack.folder) ?? NOTHING_PREPARED;
      made.push(makePack(pack, examined, media, shared, folder, run.cache));
    }
    await setImmediate();
    run.signal.throwIfAborted();
    folder.activate(made.map(({ state: _state, ...entry }) => entry));
    run.progress({ stage: 'packs', done: total, total, packId: '' });
    return made;
  } finally {
    folder.close();
  }
}

/** Puts all pictures, films and pages into the data folder; what the cache lost is made once more. */
async function addFiles(
  { prepared, media }: Examined,
  folder: OutFolder,
  run: Run,
): Promise<Examined['prepared']> {
  const addAll = (all: Examined['prepared']): boolean =>
    [...all.values()].map((one) => folder.addBlobs(one, run.cache)).every(Boolean);
  if (addAll(prepared)) return prepared;
  const report = ({ severity, message }: Problem): void => {
    if (severity === 'error') throw new Error(message);
  };
  const again = await prepareMedia(media, { ...run, report });
  if (!addAll(again)) throw new Error('とっておくフォルダ（--cache）に書けません');
  return again;
}

const rememberedPack = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
});

function makePack(
  pack: PackSource,
  { tree, world }: Examined,
  media: PreparedMedia,
  shared: SharedKey,
  folder: OutFolder,
  cache: Cache,
): MadePack {
  const { id, kind, version } = pack.pack.value;
  const draft = folder.draft(`${id}.sqlite`);
  const key = packKey(pack, shared, media);
  const known = rememberedPack.safeParse(cache.recall('packs', key));
  if (known.success) {
    const entry = { packId: id as PackId, kind, version, ...known.data };
    if (folder.holds(entry)) return { ...entry, state: 'unchanged' };
    if (cache.copyBytes(entry.sha256, draft)) {
      folder.adopt(draft, entry);
      return { ...entry, state: 'unchanged' };
    }
  }
  const memo = openMemo(cache, `texts ${shared.readings} ${tree.root}/${pack.folder}`);
  compilePack(pack, world, draft, media, memo);
  memo.save();
  const bytes = readFileSync(draft);
  const file = { sha256: sha256Of(bytes), sizeBytes: bytes.length };
  const entry = { packId: id as PackId, kind, version, ...file };
  cache.keepBytes(bytes, file.sha256);
  cache.keep('packs', key, file);
  folder.adopt(draft, entry);
  return { ...entry, state: 'made' };
}
