/** The whole set-up, as `npm start`, `npm test` and the bench need it. Quick when nothing is to be done. */
import { hasScreen } from '../electron/display.ts';
import type { Runtime } from '../electron/runtime.ts';
import { bundleStep } from './bundle.ts';
import { dataStep } from './data.ts';
import { electronStep, proveRuntime, searchHere } from './electron.ts';
import { Failure } from './failure.ts';
import { librariesStep } from './libraries.ts';
import type { Say } from './say.ts';
import { runSteps, type Step } from './step.ts';

export type ReadyOptions = {
  /** Build the default content too; false when the user brings his own data folder. */
  readonly data: boolean;
};

/**
 * Makes everything ready and returns the runtime to start.
 *
 * @throws {Failure} from the first step that needs a person's help
 */
export async function makeReady(say: Say, { data }: ReadyOptions): Promise<Runtime> {
  let runtime: Runtime | null = null;
  let isNew = false;
  const electron = electronStep(searchHere(say), (found) => {
    runtime = found;
  });
  const libraries = librariesStep({
    runtimePath: () => known().path,
    needsVirtualScreen: !hasScreen(process.env, process.platform),
    platform: process.platform,
    uid: process.getuid?.(),
  });
  const noted = (step: Step): Step => ({
    ...step,
    run: async () => {
      isNew = true;
      await step.run();
    },
  });
  await runSteps([noted(electron), noted(libraries), bundleStep, ...(data ? [dataStep] : [])], say);
  if (isNew) proveRuntime(known());
  return known();

  function known(): Runtime {
    if (runtime === null)
      throw new Failure('runtime-missing', 'Electron が見つかりません。', 'npm start を実行してください。');
    return runtime;
  }
}
