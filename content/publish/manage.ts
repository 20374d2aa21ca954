/** Keys over the years: making them, replacing them, extending the root, letting partners sign. */
import { join } from 'node:path';
import { type Key, Root } from '@tufjs/models';
import { Delegations } from '@tufjs/models/dist/delegations.js';
import { DelegatedRole, Role } from '@tufjs/models/dist/role.js';
import { listNames, writeDurably } from '../disk.ts';
import {
  copyRoot,
  head,
  ROLE_NAMES,
  type RoleName,
  type Signed,
  signed,
  withDelegations,
} from './documents.ts';
import { type Keyring, roleOf } from './keyring.ts';
import { makeKey, type NewKey, type Signer } from './keys.ts';
import { type RepositoryOptions, ROOT_FILE, withRepository } from './publish.ts';
import { PublishRefused } from './refusal.ts';
import { type Released, release } from './release.ts';
import type { State } from './repository.ts';

export type PassphraseFor = (role: string) => Promise<string>;

export type NewKeysOptions = {
  readonly folder: string;
  /** How many root keys are made, and how many of them must sign. */
  readonly rootKeys: number;
  readonly rootThreshold: number;
  readonly passphraseFor: PassphraseFor;
  readonly nowMs: number;
  /** scrypt's N; lower only in tests. */
  readonly cost?: number;
};

/**
 * Makes the keys of a new project: `<folder>/root/*.key.json` (to be kept apart), one key each for
 * targets, snapshot and timestamp, and `root.json`, which is public and goes to every kiosk.
 *
 * @throws {PublishRefused} `keys-exist` or `passphrase-short`
 * @throws {RangeError} a threshold that its keys cannot reach
 */
export async function keysNew(options: NewKeysOptions): Promise<{ readonly rootFile: string }> {
  const { folder, rootKeys, rootThreshold, passphraseFor, nowMs, cost } = options;
  if (rootThreshold < 1 || rootThreshold > rootKeys)
    throw new RangeError(`${rootThreshold} of ${rootKeys} root keys`);
  if (listNames(folder).length > 0) throw new PublishRefused('keys-exist', '', folder);
  const root = new Root({ ...head('root', 1, nowMs), consistentSnapshot: true });
  const signers: Signer[] = [];
  for (const role of ROLE_NAMES) {
    const made = await makeKeys(folder, role, role === 'root' ? rootKeys : 1, passphraseFor, cost);
    setKeys(root, role, made, role === 'root' ? rootThreshold : 1);
    if (role === 'root') signers.push(...made.map((one) => one.signer));
  }
  const rootFile = join(folder, ROOT_FILE);
  writeDurably(rootFile, signed(root, signers).bytes);
  return { rootFile };
}

async function makeKeys(
  folder: string,
  role: RoleName,
  count: number,
  passphraseFor: PassphraseFor,
  cost?: number,
): Promise<readonly NewKey[]> {
  const passphrase = await passphraseFor(role);
  const place = role === 'root' ? join(folder, 'root') : folder;
  const made: NewKey[] = [];
  for (let i = 0; i < count; i += 1) made.push(await makeKey(place, role, passphrase, cost));
  return made;
}

/** Gives a role these keys and no others; keys that no role names any more leave the root. */
function setKeys(root: Root, role: RoleName, made: readonly NewKey[], threshold: number): void {
  root.roles[role] = new Role({ keyIDs: made.map((one) => one.file.keyId), threshold });
  for (const { file } of made) root.keys[file.keyId] = file.key;
  const used = new Set(Object.values(root.roles).flatMap((one) => one.keyIDs));
  for (const keyId of Object.keys(root.keys)) if (!used.has(keyId)) delete root.keys[keyId];
}

export type RotateOptions = RepositoryOptions & {
  /** Passphrase of a new key. */
  readonly passphraseFor: PassphraseFor;
  readonly cost?: number;
};

/**
 * Replaces the keys of a role. The new keys are on the disk before anything names them; the new root is
 * signed by the old root keys and, where it is the root that changes, by the new ones.
 *
 * @throws {PublishRefused}
 */
export function rotate(role: RoleName, options: RotateOptions): Promise<Released> {
  return withRepository(options, async (state, keyring) => {
    // Asked for first: a wrong passphrase must not leave new keys lying about.
    const signers = await keyring.signersOf(roleOf(state.root, 'root'), 'root');
    const { keyIDs, threshold } = roleOf(state.root, role);
    const made = await makeKeys(options.keys, role, keyIDs.length, options.passphraseFor, options.cost);
    const root = nextRoot(state, options.nowMs);
    setKeys(root, role, made, threshold);
    const fresh = made.map((one) => one.signer);
    const next = signed(root, role === 'root' ? [...signers, ...fresh] : signers);
    return putInForce(options, state, withNew(keyring, made), next);
  });
}

