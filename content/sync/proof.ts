/**
 * The signed documents behind an installed set, kept beside it: with them a set can be checked against
 * the project's signatures for as long as it is installed, without the source and whatever has expired
 * since (content/README.md, clause 5.4).
 */
import { Metadata, MetadataKind, type Root } from '@tufjs/models';
import type { ProgramTarget } from '../pack/program-target.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type PackTarget, parsePackTarget } from '../pack/target.ts';
import type { PackId } from '../pack/types.ts';
import { findProgramTarget, type LoadRole, listPackTargets, verifiedTargets } from './delegations.ts';
import { readDocument } from './documents.ts';
import { named } from './refresh.ts';
import { seal, unseal } from './sealed.ts';
import type { Trust } from './trust.ts';

/** The documents as they were sent, by role; text, so that the signatures stay checkable. */
export type Proof = { readonly rootVersion: number; readonly documents: Readonly<Record<string, string>> };

export function formatProof(proof: Proof): string {
  return seal(proof);
}

function parseProof(text: string): Proof | undefined {
  try {
    const { rootVersion, documents } = unseal(text) as Partial<Proof>;
    if (typeof rootVersion !== 'number' || typeof documents !== 'object' || documents === null)
      return undefined;
    return Object.values(documents).every((one) => typeof one === 'string')
      ? { rootVersion, documents }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What the project signed for a set. */
export type ProvenSet = {
  readonly packs: ReadonlyMap<PackId, PackTarget>;
  readonly program: ProgramTarget | undefined;
};

/**
 * The packs and the program that the project signed for a set.
 *
 * @param hash    of the set (`hashOfSet`)
 * @param anchors roots to start from besides the pinned one
 * @throws {SyncRefused} `not-signed` without a proof, or why the proof does not hold
 */
export async function provenSet(
  trust: Trust,
  hash: string,
  anchors: readonly (Buffer | undefined)[] = [],
): Promise<ProvenSet> {
  const text = trust.proof(hash);
  if (text === undefined) throw new SyncRefused('not-signed', '', `no proof for set ${hash.slice(0, 12)}`);
  const proof = parseProof(text);
  if (proof === undefined) throw new SyncRefused('metadata-damaged', 'proof', 'not a proof');
  const root = rootOfVersion(trust, proof.rootVersion, anchors);
  const load: LoadRole = async (role, delegator) => {
    const document = proof.documents[role];
    if (document === undefined) return undefined;
    return verifiedTargets(Buffer.from(document, 'utf8'), role, delegator === 'root' ? root : delegator);
  };
  const found = await listPackTargets(root.signed.roles['targets']?.keyIDs ?? [], load);
  const packs = new Map(found.map(({ packId, target }) => [packId, parsePackTarget(packId, target)]));
  return { packs, program: await findProgramTarget(load) };
}

/** Follows the kept roots from the pinned one, each signed by the one before. */
function rootOfVersion(
  trust: Trust,
  wanted: number,
  anchors: readonly (Buffer | undefined)[],
): Metadata<Root> {
  const starts = [trust.pinnedRoot(), ...anchors].filter((bytes) => bytes !== undefined);
  if (starts.length === 0) throw new SyncRefused('root-missing', '', 'no trusted root');
  let refusal: unknown;
  for (const start of starts) {
    try {
      return follow(trust, start, wanted);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

function follow(trust: Trust, start: Buffer, wanted: number): Metadata<Root> {
  let root = readRoot(start);
  named('root', () => root.verifyDelegate('root', root));
  while (root.signed.version < wanted) {
    const bytes = trust.root(root.signed.version + 1);
    if (bytes === undefined) throw new SyncRefused('root-missing', '', `no root ${root.signed.version + 1}`);
    const next = readRoot(bytes);
    named('root', () => {
      root.verifyDelegate('root', next);
      next.verifyDelegate('root', next);
    });
    root = next;
  }
  if (root.signed.version !== wanted) throw new SyncRefused('root-missing', '', `no root ${wanted}`);
  return root;
}

function readRoot(bytes: Buffer): Metadata<Root> {
  readDocument(bytes, 'root');
  return named('root', () => {
    const raw = JSON.parse(bytes.toString('utf8')) as Parameters<typeof Metadata.fromJSON>[1];
    return Metadata.fromJSON(MetadataKind.Root, raw) as Metadata<Root>;
  });
}
