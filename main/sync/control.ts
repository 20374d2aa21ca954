/**
 * The kiosk's one hand on its content: sync from a line or a stick, look at what would come, go back.
 * One piece of work at a time, each in a process of its own. Whatever happens to that process, visitors
 * see a whole set, the old or the new one.
 *
 *     const stop = control.subscribe((state) => …);      // working, progress, idle with the last ending
 *     const ending = await control.sync({ by: 'folder', folder: '/media/stick' });
 */
import type { ReceiptFacts } from '../../content/pack/receipt.ts';
import type { SyncRefusalCode } from '../../content/pack/sync-refusal.ts';
import type { SyncProgress } from '../../content/sync/progress.ts';
import type { Log } from '../log.ts';
import type { Done, Job, Order, Outcome, SyncFrom } from './messages.ts';
import type { StartProcess, SyncProcess } from './process.ts';

/** Who asked: staff are told at once, the schedule works quietly. */
export type Asker = 'staff' | 'schedule';

export type Work = {
  readonly job: Job;
  readonly asker: Asker;
  /** Null for going back. */
  readonly from: SyncFrom | null;
  readonly startedMs: number;
};

export type Ending = Work & {
  readonly endedMs: number;
  readonly outcome: Outcome;
  /** Name of the receipt left on the stick; null: none. */
  readonly receipt: string | null;
  /** The process is gone and with it every open file: a stick may be taken out. */
  readonly safeToRemove: boolean;
};

type Ended = Pick<Ending, 'outcome' | 'receipt' | 'safeToRemove'>;

export type SyncState =
  | {
      readonly phase: 'working';
      readonly work: Work;
      /** Null until the first report. */
      readonly progress: SyncProgress | null;
      /** Staff pressed stop. */
      readonly stopping: boolean;
      readonly last: Ending | null;
    }
  /** `last`: how the last piece of work of this run of the program ended; null before the first. */
  | { readonly phase: 'idle'; readonly last: Ending | null };

export type SyncControl = {
  /**
   * Brings the content up to date. The new set is on the screen when this resolves with `updated`. Never
   * rejects; refused with `busy` while other work goes on.
   *
   * @param again take the set even if staff went back from it before
   */
  readonly sync: (from: SyncFrom, options?: { asker?: Asker; again?: boolean }) => Promise<Outcome<'sync'>>;
  /** What a sync would bring, fully verified, without taking it. */
  readonly plan: (from: SyncFrom) => Promise<Outcome<'plan'>>;
  /** Back to the set before; twice is there and back again. */
  readonly rollback: () => Promise<Outcome<'rollback'>>;
  /** Asks the work going on to stop; what came stays for the next try. Nothing happens when idle. */
  readonly cancel: () => void;
  readonly state: () => SyncState;
  /** Called at every change, ten times a second at most while bytes come. @returns ends it */
  readonly subscribe: (listener: (state: SyncState) => void) => () => void;
  /** Ends everything, for good: the program is about to end. */
  readonly close: () => void;
};

export type ControlOptions = {
  /** Folder that syncs write to. */
  readonly dataDir: string;
  readonly start: StartProcess;
  /** Root file that came with the program; null: none. */
  readonly builtInRoot: string | null;
  /** Before each piece of work: let go of files that it may clear away. */
  readonly before: () => void;
  /** After each, before it is told: show what is now the active set. */
  readonly after: () => Promise<void>;
  /** What a receipt says of this kiosk; asked for each stick. */
  readonly receipt: () => ReceiptFacts | null;
  readonly nowMs: () => number;
  readonly log: Log;
};

/** So long may a process take to stop by itself; a stick that hangs can hold it for ever. */
const STOP_LIMIT_MS = 10_000;
/** So long may a process that has told its outcome take to end; a pulled stick can hold its last read. */
const END_LIMIT_MS = 5_000;

