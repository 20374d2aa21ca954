/** Brings what the screen says of a tour step to whoever waits for that step. */
import type { TourShown } from './ipc/contract.ts';

export type Steps = {
  /** The screen said this. An answer nobody waits for (too late, or made up) is dropped. */
  readonly arrived: (shown: TourShown) => void;
  /** Resolves when the screen has said it of this step. */
  readonly shown: (step: number) => Promise<TourShown>;
};

export function makeSteps(): Steps {
  const waiting = new Map<number, (shown: TourShown) => void>();
  return {
    arrived: (shown) => {
      waiting.get(shown.step)?.(shown);
      waiting.delete(shown.step);
    },
    shown: (step) => new Promise((resolve) => waiting.set(step, resolve)),
  };
}
