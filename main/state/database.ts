/**
 * Opens `state.sqlite`, the kiosk's own small database in its data folder. Losing it costs counts and the
 * PIN, never content: a damaged file, or one that a newer program wrote, is set aside under a name that
 * says why, and a new one is begun. A disk that cannot be written is a fault of its own and moves nothing.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '../../content/sqlite.ts';
import { MIGRATIONS, STATE_APPLICATION_ID } from './migrations.ts';

export const STATE_FILE = 'state.sqlite';

type Driver = InstanceType<typeof DatabaseSync>;
type Value = string | number | null | Uint8Array;
export type StateParams = Readonly<Record<string, Value>>;

/** The open database. Every method throws the driver's error when the disk fails. */
export type StateDatabase = {
  readonly all: <Row>(sql: string, params?: StateParams) => readonly Row[];
  readonly run: (sql: string, params?: StateParams) => void;
  /** All or nothing. Survives the end of the process, however it ends; a power cut may take the last ones. */
  readonly together: <T>(work: () => T) => T;
  /** All or nothing, and on the disk when this returns: survives a power cut as well. */
  readonly durably: <T>(work: () => T) => T;
  readonly close: () => void;
};

export const ASIDE_REASONS = ['newer', 'damaged'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/** A file that could not be used and where it lies now. */
export type SetAside = { readonly why: AsideReason; readonly file: string; readonly detail: string };

export type OpenedState =
  | { readonly ok: true; readonly database: StateDatabase; readonly setAside: SetAside | null }
  /** Nothing can be kept: the disk is full, read-only or in use. */
  | { readonly ok: false; readonly detail: string };

/** Files set aside that are kept; the oldest go first, so that a broken disk does not fill itself. */
const KEPT_ASIDE = 3;
/** Another process (`--set-pin`) may be writing for a moment. */
const BUSY_MS = 500;

/** Refused for what is in the file, not for what the disk does. */
class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly why: AsideReason;

  constructor(why: AsideReason, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.why = why;
  }
}

/**
 * @param folder absolute path of the data folder; must be there
 * @param nowMs  the clock, for the names of files set aside
 */
export function openStateDatabase(folder: string, nowMs: () => number): OpenedState {
  const path = join(folder, STATE_FILE);
  try {
    return { ok: true, database: openAt(path), setAside: null };
  } catch (error) {
    if (!(error instanceof Unusable)) return { ok: false, detail: textOf(error) };
    try {
      const file = putAside(folder, error.why, nowMs());
      return { ok: true, database: openAt(path), setAside: { why: error.why, file, detail: error.message } };
    } catch (again) {
      return { ok: false, detail: `${error.message}; ${textOf(again)}` };
    }
  }
}

/** @throws {Unusable} newer, damaged @throws the driver's error for faults of the disk */
function openAt(path: string): StateDatabase {
  const database = connect(path);
  try {
    refuseForeign(database);
    // WAL: a commit is one append; killed at any moment, the file is whole with all commits.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF');
    migrate(database);
    return handleOf(database);
  } catch (error) {
    database.close();
    throw isDamage(error) ? new Unusable('damaged', textOf(error), error) : error;
  }
}

function connect(path: string): Driver {
  return new DatabaseSync(path, {
    timeout: BUSY_MS,
    allowExtension: false,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
  });
}

/** Looks before anything is written, so that a file that is not ours stays byte for byte as it was. */
function refuseForeign(database: Driver): void {
  const version = pragma(database, 'user_version');
  const id = pragma(database, 'application_id');
  const empty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (id !== STATE_APPLICATION_ID && !(empty && id === 0 && version === 0))
    throw new Unusable('damaged', `application_id ${id} is not the kiosk's state`);
  if (version > MIGRATIONS.length)
    throw new Unusable('newer', `version ${version}, this program knows ${MIGRATIONS.length}`);
  const [check] = database.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check?: unknown }[];
  if (check?.quick_check !== 'ok') throw new Unusable('damaged', String(check?.quick_check));
}

/** Each step in one transaction with its own number: killed anywhere, the next start goes on from there. */
function migrate(database: Driver): void {
  for (;;) {
    database.exec('BEGIN IMMEDIATE');
    try {
      // Read inside the transaction: another process may have done the step meanwhile.
      const version = pragma(database, 'user_version');
      const step = MIGRATIONS[version];
      if (step === undefined) {
        database.exec('COMMIT');
        return;
      }
      database.exec(step);
      database.exec(`PRAGMA application_id = ${STATE_APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

function handleOf(database: Driver): StateDatabase {
  const statements = new Map<string, ReturnType<Driver['prepare']>>();
  function statement(sql: string): ReturnType<Driver['prepare']> {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  }
  function together<T>(work: () => T): T {
    if (database.isTransaction) return work();
    database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      database.exec('COMMIT');
      return value;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
  return {
    all: <Row>(sql: string, params: StateParams = {}) => statement(sql).all(params) as readonly Row[],
    run: (sql, params = {}) => void statement(sql).run(params),
    together,
    durably: (work) => {
      database.exec('PRAGMA synchronous = FULL');
      try {
        return together(work);
      } finally {
        database.exec('PRAGMA synchronous = NORMAL');
      }
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** @returns the name the file has now */
function putAside(folder: string, why: AsideReason, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  let name = `state.${why}-${stamp}.sqlite`;
  for (let i = 2; existsSync(join(folder, name)); i += 1) name = `state.${why}-${stamp}-${i}.sqlite`;
  // The database's own name goes last: until then the next start finds it and sets it aside again.
  for (const end of ['-wal', '-shm', '']) {
    const from = join(folder, `${STATE_FILE}${end}`);
    if (existsSync(from)) renameSync(from, join(folder, `${name}${end}`));
  }
  forgetOldest(folder);
  return name;
}

function forgetOldest(folder: string): void {
  const aside = readdirSync(folder)
    .filter((name) => /^state\.(newer|damaged)-.+\.sqlite$/.test(name))
    .sort((a, b) => (stampOf(a) < stampOf(b) ? 1 : -1));
  for (const name of aside.slice(KEPT_ASIDE))
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}${end}`), { force: true });
}

const stampOf = (name: string): string => name.replace(/^state\.\w+-/, '');

function pragma(database: Driver, name: string): number {
  const row = database.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, unknown>> | undefined;
  return Number(row?.[name] ?? 0);
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
