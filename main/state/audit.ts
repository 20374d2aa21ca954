/**
 * What staff did at this kiosk, for good: written once, each entry on the disk before the kiosk goes on,
 * each bound to the one before by its hash, so that a line changed or taken out later shows. No names:
 * who had the PIN was `staff`.
 */
import { createHash } from 'node:crypto';
import type { AuditAction, AuditEntry, AuditProof } from '../ipc/staff-calls.ts';
import type { StateDatabase } from './database.ts';

/** The machine's clocks, and whether the day was believed. */
export type AuditClock = {
  readonly nowMs: () => number;
  /** Time since the program started, unmoved by whoever sets the clock. */
  readonly monotonicMs: () => number;
  readonly believed: () => boolean;
};

export type Audit = {
  /** On the disk when this returns. @throws the driver's error; then the deed must not be done */
  readonly write: (action: AuditAction, result: string, detail?: string) => void;
  /** The newest entries, newest first. */
  readonly newest: (limit: number) => readonly AuditEntry[];
  /** All entries, oldest first, and whether the chain holds. */
  readonly verify: () => AuditProof;
  /** All as lines of JSON with their hashes, oldest first, so that anyone can follow the chain. */
  readonly lines: () => string;
};

type Row = { readonly seq: number; readonly entry: string; readonly hash: string };

/** The hash before the first entry. */
export const AUDIT_START = '0'.repeat(64);
const MAX_DETAIL = 500;

export function openAudit(database: StateDatabase, clock: AuditClock): Audit {
  const rows = (): readonly Row[] => database.all<Row>('SELECT seq, entry, hash FROM audit ORDER BY seq');

  function write(action: AuditAction, result: string, detail = ''): void {
    database.durably(() => {
      const [last] = database.all<Row>('SELECT seq, entry, hash FROM audit ORDER BY seq DESC LIMIT 1');
      const seq = (last?.seq ?? 0) + 1;
      const entry = JSON.stringify({
        seq,
        atMs: clock.nowMs(),
        believed: clock.believed(),
        monotonicMs: Math.round(clock.monotonicMs()),
        role: 'staff',
        action,
        result,
        detail: detail.slice(0, MAX_DETAIL),
      });
      const hash = hashOf(last?.hash ?? AUDIT_START, entry);
      database.run('INSERT INTO audit (seq, entry, hash) VALUES ($seq, $entry, $hash)', { seq, entry, hash });
    });
  }

  return {
    write,
    newest: (limit) =>
      database
        .all<Row>('SELECT seq, entry, hash FROM audit ORDER BY seq DESC LIMIT $limit', { limit })
        .map(entryOf),
    verify: () => prove(rows()),
    lines: () =>
      rows()
        .map(({ entry, hash }) => `${JSON.stringify({ entry, hash })}\n`)
        .join(''),
  };
}

function prove(rows: readonly Row[]): AuditProof {
  let before = AUDIT_START;
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || hashOf(before, row.entry) !== row.hash)
      return { sound: false, entries: rows.length, brokenAt: index + 1, head: before };
    before = row.hash;
  }
  return { sound: true, entries: rows.length, brokenAt: null, head: before };
}

/** SHA-256 of the hash before, a line feed and the entry as it stands. */
export function hashOf(before: string, entry: string): string {
  return createHash('sha256').update(`${before}\n${entry}`).digest('hex');
}

/** An entry somebody tampered with still has to be shown; the chain says that it was. */
function entryOf({ seq, entry }: Row): AuditEntry {
  const strange = { atMs: 0, believed: false, result: '', detail: entry.slice(0, MAX_DETAIL) };
  try {
    const raw = JSON.parse(entry) as AuditEntry;
    return { ...strange, ...raw, seq };
  } catch {
    return { ...strange, seq, action: 'unreadable' };
  }
}
