/**
 * The staff's side of the door: types and names only, part of `contract.ts`. Every call but the first
 * three is refused with `staff-locked` unless the main process itself holds an unlocked staff session.
 */
import type { Day } from '../../content/pack/types.ts';

/** What is counted. `item` says which: see `COUNT_ITEMS` in `main/usage/items.ts`. */
export type CountKind = 'session' | 'screen' | 'item' | 'language' | 'search';

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
