/**
 * Whether the trust folder is as it was written (content/README.md, section 5). A damaged document is no
 * danger: nothing is believed without its signature, and the next sync fetches it anew. But whoever asks
 * `verify` wants to know that the disk is failing.
 */
import { Metadata, MetadataKind, type Root, type Snapshot, type Timestamp } from '@tufjs/models';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type TargetsDocument, verifiedTargets } from './delegations.ts';
import { readDocument } from './documents.ts';
import { named } from './refresh.ts';
import type { Trust } from './trust.ts';

/** A damaged file: its name below `trust/`, and what is wrong with it. */
export type DamagedTrust = { readonly file: string; readonly detail: string };

export function findDamagedTrust(trust: Trust): readonly DamagedTrust[] {
  const damaged: DamagedTrust[] = [];
  /** @returns undefined when the file is damaged, or not there */
  const look = <T>(file: string, bytes: Buffer | undefined, read: (bytes: Buffer) => T): T | undefined => {
    if (bytes === undefined) return undefined;
    try {
      refuseOtherSpelling(bytes, file);
      return read(bytes);
    } catch (error) {
      if (!(error instanceof SyncRefused)) throw error;
      damaged.push({ file, detail: `${error.refusal.code} ${error.refusal.detail}`.slice(0, 120) });
      return undefined;
    }
  };
  for (const file of trust.unreadable()) damaged.push({ file, detail: 'empty' });
  if (!trust.memoryIsWhole()) damaged.push({ file: 'seen.json', detail: 'not as it was written' });
  if (!trust.verdictsAreWhole()) damaged.push({ file: 'verdicts.json', detail: 'not as it was written' });
  const roots = rootsOf(trust, look);
  look('metadata/timestamp.json', trust.shelf.read('timestamp'), (bytes) => {
    const read = (raw: Json): Metadata<Timestamp> => Metadata.fromJSON(MetadataKind.Timestamp, raw);
    signedByOneOf(roots, 'timestamp', parsed(bytes, 'timestamp', read));
  });
  look('metadata/snapshot.json', trust.shelf.read('snapshot'), (bytes) => {
    const read = (raw: Json): Metadata<Snapshot> => Metadata.fromJSON(MetadataKind.Snapshot, raw);
    signedByOneOf(roots, 'snapshot', parsed(bytes, 'snapshot', read));
  });
  const targets = look('metadata/targets.json', trust.shelf.read('targets'), (bytes) =>
    underOneOf(roots, (root) => verifiedTargets(bytes, 'targets', root)),
  );
  for (const role of targets === undefined ? [] : partnersOf(targets)) {
    look(`metadata/${role}.json`, trust.shelf.read(role), (bytes) => {
      if (targets !== undefined) verifiedTargets(bytes, role, targets);
    });
  }
  return damaged;
}

type Look = <T>(file: string, bytes: Buffer | undefined, read: (bytes: Buffer) => T) => T | undefined;

/** The pinned root and every one kept since, newest first. */
function rootsOf(trust: Trust, look: Look): readonly Metadata<Root>[] {
  const roots = new Map<number, Metadata<Root>>();
  const read = (bytes: Buffer): Metadata<Root> => {
    const root = parsed(bytes, 'root', (raw): Metadata<Root> => Metadata.fromJSON(MetadataKind.Root, raw));
    named('root', () => root.verifyDelegate('root', root));
    const before = roots.get(root.signed.version - 1);
    named('root', () => before?.verifyDelegate('root', root));
    roots.set(root.signed.version, root);
    return root;
  };
  look('pinned.root.json', trust.pinnedRoot(), read);
  for (const version of trust.rootVersions()) {
    look(`roots/${version}.root.json`, trust.root(version), read);
  }
  look('metadata/root.json', trust.shelf.read('root'), (bytes) => {
    const { version } = read(bytes).signed;
    if (trust.root(version)?.equals(bytes) === false) throw damage('root', 'differs from the one kept');
  });
  return [...roots.values()].sort((a, b) => b.signed.version - a.signed.version);
}

function partnersOf(targets: TargetsDocument): readonly string[] {
  return Object.keys(targets.signed.delegations?.roles ?? {});
}

/** A rotation that broke off leaves documents under the keys of the root before. */
function signedByOneOf<T extends Timestamp | Snapshot>(
  roots: readonly Metadata<Root>[],
  role: string,
  document: Metadata<T>,
): void {
  underOneOf(roots, (root) => named(role, () => root.verifyDelegate(role, document)));
}

function underOneOf<T>(roots: readonly Metadata<Root>[], read: (root: Metadata<Root>) => T): T {
  let refusal: unknown = damage('root', 'no root that holds');
  for (const root of roots) {
    try {
      return read(root);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

type Json = Parameters<typeof Metadata.fromJSON>[1];

function parsed<T>(bytes: Buffer, role: string, read: (raw: Json) => T): T {
  readDocument(bytes, role);
  return named(role, () => read(JSON.parse(bytes.toString('utf8')) as Json));
}

/** Hexadecimal digits mean the same in capitals, so a changed bit in them would pass the signature. */
function refuseOtherSpelling(bytes: Buffer, role: string): void {
  const other = /"sig"\s*:\s*"[0-9a-f]*[^0-9a-f"]/.exec(bytes.toString('latin1'));
  if (other !== null) throw damage(role, 'a signature that is spelt otherwise');
}

function damage(role: string, detail: string): SyncRefused {
  return new SyncRefused('metadata-damaged', role, detail);
}
