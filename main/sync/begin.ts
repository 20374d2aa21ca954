/** Gives a starting kiosk its sync: the control, and the schedule where a source is configured. */
import { existsSync } from 'node:fs';
import type { ReceiptFacts } from '../../content/pack/receipt.ts';
import type { Content } from '../content.ts';
import type { Log } from '../log.ts';
import { checkAfterStart } from './check.ts';
import { makeSyncControl, type SyncControl } from './control.ts';
import type { SyncFrom } from './messages.ts';
import type { StartProcess } from './process.ts';
import { startSchedule } from './schedule.ts';
import { isAddress, readSettings } from './settings.ts';
import { type StickPlaces, type StickWatch, watchSticks } from './sticks.ts';

export type BeginOptions = {
  readonly dataDir: string;
  readonly content: Content;
  readonly start: StartProcess;
  /** Root files, the first that is there counts. */
  readonly roots: readonly string[];
  /** `kiosk.json`, the first that is there counts. */
  readonly settingsFiles: readonly string[];
  /** `--sync-from`: a source for this run, asked at once. */
  readonly from: string | undefined;
  /** Another set is shown from now on. */
  readonly changed: () => void;
  readonly receipt: () => ReceiptFacts | null;
  readonly sticks: StickPlaces;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly log: Log;
};

const HOUR_MS = 3_600_000;
/** The screen comes first: nothing is asked of line and disk while it is being drawn. */
const SETTLED_MS = 20_000;
/** After a power cut all kiosks of a town start in the same second. */
const FIRST_SPREAD_MS = 120_000;

/** What the staff's panel works with. */
export type KioskSync = {
  readonly control: SyncControl;
  /** Sticks with content; shown to staff only, and nothing is taken from one unasked. */
  readonly sticks: StickWatch;
  readonly close: () => void;
};

export function beginSync(options: BeginOptions): KioskSync {
  const { content, log } = options;
  const control = makeSyncControl({
    dataDir: options.dataDir,
    start: options.start,
    builtInRoot: options.roots.find(existsSync) ?? null,
    before: content.forget,
    after: async () => {
      if (await content.look()) options.changed();
    },
    receipt: options.receipt,
    nowMs: options.nowMs,
    log,
  });
  const sticks = watchSticks(options.sticks);
  sticks.subscribe((present) => log.write('info', 'sticks', present));
  const stop = schedule(options, control);
  const stopCheck = checkAfterStart(options);
  return {
    control,
    sticks,
    close: () => {
      stop();
      stopCheck();
      sticks.close();
      control.close();
    },
  };
}

/** By line, where a source is known. @returns ends it */
function schedule(
  { from: asked, settingsFiles, log, random }: BeginOptions,
  control: SyncControl,
): () => void {
  if (asked !== undefined) {
    return startSchedule({ control, from: sourceFor(asked), everyMs: HOUR_MS, firstMs: 0, random });
  }
  const settings = readSettings(settingsFiles, (file, why) =>
    log.write('error', 'settings unusable', { file, why }),
  );
  if (settings === null) return () => undefined;
  const from: SyncFrom = { by: 'line', url: settings.source };
  const firstMs = SETTLED_MS + random() * FIRST_SPREAD_MS;
  return startSchedule({ control, from, everyMs: settings.everyHours * HOUR_MS, firstMs, random });
}

/** @param text an address or an absolute folder */
export function sourceFor(text: string): SyncFrom {
  return isAddress(text) ? { by: 'line', url: text } : { by: 'folder', folder: text };
}

/** Where the kiosk tells how it is: `--telemetry`, else `kiosk.json`; null: nowhere. */
export function configuredCollector(chosen: string | undefined, files: readonly string[]): string | null {
  return chosen ?? readSettings(files, () => undefined)?.telemetry ?? null;
}

/** Where content comes from by itself: `--sync-from`, else `kiosk.json`; null: only by stick. */
export function configuredSource(from: string | undefined, files: readonly string[]): SyncFrom | null {
  if (from !== undefined) return sourceFor(from);
  // `beginSync` complains of a file that cannot be used.
  const settings = readSettings(files, () => undefined);
  return settings === null ? null : { by: 'line', url: settings.source };
}
