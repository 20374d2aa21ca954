/** Gives a starting kiosk its sync: the control, and the schedule where a source is configured. */
import type { ReceiptFacts } from '../../content/pack/receipt.ts';
import type { Content } from '../content.ts';
import type { Log } from '../log.ts';
import { checkAfterStart } from './check.ts';
import { makeSyncControl, type SyncControl } from './control.ts';
import type { SyncFrom } from './messages.ts';
import type { StartProcess } from './process.ts';
import { startSchedule } from './schedule.ts';
import { isAddress, type SyncSettings } from './settings.ts';
import { type StickPlaces, type StickWatch, watchSticks } from './sticks.ts';

export type BeginOptions = {
  readonly dataDir: string;
  readonly content: Content;
  readonly start: StartProcess;
  /** Root file that came with the program; null: none. */
  readonly builtInRoot: string | null;
  /** Null: only by stick. */
  readonly source: ContentSource | null;
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

/** Where content comes from by itself. */
export type ContentSource = {
  readonly from: SyncFrom;
  readonly everyMs: number;
  /** Asked as soon as the kiosk stands, not when the rush after a power cut is over. */
  readonly atOnce: boolean;
};

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
    builtInRoot: options.builtInRoot,
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

/** @returns ends it */
function schedule({ source, random }: BeginOptions, control: SyncControl): () => void {
  if (source === null) return () => undefined;
  const { from, everyMs, atOnce } = source;
  const firstMs = atOnce ? 0 : SETTLED_MS + random() * FIRST_SPREAD_MS;
  return startSchedule({ control, from, everyMs, firstMs, random });
}

/**
 * @param chosen   `--sync-from`: an address or an absolute folder for this run, asked at once
 * @param settings `kiosk.json`
 */
export function contentSource(
  chosen: string | undefined,
  settings: SyncSettings | null,
): ContentSource | null {
  if (chosen !== undefined) return { from: sourceFor(chosen), everyMs: HOUR_MS, atOnce: true };
  if (settings === null) return null;
  const from: SyncFrom = { by: 'line', url: settings.source };
  return { from, everyMs: settings.everyHours * HOUR_MS, atOnce: false };
}

function sourceFor(text: string): SyncFrom {
  return isAddress(text) ? { by: 'line', url: text } : { by: 'folder', folder: text };
}
