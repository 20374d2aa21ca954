/**
 * Proves a file before anything in it is shown: the bytes are those the active set names, it is
 * SQLite, it is ours, its FORMAT is one we read, SQLite finds no damage, and it holds exactly the
 * tables of FORMAT and nothing that runs, within bounds (`bounds.ts`). Each refusal has a name (`content/pack/refusal.ts`).
 */
import { type LibraryEntry, packPath } from '../pack/library.ts';
import { PackRefused } from '../pack/refusal.ts';
import {
  APPLICATION_ID,
  FORMAT,
  formatOf,
  OLDEST_READABLE_FORMAT,
  SEARCH_SHADOW_TABLES,
  tablesOf,
} from '../pack/schema.ts';
import type { PackId, PackKind } from '../pack/types.ts';
import { BOUNDS_VERSION, proveBounds } from './bounds.ts';
import { asPack, openFile, type ReadablePack, sqliteVersion, type UnprovenFile } from './driver.ts';
import { type Hashed, HEAD_BYTES, hashFile, hashFileNow } from './file-hash.ts';

const SQLITE_MAGIC = 'SQLite format 3\0';
/** Longest piece of SQLite's own words that is told. */
const MAX_VERDICT = 200;

/**
 * Packs, by SHA-256, that SQLite and the bounds have found good before: of the same bytes they always say the
 * same, so once the hash is right they need not be asked again. A `Set` will do.
 */
export type Verdicts = {
  readonly has: (sha256: string) => boolean;
  readonly add: (sha256: string) => unknown;
};

/** Names what a verdict stands for: kept ones of another name count for nothing. */
export function verdictsName(): string {
  return `bounds ${BOUNDS_VERSION}, FORMAT ${FORMAT}, SQLite ${sqliteVersion()}`;
}

/**
 * Opens a pack of the active set.
 *
 * @param dataDir  absolute data folder
 * @param verdicts spares what was proven before, and learns what is proven now; without them all is proven
 * @throws {PackRefused} with the reason; nothing stays open
 */
export function openPack(dataDir: string, entry: LibraryEntry, verdicts?: Verdicts): ReadablePack {
  return openPackFile(`${dataDir}/${packPath(entry)}`, entry, verdicts);
}

/** The same for a pack wherever it lies. @throws {PackRefused} */
export function openPackFile(path: string, entry: LibraryEntry, verdicts?: Verdicts): ReadablePack {
  provePlainFacts(
    present(entry.packId, () => hashFileNow(path)),
    entry,
  );
  const thorough = verdicts?.has(entry.sha256) !== true;
  const pack = proveAndGive(path, entry, thorough);
  if (thorough) verdicts?.add(entry.sha256);
  return pack;
}

/**
 * Opens a pack of the active set without holding up the event loop for longer than a piece of it takes to hash.
 * The bytes are proven to the last one all the same. SQLite's own check is left to a later `openPack`: it
 * says of the same bytes always the same, and so does the look at what is inside (`bounds.ts`).
 *
 * @param dataDir absolute data folder
 * @throws {PackRefused} with the reason; nothing stays open
 */
export async function openPackSoon(dataDir: string, entry: LibraryEntry): Promise<ReadablePack> {
  const path = `${dataDir}/${packPath(entry)}`;
  const hashed = await hashFile(path).catch((cause: unknown) => {
    throw missing(entry.packId, cause);
  });
  provePlainFacts(hashed, entry);
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

function present(packId: PackId, read: () => Hashed): Hashed {
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
function provePlainFacts({ head, sizeBytes, sha256 }: Hashed, entry: LibraryEntry): void {
  const refuse = (code: ConstructorParameters<typeof PackRefused>[0], detail: string): never => {
    throw new PackRefused(code, entry.packId, detail);
  };
  if (head.length < HEAD_BYTES || head.toString('latin1', 0, 16) !== SQLITE_MAGIC) {
    refuse('pack-not-sqlite', `${sizeBytes} bytes, no SQLite header`);
  }
  // https://sqlite.org/fileformat2.html#the_database_header: 60 user version, 68 application id.
  const application = head.readUInt32BE(68);
  const format = head.readUInt32BE(60);
  if (application !== APPLICATION_ID)
    refuse('pack-wrong-application', `application_id 0x${application.toString(16)}`);
  if (format > FORMAT) refuse('pack-too-new', `FORMAT ${format}, this program reads up to ${FORMAT}`);
  if (format < OLDEST_READABLE_FORMAT) refuse('pack-too-old', `FORMAT ${format}`);
  // A write-ahead log cannot be read from read-only media and could smuggle pages in beside the file.
  if (head[18] !== 1 || head[19] !== 1) refuse('pack-damaged', 'journal mode is not DELETE');
  if (sizeBytes < entry.sizeBytes)
    refuse('pack-damaged', `${sizeBytes} of ${entry.sizeBytes} bytes: cut off`);
  if (sizeBytes !== entry.sizeBytes || sha256 !== entry.sha256) refuse('pack-altered', `sha256 ${sha256}`);
  // Each kind has one FORMAT: its tables are those that `proveSchema` asks for.
  if (format !== formatOf(entry.kind)) refuse('pack-wrong-schema', `FORMAT ${format} of a ${entry.kind}`);
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
  proveSchema(file.all<SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY name'), entry);
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

function proveSchema(rows: readonly SchemaRow[], { packId, kind }: LibraryEntry): void {
  const expected = new Map(
    [...tablesOf(formatOf(kind)), ...SEARCH_SHADOW_TABLES].map(({ name, sql }) => [name, sql]),
  );
  const seen = new Set<string>();
  for (const { type, name, sql } of rows) {
    // Indexes SQLite makes for itself carry no SQL.
    const known = sql === null ? type === 'index' : expected.get(name) === sql;
    if (!known) throw new PackRefused('pack-wrong-schema', packId, `${type} ${name}`);
    seen.add(name);
  }
  for (const name of expected.keys()) {
    if (!seen.has(name)) throw new PackRefused('pack-wrong-schema', packId, `${name} is missing`);
  }
}

/** Words of an error for staff: no stack and no path of the machine, which Node writes behind a comma. */
function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const [line = ''] = cause.message.split('\n');
  return 'syscall' in cause ? line.replace(/, \w+( '.*)?$/, '') : line;
}
