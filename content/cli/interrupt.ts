/** Ctrl+C: the first asks the run to stop and clean up, the second stops at once. */

export type Interrupt = {
  readonly signal: AbortSignal;
  /** Ends listening. Always call it. */
  readonly release: () => void;
};

/** Reason of the signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** What a shell gives for a program that Ctrl+C ended. */
export const INTERRUPTED_CODE = 130;

/** Listens for Ctrl+C and for the system's polite request to end. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED_CODE);
    controller.abort(new Interrupted());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
