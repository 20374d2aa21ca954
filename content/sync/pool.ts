/** Several things at a time, and all of them stopped when one fails. */

/**
 * Runs `action` on every item, up to `width` at once, and waits for all that were begun.
 *
 * @param action gets a signal that fires when another item failed or `signal` did
 * @throws the first failure
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  signal: AbortSignal,
  action: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const relay = (): void => stop.abort();
  if (signal.aborted) stop.abort();
  signal.addEventListener('abort', relay, { once: true });
  const queue = [...items];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined && !stop.signal.aborted; item = queue.shift()) {
      try {
        await action(item, stop.signal);
      } catch (error) {
        failures.push(error);
        stop.abort();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  } finally {
    signal.removeEventListener('abort', relay);
  }
  // What failed first is the cause; the others were only stopped by it.
  if (failures.length > 0) throw failures[0];
}
