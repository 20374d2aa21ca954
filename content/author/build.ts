/**
 * Checks a source tree and compiles all of it into a data folder that a kiosk can show. `make.ts` does the
 * same with pictures, with what is remembered from before, and may be stopped in between.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LibraryEntry } from '../pack/library.ts';
import type { PackId } from '../pack/types.ts';
import { type Cache, NO_CACHE, sha256Of } from './cache.ts';
import { checkSource } from './check.ts';
import { compilePack } from './compile/compile.ts';
import type { Report } from './files.ts';
import { programFingerprint } from './fingerprint.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer/gazetteer.ts';
import { checkMedia } from './media/check.ts';
import type { MediaPlan } from './media/plan.ts';
import { openMemo } from './memo.ts';
import { openOut } from './out-folder.ts';
import { type Problem, sortProblems } from './problem.ts';
import { type ReadTree, readSource, type SourceTree } from './source.ts';
import { makeWorld, type World } from './world.ts';

export type Checked = {
  readonly tree: SourceTree;
  readonly world: World;
  /** Pictures, films and pages that the packs will hold, by folder of the pack. */
  readonly media: ReadonlyMap<string, MediaPlan>;
  /** Sorted by file and line. */
  readonly problems: readonly Problem[];
};

/**
 * Reads and checks a source folder; pictures by their headers only. Never throws for what staff wrote.
 *
 * @param source a source folder, or how a tree is read from elsewhere
 * @param cache  spares reading media files that did not change
 */
export function check(source: string | ReadTree, gazetteerFolder: string, cache: Cache = NO_CACHE): Checked {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const gazetteer: Gazetteer = loadGazetteer(gazetteerFolder);
  const tree = typeof source === 'string' ? readRemembered(source, cache, report) : source(report);
  const world = makeWorld(gazetteer, tree.base);
  checkSource(tree, world, report);
  const media = checkMedia(tree, cache, report);
  return { tree, world, media, problems: sortProblems(problems) };
}

/** Reads a folder; what did not change since it was last read is not parsed again. */
function readRemembered(folder: string, cache: Cache, report: Report): SourceTree {
  const memo = openMemo(cache, `rows ${programFingerprint()} ${resolve(folder)}`);
  const tree = readSource(folder, report, memo);
  memo.save();
  return tree;
}

export type BuildStep = { readonly done: number; readonly total: number; readonly packId: string };

/**
 * Compiles a checked source without pictures and pages. The caller has made sure that it has no errors.
 *
 * @param out      data folder; made when missing
 * @param progress called before each pack and once at the end (`done === total`)
 * @returns        the new active set, base first
 */
export function build(
  { tree, world, media }: Checked,
  out: string,
  progress: (step: BuildStep) => void = () => undefined,
): readonly LibraryEntry[] {
  if ([...media.values()].some(({ pictures, pages }) => pictures.length > 0 || pages !== null)) {
    throw new Error('pictures and pages take time: examine() and make() instead of build()');
  }
  const folder = openOut(out);
  try {
    const entries = tree.packs.map((pack, i): LibraryEntry => {
      const { id, kind, version } = pack.pack.value;
      progress({ done: i, total: tree.packs.length, packId: id });
      const draft = folder.draft(`${id}.sqlite`);
      compilePack(pack, world, draft);
      const bytes = readFileSync(draft);
      const entry = {
        packId: id as PackId,
        kind,
        version,
        sha256: sha256Of(bytes),
        sizeBytes: bytes.length,
      };
      folder.adopt(draft, entry);
      return entry;
    });
    folder.activate(entries);
    progress({ done: tree.packs.length, total: tree.packs.length, packId: '' });
    return entries;
  } finally {
    folder.close();
  }
}
