/** The first half of a sync: whom to believe, what is offered, and whether it differs from what is here. */
import { formatLibrary, type LibraryEntry, type LibraryManifest } from '../pack/library.ts';
import { PROGRAM_SUBJECT, type ProgramEntry } from '../pack/program-target.ts';
import { type SyncRefusal, SyncRefused } from '../pack/sync-refusal.ts';
import type { PackTarget } from '../pack/target.ts';
import { type LoadRole, lenientLoader, strictLoader } from './delegations.ts';
import { MAX_DOCUMENT_BYTES } from './documents.ts';
import { fetchBytes } from './fetch.ts';
import { hashOfSet, readSet, type SetFile } from './library-file.ts';
import { type Offer, readOffer } from './offer.ts';
import { formatProof } from './proof.ts';
import { type DocumentSource, type Refreshed, refresh } from './refresh.ts';
import { SourceMissing } from './source.ts';
import type { Seen, Shelf, Trust } from './trust.ts';
import { onDisk, type Work } from './work.ts';

export type Roots = {
  /** Root file that staff give: it is pinned, in place of another one if need be. */
  readonly root?: Buffer | undefined;
  /** Root that came with the program. */
  readonly builtInRoot?: Buffer | undefined;
  /** Believe the root of the source, if this data folder knows none yet. Staff's explicit order only. */
  readonly trustFirst?: boolean | undefined;
};

/** A pack, or the program (`PROGRAM_SUBJECT`), that comes, goes or changes. `from` and `to` are versions; null where there is none. */
export type SyncChange = {
  readonly packId: string;
  readonly title: string;
  readonly from: number | null;
  readonly to: number | null;
};

export type Prepared = {
  readonly offer: Offer;
  /** The set as `library.json` will name it. */
  readonly text: string;
  readonly entries: readonly LibraryEntry[];
  readonly program: ProgramEntry | undefined;
  readonly changes: readonly SyncChange[];
  readonly current: SetFile | undefined;
  readonly proof: string;
  /** The memory once the set is active. */
  readonly seen: Seen;
  /** Partners whose part stays as it was. */
  readonly warnings: readonly SyncRefusal[];
  /** When the source's signature runs out, UTC ms. */
  readonly validUntilMs: number;
};

const FOLDER = 'metadata/';

/** @throws {SyncRefused | SourceGone} */
export async function prepare(work: Work, dataDir: string, trust: Trust, roots: Roots): Promise<Prepared> {
  const from: DocumentSource = { work, prefix: FOLDER };
  const before = trust.seen();
  const { shelf, refreshed } = await refreshTrusted(from, trust, roots, before);
  const seen: Seen = {
    ...before,
    roles: { ...before.roles, ...refreshed.roles },
    newestSignedMs: Math.max(before.newestSignedMs, refreshed.signedAtMs),
  };
  if (JSON.stringify(seen) !== JSON.stringify(before)) await onDisk('', () => trust.remember(seen));

  const warnings: SyncRefusal[] = [];
  const used = new Set<string>();
  const lenient = lenientLoader(strictLoader(from, shelf, refreshed.store), shelf, (one) =>
    warnings.push(one),
  );
  const load: LoadRole = async (role, delegator) => {
    const document = await lenient(role, delegator);
    if (document !== undefined) used.add(role);
    return document;
  };
  const current = readSet(dataDir, 'current');
  const signedHere = current !== undefined && trust.proof(hashOfSet(current.text)) !== undefined;
  const keyIds = refreshed.store.root.signed.roles['targets']?.keyIDs ?? [];
  const offer = await readOffer(keyIds, load, seen, signedHere ? current.manifest : undefined);
  const entries = offer.packs.map(entryOf);
  const program = offer.program && programEntryOf(offer.program);
  return {
    offer,
    entries,
    program,
    text: formatLibrary({ packs: entries, ...(program && { program }) }),
    changes: [
      ...changesOf(current?.manifest.packs ?? [], offer.packs),
      ...programChange(current?.manifest, offer),
    ],
    current,
    proof: proofOf(refreshed, shelf, used),
    seen: { ...seen, packs: offer.seen },
    warnings,
    validUntilMs: Date.parse(refreshed.store.timestamp?.signed.expires ?? ''),
  };
}

