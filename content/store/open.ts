/**
 * Proves a file before anything in it is shown: the bytes are those the active set names, it is
 * SQLite, it is ours, its FORMAT is one we read, SQLite finds no damage, and it holds exactly the
 * tables of FORMAT and nothing that runs, within bounds (`bounds.ts`). Each refusal has a name (`content/pack/refusal.ts`).
 */
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type LibraryEntry, packPath } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import {
  APPLICATION_ID,
  FORMAT,
  OLDEST_READABLE_FORMAT,
  SEARCH_SHADOW_TABLES,
  TABLES,
} from '../pack/schema.ts';
import type { PackId, PackKind } from '../pack/types.ts';
import { proveBounds } from './bounds.ts';
import { asPack, openFile, type ReadablePack, type UnprovenFile } from './driver.ts';

const SQLITE_MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Longest piece of SQLite's own words that is told. */
const MAX_VERDICT = 200;

/**
 * Opens a pack of the active set.
 *
 * @param dataDir absolute data folder
 * @throws {PackRefused} with the reason; nothing stays open
 */
export function openPack(dataDir: string, entry: LibraryEntry): ReadablePack {
  return openPackFile(`${dataDir}/${packPath(entry)}`, entry);
}

/** The same for a pack wherever it lies. @throws {PackRefused} */
export function openPackFile(path: string, entry: LibraryEntry): ReadablePack {
  const bytes = present(entry.packId, () => readFileSync(path));
  provePlainFacts(bytes, createHash('sha256').update(bytes).digest('hex'), entry);
  return proveAndGive(path, entry, true);
}

/**
 * Opens a pack of the active set without holding up the event loop: reading and hashing are done beside it.
 * The bytes are proven to the last one all the same. SQLite's own check is left to a later `openPack`: it
 * says of the same bytes always the same, and so does the look at what is inside (`bounds.ts`).
 *
 * @param dataDir absolute data folder
 * @throws {PackRefused} with the reason; nothing stays open
 */
export async function openPackSoon(dataDir: string, entry: LibraryEntry): Promise<ReadablePack> {
  const path = `${dataDir}/${packPath(entry)}`;
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw missing(entry.packId, cause);
  });
  const digest = await webcrypto.subtle.digest('SHA-256', bytes);
  provePlainFacts(bytes, Buffer.from(digest).toString('hex'), entry);
  return proveAndGive(path, entry, false);
}

function proveAndGive(path: string, entry: LibraryEntry, thorough: boolean): ReadablePack {
  const file = openProven(path, entry.packId);
  try {
    proveInside(file, entry, thorough);
    return asPack(file, entry.packId, entry.kind);
  } catch (cause) {
    file.close();
    if (cause instanceof PackRefused) throw cause;
    throw new PackRefused('pack-damaged', entry.packId, messageOf(cause), { cause });
  }
}

function present(packId: PackId, read: () => Buffer): Buffer {
  try {
    return read();
  } catch (cause) {
    throw missing(packId, cause);
  }
}

function missing(packId: PackId, cause: unknown): PackRefused {
  return new PackRefused('pack-missing', packId, messageOf(cause), { cause });
}

/**
 * What the first hundred bytes and the hash say, in the order that gives staff the most useful name:
 * a file that is not a database at all is called that, even though its hash is wrong as well.
 */
function provePlainFacts(bytes: Buffer, sha256: string, entry: LibraryEntry): void {
  const refuse = (code: ConstructorParameters<typeof PackRefused>[0], detail: string): never => {
    throw new PackRefused(code, entry.packId, detail);
  };
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 16) !== SQLITE_MAGIC) {
    refuse('pack-not-sqlite', `${bytes.length} bytes, no SQLite header`);
  }
  // https://sqlite.org/fileformat2.html#the_database_header: 60 user version, 68 application id.
  const application = bytes.readUInt32BE(68);
  const format = bytes.readUInt32BE(60);
  if (application !== APPLICATION_ID)
    refuse('pack-wrong-application', `application_id 0x${application.toString(16)}`);
  if (format > FORMAT) refuse('pack-too-new', `FORMAT ${format}, this program reads up to ${FORMAT}`);
  if (format < OLDEST_READABLE_FORMAT) refuse('pack-too-old', `FORMAT ${format}`);
  // A write-ahead log cannot be read from read-only media and could smuggle pages in beside the file.
  if (bytes[18] !== 1 || bytes[19] !== 1) refuse('pack-damaged', 'journal mode is not DELETE');
  if (bytes.length < entry.sizeBytes)
    refuse('pack-damaged', `${bytes.length} of ${entry.sizeBytes} bytes: cut off`);
  if (bytes.length !== entry.sizeBytes || sha256 !== entry.sha256) refuse('pack-altered', `sha256 ${sha256}`);
}

function openProven(path: string, packId: PackId): UnprovenFile {
  try {
    return openFile(path);
  } catch (cause) {
    throw new PackRefused('pack-damaged', packId, messageOf(cause), { cause });
  }
}

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string | null };

function proveInside(file: UnprovenFile, entry: LibraryEntry, thorough: boolean): void {
  proveSchema(file.all<SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY name'), entry.packId);
  if (thorough) proveSound(file, entry.packId);
  const rows = file.all<{ readonly pack_id: string; readonly kind: PackKind; readonly version: number }>(
    'SELECT pack_id, kind, version FROM pack',
  );
  const [row] = rows;
  if (
    rows.length !== 1 ||
    row?.pack_id !== entry.packId ||
    row.kind !== entry.kind ||
    row.version !== entry.version
  ) {
    throw new PackRefused(
      'pack-altered',
      entry.packId,
      'the pack inside is another than the active set names',
    );
  }
  if (thorough) proveBounds(file, entry.packId);
}

function proveSound(file: UnprovenFile, packId: PackId): void {
  const [verdict] = file.all<{ readonly quick_check: string }>('PRAGMA quick_check(1)');
  if (verdict?.quick_check !== 'ok') {
    const detail = verdict?.quick_check.replaceAll('\n', ' ').slice(0, MAX_VERDICT) ?? 'no verdict';
    throw new PackRefused('pack-damaged', packId, detail);
  }
}

const EXPECTED = new Map([...TABLES, ...SEARCH_SHADOW_TABLES].map(({ name, sql }) => [name, sql]));

function proveSchema(rows: readonly SchemaRow[], packId: PackId): void {
  const seen = new Set<string>();
  for (const { type, name, sql } of rows) {
    // Indexes SQLite makes for itself carry no SQL.
    const known = sql === null ? type === 'index' : EXPECTED.get(name) === sql;
    if (!known) throw new PackRefused('pack-wrong-schema', packId, `${type} ${name}`);
    seen.add(name);
  }
  for (const name of EXPECTED.keys()) {
    if (!seen.has(name)) throw new PackRefused('pack-wrong-schema', packId, `${name} is missing`);
  }
}

/** Words of an error for staff: no stack and no path of the machine, which Node writes behind a comma. */
function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const [line = ''] = cause.message.split('\n');
  return 'syscall' in cause ? line.replace(/, \w+( '.*)?$/, '') : line;
}
