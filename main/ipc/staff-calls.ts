/**
 * The staff's side of the door, and what the kiosk counts: types only, part of `contract.ts`. Every call
 * that begins with `staff:` but those of the gate (`look`, `unlock`, `lock`, `key`, `new-pin`) is refused with `staff-locked` unless the
 * main process itself holds an unlocked staff session.
 */

import type { MunicipalityCode } from '../../content/pack/code.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import type { SyncRefusal } from '../../content/pack/sync-refusal.ts';
import type { Day } from '../../content/pack/types.ts';
import type { UnlockRefusalCode } from '../../content/pack/unlock-note.ts';

/** What is counted. `item` says which: `main/usage/items.ts`. */
export type CountKind =
  | 'session'
  | 'screen'
  | 'item'
  | 'language'
  | 'search'
  /** What visitors gave in 「さんかする」: towns, right and wrong answers, answers of the survey. */
  | 'vote'
  | 'quiz'
  | 'survey';

export type CountRow = {
  readonly day: Day;
  /** Id of the hall. */
  readonly venue: string;
  readonly kind: CountKind;
  /** Page, `town:012068`, language, `none`; empty for sessions. */
  readonly item: string;
  /** 1 or more. */
  readonly number: number;
};

/** Tokyo times of day, `HH:MM`; `from` is earlier. */
export type OpeningHours = { readonly from: string; readonly to: string };

export type DeviceSettings = {
  /** Percent, 0..100. */
  readonly volume: number;
  /** Of the sound under the finger. Percent, 0..100; 0: none. */
  readonly touchSound: number;
  /** Percent, 0..100. */
  readonly brightness: number;
  /** Null: always open. */
  readonly hours: OpeningHours | null;
  /** The notice for a disaster stands on every screen. */
  readonly notice: boolean;
};

/** Everything that is written down. Closed list. */
export type AuditAction =
  | 'state-begun'
  | 'pin-set'
  | 'unlock'
  | 'lock'
  | 'sync'
  | 'rollback'
  | 'settings'
  | 'export'
  | 'leave'
  | 'unreadable';

export type AuditEntry = {
  /** 1, 2, 3 … */
  readonly seq: number;
  /** UTC; what the clock said, right or wrong. */
  readonly atMs: number;
  readonly believed: boolean;
  readonly action: AuditAction;
  readonly result: string;
  readonly detail: string;
};

export type AuditProof = {
  readonly sound: boolean;
  readonly entries: number;
  /** First entry that does not follow from the one before. */
  readonly brokenAt: number | null;
  /** Hash of the last sound entry; written into receipts, it binds all before. */
  readonly head: string;
};

/** Where staff stand. */
export type StaffGate =
  | { readonly state: 'open' }
  /** `waitMs` 0: a PIN may be tried. `lastWrong`: the one just tried was not it. */
  | { readonly state: 'closed'; readonly waitMs: number; readonly lastWrong: boolean }
  /** Another try is being looked at. */
  | { readonly state: 'busy' }
  /** 100 failures in a row: only a new PIN, set at the machine itself, helps. */
  | { readonly state: 'stopped' }
  | { readonly state: 'no-pin' }
  /** The data folder cannot be written, so no try could be remembered. */
  | { readonly state: 'no-memory'; readonly detail: string };

/** A note on a stick with which a new PIN may be set. */
export type UnlockKey =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly stick: string }
  | { readonly state: 'refused'; readonly code: UnlockRefusalCode };

/** How setting a PIN with it ended. `weak`: everybody tries that PIN; the note is not used up. */
export type NewPin =
  | { readonly state: 'set' | 'weak' | 'no-key' }
  | { readonly state: 'refused'; readonly code: UnlockRefusalCode };

/** How a line of the readiness list stands: all right, look at it when there is time, do something. */
export type Light = 'good' | 'look' | 'act';

export type Readiness = {
  readonly today: Day;
  /** The worst of the lines. */
  readonly overall: Light;
  readonly lines: readonly ReadinessLine[];
  /** Memory of the whole program in bytes, one a minute, oldest first, at most 24 hours. */
  readonly memory: readonly number[];
};

/** One line each, with the figures the sentence needs. */
export type ReadinessLine = { readonly light: Light } & (
  | { readonly about: 'packs'; readonly shown: number; readonly faults: readonly Fault[] }
  /** `setId`: first 12 hex digits of the active set; null: there is none. */
  | { readonly about: 'signature'; readonly setId: string | null; readonly signedDay: Day | null }
  /** Days until the first of the signatures runs out; null: no signed list yet. */
  | { readonly about: 'days-left'; readonly days: number | null; readonly until: Day | null }
  | { readonly about: 'disk'; readonly freeBytes: number | null; readonly floorBytes: number }
  | { readonly about: 'memory'; readonly nowBytes: number; readonly trend: 'unknown' | 'steady' | 'rising' }
  | { readonly about: 'clock'; readonly believed: boolean; readonly nowMs: number }
  /** `code`: `done`, `unchanged` or why it was refused; null: never tried. */
  | { readonly about: 'update'; readonly atMs: number | null; readonly code: string | null }
  | { readonly about: 'touch'; readonly day: Day | null; readonly missed: number | null }
  /** `file`: what had to be set aside. */
  | { readonly about: 'memory-file'; readonly file: string | null }
);

