/**
 * Who may sign what: the search through `targets` and the roles it delegates to, in TUF's order
 * (specification 5.6.7), and the list of packs that follows from it.
 */
import { Metadata, MetadataKind, type TargetFile, type Targets } from '@tufjs/models';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { PROGRAM_TARGET, type ProgramTarget, parseProgramTarget } from '../pack/program-target.ts';
import { type SyncRefusal, SyncRefused } from '../pack/sync-refusal.ts';
import { packIdOfTarget } from '../pack/target.ts';
import type { PackId } from '../pack/types.ts';
import { readDocument } from './documents.ts';
import { type DocumentSource, named, updateTargetsRole } from './refresh.ts';
import type { Shelf } from './trust.ts';

/** Most roles looked at for one target, and most that one repository may use. */
const MAX_ROLES = 32;

export type TargetsDocument = Metadata<Targets>;

/** Gives a role's document, verified under the role that delegates to it; undefined: not published. */
export type LoadRole = (
  role: string,
  delegator: TargetsDocument | 'root',
) => Promise<TargetsDocument | undefined>;

export type Found = {
  readonly target: TargetFile;
  /** The role that signs it. */
  readonly role: string;
  /** Keys that may sign for that role. */
  readonly keyIds: readonly string[];
};

type Visit = {
  readonly role: string;
  readonly delegator: TargetsDocument | 'root';
  readonly keyIds: readonly string[];
};

/**
 * Finds who signs a path: `targets` itself first, then the delegations in their order, depth first. A
 * terminating delegation that matches the path ends the search for all others.
 */
export async function findTarget(
  path: string,
  topKeyIds: readonly string[],
  load: LoadRole,
): Promise<Found | undefined> {
  const visits: Visit[] = [{ role: 'targets', delegator: 'root', keyIds: topKeyIds }];
  const seen = new Set<string>();
  for (let visit = visits.pop(); visit !== undefined && seen.size <= MAX_ROLES; visit = visits.pop()) {
    // 5.6.7.1: a role met again is skipped, or two roles could send us in circles.
    if (seen.has(visit.role)) continue;
    seen.add(visit.role);
    const document = await load(visit.role, visit.delegator);
    if (document === undefined) continue;
    const target = document.signed.targets[path];
    if (target !== undefined) return { target, role: visit.role, keyIds: visit.keyIds };
    const children: Visit[] = [];
    for (const { role, terminating } of document.signed.delegations?.rolesForTarget(path) ?? []) {
      children.push({ role, delegator: document, keyIds: keyIdsOf(document, role) });
      if (!terminating) continue;
      visits.length = 0;
      break;
    }
    visits.push(...children.reverse());
  }
  return undefined;
}

function keyIdsOf(delegator: TargetsDocument, role: string): readonly string[] {
  const { delegations } = delegator.signed;
  return delegations?.roles?.[role]?.keyIDs ?? delegations?.succinctRoles?.keyIDs ?? [];
}

/** Every pack the repository offers, each from the role that has the say over its path; by path. */
export async function listPackTargets(
  topKeyIds: readonly string[],
  load: LoadRole,
): Promise<readonly (Found & { readonly packId: PackId })[]> {
  const paths = new Set<string>();
  const visits: Omit<Visit, 'keyIds'>[] = [{ role: 'targets', delegator: 'root' }];
  const seen = new Set<string>();
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (seen.has(visit.role)) continue;
    seen.add(visit.role);
    if (seen.size > MAX_ROLES) throw new SyncRefused('too-big', visit.role, `more than ${MAX_ROLES} roles`);
    const document = await load(visit.role, visit.delegator);
    for (const path of Object.keys(document?.signed.targets ?? {})) paths.add(path);
    for (const role of Object.keys(document?.signed.delegations?.roles ?? {})) {
      if (document !== undefined) visits.push({ role, delegator: document });
    }
  }
  const found = [];
  for (const path of [...paths].sort()) {
    // Clause 2.2 holds for every path in the list, also for those of a kind we do not know yet.
    const packId = packIdOfTarget(path);
    if (packId === undefined) continue;
    // A role may list a path that is not its own; then nobody, or another role, answers for it here.
    const one = await findTarget(path, topKeyIds, load);
    if (one !== undefined) found.push({ ...one, packId });
  }
  return found;
}

/** The program, if one is signed. Clause 7.2: `targets` itself signs it, nobody else can. */
export async function findProgramTarget(load: LoadRole): Promise<ProgramTarget | undefined> {
  const top = await load('targets', 'root');
  const raw = top?.signed.targets[PROGRAM_TARGET];
  return raw && parseProgramTarget(raw);
}

/** Loads roles from the source through the trusted store; whatever is wrong with one refuses all. */
export function strictLoader(from: DocumentSource, shelf: Shelf, store: TrustedMetadataStore): LoadRole {
  const nowMs = from.work.clock.nowMs();
  // The library wants the delegator's name, not its document.
  const names = new Map<TargetsDocument, string>();
  return async (role, delegator) => {
    if (delegator === 'root') {
      if (store.targets !== undefined) names.set(store.targets, role);
      return store.targets;
    }
    const known = store.getRole(role);
    if (known !== undefined) {
      // Verified before, but perhaps for another delegator: each one's keys have to agree.
      named(role, () => delegator.verifyDelegate(role, known));
      return known;
    }
    const parent = names.get(delegator);
    if (parent === undefined) throw new TypeError(`the delegator of ${role} was not loaded here`);
    const loaded = await updateTargetsRole(from, shelf, store, role, parent, nowMs);
    if (loaded !== undefined) names.set(loaded, role);
    return loaded;
  };
}

/**
 * As `strictLoader`, but a partner who let a signature run out does not hold up everybody else's
 * update, a disaster notice least of all: the partner's last good list stands, and staff are told
 * (clause 3.7). Faults of the source itself still refuse everything.
 */
export function lenientLoader(
  strict: LoadRole,
  shelf: Shelf,
  warn: (refusal: SyncRefusal) => void,
): LoadRole {
  const standIns = new Map<string, TargetsDocument | undefined>();
  return async (role, delegator) => {
    if (delegator === 'root') return strict(role, delegator);
    if (standIns.has(role)) return standIns.get(role);
    const before = shelf.read(role);
    try {
      return await strict(role, delegator);
    } catch (error) {
      const partnersOwn =
        error instanceof SyncRefused && ['frozen', 'unknown-signer'].includes(error.refusal.code);
      if (!partnersOwn) throw error;
      warn(error.refusal);
      const standIn = before === undefined ? undefined : lastGood(before, role, delegator);
      standIns.set(role, standIn);
      return standIn;
    }
  };
}

function lastGood(bytes: Buffer, role: string, delegator: TargetsDocument): TargetsDocument | undefined {
  try {
    return verifiedTargets(bytes, role, delegator);
  } catch {
    return undefined;
  }
}

/** A targets document whose signature holds, whatever its date. @throws {SyncRefused} */
export function verifiedTargets(
  bytes: Uint8Array,
  role: string,
  delegator: { verifyDelegate: (role: string, document: TargetsDocument) => void },
): TargetsDocument {
  readDocument(bytes, role);
  return named(role, () => {
    const raw: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const document = Metadata.fromJSON(MetadataKind.Targets, raw as Parameters<typeof Metadata.fromJSON>[1]);
    delegator.verifyDelegate(role, document as TargetsDocument);
    return document as TargetsDocument;
  });
}
