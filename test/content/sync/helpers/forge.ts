/** Changes documents of a repository behind the product's back, and signs them with the real keys. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { listKeys, type Signer, unlockKey } from '../../../../content/publish/keys.ts';
import { PHRASE } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: forged documents have any shape
type Json = any;
type Role = 'root' | 'timestamp' | 'snapshot' | 'targets';

export type Forger = {
  /** Name and content of the document in force. */
  readonly read: (role: Role) => { readonly file: string; readonly document: Json };
  /** Changes the signed part and signs it again, as a thief of that key would. */
  readonly change: (role: Role, edit: (signed: Json) => void) => Promise<void>;
  /** Changes a document and the ones above that name it: a thief of all three keys. */
  readonly release: (
    edit: (targets: Json) => void,
    more?: (role: Role, signed: Json) => void,
  ) => Promise<void>;
  /** How many documents or releases were signed in this way. */
  readonly signedReleases: () => number;
  readonly signer: (role: Role) => Promise<Signer>;
  /** Signs anything with a role's key, into any file. */
  readonly signAs: (role: Role, file: string, signed: Json) => Promise<Buffer>;
};

export function forgerOf(repo: string, keys: string): Forger {
  const folder = join(repo, 'metadata');
  const signer = async (role: Role): Promise<Signer> => {
    const file = listKeys([keys, join(keys, 'root')]).find((key) => key.role === role);
    if (file === undefined) throw new Error(`no key of ${role}`);
    return unlockKey(file, PHRASE);
  };
  const nameOf = (role: Role): string => {
    if (role === 'timestamp') return 'timestamp.json';
    const versions = readdirSync(folder).flatMap((name) =>
      Number(new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? []),
    );
    return `${Math.max(...versions)}.${role}.json`;
  };
  const read: Forger['read'] = (role) => {
    const file = join(folder, nameOf(role));
    return { file, document: JSON.parse(readFileSync(file, 'utf8')) };
  };
  const write = async (role: Role, file: string, signed: Json): Promise<Buffer> => {
    const sign = await signer(role);
    const bytes = Buffer.from(
      JSON.stringify({ signed, signatures: [sign(Buffer.from(canonicalize(signed))).toJSON()] }),
    );
    writeFileSync(file, bytes);
    return bytes;
  };
  let releases = 0;
  return {
    read,
    signer,
    signAs: write,
    signedReleases: () => releases,
    change: async (role, edit) => {
      releases += 1;
      const { file, document } = read(role);
      edit(document.signed);
      await write(role, file, document.signed);
    },
    release: async (edit, more = () => undefined) => {
      releases += 1;
      const targets = read('targets').document.signed;
      targets.version += 1;
      edit(targets);
      more('targets', targets);
      const targetsBytes = await write('targets', join(folder, `${targets.version}.targets.json`), targets);
      const snapshot = read('snapshot').document.signed;
      snapshot.version += 1;
      snapshot.meta['targets.json'] = metaOf(targets.version, targetsBytes);
      more('snapshot', snapshot);
      const snapshotBytes = await write(
        'snapshot',
        join(folder, `${snapshot.version}.snapshot.json`),
        snapshot,
      );
      const timestamp = read('timestamp').document.signed;
      timestamp.version += 1;
      timestamp.meta['snapshot.json'] = metaOf(snapshot.version, snapshotBytes);
      more('timestamp', timestamp);
      await write('timestamp', join(folder, 'timestamp.json'), timestamp);
    },
  };
}

function metaOf(version: number, bytes: Buffer) {
  return {
    version,
    length: bytes.length,
    hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}
