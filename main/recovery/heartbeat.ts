/**
 * Finds a page that hangs. Chromium's own `unresponsive` needs unanswered input and is silent otherwise,
 * so the page is asked every second for the simplest of answers.
 */

export type Asked = {
  /** Resolves when the page has answered; may never settle. */
  readonly ask: () => Promise<unknown>;
  /** Called once; then nothing more is asked. */
  readonly onHang: () => void;
};

const EVERY_MS = 1_000;
/**
 * Beats without an answer. A slow machine that opens its heaviest page under load was seen to need four;
 * taking a living page from a visitor is worse than a dead one standing some seconds longer.
 */
const SILENT_BEATS = 10;

/**
 * Starts asking. Beats are counted, not time: while the whole machine sleeps or starves there are none,
 * and the page is not blamed.
 * @returns a function that stops it
 */
export function startHeartbeat({ ask, onHang }: Asked): () => void {
  let silent = 0;
  let waiting = false;
  const timer = setInterval(beat, EVERY_MS);

  function beat(): void {
    if (!waiting) {
      askAgain();
      return;
    }
    silent += 1;
    if (silent < SILENT_BEATS) return;
    clearInterval(timer);
    onHang();
  }

  function askAgain(): void {
    waiting = true;
    silent = 0;
    const answered = (): void => {
      waiting = false;
    };
    // A page that is being loaded anew refuses the question: that is not a hang.
    ask().then(answered, answered);
  }

  return () => clearInterval(timer);
}
