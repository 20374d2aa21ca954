/**
 * Looks for new content by itself, quietly: soon after the start, then every few hours, each kiosk at its
 * own moment so that a hundred of them never call at once; after a failure sooner, and ever less soon.
 */
import type { SyncControl } from './control.ts';
import type { SyncFrom } from './messages.ts';

const MINUTE_MS = 60_000;
/** The first try after a failure; doubled for each further one until it is the usual time. */
const RETRY_MS = 5 * MINUTE_MS;
/** Share of the time by which a kiosk may be early or late. */
const SPREAD = 0.2;

/**
 * @param failures failed tries in a row; 0 after a success
 * @param random   0..1
 * @returns        ms until the next try: the usual time or the back-off, give or take a fifth
 */
export function untilNextMs(failures: number, everyMs: number, random: number): number {
  const usual = failures === 0 ? everyMs : Math.min(everyMs, RETRY_MS * 2 ** (failures - 1));
  return Math.round(usual * (1 - SPREAD + 2 * SPREAD * random));
}

export type ScheduleOptions = {
  readonly control: Pick<SyncControl, 'sync'>;
  readonly from: SyncFrom;
  readonly everyMs: number;
  /** Until the first try. */
  readonly firstMs: number;
  readonly random: () => number;
};

/** @returns ends it; a sync that goes on is not stopped */
export function startSchedule({ control, from, everyMs, firstMs, random }: ScheduleOptions): () => void {
  let failures = 0;
  let stopped = false;
  let timer = setTimeout(check, firstMs);

  function check(): void {
    void control.sync(from, { asker: 'schedule' }).then((outcome) => {
      // Other work in the way is no failure of the line.
      if (outcome.ok || outcome.refusal.code === 'busy') failures = 0;
      else failures += 1;
      if (!stopped) timer = setTimeout(check, untilNextMs(failures, everyMs, random()));
    });
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
