/**
 * The trust folder of a data folder: whom this kiosk believes and what it has seen
 * (content/README.md, section 5).
 *
 * ```
 * trust/pinned.root.json       the root it was set up with; everything else can be lost
 * trust/metadata/<role>.json   newest verified document of each role, as it was sent
 * trust/roots/<n>.root.json    every root passed on the way, so that old signatures can still be checked
 * trust/proofs/<hash>.json     the signed documents behind an installed set (proof.ts)
 * trust/seen.json              versions seen: the memory against rollback, apart from the documents
 * trust/verdicts.json          packs whose inside was proven, by hash: spares work, lends no trust
 * ```
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, listNames, sweepTemporary, writeDurably } from '../disk.ts';
import { seal, unseal } from './sealed.ts';

/** Where verified documents are kept. The conformance suite brings a folder of its own. */
export type Shelf = {
  /** Bytes as they were sent; undefined when there are none. */
  readonly read: (role: string) => Buffer | undefined;
  /** Replaces a role's document in one instant. */
  readonly write: (role: string, bytes: Uint8Array) => void;
  /** Keeps a root for good, beside the newest one. */
  readonly keepRoot: (version: number, bytes: Uint8Array) => void;
};

/** Documents of TUF are a few MB at most; a longer file is no document. */
const MAX_FILE_BYTES = 8_000_000;

/** @param folder absolute; made when missing */
export function folderShelf(folder: string, rootsFolder?: string): Shelf {
  // A role's name comes from a signed list and may hold any character.
  const pathOf = (role: string): string => join(folder, `${fileNameOf(role)}.json`);
  return {
    read: (role) => readIfThere(pathOf(role)),
    write: (role, bytes) => writeDurably(pathOf(role), bytes),
    keepRoot: (version, bytes) => {
      if (rootsFolder !== undefined) writeDurably(join(rootsFolder, `${version}.root.json`), bytes);
    },
  };
}

