/** Finds the keys that a role needs and unlocks them, asking for as few passphrases as possible. */
import type { Metadata, Root } from '@tufjs/models';
import type { Role } from '@tufjs/models/dist/role.js';
import { type KeyFile, listKeys, type Signer, unlockKey } from './keys.ts';
import { PublishRefused } from './refusal.ts';

/** Asks staff for a passphrase. `again` after a wrong one. Rejects when there is nobody to ask. */
export type AskPassphrase = (key: KeyFile, again: boolean) => Promise<string>;

const TRIES = 3;

export type Keyring = {
  /**
   * Signers for a role, by key id, as many as its threshold asks for at least.
   *
   * @throws {PublishRefused} `key-missing` or `passphrase-wrong`
   */
  readonly signersOf: (role: Pick<Role, 'keyIDs' | 'threshold'>, name: string) => Promise<readonly Signer[]>;
};

/** @param folders where key files lie; keys are found by id, so one folder or several are the same */
export function openKeyring(folders: readonly string[], ask: AskPassphrase): Keyring {
  const files = listKeys(folders);
  const phrases: string[] = [];
  const open = new Map<string, Signer>();

  async function unlock(file: KeyFile): Promise<Signer> {
    for (const phrase of phrases) {
      const signer = await tryUnlock(file, phrase);
      if (signer !== undefined) return signer;
    }
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const phrase = await ask(file, attempt > 0);
      const signer = await tryUnlock(file, phrase);
      if (signer === undefined) continue;
      phrases.push(phrase);
      return signer;
    }
    throw new PublishRefused('passphrase-wrong', file.role, file.path);
  }

  return {
    signersOf: async (role, name) => {
      const found = files.filter((file) => role.keyIDs.includes(file.keyId));
      const different = [...new Map(found.map((file) => [file.keyId, file])).values()];
      if (different.length < role.threshold) {
        throw new PublishRefused('key-missing', name, `${different.length} of ${role.threshold} keys`);
      }
      const signers: Signer[] = [];
      for (const file of different) {
        const signer = open.get(file.keyId) ?? (await unlock(file));
        open.set(file.keyId, signer);
        signers.push(signer);
      }
      return signers;
    },
  };
}

async function tryUnlock(file: KeyFile, phrase: string): Promise<Signer | undefined> {
  try {
    return await unlockKey(file, phrase);
  } catch (error) {
    if (error instanceof PublishRefused && error.code === 'passphrase-wrong') return undefined;
    throw error;
  }
}

/** The role of the root document, which always has the four. */
export function roleOf(root: Metadata<Root>, name: string): Role {
  const role = root.signed.roles[name];
  if (role === undefined) throw new TypeError(`root has no role ${name}`);
  return role;
}
