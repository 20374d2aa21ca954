/**
 * The tables of the kiosk's own small database, step by step. Step n brings a database from
 * `user_version` n - 1 to n, in one transaction. A step that has shipped is never changed: add another.
 */

/** `RKst`: no pack and no other program's file is taken for ours. */
export const STATE_APPLICATION_ID = 0x524b7374;

export const MIGRATIONS: readonly string[] = [
  // 1: settings, and the log of what staff did. Entries are written once; SQLite itself refuses the rest.
  `CREATE TABLE setting (
     name  TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE audit (
     seq    INTEGER PRIMARY KEY,
     entry  TEXT NOT NULL,
     hash   TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
   CREATE TRIGGER audit_not_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;`,

  // 2: what was used, per hall and Tokyo day. Nothing else may be known of a visitor.
  `CREATE TABLE usage_count (
     day    TEXT NOT NULL,
     venue  TEXT NOT NULL,
     kind   TEXT NOT NULL,
     item   TEXT NOT NULL,
     number INTEGER NOT NULL CHECK (number > 0),
     PRIMARY KEY (day, venue, kind, item)
   ) STRICT, WITHOUT ROWID;`,

  // 3: the PIN, never itself but what scrypt makes of it, and the brake on guessing. One row each.
  `CREATE TABLE pin (
     one     INTEGER PRIMARY KEY CHECK (one = 1),
     salt    BLOB NOT NULL,
     hash    BLOB NOT NULL,
     cost    INTEGER NOT NULL,
     block   INTEGER NOT NULL,
     lanes   INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE pin_throttle (
     one      INTEGER PRIMARY KEY CHECK (one = 1),
     failures INTEGER NOT NULL CHECK (failures >= 0),
     wait_ms  INTEGER NOT NULL CHECK (wait_ms >= 0)
   ) STRICT;
   INSERT INTO pin_throttle (one, failures, wait_ms) VALUES (1, 0, 0);`,

  // 4: unlock notes that a PIN was set with; each counts once.
  `CREATE TABLE unlock_note (
     id TEXT PRIMARY KEY
   ) STRICT, WITHOUT ROWID;`,
];
