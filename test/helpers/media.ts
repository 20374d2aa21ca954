/** Runs of the author room with pictures, and the libraries they make. */
import { openCache } from '../../content/author/cache.ts';
import {
  type Examined,
  examine,
  type MadePack,
  type MakeStep,
  make,
  type Run,
} from '../../content/author/make.ts';
import { formatProblem } from '../../content/author/problem.ts';
import type { Library } from '../../content/store/library.ts';
import { tempFolder } from './folder.ts';
import { openGood, SMALL_GAZETTEER } from './library.ts';
import { type Files, writeSource } from './source.ts';

/** A run with a cache of its own; parts of it may be given. */
export function testRun(parts: Partial<Run> = {}): Run {
  return {
    cache: openCache(tempFolder(), Date.now),
    progress: () => undefined,
    lanes: 2,
    nowMs: () => performance.now(),
    signal: new AbortController().signal,
    ...parts,
  };
}

export function examineFiles(files: Files, run: Run = testRun()): Promise<Examined> {
  return examine(writeSource(files), SMALL_GAZETTEER, run);
}

/** What these tests are about; other checks have tests of their own. */
const ABOUT_MEDIA = /^(picture|film|captions|pdf|shape)/;

/** `id file:line` of every problem with pictures, films and pages. */
export async function complaintsOf(files: Files): Promise<readonly string[]> {
  const { problems } = await examineFiles(files);
  return problems
    .filter(({ id }) => ABOUT_MEDIA.test(id))
    .map(({ id, file, line }) => `${id} ${file}:${line}`);
}

export type Made = {
  readonly out: string;
  readonly packs: readonly MadePack[];
  readonly steps: readonly MakeStep[];
};

/** @throws when the source has errors */
export async function makeFolder(
  source: string,
  parts: Partial<Run> = {},
  out = tempFolder(),
  gazetteer = SMALL_GAZETTEER,
): Promise<Made> {
  const steps: MakeStep[] = [];
  const run = testRun({ progress: (step) => void steps.push(step), ...parts });
  const examined = await examine(source, gazetteer, run);
  const errors = examined.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  return { out, packs: await make(examined, out, run), steps };
}

export async function mediaLibrary(
  files: Files,
): Promise<{ readonly library: Library; readonly out: string }> {
  const { out } = await makeFolder(writeSource(files));
  return { library: openGood(out), out };
}

/** An entry of `pictures.yaml`. */
export function described(file: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    file,
    alt: { ja: `${file}の説明`, en: `About ${file}` },
    credit: '写真 村',
    licence: '村の提供',
    ...more,
  };
}
