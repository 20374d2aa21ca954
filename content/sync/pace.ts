/** Holds a source to its least speed, and makes waiting for it end when staff press stop. */
import { SyncRefused } from '../pack/sync-refusal.ts';
import type { OpenedFile } from './source.ts';
import { cancelled, type Work } from './work.ts';

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
  let bytes = 0;

  /** Ends the time frame: too few bytes in it, or a new frame begins. */
  const judge = (): SyncRefused | undefined => {
    const slow = bytes * 1000 < minBytesPerSecond * slowForMs;
    const detail = `${bytes} bytes in ${slowForMs} ms`;
    waitedMs = 0;
    bytes = 0;
    return slow ? new SyncRefused('too-slow', subject, detail) : undefined;
  };

  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      const stop = (): void => finish(() => reject(cancelled()));
      const late = (): void => {
        const refusal = judge();
        if (refusal === undefined) timer = setTimeout(late, slowForMs);
        else finish(() => reject(refusal));
      };
      let timer = setTimeout(late, Math.max(1, slowForMs - waitedMs));
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        work.signal.removeEventListener('abort', stop);
        settle();
      };
      if (work.signal.aborted) stop();
      work.signal.addEventListener('abort', stop, { once: true });
      steps.next().then(
        (step) => finish(() => resolve(step)),
        (error: unknown) => finish(() => reject(work.signal.aborted ? cancelled() : error)),
      );
    });

  try {
    for (;;) {
      const startMs = work.clock.monotonicMs();
      const step = await next();
      if (step.done === true) return;
      waitedMs += work.clock.monotonicMs() - startMs;
      bytes += step.value.length;
      yield step.value;
    }
  } finally {
    // Not `steps.return()`: it would wait for a read that may never end.
    opened.close();
  }
}
