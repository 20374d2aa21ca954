/** What the sync process does. Plain Node: `worker.ts` gives it Electron's port, the tests their own. */
import { openLibrary } from '../../content/store/library.ts';
import { fromFolder } from '../../content/sync/from-folder.ts';
import { fromHttp } from '../../content/sync/from-http.ts';
import { makeReceipt, writeReceipt } from '../../content/sync/receipt.ts';
import { rollback } from '../../content/sync/rollback.ts';
import { LIMITS, type Source } from '../../content/sync/source.ts';
import { plan, type SyncOptions, sync } from '../../content/sync/sync.ts';
import type { Clock } from '../../content/sync/work.ts';
import { repositoryIn } from './find-repository.ts';
import type { Checked, FromWorker, Order, Outcome, SyncFrom, ToWorker } from './messages.ts';
import { rootAt } from './settings.ts';

/** The process's end of the line to the kiosk. */
export type WorkerPort = {
  readonly hear: (listener: (message: ToWorker) => void) => void;
  readonly tell: (message: FromWorker) => void;
};

/**
 * Waits for the order, does it and tells the outcome. What our own mistakes throw is not caught: the
 * process ends, and the kiosk tells that from its end.
 */
export function serveWork(port: WorkerPort, clock: Clock): void {
  const stop = new AbortController();
  let begun = false;
  port.hear((message) => {
    if (message.say === 'cancel') stop.abort();
    else if (!begun) {
      begun = true;
      void work(message.order, clock, stop.signal, port.tell).then((ended) => port.tell(ended));
    }
  });
}

async function work(
  given: Order,
  clock: Clock,
  signal: AbortSignal,
  tell: WorkerPort['tell'],
): Promise<FromWorker> {
  const order = await located(given);
  const outcome = await obey(order, clock, signal, tell);
  const receipt = await leaveReceipt(order, outcome, clock.nowMs()).catch(() => null);
  return { say: 'ended', outcome, receipt };
}

/** Where nothing looks like a repository the folder itself is asked, and sync says what is wrong with it. */
async function located(order: Order): Promise<Order> {
  if (!('from' in order) || order.from.by !== 'folder') return order;
  const folder = (await repositoryIn(order.from.folder)) ?? order.from.folder;
  return { ...order, from: { by: 'folder', folder } };
}

/** On a stick, whether the import went through or not: both are worth knowing. */
async function leaveReceipt(order: Order, outcome: Outcome | Checked, nowMs: number): Promise<string | null> {
  if (order.job !== 'sync' || order.from.by !== 'folder' || order.receipt === null) return null;
  const how = outcome.ok ? ('state' in outcome ? outcome.state : '') : outcome.refusal.code;
  return writeReceipt(order.from.folder, await makeReceipt(order.dataDir, order.receipt, how, nowMs));
}

async function obey(
  order: Order,
  clock: Clock,
  signal: AbortSignal,
  tell: WorkerPort['tell'],
): Promise<Outcome | Checked> {
  const { dataDir } = order;
  if (order.job === 'rollback') return rollback(dataDir, clock);
  if (order.job === 'check') return check(dataDir);
  const options: SyncOptions = {
    dataDir,
    source: sourceOf(order.from),
    clock,
    signal,
    builtInRoot: rootAt(order.builtInRoot),
    again: order.again,
    onProgress: (progress) => tell({ say: 'progress', progress }),
  };
  return order.job === 'plan' ? plan(options) : sync(options);
}

function check(dataDir: string): Checked {
  const opened = openLibrary(dataDir);
  if (!opened.ok) return { ok: true, faults: opened.faults };
  opened.library.close();
  return { ok: true, faults: opened.library.faults };
}

function sourceOf(from: SyncFrom): Source {
  return from.by === 'line' ? fromHttp(from.url, LIMITS) : fromFolder(from.folder);
}
