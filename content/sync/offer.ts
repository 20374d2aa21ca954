/** What the source offers, after every check that needs no pack: the set that would become active. */
import type { LibraryManifest } from '../pack/library.ts';
import { PROGRAM_SUBJECT, PROGRAM_TARGET, type ProgramTarget } from '../pack/program-target.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import {
  inLibraryOrder,
  MAX_PACKS,
  PARTNER_KINDS,
  type PackTarget,
  parsePackTarget,
} from '../pack/target.ts';
import { findProgramTarget, type LoadRole, listPackTargets } from './delegations.ts';
import { isOlder, type Seen, sameKeys } from './trust.ts';

export type Offer = {
  /** Base first, then by pack id. */
  readonly packs: readonly PackTarget[];
  readonly program: ProgramTarget | undefined;
  /** The memory of packs and program once this set is active; no pack id looks like the program's path. */
  readonly seen: Seen['packs'];
  /** Roles whose documents sign a part of it. */
  readonly roles: readonly string[];
};

/**
 * Reads the offer and refuses what must not be taken.
 *
 * @param installed signed set in place, if any: the memory's stand-in where the memory was lost
 * @throws {SyncRefused} `rollback`, `same-version-differs`, `no-base`, `too-big`, `pack-too-new`…
 */
export async function readOffer(
  topKeyIds: readonly string[],
  load: LoadRole,
  seen: Seen,
  installed: LibraryManifest | undefined,
): Promise<Offer> {
  const found = await listPackTargets(topKeyIds, load);
  if (found.length > MAX_PACKS) throw new SyncRefused('too-big', '', `${found.length} packs`);
  const packs: PackTarget[] = [];
  const memory: Record<string, Seen['packs'][string]> = { ...seen.packs };
  for (const { packId, target, role, keyIds } of found) {
    const pack = parsePackTarget(packId, target);
    // Clause 2.6: a partner's key does not reach what every screen rests on.
    if (role !== 'targets' && !PARTNER_KINDS.includes(pack.kind)) {
      throw new SyncRefused('unknown-signer', packId, `${role} may not sign a pack of kind ${pack.kind}`);
    }
    const entry = installed?.packs.find((one) => one.packId === packId);
    const before = seen.packs[packId] ?? (entry === undefined ? undefined : { ...entry, keyIds });
    refuseOlder(packId, pack, before, keyIds);
    memory[packId] = { version: pack.version, sha256: pack.sha256, keyIds };
    packs.push(pack);
  }
  const program = await findProgramTarget(load);
  if (program !== undefined) {
    const entry = installed?.program;
    const before = seen.packs[PROGRAM_TARGET] ?? (entry && { ...entry, keyIds: topKeyIds });
    refuseOlder(PROGRAM_SUBJECT, program, before, topKeyIds);
    memory[PROGRAM_TARGET] = { version: program.version, sha256: program.sha256, keyIds: topKeyIds };
  }
  // Clause 2.5: without a base pack nothing can be named, so its removal is never an update.
  if (!packs.some((pack) => pack.kind === 'base'))
    throw new SyncRefused('no-base', '', `${packs.length} packs`);
  const roles = [...new Set(found.map(({ role }) => role))];
  return { packs: inLibraryOrder(packs), program, seen: memory, roles };
}

/** Clause 3.4 for packs and program: the signature of the day does not make an old pack new again. */
function refuseOlder(
  subject: string,
  pack: Pick<PackTarget, 'version' | 'sha256'>,
  before: Seen['packs'][string] | undefined,
  keyIds: readonly string[],
): void {
  if (isOlder(before, pack.version, keyIds)) {
    throw new SyncRefused('rollback', subject, `version ${pack.version} < ${before?.version}`);
  }
  if (before?.version === pack.version && before.sha256 !== pack.sha256 && sameKeys(before.keyIds, keyIds)) {
    throw new SyncRefused('same-version-differs', subject, `version ${pack.version}`);
  }
}
