/**
 * The client workflow of The Update Framework (specification 5.2 to 5.6): from the root this kiosk
 * trusts to a targets document that is signed, new, unexpired and of one piece. Every check of a
 * signature, version and hash is `tuf-js`'s; ours are the strict reading, the memory of versions, the
 * judgement of the clock, the durable storing and a name for every refusal.
 */
import type { Metadata, Targets } from '@tufjs/models';
import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import {
  BadVersionError,
  EqualVersionError,
  ExpiredMetadataError,
  RepositoryError,
} from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { DAY_MS } from '../pack/days.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { CLOCK_TOLERANCE_MS } from '../pack/target.ts';
import { type Document, MAX_DOCUMENT_BYTES, readDocument } from './documents.ts';
import { fetchBytes } from './fetch.ts';
import { SourceMissing } from './source.ts';
import { isOlder, type Seen, type SeenVersion, type Shelf } from './trust.ts';
import type { Work } from './work.ts';

/** TUF's Y: most roots followed in one go. */
const MAX_ROOT_ROTATIONS = 1_024;
/** A signature that ran out longer ago than this speaks of a wrong clock, not of a late source. */
const CLOCK_LEAP_MS = 3 * 365 * DAY_MS;

/** The folder of the source that holds the documents. */
export type DocumentSource = {
  readonly work: Work;
  /** Prefix of every path, `metadata/` or empty. */
  readonly prefix: string;
};

export type Refreshed = {
  readonly store: TrustedMetadataStore;
  /** Versions of every role that was verified, for the memory. */
  readonly roles: Record<string, SeenVersion>;
  /** Signing time of the timestamp, UTC ms; 0 when it does not say. */
  readonly signedAtMs: number;
};

/**
 * Brings the four top-level documents up to date. Each is kept on the shelf as soon as it is verified,
 * and none before, so a break at any point leaves a shelf from which the next try goes on.
 *
 * @param anchors roots to start from, best first; the first that signs itself is used
 * @throws {SyncRefused | SourceGone}
 */
export async function refresh(
  from: DocumentSource,
  shelf: Shelf,
  anchors: readonly (Buffer | undefined)[],
  seen: Seen,
): Promise<Refreshed> {
  const nowMs = from.work.clock.nowMs();
  // Clause 3.5: a clock behind the newest signature seen cannot judge what has expired.
  if (nowMs < seen.newestSignedMs - CLOCK_TOLERANCE_MS) throw behind(nowMs, seen.newestSignedMs);
  const store = startFrom(anchors, nowMs);
  await updateRoots(from, shelf, store);
  const roles: Record<string, SeenVersion> = {};
  const note = (role: string, version: number): void => {
    const keyIds = store.root.signed.roles[role]?.keyIDs ?? [];
    // Clause 3.4: older than the memory says, although signed: rollback after the documents were lost.
    if (isOlder(seen.roles[role], version, keyIds)) {
      throw new SyncRefused('rollback', role, `version ${version} < ${seen.roles[role]?.version}`);
    }
    roles[role] = { version, keyIds };
  };
  const timestamp = await updateTimestamp(from, shelf, store, note, nowMs, seen);
  await updateSnapshot(from, shelf, store, note, nowMs);
  await updateTargets(from, shelf, store, note, nowMs);
  return { store, roles, signedAtMs: timestamp.signedAtMs };
}

/** The clock goes in through here: the library would read the machine's own. */
function startFrom(anchors: readonly (Buffer | undefined)[], nowMs: number): TrustedMetadataStore {
  const given = anchors.filter((anchor) => anchor !== undefined);
  if (given.length === 0) throw new SyncRefused('root-missing', '', 'no trusted root');
  let last: unknown;
  for (const anchor of given) {
    try {
      readDocument(anchor, 'root');
      const store = new TrustedMetadataStore(anchor);
      (store as unknown as { referenceTime: Date }).referenceTime = new Date(nowMs);
      return store;
    } catch (error) {
      last = error;
    }
  }
  throw new SyncRefused('root-unusable', '', messageOf(last), { cause: last });
}

