/**
 * `library.json`: the active set of a kiosk's data folder. Writing it (temp file, fsync, rename) is the
 * activation; everything it names lies beside it.
 *
 * ```
 * library.json
 * packs/<pack-id>/<version>-<sha256>.sqlite
 * blobs/<aa>/<sha256>
 * programs/<version>-<sha256>.json
 * ```
 */
import { type ProgramEntry, parseProgramEntry } from './program-target.ts';
import { PACK_KINDS, type PackId, type PackKind, parsePackId } from './types.ts';

export const LIBRARY_FILE = 'library.json';

export type LibraryEntry = {
  readonly packId: PackId;
  readonly kind: PackKind;
  readonly version: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
};

export type LibraryManifest = {
  /** Base first, then by pack id. */
  readonly packs: readonly LibraryEntry[];
  /** The program that belongs to the set; the hash of `library.json` covers it as well. */
  readonly program?: ProgramEntry;
};

/** Path of a pack inside the data folder, with `/`. */
export function packPath(entry: LibraryEntry): string {
  return `packs/${entry.packId}/${entry.version}-${entry.sha256}.sqlite`;
}

/** Path of a picture or film inside the data folder, with `/`. */
export function blobPath(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

export function formatLibrary(manifest: LibraryManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const MAX_PACKS = 1000;

/** @returns the manifest, or undefined when the text is not one (truncated, foreign, tricked) */
export function parseLibrary(text: string): LibraryManifest | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  const packs = isRecord(raw) ? raw['packs'] : undefined;
  if (!Array.isArray(packs) || packs.length > MAX_PACKS) return undefined;
  const entries = packs.map(parseEntry);
  const whole = entries.filter((entry) => entry !== undefined);
  const ids = new Set(whole.map((entry) => entry.packId));
  const bases = whole.filter((entry) => entry.kind === 'base');
  // Two base packs would show every town twice.
  if (whole.length !== packs.length || ids.size !== packs.length || bases.length > 1) return undefined;
  const rawProgram = isRecord(raw) ? raw['program'] : undefined;
  if (rawProgram === undefined) return { packs: whole };
  const program = parseProgramEntry(rawProgram);
  return program && { packs: whole, program };
}

function parseEntry(raw: unknown): LibraryEntry | undefined {
  if (!isRecord(raw)) return undefined;
  const packId = parsePackId(raw['packId']);
  const kind = PACK_KINDS.find((one) => one === raw['kind']);
  const { version, sha256, sizeBytes } = raw;
  if (packId === undefined || kind === undefined) return undefined;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return undefined;
  if (typeof sizeBytes !== 'number' || !Number.isSafeInteger(sizeBytes) || sizeBytes < 1) return undefined;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { packId, kind, version, sha256, sizeBytes };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
