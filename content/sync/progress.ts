/** What staff see while content comes in. */
import type { Clock } from './work.ts';

export const SYNC_STAGES = ['checking', 'packs', 'media', 'activating'] as const;
export type SyncStage = (typeof SYNC_STAGES)[number];

export type SyncProgress = {
  readonly stage: SyncStage;
  /** Files of this stage. */
  readonly filesDone: number;
  readonly filesTotal: number;
  /** Bytes of this stage, what lay ready from an earlier try included. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Mean over the last seconds; 0 until something came. */
  readonly bytesPerSecond: number;
  /** Whole seconds; null while nothing can be said. */
  readonly secondsLeft: number | null;
};

/** Reports at most this often, so that a screen is not flooded. */
const EVERY_MS = 100;
/** The older a byte, the less it says of the speed now. */
const MEMORY_MS = 4_000;

export type Reporter = {
  readonly begin: (stage: SyncStage, filesTotal: number, bytesTotal: number, bytesReady: number) => void;
  readonly bytes: (bytes: number) => void;
  readonly file: () => void;
};

export function makeReporter(clock: Clock, tell: (progress: SyncProgress) => void): Reporter {
  let now = { stage: 'checking' as SyncStage, filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 };
  let speed = 0;
  let sinceMs = clock.monotonicMs();
  let fresh = 0;
  let toldMs = Number.NEGATIVE_INFINITY;

  function measure(): void {
    const passedMs = clock.monotonicMs() - sinceMs;
    if (passedMs < EVERY_MS) return;
    const weight = Math.min(1, passedMs / MEMORY_MS);
    const current = (Math.max(0, fresh) * 1000) / passedMs;
    speed = speed === 0 ? current : speed * (1 - weight) + current * weight;
    sinceMs += passedMs;
    fresh = 0;
  }

  function report(force: boolean): void {
    measure();
    if (!force && clock.monotonicMs() - toldMs < EVERY_MS) return;
    toldMs = clock.monotonicMs();
    const left = speed > 0 ? Math.ceil((now.bytesTotal - now.bytesDone) / speed) : null;
    tell({
      ...now,
      bytesPerSecond: Math.round(speed),
      secondsLeft: left === null ? null : Math.max(0, left),
    });
  }

  return {
    begin: (stage, filesTotal, bytesTotal, bytesReady) => {
      now = { stage, filesDone: 0, filesTotal, bytesDone: bytesReady, bytesTotal };
      report(true);
    },
    bytes: (bytes) => {
      now = { ...now, bytesDone: now.bytesDone + bytes };
      fresh += bytes;
      report(false);
    },
    file: () => {
      now = { ...now, filesDone: now.filesDone + 1 };
      report(now.filesDone === now.filesTotal);
    },
  };
}