/** 5.3: one version after the other, each signed by the one before and by itself. */
async function updateRoots(from: DocumentSource, shelf: Shelf, store: TrustedMetadataStore): Promise<void> {
  for (let step = 0; step < MAX_ROOT_ROTATIONS; step += 1) {
    const version = store.root.signed.version + 1;
    let bytes: Buffer;
    try {
      bytes = await fetchDocument(from, `${version}.root.json`, MAX_DOCUMENT_BYTES.root);
    } catch (error) {
      if (error instanceof SourceMissing) return;
      throw error;
    }
    const found = readDocument(bytes, 'root');
    if (found.version !== version)
      throw new SyncRefused('mix-and-match', 'root', `${found.version} as ${version}`);
    named('root', () => store.updateRoot(bytes));
    shelf.keepRoot(version, bytes);
    shelf.write('root', bytes);
  }
}

type Note = (role: string, version: number) => void;

/** 5.4 */
async function updateTimestamp(
  from: DocumentSource,
  shelf: Shelf,
  store: TrustedMetadataStore,
  note: Note,
  nowMs: number,
  seen: Seen,
): Promise<Document> {
  const local = shelf.read('timestamp');
  // An unusable local document is no fault: the source's takes its place. An expired one still guards.
  if (local !== undefined) attempt(() => store.updateTimestamp(local));
  let bytes: Buffer;
  try {
    bytes = await fetchDocument(from, 'timestamp.json', MAX_DOCUMENT_BYTES.timestamp);
  } catch (error) {
    if (!(error instanceof SourceMissing)) throw error;
    throw new SyncRefused('not-a-repository', '', 'no timestamp.json', { cause: error });
  }
  const found = readDocument(bytes, 'timestamp');
  let taken = true;
  named(
    'timestamp',
    () => {
      try {
        store.updateTimestamp(bytes);
      } catch (error) {
        if (!(error instanceof EqualVersionError)) throw error;
        taken = false;
      }
    },
    { found, nowMs, newestSignedMs: seen.newestSignedMs },
  );
  // The other side of clause 3.5: it was signed tomorrow.
  if (found.signedAtMs > nowMs + CLOCK_TOLERANCE_MS) throw behind(nowMs, found.signedAtMs);
  note('timestamp', found.version);
  if (taken) shelf.write('timestamp', bytes);
  return found;
}

/** 5.5 */
async function updateSnapshot(
  from: DocumentSource,
  shelf: Shelf,
  store: TrustedMetadataStore,
  note: Note,
  nowMs: number,
): Promise<void> {
  const meta = store.timestamp?.signed.snapshotMeta;
  if (meta === undefined) throw new SyncRefused('metadata-damaged', 'timestamp', 'names no snapshot');
  const local = shelf.read('snapshot');
  if (local === undefined || !attempt(() => store.updateSnapshot(local, true))) {
    const most = Math.min(meta.length ?? MAX_DOCUMENT_BYTES.snapshot, MAX_DOCUMENT_BYTES.snapshot);
    const bytes = await fetchListed(from, nameOf(store, 'snapshot', meta.version), most, 'snapshot');
    const found = readDocument(bytes, 'snapshot');
    named('snapshot', () => store.updateSnapshot(bytes), { found, nowMs, listedVersion: meta.version });
    note('snapshot', found.version);
    shelf.write('snapshot', bytes);
    return;
  }
  note('snapshot', meta.version);
}

/** 5.6, the top-level role. */
async function updateTargets(
  from: DocumentSource,
  shelf: Shelf,
  store: TrustedMetadataStore,
  note: Note,
  nowMs: number,
): Promise<void> {
  const loaded = await updateTargetsRole(from, shelf, store, 'targets', 'root', nowMs);
  if (loaded === undefined) throw new SyncRefused('rollback', 'targets', 'not in the snapshot');
  note('targets', loaded.signed.version);
}

