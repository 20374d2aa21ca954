/** What the kiosk and its sync process say to each other. Everything here survives structured clone. */

import type { ReceiptFacts } from '../../content/pack/receipt.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import type { SyncProgress } from '../../content/sync/progress.ts';
import type { RolledBack } from '../../content/sync/rollback.ts';
import type { Plan, SyncDone, SyncRefusedOutcome } from '../../content/sync/sync.ts';

/** By line from a web server, or from a folder: a USB stick or a share. */
export type SyncFrom =
  | { readonly by: 'line'; readonly url: string }
  | { readonly by: 'folder'; readonly folder: string };

type FromSource = {
  readonly from: SyncFrom;
  /** Root file that came with the program; null: none. */
  readonly builtInRoot: string | null;
  /** Take the set even if staff went back from it before. */
  readonly again: boolean;
};

/** One piece of work. A sync process does one and ends. */
export type Order = { readonly dataDir: string } & (
  | ({
      readonly job: 'sync';
      /** For the receipt that is left in the folder it comes from; null: none. */
      readonly receipt: ReceiptFacts | null;
    } & FromSource)
  /** Only look at what would come. */
  | ({ readonly job: 'plan' } & FromSource)
  | { readonly job: 'rollback' }
  /** Every check of every pack of the active set, SQLite's own included. */
  | { readonly job: 'check' }
);

/** What the control does; `check` goes on by itself (check.ts). */
export type Job = Exclude<Order['job'], 'check'>;

export type Checked = { readonly ok: true; readonly faults: readonly Fault[] };

/** What each job ends with when it was not refused. */
export type Done = {
  readonly sync: SyncDone;
  readonly plan: Plan;
  readonly rollback: RolledBack;
};
export type Outcome<J extends Job = Job> = Done[J] | SyncRefusedOutcome;

/** Kiosk -> process. */
export type ToWorker = { readonly say: 'begin'; readonly order: Order } | { readonly say: 'cancel' };

/** Process -> kiosk. `ended` is the last; `receipt` is the name of the one that lies on the stick. */
export type FromWorker =
  | { readonly say: 'progress'; readonly progress: SyncProgress }
  | { readonly say: 'ended'; readonly outcome: Outcome | Checked; readonly receipt: string | null };
