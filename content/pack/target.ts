/**
 * What the signed list says of a pack: the path of its target and the `custom` facts beside it
 * (content/README.md, section 2). Everything from outside is parsed here, before anybody uses it.
 */
import { DAY_MS } from './days.ts';
import type { LibraryEntry } from './library.ts';
import { FORMAT, OLDEST_READABLE_FORMAT } from './schema.ts';
import { SyncRefused } from './sync-refusal.ts';
import { type Day, isDay, PACK_KINDS, type PackId, type PackKind, parsePackId } from './types.ts';

/** Largest pack: the store reads a pack into memory to prove it. */
export const MAX_PACK_BYTES = 1_000_000_000;
/** Largest picture or film. */
export const MAX_BLOB_BYTES = 4_000_000_000;
/** Most packs in one set. */
export const MAX_PACKS = 1_000;
/** Most files one pack may name. */
export const MAX_BLOBS_PER_PACK = 200_000;

/** A pack as the signed list describes it. */
export type PackTarget = LibraryEntry & {
  /** FORMAT number of the file. */
  readonly format: number;
  /** Content date of the pack. */
  readonly date: Day;
  /** Japanese title, for staff. */
  readonly title: string;
  /** Pictures and films it names; they may be shared with other packs. */
  readonly blobs: { readonly count: number; readonly bytes: number };
};

/** The `custom` object of a pack's target; hash and length stand in TUF's own fields. */
export type PackCustom = Omit<PackTarget, 'sha256' | 'sizeBytes'>;

/**
 * Kinds that a partner may sign. What everybody's library rests on, and what interrupts every screen,
 * stays with the project itself.
 */
export const PARTNER_KINDS: readonly PackKind[] = ['exhibition', 'newsletter'];

/** `packs/<pack-id>.sqlite`: one target for a pack, whatever its version. */
export function packTargetPath(packId: PackId): string {
  return `packs/${packId}.sqlite`;
}

/**
 * A pack in a repository: TUF's consistent name, the hash in front of the last part of the target path.
 * A name never means other bytes, so caches and half-done copies cannot mix releases.
 */
export function packInRepository(packId: PackId, sha256: string): string {
  return `targets/packs/${sha256}.${packId}.sqlite`;
}

/** Our addition to every signed document: when it was signed. TUF lets unknown fields stand. */
export const SIGNED_AT = 'x-signed-at';

/** So far two honest clocks may be apart before the one that signs, or the one that reads, is called wrong. */
export const CLOCK_TOLERANCE_MS = DAY_MS;

/** Names that Windows keeps for devices; a folder of that name cannot be made there. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Whose target a path is.
 *
 * @returns undefined for a safe path of another kind, which a later program may know
 * @throws {SyncRefused} `bad-path` for anything that could mean another file somewhere
 */
export function packIdOfTarget(path: string): PackId | undefined {
  // Clause 2.2: no absolute path, parent, backslash, control character, empty or overlong part.
  const parts = path.split('/');
  const odd = parts.some((part) => part === '' || part === '.' || part === '..' || part.length > 200);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (odd || path.length > 500 || /[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) {
    throw new SyncRefused('bad-path', path.slice(0, 80), 'path of a target');
  }
  if (parts[0] !== 'packs') return undefined;
  const packId = parsePackId(/^packs\/([^/]+)\.sqlite$/.exec(path)?.[1]);
  if (packId === undefined || DEVICE.test(packId)) {
    throw new SyncRefused('bad-path', path.slice(0, 80), 'not packs/<pack-id>.sqlite');
  }
  return packId;
}

export type RawTarget = {
  readonly length: number;
  readonly hashes: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, unknown>>;
};

/**
 * Reads the facts of a pack.
 *
 * @throws {SyncRefused} `metadata-damaged`, `too-big`, `pack-too-new` or `pack-too-old`
 */
export function parsePackTarget(packId: PackId, raw: RawTarget): PackTarget {
  const { custom } = raw;
  const damaged = (what: string): never => {
    throw new SyncRefused('metadata-damaged', packId, `custom facts of the pack: ${what}`);
  };
  const format = natural(custom['format']) ?? damaged('format');
  // Clause 2.4: refuse by FORMAT before a byte is fetched.
  if (format > FORMAT) throw new SyncRefused('pack-too-new', packId, `FORMAT ${format} > ${FORMAT}`);
  if (format < OLDEST_READABLE_FORMAT) throw new SyncRefused('pack-too-old', packId, `FORMAT ${format}`);
  const { sha256 } = raw.hashes;
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) return damaged('no sha256');
  const sizeBytes = natural(raw.length) ?? damaged('length');
  if (sizeBytes > MAX_PACK_BYTES) throw new SyncRefused('too-big', packId, `${sizeBytes} bytes`);
  const { kind, title, date } = custom;
  return {
    packId: custom['packId'] === packId ? packId : damaged('packId'),
    kind: PACK_KINDS.find((one) => one === kind) ?? damaged('kind'),
    version: natural(custom['version']) ?? damaged('version'),
    sha256,
    sizeBytes,
    format,
    date: isDay(date) ? date : damaged('date'),
    title: typeof title === 'string' ? title.slice(0, 200) : packId,
    blobs: blobFacts(custom['blobs']) ?? damaged('blobs'),
  };
}

function blobFacts(raw: unknown): PackTarget['blobs'] | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { count, bytes } = raw as Readonly<Record<string, unknown>>;
  if (count === 0 && bytes === 0) return { count: 0, bytes: 0 };
  const known = { count: natural(count), bytes: natural(bytes) };
  if (known.count === undefined || known.bytes === undefined || known.count > MAX_BLOBS_PER_PACK)
    return undefined;
  return { count: known.count, bytes: known.bytes };
}

/** A whole number of 1 or more. */
function natural(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

/** Base first, then by pack id: the order of `library.json`. */
export function inLibraryOrder<T extends LibraryEntry>(entries: readonly T[]): readonly T[] {
  const rank = (entry: T): number => (entry.kind === 'base' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.packId < b.packId ? -1 : 1));
}
