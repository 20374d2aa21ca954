/**
 * The kiosk's memory as a whole. Opened on first need, not at the start: no visitor waits for it. When
 * the disk cannot keep anything the kiosk shows what it shows, and staff are told.
 */
import { mkdirSync } from 'node:fs';
import { type Audit, type AuditClock, openAudit } from './audit.ts';
import { type Counts, openCounts } from './counts.ts';
import { type OpenedState, openStateDatabase, type SetAside, type StateDatabase } from './database.ts';
import { openPinStore, type PinStore } from './pin.ts';
import { openSettings, type Settings } from './settings.ts';

export type State = {
  readonly settings: Settings;
  readonly audit: Audit;
  readonly counts: Counts;
  readonly pin: PinStore;
  /** What had to be set aside when it was opened this time. */
  readonly setAside: SetAside | null;
};

export type StateOrNot =
  | { readonly ok: true; readonly state: State }
  /** The disk of the data folder is full, read-only or in use; `detail` is the system's own word. */
  | { readonly ok: false; readonly detail: string };

export type StateKeeper = {
  /** Opens it when that has not happened. A disk that failed is asked again, at most once a minute. */
  readonly get: () => StateOrNot;
  readonly close: () => void;
};

export type StateOptions = {
  /** Absolute path of the data folder; made when missing. */
  readonly folder: string;
  readonly clock: AuditClock;
  /** Told once per opening that failed or set a file aside. */
  readonly report: (what: string, detail: unknown) => void;
};

const AGAIN_MS = 60_000;

export function keepState({ folder, clock, report }: StateOptions): StateKeeper {
  let opened: { readonly found: StateOrNot; readonly atMs: number; readonly close: () => void } | null = null;

  function open(): StateOrNot {
    const found = openIn(folder, clock.nowMs);
    if (!found.ok) {
      report('state not kept', found.detail);
      opened = { found, atMs: clock.monotonicMs(), close: () => undefined };
      return found;
    }
    const state = stateOf(found.database, found.setAside, clock);
    const kept: StateOrNot = { ok: true, state };
    opened = { found: kept, atMs: clock.monotonicMs(), close: found.database.close };
    if (found.setAside !== null) {
      report('state set aside', found.setAside);
      state.audit.write('state-begun', found.setAside.why, found.setAside.file);
    }
    return kept;
  }

  return {
    get: () => {
      const fresh = opened !== null && (opened.found.ok || clock.monotonicMs() - opened.atMs < AGAIN_MS);
      return fresh && opened !== null ? opened.found : open();
    },
    close: () => {
      opened?.close();
      opened = null;
    },
  };
}

function openIn(folder: string, nowMs: () => number): OpenedState {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return { ok: false, detail: String(error) };
  }
  return openStateDatabase(folder, nowMs);
}

function stateOf(database: StateDatabase, setAside: SetAside | null, clock: AuditClock): State {
  return {
    settings: openSettings(database),
    audit: openAudit(database, clock),
    counts: openCounts(database),
    pin: openPinStore(database),
    setAside,
  };
}
