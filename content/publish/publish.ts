/** `renkei publish`: takes packs out of built data folders into a signed repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Targets } from '@tufjs/models';
import { writeDurably } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { OLDEST_READABLE_FORMAT } from '../pack/schema.ts';
import { packTargetPath } from '../pack/target.ts';
import type { PackId } from '../pack/types.ts';
import { compare, type PublishChange } from './compare.ts';
import { copyTargets, head } from './documents.ts';
import { copyIn, type Incoming, readBuild, sweepCopies } from './intake.ts';
import { type AskPassphrase, type Keyring, openKeyring } from './keyring.ts';
import { readDeliveries } from './partner.ts';
import { PublishRefused } from './refusal.ts';
import { type PartnerDocument, type Released, release } from './release.ts';
import { readState, type State } from './repository.ts';

/** Public file in a key folder: the first root, which goes to every kiosk. */
export const ROOT_FILE = 'root.json';

export type PublishOptions = {
  /** Repository folder; made when missing. */
  readonly repo: string;
  /** Folder that `keysNew` made. */
  readonly keys: string;
  readonly builds: readonly string[];
  /** Packs to take back. */
  readonly remove?: readonly PackId[];
  /** Folders that partners delivered (`publishAs`). */
  readonly partners?: readonly string[];
  readonly nowMs: number;
  readonly ask: AskPassphrase;
};

export type Published = Released & {
  readonly changes: readonly PublishChange[];
  /** Bytes that were copied into the repository. */
  readonly bytes: number;
  /** The newer FORMAT that came in with this release, and its packs: programs that do not know it refuse all of it. */
  readonly newer: { readonly format: number; readonly packs: readonly PackId[] } | null;
};

/**
 * Publishes. Interrupted at any moment, the repository serves what it served before, and the same call
 * again brings it to an end. Without builds it renews signatures.
 *
 * @throws {PublishRefused}
 */
export function publish(options: PublishOptions): Promise<Published> {
  return withRepository(options, async (state, keyring) => {
    const incoming = options.builds.flatMap(readBuild);
    const targets =
      state.targets === undefined
        ? new Targets(head('targets', 1, options.nowMs))
        : copyTargets(state.targets);
    const known = newestFormat(targets);
    const changes = [...merge(targets, incoming), ...withdraw(targets, options.remove ?? [])];
    if (!Object.values(targets.targets).some((target) => target.custom['kind'] === 'base')) {
      throw new PublishRefused('base-missing', '', 'no base pack');
    }
    let bytes = 0;
    for (const one of incoming) bytes += copyIn(one, options.repo);
    const partners: PartnerDocument[] = [];
    for (const folder of options.partners ?? []) {
      const delivery = readDeliveries(folder, options.repo, targets, state);
      bytes += delivery.bytes;
      partners.push(...delivery.documents);
      changes.push(...delivery.changes);
    }
    const own = changes.length > 0 ? { targets } : {};
    const released = await release(options.repo, state, keyring, options.nowMs, { ...own, partners });
    return { ...released, changes, bytes, newer: newerThan(known, targets) };
  });
}

/** Puts packs in, refusing what no kiosk would take after what it has. */
function merge(targets: Targets, incoming: readonly Incoming[]): PublishChange[] {
  const changes: PublishChange[] = [];
  for (const { entry, target } of incoming) {
    const change = compare(targets.targets[target.path], target, entry.packId);
    if (change === undefined) continue;
    targets.addTarget(target);
    changes.push(change);
  }
  return changes;
}

/** What a program must know to read all of a release; every program knows the oldest. */
function newestFormat({ targets }: Targets): number {
  const formats = Object.values(targets).map(({ custom }) => Number(custom['format'] ?? 0));
  return Math.max(OLDEST_READABLE_FORMAT, ...formats);
}

/** Null where every program that could read the release before can read this one as well. */
function newerThan(known: number, after: Targets): Published['newer'] {
  const format = newestFormat(after);
  if (format <= known) return null;
  const packs = Object.values(after.targets).filter(({ custom }) => custom['format'] === format);
  return { format, packs: packs.map(({ custom }) => custom['packId'] as PackId) };
}

function withdraw(targets: Targets, remove: readonly PackId[]): PublishChange[] {
  return remove.map((packId) => {
    const path = packTargetPath(packId);
    const before = targets.targets[path];
    if (before === undefined) throw new PublishRefused('pack-not-there', packId, path);
    delete targets.targets[path];
    return { packId, from: Number(before.custom['version']), to: null };
  });
}

export type RepositoryOptions = Pick<PublishOptions, 'repo' | 'keys' | 'nowMs' | 'ask'> & {
  /** Folders with root keys, where they are kept apart; `<keys>/root` otherwise. */
  readonly rootKeys?: readonly string[];
};

/** Opens repository and keys for one piece of work; nobody else writes meanwhile. */
export async function withRepository<T>(
  options: RepositoryOptions,
  act: (state: State, keyring: Keyring) => Promise<T>,
): Promise<T> {
  const { repo, keys, nowMs, ask } = options;
  const unlock = takeLock(join(repo, '.work'), nowMs);
  if (unlock === undefined) throw new PublishRefused('repository-busy', '', repo);
  try {
    sweepCopies(repo);
    const state = readState(repo) ?? begin(repo, keys);
    const rootKeys = options.rootKeys ?? [join(keys, 'root')];
    return await act(state, openKeyring([keys, ...rootKeys], ask));
  } finally {
    unlock();
  }
}

/** A new repository starts with the public root of its keys. */
function begin(repo: string, keys: string): State {
  const file = join(keys, ROOT_FILE);
  if (!existsSync(file)) throw new PublishRefused('repository-without-keys', '', file);
  writeDurably(join(repo, 'metadata', '1.root.json'), readFileSync(file));
  const state = readState(repo);
  if (state === undefined) throw new PublishRefused('repository-altered', '', 'no root after writing one');
  return state;
}
