/** Data folders built by the real author room from real or made-up sources, and opened by the store. */
import { afterAll } from 'vitest';
import { build, check } from '../../content/author/build.ts';
import { formatProblem } from '../../content/author/problem.ts';
import { type Library, openLibrary } from '../../content/store/library.ts';
import { tempFolder } from './folder.ts';
import { smallGazetteer } from './gazetteer.ts';
import { GAZETTEER, SOURCE } from './places.ts';
import { type Files, writeSource } from './source.ts';

/** The small Japan that made-up sources are built with. */
export const SMALL_GAZETTEER = smallGazetteer();

export { readManifest, writeManifest } from './rewrite.ts';

const opened: Library[] = [];

afterAll(() => {
  for (const library of opened.splice(0)) library.close();
});

/** Builds a source folder into a new data folder, with the small Japan. @throws when the source has errors */
export function buildData(sourceFolder: string, gazetteer = SMALL_GAZETTEER): string {
  const out = tempFolder();
  buildInto(sourceFolder, out, gazetteer);
  return out;
}

export function buildInto(sourceFolder: string, out: string, gazetteer = SMALL_GAZETTEER): void {
  const checked = check(sourceFolder, gazetteer);
  const errors = checked.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  build(checked, out);
}

/** Our default content, built anew. */
export function buildDefault(): string {
  return buildData(SOURCE, GAZETTEER);
}

/** Opens a data folder that must be good; closed again when the test file is done. */
export function openGood(dataDir: string): Library {
  const answer = openLibrary(dataDir);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  opened.push(answer.library);
  return answer.library;
}

/** The library of a made-up source. */
export function libraryOf(files: Files): Library {
  return openGood(buildData(writeSource(files)));
}
