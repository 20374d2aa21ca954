/** The step that bundles our code for Electron. */
import { bundle, isBundled } from '../bundle.ts';
import type { Step } from './step.ts';

export const bundleStep: Step = {
  title: 'プログラムをまとめています',
  isDone: isBundled,
  run: bundle,
};
