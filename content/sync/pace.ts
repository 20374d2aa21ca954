/** Holds a source to its least speed, and makes waiting for it end when staff press stop. */
import { SyncRefused } from '../pack/sync-refusal.ts';
import type { OpenedFile } from './source.ts';
import { cancelled, type Work } from './work.ts';

/** The pace is not looked at more often than this. */
const LEAST_PAUSE_MS = 50;

/**
 * The bytes of a file, as long as they come fast enough. Only time spent waiting for the source counts;
 * a slow disk on our side is not the source's fault.
 *
 * @throws {SyncRefused} `too-slow` (clause 4.3) or `cancelled`; the file is given up then
 */
export async function* paced(opened: OpenedFile, work: Work, subject: string): AsyncGenerator<Uint8Array> {
  const { slowForMs, minBytesPerSecond } = work.limits;
  const steps = opened.chunks[Symbol.asyncIterator]();
  let waitedMs = 0;
  let sinceMs = Number.NaN;
  let bytes = 0;
  // One timer and one listener for the whole file: a fast line brings tens of thousands of pieces.
  let giveUp: ((error: unknown) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let dueMs = 0;
  /** The time is over, and the loop has gone round once since. */
  let heard = false;

  const waited = (): number =>
    waitedMs + (giveUp === undefined ? 0 : Math.max(0, work.clock.monotonicMs() - sinceMs));

  /** Ends the time frame when it is full: too few bytes in it, or a new frame begins. */
  const judge = (): void => {
    const lateMs = work.clock.monotonicMs() - dueMs;
    if (lateMs > LEAST_PAUSE_MS) {
      // Held up ourselves, by a full processor or a slow disk: what the source sent long ago comes first.
      sinceMs += lateMs;
      look(LEAST_PAUSE_MS);
      return;
    }
    if (waited() >= slowForMs) {
      if (bytes * 1000 >= minBytesPerSecond * slowForMs) {
        waitedMs = 0;
        sinceMs = work.clock.monotonicMs();
        bytes = 0;
      } else if (!heard) {
        // Timers come before what the system has to tell: a piece may have been waiting there for long.
        heard = true;
        look(LEAST_PAUSE_MS);
        return;
      } else if (giveUp !== undefined) {
        giveUp(new SyncRefused('too-slow', subject, `${bytes} bytes in ${slowForMs} ms`));
        return;
      }
    }
    look(Math.max(LEAST_PAUSE_MS, slowForMs - waited()));
  };
  const look = (ms: number): void => {
    dueMs = work.clock.monotonicMs() + ms;
    timer = setTimeout(judge, ms);
  };
  const stop = (): void => giveUp?.(cancelled());

  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      if (work.signal.aborted) return reject(cancelled());
      sinceMs = work.clock.monotonicMs();
      giveUp = reject;
      steps.next().then(resolve, (error: unknown) => reject(work.signal.aborted ? cancelled() : error));
    });

  look(slowForMs);
  work.signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const step = await next();
      waitedMs = waited();
      giveUp = undefined;
      heard = false;
      if (step.done === true) return;
      bytes += step.value.length;
      yield step.value;
    }
  } finally {
    clearTimeout(timer);
    work.signal.removeEventListener('abort', stop);
    // Not `steps.return()`: it would wait for a read that may never end.
    opened.close();
  }
}
