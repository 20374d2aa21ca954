/** Brings the parts of recovery together: what a start remembers, what goes on while the kiosk runs. */
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import { rollback } from '../../content/sync/rollback.ts';
import type { Log } from '../log.ts';
import { REST_PAGE_URL, START_PAGE } from '../protocol.ts';
import { keepInFront } from './front.ts';
import { type Keeper, keep } from './keeper.ts';
import { atStart, type Ladder, type Measure } from './ladder.ts';
import { type LadderMemory, ladderMemory } from './memory.ts';
import { isSupervised, openPulse } from './pulse.ts';
import { type Ceiling, watchWeight } from './weight.ts';

/** The supervisor starts the program anew after this code (sysexits.h: EX_TEMPFAIL). */
export const START_ANEW = 75;

export type Run = {
  readonly app: App;
  readonly log: Log;
  readonly dataDir: string;
  readonly memory: LadderMemory;
  readonly ladder: Ladder;
  readonly measure: Measure | null;
};

/** Counts this start. Called before any content is opened: content may be what brought the last run down. */
export function beginRun(app: App, log: Log, dataDir: string): Run {
  const memory = ladderMemory(join(app.getPath('userData'), 'recovery.json'));
  const before = memory.read();
  const { ladder, measure } = atStart(before, Date.now());
  memory.write(ladder);
  // Electron would put a dialog over the screen and wait for somebody. What our slip left undone the keeper
  // notices by the page, and the log names the slip.
  process.on('uncaughtException', (error) => log.write('error', 'uncaught', error));
  if (before.running)
    log.write('warning', 'the last run did not end by itself', { failures: ladder.failures });
  if (measure?.rung === 'previous-set') goBack(log, dataDir);
  return { app, log, dataDir, memory, ladder, measure };
}

export type KeepOptions = {
  readonly open: () => BrowserWindow;
  readonly closable: boolean;
  /** A hall's: no other program's window may stay above it. */
  readonly inFront: boolean;
  readonly ceiling: Ceiling;
};

/** Opens the window and keeps it. */
export async function keepRunning(
  { app, log, dataDir, memory, ladder, measure }: Run,
  { open, closable, inFront, ceiling }: KeepOptions,
): Promise<Keeper> {
  // Of our own window: what the system calls idle it does not tell under every compositor.
  let touchedMs = performance.now();
  const keeper = await keep({
    app,
    log,
    open,
    startPage: START_PAGE,
    restPage: REST_PAGE_URL,
    ladder,
    memory,
    nowMs: Date.now,
    closable,
    atRest: measure?.rung === 'rest',
    onAlive: openPulse(process.env),
    onTouched: () => {
      touchedMs = performance.now();
    },
    goBack: () => goBack(log, dataDir),
    relaunch: () => startAnew(app),
  });
  if (inFront) keepInFront(keeper.window);
  watchWeight({
    ceiling,
    usedBytes: () => app.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize * 1024, 0),
    idleMs: () => performance.now() - touchedMs,
    onHeavy: (why, usedBytes) => {
      log.write('warning', why, { usedBytes });
      if (why === 'heavy') {
        keeper.freshen();
      } else {
        keeper.release();
        startAnew(app);
      }
    },
  });
  return keeper;
}

function startAnew(app: App): void {
  const supervised = isSupervised(process.env);
  if (!supervised) app.relaunch();
  app.exit(supervised ? START_ANEW : 0);
}

function goBack(log: Log, dataDir: string): boolean {
  try {
    const outcome = rollback(dataDir, { nowMs: Date.now, monotonicMs: () => performance.now() });
    log.write('warning', 'going back to the set before', outcome.ok ? { to: outcome.to } : outcome.refusal);
    return outcome.ok;
  } catch (error) {
    log.write('error', 'going back to the set before', error);
    return false;
  }
}
