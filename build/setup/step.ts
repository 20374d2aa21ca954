/** One thing that must be true before the kiosk can run, and how it is made true. */
import { type Say, seconds, withHeartbeat } from './say.ts';

export type Step = {
  /** What is being done, as a plain Japanese phrase. */
  readonly title: string;
  /** Quick and without network; true means `run` is not needed. */
  readonly isDone: () => boolean | Promise<boolean>;
  /** @throws {Failure} when a person has to help */
  readonly run: () => Promise<void>;
};

/** Runs what is not done yet, in order, with a line of progress each. Stops at the first failure. */
export async function runSteps(steps: readonly Step[], tell: Say): Promise<void> {
  for (const step of steps) {
    if (await step.isDone()) continue;
    tell(`▶ ${step.title}`);
    const started = Date.now();
    await withHeartbeat(tell, step.run());
    tell(`  できました (${seconds(Date.now() - started)})`);
  }
}
