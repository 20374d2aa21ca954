/** Makes a new pack file. Staff machines and tests only: a kiosk ships nothing from this room. */
import { APPLICATION_ID, formatOf, tablesOf } from '../pack/schema.ts';
import type { PackKind } from '../pack/types.ts';
import { DatabaseSync } from '../sqlite.ts';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** A pack being made. */
export type Draft = {
  /** Adds one row; the keys are the columns. */
  readonly insert: (table: string, row: Row) => void;
  /** Writes the file for good: no journal, no free pages, same bytes for the same rows. */
  readonly finish: () => void;
  /** Gives up; the caller removes the file. */
  readonly abandon: () => void;
};

/**
 * Starts a pack in the FORMAT of its kind.
 *
 * @param path absolute path of a file that does not exist yet
 */
export function startDraft(path: string, kind: PackKind = 'base'): Draft {
  const format = formatOf(kind);
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  // Fixed so that the bytes do not depend on the machine.
  database.exec(
    'PRAGMA page_size = 4096; PRAGMA encoding = "UTF-8"; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF',
  );
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${format}`);
  // References may point forward within a pack, so they are checked once at the end.
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec('BEGIN');
  for (const { sql } of tablesOf(format)) database.exec(sql);
  const statements = new Map<string, ReturnType<typeof database.prepare>>();

  function insert(table: string, row: Row): void {
    const columns = Object.keys(row);
    const key = `${table}(${columns.join()})`;
    let statement = statements.get(key);
    if (statement === undefined) {
      const values = columns.map((column) => `$${column}`).join();
      statement = database.prepare(`INSERT INTO ${table}(${columns.join()}) VALUES (${values})`);
      statements.set(key, statement);
    }
    statement.run(row);
  }

  function finish(): void {
    database.exec("INSERT INTO search_index(search_index) VALUES ('optimize')");
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`dangling references: ${JSON.stringify(broken.slice(0, 3))}`);
    database.exec('COMMIT');
    // No ANALYZE (its samples need not be stable); VACUUM lays the pages out from the rows alone.
    database.exec('VACUUM');
    statements.clear();
    database.close();
  }

  return { insert, finish, abandon: () => database.close() };
}
