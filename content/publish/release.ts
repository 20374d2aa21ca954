/** Signs a new release and puts it in force; the one way in which documents reach a repository. */
import { type Metadata, type Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { CLOCK_TOLERANCE_MS, SIGNED_AT } from '../pack/target.ts';
import { copyTargets, head, isAgeing, metaOf, type Signed, signed } from './documents.ts';
import { type Keyring, roleOf } from './keyring.ts';
import { PublishRefused } from './refusal.ts';
import { isUnderRoot, nextVersion, type Outgoing, type State, writeDocuments } from './repository.ts';

/** A partner's document that the project takes up. */
export type PartnerDocument = { readonly role: string; readonly version: number; readonly bytes: Buffer };

export type Change = {
  /** New content of `targets`; version and dates are filled in here. */
  readonly targets?: Targets;
  readonly partners?: readonly PartnerDocument[];
  /** New root, signed by the old and the new keys. */
  readonly root?: Signed<Root>;
};

export type Released = {
  readonly versions: {
    readonly root: number;
    readonly targets: number;
    readonly snapshot: number;
    readonly timestamp: number;
  };
  /** When the first of the signatures runs out, UTC ms. */
  readonly validUntilMs: number;
  readonly rootValidUntilMs: number;
};

/**
 * Publishes a change, or with an empty one renews what ages. Everything is signed before the first byte
 * is written, so a missing key or a wrong passphrase changes nothing.
 *
 * @throws {PublishRefused} `key-missing`, `passphrase-wrong`, `root-expired`, `clock-behind`, `base-missing`
 */
export async function release(
  repo: string,
  state: State,
  keyring: Keyring,
  nowMs: number,
  change: Change,
): Promise<Released> {
  const root = change.root?.metadata ?? state.root;
  if (Date.parse(root.signed.expires) <= nowMs)
    throw new PublishRefused('root-expired', '', root.signed.expires);
  refuseEarlierClock(state, nowMs);
  const sign = async <T extends Targets | Snapshot | Timestamp>(
    name: string,
    document: T,
  ): Promise<Signed<T>> => signed(document, await keyring.signersOf(roleOf(root, name), name));

  const outgoing: Outgoing[] = [];
  const targets = await nextTargets(repo, state, root, nowMs, change, sign);
  const targetsVersion = targets?.metadata.signed.version ?? state.targets?.signed.version ?? 0;
  if (targets !== undefined) outgoing.push({ name: `${targetsVersion}.targets.json`, bytes: targets.bytes });
  for (const { role, version, bytes } of change.partners ?? []) {
    outgoing.push({ name: `${version}.${role}.json`, bytes });
  }

  const meta = { ...state.snapshot?.signed.meta };
  if (targets !== undefined) meta['targets.json'] = metaOf(targetsVersion, targets.bytes);
  for (const { role, version, bytes } of change.partners ?? []) meta[`${role}.json`] = metaOf(version, bytes);
  const old = state.snapshot;
  const keep =
    outgoing.length === 0 &&
    old !== undefined &&
    isUnderRoot(root, 'snapshot', old) &&
    !isAgeing('snapshot', old.signed.expires, nowMs);
  const version = keep ? old.signed.version : nextVersion(repo, 'snapshot', old?.signed.version ?? 0);
  const snapshot = keep
    ? { metadata: old, bytes: state.bytes.get('snapshot') ?? Buffer.alloc(0) }
    : await sign('snapshot', new Snapshot({ ...head('snapshot', version, nowMs), meta }));
  if (!keep) outgoing.push({ name: `${version}.snapshot.json`, bytes: snapshot.bytes });

  const timestampVersion = (state.timestamp?.signed.version ?? 0) + 1;
  const timestamp = await sign(
    'timestamp',
    new Timestamp({
      ...head('timestamp', timestampVersion, nowMs),
      snapshotMeta: metaOf(version, snapshot.bytes),
    }),
  );
  // The root just before the timestamp: between the two, clients meet a root whose timestamp is yet to come.
  if (change.root !== undefined) {
    outgoing.push({ name: `${root.signed.version}.root.json`, bytes: change.root.bytes });
  }
  outgoing.push({ name: 'timestamp.json', bytes: timestamp.bytes });
  writeDocuments(repo, outgoing);
  const inForce = [targets?.metadata ?? state.targets, snapshot.metadata, timestamp.metadata];
  return {
    versions: {
      root: root.signed.version,
      targets: targetsVersion,
      snapshot: version,
      timestamp: timestampVersion,
    },
    validUntilMs: Math.min(...inForce.map((one) => Date.parse(one?.signed.expires ?? ''))),
    rootValidUntilMs: Date.parse(root.signed.expires),
  };
}

type Sign = (name: string, document: Targets) => Promise<Signed<Targets>>;

/** @returns undefined when the targets in force stay */
async function nextTargets(
  repo: string,
  state: State,
  root: Metadata<Root>,
  nowMs: number,
  change: Change,
  sign: Sign,
): Promise<Signed<Targets> | undefined> {
  const old = state.targets;
  const good =
    old !== undefined && isUnderRoot(root, 'targets', old) && !isAgeing('targets', old.signed.expires, nowMs);
  if (change.targets === undefined && good) return undefined;
  const content = change.targets ?? (old === undefined ? undefined : copyTargets(old));
  if (content === undefined) throw new PublishRefused('base-missing', '', 'nothing published yet');
  const version = nextVersion(repo, 'targets', old?.signed.version ?? 0);
  const { targets, delegations } = content;
  const document = new Targets({
    ...head('targets', version, nowMs),
    targets,
    ...(delegations === undefined ? {} : { delegations }),
  });
  return sign('targets', document);
}

/**
 * What a wrong clock signs runs out at once, and the next right one would look like a leap of years.
 *
 * @throws {PublishRefused} `clock-behind`
 */
function refuseEarlierClock(state: State, nowMs: number): void {
  for (const document of [state.root, state.timestamp, state.snapshot, state.targets]) {
    const at = String(document?.signed.unrecognizedFields[SIGNED_AT] ?? '');
    if (nowMs < Date.parse(at) - CLOCK_TOLERANCE_MS) throw new PublishRefused('clock-behind', '', at);
  }
}
