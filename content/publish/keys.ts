/**
 * Signing keys on the disk: one file a key, Ed25519, the secret half encrypted with a passphrase
 * (scrypt, then AES-256-GCM). Public half and key id are in clear, so that the right file is found by
 * what the root names and not by what somebody called it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scrypt,
  sign,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { Key, Signature } from '@tufjs/models';
import { codeOf, listNames, writeDurably } from '../disk.ts';
import { PublishRefused } from './refusal.ts';

const FORMAT = 'renkei-key-1';
const SUFFIX = '.key.json';

/** Work factor of scrypt; 2^16 with r = 8 takes 64 MB and a fifth of a second. */
export const KEY_COST = 65_536;
/** A leaked key file can be tried offline for years. */
export const MIN_PASSPHRASE = 12;

type KeyText = {
  readonly format: string;
  readonly role: string;
  readonly keyId: string;
  readonly public: string;
  readonly kdf: { readonly N: number; readonly r: number; readonly p: number; readonly salt: string };
  readonly cipher: { readonly iv: string; readonly tag: string };
  readonly secret: string;
};

/** A key file, still locked. */
export type KeyFile = {
  readonly path: string;
  readonly role: string;
  readonly keyId: string;
  readonly key: Key;
};

/** Makes a signature over the canonical bytes of a document. */
export type Signer = (bytes: Buffer) => Signature;

export type NewKey = { readonly file: KeyFile; readonly signer: Signer };

/** The key as TUF documents carry it. */
export function tufKey(publicHex: string): Key {
  const fields = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
  const keyID = createHash('sha256').update(canonicalize(fields)).digest('hex');
  return new Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: publicHex } });
}

/**
 * Makes a key and writes its file.
 *
 * @param cost scrypt's N; lower only in tests
 */
export async function makeKey(
  folder: string,
  role: string,
  passphrase: string,
  cost: number = KEY_COST,
): Promise<NewKey> {
  if ([...passphrase].length < MIN_PASSPHRASE) throw new PublishRefused('passphrase-short', role, '');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  // The last 32 bytes of the SPKI form are the key itself (RFC 8410).
  const publicHex = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const key = tufKey(publicHex);
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const kdf = { N: cost, r: 8, p: 1, salt: salt.toString('base64') };
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, kdf), iv);
  cipher.setAAD(Buffer.from(key.keyID));
  const plain = privateKey.export({ type: 'pkcs8', format: 'der' });
  const secret = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const text: KeyText = {
    format: FORMAT,
    role,
    keyId: key.keyID,
    public: publicHex,
    kdf,
    cipher: { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
    secret,
  };
  const path = join(folder, `${role}-${key.keyID.slice(0, 8)}${SUFFIX}`);
  writeDurably(path, `${JSON.stringify(text, null, 2)}\n`);
  return { file: { path, role, keyId: key.keyID, key }, signer: signerOf(privateKey, key.keyID) };
}

/** Key files in some folders; none where a folder is missing. */
export function listKeys(folders: readonly string[]): readonly KeyFile[] {
  return folders.flatMap((folder) =>
    listNames(folder)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => readKeyFile(join(folder, name))),
  );
}

/** @throws {PublishRefused} `key-unreadable` */
export function readKeyFile(path: string): KeyFile {
  const { role, keyId, public: publicHex } = readText(path);
  const key = tufKey(publicHex);
  if (key.keyID !== keyId) throw new PublishRefused('key-unreadable', path, 'key id does not fit');
  return { path, role, keyId, key };
}

/** @throws {PublishRefused} `passphrase-wrong` or `key-unreadable` */
export async function unlockKey(file: KeyFile, passphrase: string): Promise<Signer> {
  const { kdf, cipher, secret, keyId } = readText(file.path);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await derive(passphrase, kdf),
    Buffer.from(cipher.iv, 'base64'),
  );
  decipher.setAAD(Buffer.from(keyId));
  decipher.setAuthTag(Buffer.from(cipher.tag, 'base64'));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(Buffer.from(secret, 'base64')), decipher.final()]);
  } catch (cause) {
    throw new PublishRefused('passphrase-wrong', file.role, file.path, { cause });
  }
  return signerOf(createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' }), keyId);
}

function signerOf(privateKey: KeyObject, keyID: string): Signer {
  return (bytes) => new Signature({ keyID, sig: sign(null, bytes, privateKey).toString('hex') });
}

function readText(path: string): KeyText {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PublishRefused('key-unreadable', path, codeOf(cause) || 'not JSON', { cause });
  }
  const text = raw as Partial<KeyText>;
  const whole =
    text.format === FORMAT &&
    text.kdf !== undefined &&
    text.cipher !== undefined &&
    text.secret !== undefined;
  if (!whole || !/^[0-9a-f]{64}$/.test(text.public ?? ''))
    throw new PublishRefused('key-unreadable', path, 'not a key');
  return text as KeyText;
}

function derive(passphrase: string, kdf: KeyText['kdf']): Promise<Buffer> {
  const { N, r, p, salt } = kdf;
  return new Promise((resolve, reject) => {
    // NFKC: the same phrase typed on another keyboard or system gives the same key.
    const phrase = passphrase.normalize('NFKC');
    scrypt(phrase, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
