/**
 * How long the signed lists of this data folder still hold. Only reads what sync verified and kept; when
 * they have run out updates stop, and what is shown stays.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FILE } from '../../content/pack/library.ts';
import { openTrust } from '../../content/sync/trust.ts';

export type Signatures = {
  /** First 12 hex digits of the active set; null: there is none. */
  readonly setId: string | null;
  /** Newest signing time seen; null: nothing signed has come yet. */
  readonly newestSignedMs: number | null;
  /** When the first of the lists runs out; null: no list. */
  readonly expiresMs: number | null;
};

/** TUF's four; any of them that runs out stops updates. */
const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;

/** @param dataDir absolute path */
export function readSignatures(dataDir: string): Signatures {
  const trust = openTrust(dataDir);
  const { newestSignedMs } = trust.seen();
  const expiries = ROLES.map((role) => expiryOf(trust.shelf.read(role))).filter((ms) => ms !== null);
  return {
    setId: setIdOf(dataDir),
    newestSignedMs: newestSignedMs === 0 ? null : newestSignedMs,
    expiresMs: expiries.length === 0 ? null : Math.min(...expiries),
  };
}

function expiryOf(bytes: Buffer | undefined): number | null {
  try {
    const { signed } = JSON.parse(bytes?.toString('utf8') ?? '') as {
      readonly signed: { readonly expires: string };
    };
    const ms = Date.parse(signed.expires);
    return Number.isFinite(ms) ? ms : null;
  } catch {
    return null;
  }
}

function setIdOf(dataDir: string): string | null {
  try {
    const text = readFileSync(join(dataDir, LIBRARY_FILE));
    return createHash('sha256').update(text).digest('hex').slice(0, 12);
  } catch {
    return null;
  }
}
