/** Gives a starting kiosk its sync: the control, and the schedule where a source is configured. */
import { existsSync } from 'node:fs';
import type { Content } from '../content.ts';
import type { Log } from '../log.ts';
import { makeSyncControl, type SyncControl } from './control.ts';
import type { SyncFrom } from './messages.ts';
import type { StartProcess } from './process.ts';
import { startSchedule } from './schedule.ts';
import { isAddress, readSettings } from './settings.ts';

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
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly log: Log;
};

const HOUR_MS = 3_600_000;
/** The screen comes first: nothing is asked of line and disk while it is being drawn. */
const SETTLED_MS = 20_000;
/** After a power cut all kiosks of a town start in the same second. */
const FIRST_SPREAD_MS = 120_000;

export function beginSync(options: BeginOptions): SyncControl {
  const { content, log, random } = options;
  const control = makeSyncControl({
    dataDir: options.dataDir,
    start: options.start,
    builtInRoot: options.roots.find(existsSync) ?? null,
    before: content.forget,
    after: async () => {
      if (await content.look()) options.changed();
    },
    nowMs: options.nowMs,
    log,
  });
  if (options.from !== undefined) {
    startSchedule({ control, from: sourceFor(options.from), everyMs: HOUR_MS, firstMs: 0, random });
    return control;
  }
  const settings = readSettings(options.settingsFiles, (file, why) =>
    log.write('error', 'settings unusable', { file, why }),
  );
  if (settings !== null) {
    const from: SyncFrom = { by: 'line', url: settings.source };
    const firstMs = SETTLED_MS + random() * FIRST_SPREAD_MS;
    startSchedule({ control, from, everyMs: settings.everyHours * HOUR_MS, firstMs, random });
  }
  return control;
}

/** @param text an address or an absolute folder */
export function sourceFor(text: string): SyncFrom {
  return isAddress(text) ? { by: 'line', url: text } : { by: 'folder', folder: text };
}
