/**
 * Partners: an association that may sign packs under its own names only. It signs with its own key in a
 * delivery folder; the project looks the delivery through and puts it in force with its next release.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Metadata, type TargetFile, Targets } from '@tufjs/models';
import type { DelegatedRole } from '@tufjs/models/dist/role.js';
import { listNames, writeDurably } from '../disk.ts';
import { blobPath, packPath } from '../pack/library.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { PARTNER_KINDS, packIdOfTarget, packInRepository, parsePackTarget } from '../pack/target.ts';
import { compare, type PublishChange } from './compare.ts';
import { head, MetadataKind, parse, signed } from './documents.ts';
import { copy, copyIn, readBuild, readIncoming, sweepCopies } from './intake.ts';
import { type AskPassphrase, openKeyring } from './keyring.ts';
import { listKeys } from './keys.ts';
import { PublishRefused } from './refusal.ts';
import type { PartnerDocument } from './release.ts';
import { nextVersion, type State } from './repository.ts';

export type PublishAsOptions = {
  /** The partner's name, as the project delegated it. */
  readonly name: string;
  /** Delivery folder; kept by the partner, so that versions go on. */
  readonly folder: string;
  readonly keys: string;
  readonly builds: readonly string[];
  readonly nowMs: number;
  readonly ask: AskPassphrase;
};

/** The partner's side: packs signed with the partner's key. Returns the document's version. */
export async function publishAs(options: PublishAsOptions): Promise<number> {
  const { name, folder, keys, nowMs } = options;
  const incoming = options.builds
    .flatMap(readBuild)
    .filter(({ entry }) => PARTNER_KINDS.includes(entry.kind));
  if (incoming.length === 0) throw new PublishRefused('partner-outside', name, 'no exhibition or newsletter');
  const ids = listKeys([keys]).filter((file) => file.role === name);
  const signers = await openKeyring([keys], options.ask).signersOf(
    { keyIDs: ids.map((file) => file.keyId), threshold: 1 },
    name,
  );
  sweepCopies(folder);
  const before = newestDocument(folder, name);
  const version = nextVersion(folder, name, 0);
  const targets = { ...before?.metadata.signed.targets };
  for (const one of incoming) {
    compare(targets[one.target.path], one.target, one.entry.packId);
    targets[one.target.path] = one.target;
    copyIn(one, folder);
  }
  const document = signed(new Targets({ ...head('targets', version, nowMs), targets }), signers);
  writeDurably(join(folder, 'metadata', `${version}.${name}.json`), document.bytes);
  return version;
}

type Found = { readonly metadata: Metadata<Targets>; readonly bytes: Buffer; readonly version: number };

function newestDocument(folder: string, name: string): Found | undefined {
  const versions = listNames(join(folder, 'metadata')).flatMap((file) => {
    const found = /^(\d{1,9})\.(.+)\.json$/.exec(file);
    return found?.[2] === name ? [Number(found[1])] : [];
  });
  if (versions.length === 0) return undefined;
  const version = Math.max(...versions);
  const bytes = readFileSync(join(folder, 'metadata', `${version}.${name}.json`));
  try {
    return { metadata: parse<Targets>(MetadataKind.Targets, bytes), bytes, version };
  } catch (cause) {
    throw new PublishRefused('partner-outside', name, 'not a signed list', { cause });
  }
}

export type Deliveries = {
  readonly documents: readonly PartnerDocument[];
  readonly changes: readonly PublishChange[];
  readonly bytes: number;
};

/**
 * The project's side: looks a delivery through as a kiosk would, then copies its files.
 *
 * @throws {PublishRefused} `partner-unknown`, `partner-outside`, `pack-older`, `pack-unusable`…
 */
export function readDeliveries(folder: string, repo: string, targets: Targets, state: State): Deliveries {
  const roles = Object.values(targets.delegations?.roles ?? {});
  const found = roles.flatMap((role) => {
    const document = newestDocument(folder, role.name);
    return document === undefined ? [] : [{ role, document }];
  });
  if (found.length === 0) throw new PublishRefused('partner-unknown', '', folder);
  const documents: PartnerDocument[] = [];
  const changes: PublishChange[] = [];
  let bytes = 0;
  for (const { role, document } of found) {
    const current = state.snapshot?.signed.meta[`${role.name}.json`];
    if (current !== undefined && document.version <= current.version) continue;
    proveSignature(targets, role, document);
    const published = publishedBy(state, role.name);
    for (const target of Object.values(document.metadata.signed.targets)) {
      const change = compare(published[target.path], target, requireOwn(role, target));
      if (change !== undefined) changes.push(change);
      bytes += takeIn(folder, repo, target);
    }
    documents.push({ role: role.name, version: document.version, bytes: document.bytes });
  }
  return { documents, changes, bytes };
}

function publishedBy(state: State, role: string): Readonly<Record<string, TargetFile>> {
  const bytes = state.bytes.get(role);
  return bytes === undefined ? {} : parse<Targets>(MetadataKind.Targets, bytes).signed.targets;
}

function proveSignature(targets: Targets, role: DelegatedRole, { metadata }: Found): void {
  const { delegations } = targets;
  const keys = role.keyIDs.flatMap((id) => delegations?.keys[id] ?? []);
  const good = keys.filter((key) => {
    try {
      key.verifySignature(metadata);
      return true;
    } catch {
      return false;
    }
  });
  if (good.length < role.threshold) throw new PublishRefused('partner-outside', role.name, 'signature');
}

function requireOwn(role: DelegatedRole, target: TargetFile): ReturnType<typeof parsePackTarget>['packId'] {
  try {
    const packId = packIdOfTarget(target.path);
    if (packId === undefined || !role.isDelegatedPath(target.path)) {
      throw new PublishRefused('partner-outside', role.name, target.path);
    }
    const { kind } = parsePackTarget(packId, target);
    if (!PARTNER_KINDS.includes(kind)) throw new PublishRefused('partner-outside', packId, kind);
    return packId;
  } catch (cause) {
    if (!(cause instanceof SyncRefused)) throw cause;
    throw new PublishRefused('partner-outside', role.name, cause.message, { cause });
  }
}

/** Copies a pack into the repository's own staging, opens it there, and only then lets it and its media in. */
function takeIn(folder: string, repo: string, target: TargetFile): number {
  const packId = packIdOfTarget(target.path);
  if (packId === undefined) return 0;
  const { sha256, sizeBytes, kind, version } = parsePackTarget(packId, target);
  const staging = join(repo, '.work', 'staging');
  const entry = { packId, kind, version, sha256, sizeBytes };
  rmSync(staging, { recursive: true, force: true });
  try {
    copy(
      join(folder, packInRepository(packId, sha256)),
      join(staging, packPath(entry)),
      sha256,
      sizeBytes,
      'pack-unusable',
    );
    const incoming = readIncoming(staging, entry);
    let bytes = 0;
    for (const blob of incoming.blobs) {
      const path = blobPath(blob.sha256);
      if (!existsSync(join(repo, path)) && !existsSync(join(folder, path))) {
        throw new PublishRefused('media-missing', packId, path);
      }
      bytes += copy(join(folder, path), join(repo, path), blob.sha256, blob.sizeBytes, 'media-missing');
    }
    return bytes + copyIn({ ...incoming, blobs: [] }, repo);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
