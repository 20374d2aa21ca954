/**
 * Finds a page that hangs. Chromium's own `unresponsive` needs unanswered input and is silent otherwise,
 * so the page is asked every second for the simplest of answers.
 */

export type Asked = {
  /** Resolves when the page has answered; may never settle. */
  readonly ask: () => Promise<unknown>;
  readonly onHang: () => void;
  readonly everyMs?: number;
  readonly limitMs?: number;
};

const EVERY_MS = 1_000;
const LIMIT_MS = 5_000;

/** Starts asking. @returns a function that stops it */
export function startHeartbeat({ ask, onHang, everyMs = EVERY_MS, limitMs = LIMIT_MS }: Asked): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function beat(): void {
    const limit = setTimeout(() => {
      if (!stopped) onHang();
    }, limitMs);
    const answered = (): void => {
      clearTimeout(limit);
      if (!stopped) timer = setTimeout(beat, everyMs);
    };
    // A page that is being loaded anew refuses the question: that is not a hang.
    ask().then(answered, answered);
  }

  timer = setTimeout(beat, everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
