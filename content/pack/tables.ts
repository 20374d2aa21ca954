/** The few ways in which a table of a pack is declared; `schema.ts` and its parts are made of these. */

export type TableStatement = { readonly name: string; readonly sql: string };

/** A table of facts with a rowid or a natural key. */
export function table(name: string, columns: string): TableStatement {
  return { name, sql: `CREATE TABLE ${name} (\n${columns}\n) STRICT` };
}

/** A table whose whole primary key is declared in its columns. */
export function keyed(name: string, columns: string): TableStatement {
  return { name, sql: `CREATE TABLE ${name} (\n${columns}\n) STRICT, WITHOUT ROWID` };
}

/** The words of a thing: one row per language. No SQL comment after the last column: a comma follows. */
export function words(owner: string, key: string, columns: string): TableStatement {
  return keyed(
    `${owner}_text`,
    `  ${key},\n  lang TEXT NOT NULL,\n${columns},\n  PRIMARY KEY (${owner}_id, lang)`,
  );
}

/** The other side of something: a municipality, prefecture, area, association or organisation. */
export function partners(owner: string): TableStatement {
  return keyed(
    `${owner}_partner`,
    `  ${owner}_id TEXT NOT NULL REFERENCES ${owner},
  position INTEGER NOT NULL,
  partner_kind TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  PRIMARY KEY (${owner}_id, position)`,
  );
}

/** Plain lists that hang on an owner: its wards, its towns (areas spelled out), its tags. */
export function list(owner: string, name: string, column: string): TableStatement {
  return keyed(
    `${owner}_${name}`,
    `  ${owner}_id TEXT NOT NULL REFERENCES ${owner},
  ${column} TEXT NOT NULL,
  PRIMARY KEY (${owner}_id, ${column})`,
  );
}

export function index(name: string, on: string): TableStatement {
  return { name, sql: `CREATE INDEX ${name} ON ${on}` };
}