/** Safe on every file system, and different for different names. */
export function fileNameOf(role: string): string {
  return encodeURIComponent(role).replace(/[*.!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** Highest version seen of a role or pack, by the keys that signed it. */
export type SeenVersion = { readonly version: number; readonly keyIds: readonly string[] };

export type Seen = {
  readonly roles: Readonly<Record<string, SeenVersion>>;
  readonly packs: Readonly<Record<string, SeenVersion & { readonly sha256: string }>>;
  /** Newest signing time seen, UTC ms: no clock that is right is earlier. */
  readonly newestSignedMs: number;
  /** `library.json` (its SHA-256) that staff went back from; not taken again by itself. */
  readonly heldBack: string;
};

export const NOTHING_SEEN: Seen = { roles: {}, packs: {}, newestSignedMs: 0, heldBack: '' };

/**
 * Whether a version is older than one seen before. Only versions under the same keys are compared: when
 * the project replaces keys that were misused, the misuser's high numbers are forgotten with them
 * (clause 3.4, recovery from fast-forward).
 */
export function isOlder(seen: SeenVersion | undefined, version: number, keyIds: readonly string[]): boolean {
  return seen !== undefined && version < seen.version && sameKeys(seen.keyIds, keyIds);
}

export function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}

export type Trust = {
  readonly shelf: Shelf;
  readonly pinnedRoot: () => Buffer | undefined;
  /** Pins another root and forgets the documents below the old one. Staff's explicit order only. */
  readonly pin: (bytes: Uint8Array) => void;
  readonly root: (version: number) => Buffer | undefined;
  /** Versions of the roots that are kept, oldest first. */
  readonly rootVersions: () => readonly number[];
  readonly seen: () => Seen;
  /** False when the memory is there and not as it was written; `seen` is empty then. */
  readonly memoryIsWhole: () => boolean;
  /** Files that are there and hold nothing, or more than any document; names below `trust/`. */
  readonly unreadable: () => readonly string[];
  readonly remember: (seen: Seen) => void;
  /**
   * Hashes of packs whose inside was proven. Whoever could forge them can write this folder, and so the active
   * set itself; what is read is hashed each time.
   *
   * @param name what the verdicts stand for (`verdictsName`); none when kept under another one, lost or torn
   */
  readonly verdicts: (name: string) => ReadonlySet<string>;
  readonly verdictsAreWhole: () => boolean;
  readonly keepVerdicts: (name: string, hashes: readonly string[]) => void;
  readonly proof: (libraryHash: string) => string | undefined;
  readonly keepProof: (libraryHash: string, text: string) => void;
  /** Removes the proofs of sets that are no longer kept. */
  readonly keepProofsOf: (libraryHashes: readonly string[]) => void;
};

/** Removes what an interrupted write left. Only for the holder of the data folder's lock. */
export function sweepTrust(dataDir: string): void {
  const folder = join(dataDir, 'trust');
  for (const name of ['', 'metadata', 'roots', 'proofs']) sweepTemporary(join(folder, name));
}

/** Writes nothing by itself: reading may go on beside a sync. @param dataDir absolute path of the data folder */
export function openTrust(dataDir: string): Trust {
  const folder = join(dataDir, 'trust');
  const [metadata, roots, proofs] = ['metadata', 'roots', 'proofs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const pinned = join(folder, 'pinned.root.json');
  const seenFile = join(folder, 'seen.json');
  const verdictsFile = join(folder, 'verdicts.json');
  return {
    shelf: folderShelf(metadata, roots),
    pinnedRoot: () => readIfThere(pinned),
    pin: (bytes) => {
      writeDurably(pinned, bytes);
      // The pinned root is in force from here; what is left of the old trust only fails to verify.
      rmSync(metadata, { recursive: true, force: true });
    },
    root: (version) => readIfThere(join(roots, `${version}.root.json`)),
    rootVersions: () =>
      listNames(roots)
        .flatMap((name) => Number(/^(\d{1,9})\.root\.json$/.exec(name)?.[1] ?? []))
        .sort((a, b) => a - b),
    seen: () => parseSeen(textIfThere(seenFile)),
    memoryIsWhole: () => {
      const text = textIfThere(seenFile);
      return text === undefined || parseSeen(text) !== NOTHING_SEEN;
    },
    unreadable: () =>
      ['', 'metadata', 'roots', 'proofs']
        .flatMap((name) =>
          listNames(join(folder, name)).map((file) => (name === '' ? file : `${name}/${file}`)),
        )
        .filter((file) => file.endsWith('.json') && readIfThere(join(folder, file)) === undefined),
    remember: (seen) => writeDurably(seenFile, seal(seen)),
    verdicts: (name) => {
      const kept = parseVerdicts(textIfThere(verdictsFile));
      return new Set(kept?.name === name ? kept.hashes : []);
    },
    verdictsAreWhole: () => {
      const text = textIfThere(verdictsFile);
      return text === undefined || parseVerdicts(text) !== undefined;
    },
    keepVerdicts: (name, hashes) => writeDurably(verdictsFile, seal({ name, hashes })),
    proof: (hash) => textIfThere(join(proofs, `${hash}.json`)),
    keepProof: (hash, text) => writeDurably(join(proofs, `${hash}.json`), text),
    keepProofsOf: (hashes) => {
      const kept = new Set(hashes.map((hash) => `${hash}.json`));
      for (const name of listNames(proofs)) if (!kept.has(name)) rmSync(join(proofs, name), { force: true });
    },
  };
}

/** Tolerant: a memory that cannot be read is empty, and the documents' own versions still guard. */
function parseSeen(text: string | undefined): Seen {
  try {
    const raw = unseal(text ?? '') as Partial<Record<keyof Seen, unknown>>;
    return {
      roles: versionsOf(raw.roles, (entry) => ({ ...versionOf(entry) })),
      packs: versionsOf(raw.packs, (entry) => ({ ...versionOf(entry), sha256: String(entry['sha256']) })),
      newestSignedMs: Number.isSafeInteger(raw.newestSignedMs) ? Number(raw.newestSignedMs) : 0,
      heldBack: typeof raw.heldBack === 'string' ? raw.heldBack : '',
    };
  } catch {
    return NOTHING_SEEN;
  }
}

type Kept = { readonly name: unknown; readonly hashes: readonly string[] };

function parseVerdicts(text: string | undefined): Kept | undefined {
  try {
    const { name, hashes } = unseal(text ?? '') as Readonly<Record<keyof Kept, unknown>>;
    return Array.isArray(hashes) ? { name, hashes: hashes.map(String) } : undefined;
  } catch {
    return undefined;
  }
}

type RawEntry = Readonly<Record<string, unknown>>;

function versionsOf<T>(raw: unknown, read: (entry: RawEntry) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(raw as Record<string, RawEntry>).map(([name, one]) => [name, read(one)]),
  );
}

function versionOf(entry: RawEntry): SeenVersion {
  const { version, keyIds } = entry;
  if (!Number.isSafeInteger(version) || !Array.isArray(keyIds)) throw new TypeError('seen.json');
  return { version: Number(version), keyIds: keyIds.map(String) };
}

function textIfThere(path: string): string | undefined {
  return readIfThere(path)?.toString('utf8');
}

function readIfThere(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length > 0 && bytes.length <= MAX_FILE_BYTES ? bytes : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