export function makeSyncControl(options: ControlOptions): SyncControl {
  const listeners = new Set<(state: SyncState) => void>();
  let state: SyncState = { phase: 'idle', last: null };
  let running: SyncProcess | null = null;
  let closed = false;

  function turn(next: SyncState): void {
    state = next;
    for (const listener of [...listeners]) listener(next);
  }

  async function run<J extends Job>(order: Order & { job: J }, asker: Asker): Promise<Outcome<J>> {
    if (closed || state.phase === 'working') return refused('busy', 'other work goes on');
    const from = 'from' in order ? order.from : null;
    const work: Work = { job: order.job, asker, from, startedMs: options.nowMs() };
    turn({ phase: 'working', work, progress: null, stopping: false, last: state.last });
    options.before();
    const ended = await endOf(order);
    await show();
    const ending: Ending = { ...work, endedMs: options.nowMs(), ...ended };
    note(options.log, ending);
    turn({ phase: 'idle', last: ending });
    // The process answers the order it was given: the job's own kind of outcome.
    return ended.outcome as Outcome<J>;
  }

  /** Resolves when the process has ended: only then is nothing of it left open. */
  function endOf(order: Order): Promise<Ended> {
    return new Promise((resolve) => {
      const child = options.start();
      running = child;
      let told: Omit<Ended, 'safeToRemove'> | null = null;
      const end = (safeToRemove: boolean, otherwise: Outcome): void => {
        running = null;
        resolve({ outcome: otherwise, receipt: null, ...told, safeToRemove });
      };
      child.hear((message) => {
        if (message.say === 'progress' && state.phase === 'working') {
          turn({ ...state, progress: message.progress });
        } else if (message.say === 'ended') {
          // The process answers the order it was given, and that was no check.
          const outcome = message.outcome as Outcome;
          told = { outcome, receipt: message.receipt };
          child.kill();
          setTimeout(() => end(false, outcome), END_LIMIT_MS).unref();
        }
      });
      child.onEnd((code) => {
        const stopped = state.phase === 'working' && state.stopping;
        end(true, stopped ? refused('cancelled', 'stopped') : refused('process-died', `exit code ${code}`));
      });
      child.tell({ say: 'begin', order });
    });
  }

  /** A set that cannot be opened is told by the content itself; our own slips must not stop all further work. */
  async function show(): Promise<void> {
    try {
      await options.after();
    } catch (error) {
      options.log.write('error', 'content not shown', error);
    }
  }

  function cancel(): void {
    if (state.phase !== 'working' || state.stopping) return;
    const stopped = running;
    stopped?.tell({ say: 'cancel' });
    turn({ ...state, stopping: true });
    setTimeout(() => {
      if (running === stopped) stopped?.kill();
    }, STOP_LIMIT_MS).unref();
  }

  const { dataDir, builtInRoot } = options;
  return {
    sync: (from, { asker = 'staff', again = false } = {}) => {
      const receipt = from.by === 'folder' ? options.receipt() : null;
      return run({ job: 'sync', dataDir, from, builtInRoot, again, receipt }, asker);
    },
    plan: (from) => run({ job: 'plan', dataDir, from, builtInRoot, again: true }, 'staff'),
    rollback: () => run({ job: 'rollback', dataDir }, 'staff'),
    cancel,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      listeners.clear();
      running?.kill();
    },
  };
}

function refused(code: SyncRefusalCode, detail: string): Outcome<never> {
  return { ok: false, refusal: { code, subject: '', detail } };
}

function note(log: Log, { job, asker, from, startedMs, endedMs, outcome }: Ending): void {
  const what = { asker, from, tookMs: endedMs - startedMs };
  if (!outcome.ok) log.write('warning', `${job} refused`, { ...what, ...outcome.refusal });
  else log.write('info', `${job} done`, { ...what, ...brief(outcome) });
}

function brief(done: Done[Job]): object {
  if ('to' in done) return { to: done.to.map(({ packId, version }) => `${packId} ${version}`) };
  return { state: done.state, changes: done.changes, warnings: done.warnings };
}
