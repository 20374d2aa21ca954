/** Which files of a repository a release is made of: what a stick has to carry, and what must stay. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Snapshot, Targets } from '@tufjs/models';
import { codeOf, listNames } from '../disk.ts';
import { blobPath } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import { packIdOfTarget, parsePackTarget } from '../pack/target.ts';
import { readBlobs } from '../store/blobs.ts';
import { openPackFile } from '../store/open.ts';
import { MetadataKind, parse } from './documents.ts';
import { PublishRefused } from './refusal.ts';

/** A file of which the signed list, or a pack, says what is in it. Paths are relative, with `/`. */
export type NeededFile = { readonly path: string; readonly sha256: string; readonly sizeBytes: number };

export type Needed = {
  /** Names in `metadata/`, without roots and `timestamp.json`. */
  readonly documents: readonly string[];
  readonly packs: readonly NeededFile[];
  readonly blobs: readonly NeededFile[];
};

/**
 * Reads a release from its snapshot on. The documents in force were verified by `readState`; those of
 * earlier releases only decide what is kept.
 *
 * @param version of the snapshot
 * @throws {PublishRefused} `repository-altered` when a part is missing or is not what the list says
 */
export function neededBy(repo: string, version: number): Needed {
  try {
    const snapshot = read<Snapshot>(repo, `${version}.snapshot.json`, MetadataKind.Snapshot);
    const documents = Object.entries(snapshot.meta).map(
      ([file, meta]) => [file.replace(/\.json$/, ''), `${meta.version}.${file}`] as const,
    );
    const names = new Map(documents);
    const top = read<Targets>(repo, names.get('targets') ?? 'targets.json', MetadataKind.Targets);
    const partners = Object.keys(top.delegations?.roles ?? {}).flatMap((role) => names.get(role) ?? []);
    const lists = [top, ...partners.map((name) => read<Targets>(repo, name, MetadataKind.Targets))];
    const { packs, blobs } = filesOf(repo, lists);
    return { documents: [`${version}.snapshot.json`, ...names.values()], packs, blobs };
  } catch (cause) {
    if (cause instanceof PublishRefused) throw cause;
    const detail = codeOf(cause) || (cause instanceof Error ? cause.message : String(cause));
    throw new PublishRefused('repository-altered', `${version}.snapshot.json`, detail, { cause });
  }
}

function read<T extends Snapshot | Targets>(repo: string, name: string, kind: MetadataKind): T {
  return parse<T>(kind, readFileSync(join(repo, 'metadata', name))).signed;
}

function filesOf(repo: string, lists: readonly Targets[]): Pick<Needed, 'packs' | 'blobs'> {
  const packs: NeededFile[] = [];
  const blobs = new Map<string, NeededFile>();
  for (const [path, target] of lists.flatMap((list) => Object.entries(list.targets))) {
    const packId = packIdOfTarget(path);
    const sha256 = target.hashes['sha256'] ?? '';
    const file = { path: consistent(path, sha256), sha256, sizeBytes: target.length };
    packs.push(file);
    if (packId === undefined) continue;
    for (const blob of blobsIn(join(repo, file.path), parsePackTarget(packId, target))) {
      blobs.set(blob.sha256, { path: blobPath(blob.sha256), ...blob });
    }
  }
  return { packs, blobs: [...blobs.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)) };
}

/** TUF's name for a target: the hash in front of the last part. */
function consistent(path: string, sha256: string): string {
  return posix.join('targets', posix.dirname(path), `${sha256}.${posix.basename(path)}`);
}

function blobsIn(path: string, entry: Parameters<typeof openPackFile>[1]): ReturnType<typeof readBlobs> {
  try {
    const pack = openPackFile(path, entry);
    try {
      return readBlobs(pack);
    } finally {
      pack.close();
    }
  } catch (cause) {
    if (!(cause instanceof PackRefused)) throw cause;
    throw new PublishRefused('repository-altered', entry.packId, cause.message, { cause });
  }
}

/** Numbers of a role's documents in a folder, highest first. */
export function versionsOf(repo: string, role: string): readonly number[] {
  return listNames(join(repo, 'metadata'))
    .flatMap((name) => {
      const [, version, found] = /^(\d{1,9})\.(.+)\.json$/.exec(name) ?? [];
      return found === role ? [Number(version)] : [];
    })
    .sort((a, b) => b - a);
}