type Trusted = { readonly shelf: Shelf; readonly refreshed: Refreshed };

/** Clause 5.1: start from the newest root that is here, else the pinned one, else the built-in one. */
async function refreshTrusted(
  from: DocumentSource,
  trust: Trust,
  roots: Roots,
  seen: Seen,
): Promise<Trusted> {
  const pinned = trust.pinnedRoot();
  const repin = roots.root !== undefined && pinned?.equals(roots.root) !== true;
  if (pinned !== undefined && !repin) {
    const { shelf } = trust;
    return {
      shelf,
      refreshed: await refresh(from, shelf, [shelf.read('root'), pinned, roots.builtInRoot], seen),
    };
  }
  const first = roots.root ?? roots.builtInRoot ?? trust.shelf.read('root') ?? (await firstRoot(from, roots));
  // Nothing is pinned and nothing forgotten before the new root has shown a whole signed repository.
  const draft = draftShelf();
  const refreshed = await refresh(from, draft, [first], seen);
  await onDisk('', () => {
    trust.pin(first);
    draft.copyTo(trust.shelf);
  });
  return { shelf: trust.shelf, refreshed };
}

/** Clause 5.2: without a root nothing is believed, unless staff say that this very source is to be. */
async function firstRoot(from: DocumentSource, roots: Roots): Promise<Buffer> {
  if (roots.trustFirst !== true) throw new SyncRefused('root-missing', '', 'no pinned root');
  try {
    return await fetchBytes(from.work, `${from.prefix}1.root.json`, MAX_DOCUMENT_BYTES.root);
  } catch (error) {
    if (!(error instanceof SourceMissing)) throw error;
    throw new SyncRefused('not-a-repository', '', 'no 1.root.json', { cause: error });
  }
}

/** A shelf in memory. */
function draftShelf(): Shelf & { readonly copyTo: (shelf: Shelf) => void } {
  const documents = new Map<string, Buffer>();
  const roots = new Map<number, Buffer>();
  return {
    read: (role) => documents.get(role),
    write: (role, bytes) => void documents.set(role, Buffer.from(bytes)),
    keepRoot: (version, bytes) => void roots.set(version, Buffer.from(bytes)),
    copyTo: (shelf) => {
      for (const [version, bytes] of roots) shelf.keepRoot(version, bytes);
      for (const [role, bytes] of documents) shelf.write(role, bytes);
    },
  };
}

function proofOf({ store }: Refreshed, shelf: Shelf, used: ReadonlySet<string>): string {
  const documents = [...used].sort().map((role) => [role, shelf.read(role)?.toString('utf8') ?? '']);
  return formatProof({ rootVersion: store.root.signed.version, documents: Object.fromEntries(documents) });
}

function entryOf({ packId, kind, version, sha256, sizeBytes }: PackTarget): LibraryEntry {
  return { packId, kind, version, sha256, sizeBytes };
}

function programEntryOf({ version, sha256, sizeBytes }: ProgramEntry): ProgramEntry {
  return { version, sha256, sizeBytes };
}

function programChange(before: LibraryManifest | undefined, { program }: Offer): readonly SyncChange[] {
  if (before?.program?.sha256 === program?.sha256) return [];
  const [from, to] = [before?.program?.version ?? null, program?.version ?? null];
  return [{ packId: PROGRAM_SUBJECT, title: program?.title ?? '', from, to }];
}

function changesOf(before: readonly LibraryEntry[], after: readonly PackTarget[]): readonly SyncChange[] {
  const old = new Map(before.map((pack) => [pack.packId, pack]));
  const coming = after
    .filter((pack) => old.get(pack.packId)?.sha256 !== pack.sha256)
    .map(({ packId, title, version }) => ({
      packId,
      title,
      from: old.get(packId)?.version ?? null,
      to: version,
    }));
  const stay = new Set(after.map((pack) => pack.packId));
  const going = before
    .filter((pack) => !stay.has(pack.packId))
    .map(({ packId, version }) => ({ packId, title: packId, from: version, to: null }));
  return [...coming, ...going];
}
