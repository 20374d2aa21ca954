/** Clears a repository, or a stick, of what no kept release needs. Names that are not ours stay. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listNames } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { sweepCopies } from './intake.ts';
import { type Needed, neededBy, versionsOf } from './needed.ts';
import { PublishRefused } from './refusal.ts';
import { readState } from './repository.ts';

export type Pruned = { readonly files: number; readonly bytes: number; readonly releases: number };

export type PruneOptions = {
  readonly repo: string;
  /** Releases that stay, the one in force included; 1 or more. Kiosks may be in the middle of the one before. */
  readonly keep: number;
  /** Only count. */
  readonly dryRun: boolean;
  readonly nowMs: number;
};

/** @throws {PublishRefused} `repository-busy`, `repository-altered`, `repository-without-keys` */
export function prune({ repo, keep, dryRun, nowMs }: PruneOptions): Pruned {
  const unlock = takeLock(join(repo, '.work'), nowMs);
  if (unlock === undefined) throw new PublishRefused('repository-busy', '', repo);
  try {
    sweepCopies(repo);
    const current = readState(repo)?.snapshot?.signed.version;
    if (current === undefined) throw new PublishRefused('repository-without-keys', '', repo);
    const versions = versionsOf(repo, 'snapshot').filter((version) => version <= current);
    const kept = versions.slice(0, Math.max(1, keep)).map((version) => neededBy(repo, version));
    return { ...clear(repo, kept, dryRun), releases: kept.length };
  } finally {
    unlock();
  }
}

/** Removes packs, media and lists that none of `kept` needs. Broken off, it has only removed less. */
export function clear(repo: string, kept: readonly Needed[], dryRun: boolean): Omit<Pruned, 'releases'> {
  const wanted = new Set(kept.flatMap(({ packs, blobs }) => [...packs, ...blobs].map(({ path }) => path)));
  const documents = new Set(kept.flatMap((one) => one.documents));
  const unwanted = [
    ...oldDocuments(repo, documents),
    ...['packs', 'programs'].flatMap((kind) => namesIn(repo, `targets/${kind}`, /^[0-9a-f]{64}\./)),
    ...listNames(join(repo, 'blobs')).flatMap((prefix) => namesIn(repo, `blobs/${prefix}`, /^[0-9a-f]{64}$/)),
  ].filter((path) => !wanted.has(path));
  let bytes = 0;
  for (const path of unwanted) {
    bytes += statSync(join(repo, path), { throwIfNoEntry: false })?.size ?? 0;
    if (!dryRun) rmSync(join(repo, path), { force: true });
  }
  return { files: unwanted.length, bytes };
}

function namesIn(repo: string, folder: string, ours: RegExp): readonly string[] {
  return listNames(join(repo, folder))
    .filter((name) => ours.test(name))
    .map((name) => `${folder}/${name}`);
}

/**
 * Lists that were overtaken. Roots stay, every one: old kiosks walk over them. Numbers above the ones in
 * force are of broken attempts and stay as well, so that they are not used again (clause 2.9).
 */
function oldDocuments(repo: string, documents: ReadonlySet<string>): readonly string[] {
  const highest = new Map<string, number>();
  for (const name of documents) {
    const [, version, role = ''] = /^(\d{1,9})\.(.+)\.json$/.exec(name) ?? [];
    highest.set(role, Math.max(highest.get(role) ?? 0, Number(version)));
  }
  return listNames(join(repo, 'metadata'))
    .filter((name) => {
      const [, version, role = ''] = /^(\d{1,9})\.(.+)\.json$/.exec(name) ?? [];
      if (version === undefined || role === 'root' || documents.has(name)) return false;
      return Number(version) < (highest.get(role) ?? 0);
    })
    .map((name) => `metadata/${name}`);
}
