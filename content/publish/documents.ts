/** Making signed documents: what goes into each, how long it holds, how it is written. */

import { createHash } from 'node:crypto';
import {
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  type Snapshot,
  Targets,
  type Timestamp,
} from '@tufjs/models';
import type { Delegations } from '@tufjs/models/dist/delegations.js';
import { DAY_MS } from '../pack/days.ts';
import { keyUnderTwoIds } from '../pack/same-key.ts';
import { SIGNED_AT } from '../pack/target.ts';
import type { Signer } from './keys.ts';

/**
 * How long each role's signature holds, in days. Long for halls that get a stick once a season; what a
 * thief of the line could do meanwhile is keep a hall from news, not show it anything else.
 */
export const LIFETIME_DAYS = { root: 1_100, targets: 370, snapshot: 180, timestamp: 100 } as const;

export type RoleName = keyof typeof LIFETIME_DAYS;
export const ROLE_NAMES = ['root', 'targets', 'snapshot', 'timestamp'] as const satisfies readonly RoleName[];

/** A document and the bytes in which it is published. */
export type Signed<T extends Root | Targets | Snapshot | Timestamp> = {
  readonly metadata: Metadata<T>;
  readonly bytes: Buffer;
};

/** TUF writes times in UTC without fractions. */
export function tufTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The fields every document begins with. */
export function head(role: RoleName, version: number, nowMs: number) {
  return {
    specVersion: '1.0.31',
    version,
    expires: tufTime(nowMs + LIFETIME_DAYS[role] * DAY_MS),
    unrecognizedFields: { [SIGNED_AT]: tufTime(nowMs) },
  };
}

/** Less than half of its life left: worth signing anew while the key is at hand. */
export function isAgeing(role: RoleName, expires: string, nowMs: number): boolean {
  return Date.parse(expires) - nowMs < (LIFETIME_DAYS[role] * DAY_MS) / 2;
}

/** Signs with every signer given; the caller has made sure that they are enough. */
export function signed<T extends Root | Targets | Snapshot | Timestamp>(
  document: T,
  signers: readonly Signer[],
): Signed<T> {
  const metadata = new Metadata(document);
  for (const signer of signers) metadata.sign(signer);
  return { metadata, bytes: Buffer.from(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`) };
}

/** What one document says of another: version, length and hash. */
export function metaOf(version: number, bytes: Uint8Array): MetaFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return new MetaFile({ version, length: bytes.length, hashes: { sha256 } });
}

/** Reads a document of a repository. @throws the library's error when it is not one of that kind; a RangeError for a key under two ids */
export function parse<T extends Root | Targets | Snapshot | Timestamp>(
  kind: MetadataKind,
  bytes: Buffer,
): Metadata<T> {
  const raw = JSON.parse(bytes.toString('utf8')) as Parameters<typeof Metadata.fromJSON>[1];
  const twin = keyUnderTwoIds(raw['signed']);
  if (twin !== undefined) throw new RangeError(`the key ${twin.slice(0, 12)} under two ids`);
  // The overloads of `fromJSON` want a literal kind; the kinds and classes belong together one to one.
  return Metadata.fromJSON(kind as MetadataKind.Root, raw) as unknown as Metadata<T>;
}

/** A copy that can be changed without touching the original. */
export function copyRoot(root: Metadata<Root>): Root {
  return Root.fromJSON(structuredClone(root.signed.toJSON()));
}

export function copyTargets(targets: Metadata<Targets>): Targets {
  return Targets.fromJSON(structuredClone(targets.signed.toJSON()));
}

/** The same content with other delegations; version and dates are filled in by the release. */
export function withDelegations(targets: Metadata<Targets>, delegations: Delegations): Targets {
  const { specVersion, version, expires, targets: content } = copyTargets(targets);
  return new Targets({ specVersion, version, expires, targets: content, delegations });
}

export { MetadataKind, type Targets };
