/** Opens packs for reading. The kiosk never holds anything stronger than a `ReadablePack`. */
import { pathToFileURL } from 'node:url';
import type { PackId, PackKind } from '../pack/types.ts';
import { DatabaseSync } from '../sqlite.ts';

type Value = string | number | null;
export type Params = Readonly<Record<string, Value>>;

/** A pack opened for reading; SQLite itself refuses any write through it. */
export type ReadablePack = {
  readonly packId: PackId;
  readonly kind: PackKind;
  /** All rows of a SELECT, as plain objects. Statements are prepared once per pack. */
  readonly all: <Row>(sql: string, params?: Params) => readonly Row[];
  readonly close: () => void;
};

/** A database file opened read-only, before anybody knows whether it is a pack. */
export type UnprovenFile = {
  readonly all: <Row>(sql: string, params?: Params) => readonly Row[];
  readonly close: () => void;
};

/**
 * Opens a file read-only and immutable (no lock, no journal, works on read-only media), with
 * SQLite's settings for files that are not trusted.
 *
 * @param path absolute path
 * @throws the driver's error when the file cannot be opened
 */
export function openFile(path: string): UnprovenFile {
  const database = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, {
    readOnly: true,
    allowExtension: false,
    enableDoubleQuotedStringLiterals: false,
  });
  try {
    // https://sqlite.org/security.html, "Untrusted SQLite Database Files"
    for (const pragma of [
      'trusted_schema = OFF',
      'cell_size_check = ON',
      'mmap_size = 0',
      'query_only = ON',
    ]) {
      database.exec(`PRAGMA ${pragma}`);
    }
  } catch (cause) {
    database.close();
    throw cause;
  }
  const statements = new Map<string, ReturnType<typeof database.prepare>>();
  return {
    all: <Row>(sql: string, params: Params = {}): readonly Row[] => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = database.prepare(sql);
        statements.set(sql, statement);
      }
      return statement.all(params) as readonly Row[];
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** Version of the SQLite inside the driver. */
export function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:');
  try {
    return String(Object.values(database.prepare('SELECT sqlite_version() AS v').get() ?? {})[0]);
  } finally {
    database.close();
  }
}

/** Gives a proven file its name; called by `open.ts` only. */
export function asPack(file: UnprovenFile, packId: PackId, kind: PackKind): ReadablePack {
  return { packId, kind, all: file.all, close: file.close };
}
