/**
 * Checks an unlock note against the root this kiosk trusts already (content/README.md, section 9). Reads
 * nothing and remembers nothing itself; who used a note before is told.
 */
import { Metadata, MetadataKind, type Root, Signature } from '@tufjs/models';
import { DAY_MS } from '../pack/days.ts';
import {
  MAX_UNLOCK_BYTES,
  MAX_UNLOCK_DAYS,
  UNLOCK_ROLE,
  UNLOCK_TYPE,
  type UnlockNote,
  type UnlockRefusalCode,
} from '../pack/unlock-note.ts';
import { readDocument } from './documents.ts';
import { openTrust } from './trust.ts';

export type UnlockFacts = {
  /** Bytes of the newest trusted root; undefined: none yet. */
  readonly root: Uint8Array | undefined;
  readonly venueId: string;
  readonly nowMs: number;
  readonly clockBelieved: boolean;
  readonly isUsed: (id: string) => boolean;
};

export type ReadUnlock =
  | { readonly ok: true; readonly note: UnlockNote }
  | { readonly ok: false; readonly code: UnlockRefusalCode };

/** The newest root of a data folder; before its first sync the one built into the program. */
export function trustedRoot(dataDir: string, builtIn: Buffer | undefined): Buffer | undefined {
  const trust = openTrust(dataDir);
  return trust.shelf.read('root') ?? trust.pinnedRoot() ?? builtIn;
}

/** Never throws. What is wrong with who made it is told before what is wrong with its use. */
export function readUnlockNote(bytes: Uint8Array, facts: UnlockFacts): ReadUnlock {
  const refused = (code: UnlockRefusalCode): ReadUnlock => ({ ok: false, code });
  if (facts.root === undefined) return refused('unlock-untrusting');
  const read = parse(bytes);
  if (read === null) return refused('unlock-damaged');
  // Clause 9.3: enough keys of the role, each once, over the canonical bytes of what is signed.
  if (!isSigned(read, facts.root)) return refused('unlock-unknown-signer');
  const { note, issuedMs } = read;
  if (note.venueId !== facts.venueId) return refused('unlock-foreign');
  if (facts.isUsed(note.id)) return refused('unlock-used');
  // A day's grace: the office's clock and the hall's need not agree.
  if (!facts.clockBelieved || facts.nowMs < issuedMs - DAY_MS) return refused('unlock-clock');
  if (facts.nowMs >= note.expiresMs) return refused('unlock-expired');
  return { ok: true, note };
}

type Signed = { readonly [field: string]: unknown };
type Parsed = {
  readonly note: UnlockNote;
  readonly issuedMs: number;
  readonly signed: Signed;
  readonly signatures: Readonly<Record<string, Signature>>;
};

function parse(bytes: Uint8Array): Parsed | null {
  if (bytes.length > MAX_UNLOCK_BYTES) return null;
  try {
    const { expiresMs, signedAtMs: issuedMs } = readDocument(bytes, UNLOCK_TYPE);
    const raw = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      readonly signed: Signed;
      readonly signatures: readonly { readonly keyid: unknown; readonly sig: unknown }[];
    };
    const { _type: type, id, venue } = raw.signed;
    if (type !== UNLOCK_TYPE || typeof id !== 'string' || typeof venue !== 'string') return null;
    if (!/^[0-9a-f]{32}$/.test(id) || issuedMs === 0) return null;
    if (expiresMs - issuedMs > MAX_UNLOCK_DAYS * DAY_MS) return null;
    const signatures = raw.signatures.map(({ keyid, sig }) => [
      String(keyid),
      new Signature({ keyID: String(keyid), sig: String(sig) }),
    ]);
    return {
      note: { id, venueId: venue, expiresMs },
      issuedMs,
      signed: raw.signed,
      signatures: Object.fromEntries(signatures) as Parsed['signatures'],
    };
  } catch {
    return null;
  }
}

function isSigned({ signed, signatures }: Parsed, rootBytes: Uint8Array): boolean {
  try {
    const raw = JSON.parse(Buffer.from(rootBytes).toString('utf8')) as Parameters<
      typeof Metadata.fromJSON
    >[1];
    const root: Metadata<Root> = Metadata.fromJSON(MetadataKind.Root, raw);
    root.verifyDelegate('root', root);
    // Of a document the library asks only for its signatures and what they are over.
    const document = { signed: { toJSON: () => signed }, signatures } as unknown as Metadata<Root>;
    root.verifyDelegate(UNLOCK_ROLE, document);
    return true;
  } catch {
    return false;
  }
}