/** Extends the root's life with the same keys. */
export function renewRoot(options: RepositoryOptions): Promise<Released> {
  return withRepository(options, async (state, keyring) => {
    const signers = await keyring.signersOf(roleOf(state.root, 'root'), 'root');
    return putInForce(options, state, keyring, signed(nextRoot(state, options.nowMs), signers));
  });
}

function nextRoot(state: State, nowMs: number): Root {
  const copy = copyRoot(state.root);
  const { keys, roles, consistentSnapshot } = copy;
  return new Root({ ...head('root', copy.version + 1, nowMs), keys, roles, consistentSnapshot });
}

/** The keyring was opened before the new keys were made. */
function withNew(keyring: Keyring, made: readonly NewKey[]): Keyring {
  const fresh = new Map(made.map(({ file, signer }) => [file.keyId, signer]));
  return {
    signersOf: async (role, name) => {
      const known = role.keyIDs.flatMap((id) => fresh.get(id) ?? []);
      return known.length >= role.threshold ? known : keyring.signersOf(role, name);
    },
  };
}

async function putInForce(
  options: RepositoryOptions,
  state: State,
  keyring: Keyring,
  root: Signed<Root>,
): Promise<Released> {
  if (state.targets !== undefined) return release(options.repo, state, keyring, options.nowMs, { root });
  // Nothing is published yet: the root alone.
  const { version, expires } = root.metadata.signed;
  writeDurably(join(options.repo, 'metadata', `${version}.root.json`), root.bytes);
  const rootValidUntilMs = Date.parse(expires);
  const versions = { root: version, targets: 0, snapshot: 0, timestamp: 0 };
  return { versions, validUntilMs: rootValidUntilMs, rootValidUntilMs };
}

/** `packs/<prefix>-*`: one folder, one prefix, nothing cleverer. */
const PARTNER_PATH = /^packs\/([a-z][a-z0-9-]{0,40})-\*$/;
const PARTNER_NAME = /^[a-z][a-z0-9-]{0,31}$/;

export type DelegateOptions = RepositoryOptions & {
  readonly name: string;
  /** `packs/<prefix>-*` */
  readonly path: string;
  /** The partner's public key. */
  readonly key: Key;
};

/**
 * Lets a partner sign packs whose id begins with a prefix, and nothing else.
 *
 * @throws {PublishRefused} `name-unusable`, `name-taken`, `path-unusable`
 */
export function delegate(options: DelegateOptions): Promise<Released> {
  const { name, path, key, nowMs, repo } = options;
  const reserved: readonly string[] = ROLE_NAMES;
  if (!PARTNER_NAME.test(name) || reserved.includes(name))
    throw new PublishRefused('name-unusable', name, '');
  const prefix = PARTNER_PATH.exec(path)?.[1];
  if (prefix === undefined) throw new PublishRefused('path-unusable', name, path);
  return withRepository(options, async (state, keyring) => {
    if (state.targets === undefined) throw new PublishRefused('base-missing', '', 'nothing published yet');
    const before = state.targets.signed.delegations;
    const roles = { ...before?.roles };
    if (roles[name] !== undefined) throw new PublishRefused('name-taken', name, '');
    for (const other of Object.values(roles)) refuseOverlap(prefix, other);
    roles[name] = new DelegatedRole({
      keyIDs: [key.keyID],
      threshold: 1,
      name,
      terminating: true,
      paths: [path],
    });
    const keys = { ...before?.keys, [key.keyID]: key };
    const targets = withDelegations(state.targets, new Delegations({ keys, roles }));
    return release(repo, state, keyring, nowMs, { targets });
  });
}

/** Two partners who could both sign a name would depend on who comes first in a list. */
function refuseOverlap(prefix: string, other: DelegatedRole): void {
  for (const path of other.paths ?? []) {
    const taken = `${PARTNER_PATH.exec(path)?.[1] ?? ''}-`;
    const wanted = `${prefix}-`;
    if (taken.startsWith(wanted) || wanted.startsWith(taken))
      throw new PublishRefused('path-unusable', other.name, path);
  }
}

/** Takes a partner's right to sign back; its packs leave the kiosks with their next sync. */
export function revoke(name: string, options: RepositoryOptions): Promise<Released> {
  return withRepository(options, async (state, keyring) => {
    const before = state.targets?.signed.delegations;
    const roles = { ...before?.roles };
    if (state.targets === undefined || roles[name] === undefined)
      throw new PublishRefused('partner-unknown', name, '');
    delete roles[name];
    const used = new Set(Object.values(roles).flatMap((one) => one.keyIDs));
    const keys = Object.entries(before?.keys ?? {}).filter(([id]) => used.has(id));
    // The snapshot goes on naming the document: to clients a name that disappears is an attack.
    const delegations = new Delegations({ keys: Object.fromEntries(keys), roles });
    const targets = withDelegations(state.targets, delegations);
    return release(options.repo, state, keyring, options.nowMs, { targets });
  });
}
