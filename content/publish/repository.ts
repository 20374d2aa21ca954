/**
 * A repository folder: which documents are in force, and how new ones get in. The order of writing is
 * the whole safety: files first, then documents under new names, `timestamp.json` last. Whoever reads at
 * any moment sees the old release or the new one, and an interrupted publication has changed nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { codeOf, listNames, sweepTemporary, writeDurably } from '../disk.ts';
import { MetadataKind, parse } from './documents.ts';
import { PublishRefused } from './refusal.ts';

/** The documents in force; those below root are missing before the first publication. */
export type State = {
  /** Every root from 1 on; the last is in force. */
  readonly roots: readonly Metadata<Root>[];
  readonly root: Metadata<Root>;
  readonly timestamp?: Metadata<Timestamp>;
  readonly snapshot?: Metadata<Snapshot>;
  readonly targets?: Metadata<Targets>;
  /** Bytes of `targets` and of each partner's document, as published. */
  readonly bytes: ReadonlyMap<string, Buffer>;
};

/**
 * Reads a repository and checks every signature in it: nobody should sign on top of what another has
 * altered.
 *
 * @returns undefined for a folder without any root
 * @throws {PublishRefused} `repository-altered`
 */
export function readState(repo: string): State | undefined {
  const folder = join(repo, 'metadata');
  sweepTemporary(folder);
  const roots = readRoots(folder);
  const root = roots.at(-1);
  if (root === undefined) return undefined;
  const bytes = new Map<string, Buffer>();
  const read = <T extends Timestamp | Snapshot | Targets>(
    role: string,
    kind: MetadataKind,
    version?: number,
  ) => {
    const name = version === undefined ? `${role}.json` : `${version}.${role}.json`;
    const found = readFileSync(join(folder, name));
    bytes.set(role, found);
    return parse<T>(kind, found);
  };
  if (!existsSync(join(folder, 'timestamp.json'))) return { roots, root, bytes };
  return guarded('', () => {
    const timestamp = proven(roots, 'timestamp', read<Timestamp>('timestamp', MetadataKind.Timestamp));
    const { version } = timestamp.signed.snapshotMeta;
    const snapshot = proven(roots, 'snapshot', read<Snapshot>('snapshot', MetadataKind.Snapshot, version));
    timestamp.signed.snapshotMeta.verify(bytes.get('snapshot') ?? Buffer.alloc(0));
    let targets: Metadata<Targets> | undefined;
    for (const [file, meta] of Object.entries(snapshot.signed.meta)) {
      const role = file.replace(/\.json$/, '');
      const document = read<Targets>(role, MetadataKind.Targets, meta.version);
      meta.verify(bytes.get(role) ?? Buffer.alloc(0));
      if (role === 'targets') targets = proven(roots, role, document);
    }
    return { roots, root, timestamp, snapshot, bytes, ...(targets === undefined ? {} : { targets }) };
  });
}

function readRoots(folder: string): readonly Metadata<Root>[] {
  const roots: Metadata<Root>[] = [];
  for (let version = 1; existsSync(join(folder, `${version}.root.json`)); version += 1) {
    roots.push(guarded(`root ${version}`, () => nextRoot(folder, version, roots.at(-1))));
  }
  return roots;
}

function nextRoot(folder: string, version: number, before: Metadata<Root> | undefined): Metadata<Root> {
  const root = parse<Root>(MetadataKind.Root, readFileSync(join(folder, `${version}.root.json`)));
  if (root.signed.version !== version) throw new RangeError(`version ${root.signed.version} as ${version}`);
  root.verifyDelegate('root', root);
  before?.verifyDelegate('root', root);
  return root;
}

/** An interrupted rotation leaves documents under the keys of the root before; the next run re-signs them. */
function proven<T extends Timestamp | Snapshot | Targets>(
  roots: readonly Metadata<Root>[],
  role: string,
  document: Metadata<T>,
): Metadata<T> {
  const [newest, before] = [roots.at(-1), roots.at(-2)];
  try {
    newest?.verifyDelegate(role, document);
  } catch (error) {
    if (before === undefined) throw error;
    before.verifyDelegate(role, document);
  }
  return document;
}

function guarded<T>(subject: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof PublishRefused) throw cause;
    const detail = codeOf(cause) || (cause instanceof Error ? cause.message : String(cause));
    throw new PublishRefused('repository-altered', subject, detail, { cause });
  }
}

/** Whether the newest root's own keys signed a document in force. */
export function isUnderRoot(
  root: Metadata<Root>,
  role: string,
  document: Metadata<Targets | Snapshot | Timestamp>,
) {
  try {
    root.verifyDelegate(role, document);
    return true;
  } catch {
    return false;
  }
}

/** A version that no file in the folder has: names are never used twice, not even by a broken attempt. */
export function nextVersion(repo: string, role: string, current: number): number {
  const versions = listNames(join(repo, 'metadata')).map((name) => {
    const [, version, found] = /^(\d{1,9})\.(.+)\.json$/.exec(name) ?? [];
    return found === role ? Number(version) : 0;
  });
  return Math.max(current, ...versions) + 1;
}

/** A document to be published. */
export type Outgoing = { readonly name: string; readonly bytes: Buffer };

/** Writes documents one after the other, each whole and on the disk before the next. */
export function writeDocuments(repo: string, documents: readonly Outgoing[]): void {
  for (const { name, bytes } of documents) writeDurably(join(repo, 'metadata', name), bytes);
}