/**
 * Loads `targets` or a role it delegates to; the newest version that the snapshot names.
 *
 * @returns undefined when the snapshot does not name the role: it has never been published
 * @throws {SyncRefused | SourceGone}
 */
export async function updateTargetsRole(
  from: DocumentSource,
  shelf: Shelf,
  store: TrustedMetadataStore,
  role: string,
  delegator: string,
  nowMs: number,
): Promise<Metadata<Targets> | undefined> {
  const meta = store.snapshot?.signed.meta[`${role}.json`];
  if (meta === undefined) return undefined;
  const local = shelf.read(role);
  if (local === undefined || !attempt(() => store.updateDelegatedTargets(local, role, delegator))) {
    const most = Math.min(meta.length ?? MAX_DOCUMENT_BYTES.targets, MAX_DOCUMENT_BYTES.targets);
    const bytes = await fetchListed(from, nameOf(store, role, meta.version), most, role);
    const found = readDocument(bytes, role);
    named(role, () => store.updateDelegatedTargets(bytes, role, delegator), {
      found,
      nowMs,
      listedVersion: meta.version,
    });
    shelf.write(role, bytes);
  }
  return store.getRole(role);
}

function nameOf(store: TrustedMetadataStore, role: string, version: number): string {
  const prefix = store.root.signed.consistentSnapshot ? `${version}.` : '';
  return `${prefix}${encodeURIComponent(role)}.json`;
}

function fetchDocument(from: DocumentSource, name: string, maxBytes: number): Promise<Buffer> {
  return fetchBytes(from.work, `${from.prefix}${name}`, maxBytes);
}

/** A document that another one names: if it is missing, the source is half a copy. */
async function fetchListed(from: DocumentSource, name: string, most: number, role: string): Promise<Buffer> {
  try {
    return await fetchDocument(from, name, most);
  } catch (error) {
    if (!(error instanceof SourceMissing)) throw error;
    throw new SyncRefused('source-incomplete', role, `no ${name}`, { cause: error });
  }
}

/** @returns whether it went well; local documents may be anything */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

type Circumstances = {
  readonly found?: Document;
  readonly nowMs?: number;
  readonly newestSignedMs?: number;
  /** Version that the document above names. */
  readonly listedVersion?: number;
};

/** Gives the library's errors our names, by their class (clauses 3.2 to 3.5). */
export function named<T>(role: string, action: () => T, around: Circumstances = {}): T {
  try {
    return action();
  } catch (error) {
    throw name(role, error, around);
  }
}

function name(
  role: string,
  error: unknown,
  { found, nowMs = 0, newestSignedMs = 0, listedVersion }: Circumstances,
) {
  const refuse = (code: ConstructorParameters<typeof SyncRefused>[0]): SyncRefused =>
    new SyncRefused(code, role, messageOf(error), { cause: error });
  if (error instanceof SyncRefused) return error;
  if (error instanceof ExpiredMetadataError) {
    const since = nowMs - Math.max(found?.expiresMs ?? nowMs, newestSignedMs);
    return refuse(since > CLOCK_LEAP_MS ? 'clock-not-believed' : 'frozen');
  }
  if (error instanceof UnsignedMetadataError) return refuse('unknown-signer');
  const otherRelease = listedVersion !== undefined && found !== undefined && found.version !== listedVersion;
  if (otherRelease) return refuse('mix-and-match');
  if (error instanceof BadVersionError) return refuse('rollback');
  if (error instanceof LengthOrHashMismatchError) return refuse('metadata-damaged');
  // "Missing file … in new snapshot": something that was signed before has been taken out.
  if (error instanceof RepositoryError) return refuse('rollback');
  return refuse('metadata-damaged');
}

function behind(nowMs: number, knownMs: number): SyncRefused {
  const [now, known] = [nowMs, knownMs].map((ms) => new Date(ms).toISOString());
  return new SyncRefused('clock-not-believed', '', `clock ${now}, signed ${known}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
