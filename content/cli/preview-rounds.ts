/**
 * The rounds of a preview: build, wait for somebody to save, build again. What was built last without
 * errors stays; a save during a build makes that build begin anew.
 */
import { type Examined, examine, make, type Run } from '../author/make.ts';
import { formatProblem, type Problem } from '../author/problem.ts';
import { packsToShow, readSeveral } from '../author/several.ts';
import { formatPreviewLibrary } from '../pack/preview.ts';
import { DEFAULT_BASE_FOLDER, GAZETTEER_FOLDER } from './folders.ts';
import type { PreviewFolder } from './preview-folder.ts';
import { changed, settled } from './watch.ts';

/** What the rounds tell. */
export type RoundsTeller = {
  /** Work begins; `again` after a save. */
  readonly building: (again: boolean) => void;
  /** The source has errors; `standing`: an older state is still shown. */
  readonly broken: (problems: readonly Problem[], standing: boolean) => void;
  /** A new state is shown. May throw to end the preview. */
  readonly shown: (examined: Examined, tookMs: number) => void;
};

/**
 * Goes on until the run's signal is aborted.
 *
 * @param sources absolute folders
 * @throws the signal's reason, or what `teller.shown` throws
 */
export async function goRound(
  sources: readonly string[],
  folder: PreviewFolder,
  run: Run,
  teller: RoundsTeller,
): Promise<never> {
  const over = new AbortController();
  try {
    return await rounds(
      sources,
      folder,
      { ...run, signal: AbortSignal.any([run.signal, over.signal]) },
      teller,
    );
  } finally {
    // Else the look-out of the last round would go on for ever.
    over.abort();
  }
}

async function rounds(
  sources: readonly string[],
  folder: PreviewFolder,
  run: Run,
  teller: RoundsTeller,
): Promise<never> {
  const watched = () => packsToShow(sources, DEFAULT_BASE_FOLDER);
  let standing = false;
  for (let again = false; ; again = true) {
    const stamp = await settled(watched, run.signal);
    teller.building(again);
    if (standing) folder.tell({ state: 'building', errors: 0, problem: '' });
    const save = new AbortController();
    const next = changed(watched, stamp, run.signal).then(() => save.abort());
    // Whoever waits for it hears of the end; a build in between hears of it by the signal.
    next.catch(() => undefined);
    const startMs = run.nowMs();
    const outcome = await buildOnce(sources, folder, run, save.signal);
    if (outcome.state === 'broken') {
      folder.tell(brokenBy(outcome.errors));
      teller.broken(outcome.errors, standing);
    } else if (outcome.state === 'shown') {
      standing = true;
      folder.tell({ state: 'shown', errors: 0, problem: '' });
      teller.shown(outcome.examined, run.nowMs() - startMs);
    }
    await next;
  }
}

type Outcome =
  | { readonly state: 'shown'; readonly examined: Examined }
  | { readonly state: 'broken'; readonly errors: readonly Problem[] }
  | { readonly state: 'saved' };

/** Checks, and builds where there are no errors. @throws the run's signal's reason */
async function buildOnce(
  sources: readonly string[],
  folder: PreviewFolder,
  run: Run,
  saved: AbortSignal,
): Promise<Outcome> {
  const stoppable = { ...run, signal: AbortSignal.any([run.signal, saved]) };
  try {
    const examined = await examine(readSeveral(sources, DEFAULT_BASE_FOLDER), GAZETTEER_FOLDER, stoppable);
    const errors = examined.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { state: 'broken', errors };
    folder.tidy(await make(examined, folder.path, stoppable, formatPreviewLibrary));
    return { state: 'shown', examined };
  } catch (error) {
    run.signal.throwIfAborted();
    if (saved.aborted) return { state: 'saved' };
    // A file that went away in between, a full disk: a person can mend it and save again.
    const message = error instanceof Error ? error.message : String(error);
    return { state: 'broken', errors: [{ severity: 'error', id: 'not-built', file: '.', line: 1, message }] };
  }
}

function brokenBy(errors: readonly Problem[]) {
  const [first] = errors;
  return {
    state: 'broken',
    errors: errors.length,
    problem: first === undefined ? '' : formatProblem(first),
  } as const;
}