/** Counts of some days, ready to be drawn. */
export type CountsView = {
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  /** Newest day first, then kind, then the largest number. */
  readonly rows: readonly CountRow[];
  /** Names of the things counted, by item, in Japanese, where the packs still know them. */
  readonly names: Readonly<Record<string, string>>;
};

/** A stick that is plugged in. */
export type Stick = {
  readonly id: string;
  readonly name: string;
  readonly writable: boolean;
  /** Content of ours lies on it. */
  readonly content: boolean;
};

export type Exported = {
  /** Name of the file on the stick. */
  readonly file: string;
  readonly stick: string;
};

/** What staff may take along: how much was used, what staff did, what the program wrote down. */
export type ExportKind = 'counts' | 'audit' | 'log';

/** One pack of a set, as staff read it. */
export type PackLine = {
  readonly packId: string;
  readonly version: number;
  /** As signed; null where no signature vouches for it. */
  readonly title: string | null;
  readonly date: Day | null;
};

export type ContentView = {
  /** Where content comes from by itself; null: only by stick. */
  readonly source: string | null;
  readonly current: readonly PackLine[] | null;
  /** What one can go back to. */
  readonly previous: readonly PackLine[] | null;
  /** Staff went back before: the set that one can go to is the newer one. */
  readonly previousIsNewer: boolean;
  readonly work: WorkView;
};

/** What brings content in just now, and how it went last. */
export type WorkView = {
  readonly phase: 'idle' | 'working';
  /** What goes on, or went on last; null: nothing yet since the start of the program. */
  readonly job: 'line' | 'stick' | 'back' | null;
  /** Null until the first report, and when idle. */
  readonly progress: WorkProgress | null;
  readonly stopping: boolean;
  /** How the last one ended. */
  readonly result: WorkResult | null;
};

export type WorkProgress = {
  readonly stage: 'checking' | 'packs' | 'media' | 'activating';
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly bytesPerSecond: number;
  /** Null while nothing can be said. */
  readonly secondsLeft: number | null;
};

export type WorkResult = {
  readonly atMs: number;
  /** Null: no stick was used. */
  readonly stick: {
    /** Nothing of it is open any more. */
    readonly safeToRemove: boolean;
    /** A receipt was left on it. */
    readonly receipt: boolean;
  } | null;
} & (
  | {
      readonly code: 'updated' | 'mended' | 'unchanged' | 'held' | 'back' | 'forth';
      /** Packs that changed. */
      readonly changes: number;
    }
  | { readonly code: 'refused'; readonly refusal: SyncRefusal }
);

type Nothing = Readonly<Record<never, never>>;
type Ask<Request, Value> = { readonly request: Request; readonly value: Value };

export type StaffCalls = {
  /** Adds one to the counts of this hall and day. More than a few a second are dropped. */
  'usage:count': Ask<{ readonly kind: CountKind; readonly item: string }, null>;
  /** What visitors of this hall voted for so far, the most first; whatever is small is left out. */
  'votes:read': Ask<Nothing, readonly { readonly code: MunicipalityCode; readonly number: number }[]>;
  /** How loud, how bright, when open, and whether the notice for a disaster stands. */
  'device:read': Ask<Nothing, DeviceSettings>;
  'staff:look': Ask<Nothing, StaffGate>;
  /** `pin`: six to eight digits. */
  'staff:unlock': Ask<{ readonly pin: string }, StaffGate>;
  'staff:lock': Ask<Nothing, null>;
  /** Whether a stick holds a note that lets staff in; asked while the PIN is asked for. */
  'staff:key': Ask<Nothing, UnlockKey>;
  /** Sets the PIN with that note; needs no session, but the note. `pin`: six to eight digits. */
  'staff:new-pin': Ask<{ readonly pin: string }, NewPin>;
  'staff:readiness': Ask<Nothing, Readiness>;
  /** The touch test was walked through; `missed` 0..100 places did not answer. */
  'staff:tested': Ask<{ readonly missed: number }, null>;
  /** The last `days` days, 1..400, today included. */
  'staff:counts': Ask<{ readonly days: number }, CountsView>;
  'staff:audit': Ask<Nothing, { readonly entries: readonly AuditEntry[]; readonly proof: AuditProof }>;
  'staff:settings': Ask<{ readonly settings: DeviceSettings }, DeviceSettings>;
  'staff:sticks': Ask<Nothing, readonly Stick[]>;
  /** Writes a file to a stick. @refused not-found: the stick is gone or cannot be written */
  'staff:export': Ask<{ readonly what: ExportKind; readonly stick: string }, Exported>;
  'staff:content': Ask<Nothing, ContentView>;
  /** Begins to bring content in; how it goes comes as `staff:work`. @refused not-found: no such source */
  'staff:sync': Ask<{ readonly stick: string | null }, null>;
  'staff:stop': Ask<Nothing, null>;
  /** Begins to go back to the set before. */
  'staff:back': Ask<Nothing, null>;
  /** Ends the program. */
  'staff:leave': Ask<Nothing, null>;
};
