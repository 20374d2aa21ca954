/** Telemetry where a collector is configured; off otherwise, and then nothing of it is even read. */
import type { Log } from '../log.ts';
import type { StartTelemetry, TelemetryOptions } from './figures.ts';

export type BeginTelemetryOptions = Omit<TelemetryOptions, 'url' | 'everyMs' | 'timeoutMs'> & {
  /** Null: off. */
  readonly url: string | null;
  /** Reads the bundle with the exporter. */
  readonly load: () => { readonly startTelemetry: StartTelemetry };
  readonly log: Log;
  /** Until it begins: the screen comes first. */
  readonly afterMs?: number;
};

const AFTER_MS = 30_000;
const EVERY_MS = 60_000;
const TIMEOUT_MS = 10_000;

/** Never throws. @returns ends it */
export function beginTelemetry(options: BeginTelemetryOptions): () => void {
  const { url, load, log, source, figures, afterMs = AFTER_MS } = options;
  if (url === null) return () => undefined;
  let stop = (): void => undefined;
  const timer = setTimeout(() => {
    try {
      stop = load().startTelemetry({ url, source, figures, everyMs: EVERY_MS, timeoutMs: TIMEOUT_MS });
    } catch (error) {
      log.write('warning', 'telemetry not begun', error);
    }
  }, afterMs);
  timer.unref();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
