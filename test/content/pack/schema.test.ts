import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDraft } from '../../../content/author/draft.ts';
import {
  APPLICATION_ID,
  FORMAT,
  OLDEST_READABLE_FORMAT,
  SEARCH_SHADOW_TABLES,
  TABLES,
  tablesOf,
} from '../../../content/pack/schema.ts';
import type { PackKind } from '../../../content/pack/types.ts';
import { DatabaseSync } from '../../../content/sqlite.ts';
import { tempFolder } from '../../helpers/folder.ts';

function freshDraft(kind: PackKind): string {
  const path = join(tempFolder(), 'draft.sqlite');
  startDraft(path, kind).finish();
  return path;
}

describe.each<[PackKind, number]>([
  ['base', 1],
  ['exhibition', 1],
  ['newsletter', 1],
  ['notice', 2],
])('a fresh draft of a %s', (kind, format) => {
  const path = freshDraft(kind);

  it('carries the application id and the FORMAT in its header', () => {
    const header = readFileSync(path).subarray(0, 100);
    expect(header.toString('latin1', 0, 16)).toBe('SQLite format 3\0');
    expect(header.toString('latin1', 68, 72)).toBe('Renk');
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(header.readUInt32BE(60)).toBe(format);
  });

  it('is UTF-8 with pages of 4096 bytes and no write-ahead log', () => {
    const header = readFileSync(path).subarray(0, 100);
    expect([header.readUInt16BE(16), header[18], header[19], header.readUInt32BE(56)]).toEqual([
      4096, 1, 1, 1,
    ]);
  });

  it('contains exactly the tables of FORMAT and those FTS5 makes for itself', () => {
    const database = new DatabaseSync(path, { readOnly: true });
    const rows = database
      .prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
      .all() as { readonly name: string; readonly sql: string }[];
    database.close();
    expect(Object.fromEntries(rows.map((row) => [row.name, row.sql]))).toEqual(
      Object.fromEntries(
        [...tablesOf(format), ...SEARCH_SHADOW_TABLES].map((table) => [table.name, table.sql]),
      ),
    );
  });

  it('has Japanese among the words of everything: each _text table is keyed by thing and language', () => {
    const texts = tablesOf(format).filter((table) => table.name.endsWith('_text'));
    expect(texts.length).toBeGreaterThan(20);
    for (const { name, sql } of texts) {
      const owner = name.slice(0, -'_text'.length);
      expect(
        tablesOf(format).some((table) => table.name === owner),
        owner,
      ).toBe(true);
      expect(sql).toContain(`PRIMARY KEY (${owner}_id, lang)`);
    }
  });

  it.skipIf(spawnSync('sqlite3', ['--version']).error !== undefined)(
    'can be read with the sqlite3 command line',
    () => {
      const sqlite3 = (sql: string): string =>
        execFileSync('sqlite3', ['-readonly', path, sql], { encoding: 'utf8' });
      const tables = sqlite3('.tables').split(/\s+/).filter(Boolean);
      expect(tables).toEqual(
        expect.arrayContaining(['municipality', 'municipality_text', 'event', 'search']),
      );
      expect(sqlite3('PRAGMA integrity_check')).toBe('ok\n');
    },
  );
});

const EVERYTHING = tablesOf(FORMAT);

describe('the schema', () => {
  it('begins with all of FORMAT 1, which other packs than notices stay in', () => {
    expect(tablesOf(1)).toEqual(TABLES);
    expect(EVERYTHING.slice(0, TABLES.length)).toEqual(TABLES);
  });

  it('names everything once', () => {
    const names = EVERYTHING.map((table) => table.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds no view, no trigger and no generated column', () => {
    const odd = EVERYTHING.filter(({ sql }) =>
      /\b(VIEW|TRIGGER|GENERATED|AS \()/i.test(sql.replace(/--.*$/gm, '')),
    );
    expect(odd).toEqual([]);
  });

  it('keeps every table STRICT', () => {
    const loose = EVERYTHING.filter(
      ({ sql }) => sql.startsWith('CREATE TABLE') && !/\) STRICT(, WITHOUT ROWID)?$/.test(sql),
    );
    expect(loose).toEqual([]);
  });

  it('reads its own FORMAT and at most one before', () => {
    expect(OLDEST_READABLE_FORMAT).toBeLessThanOrEqual(FORMAT);
    expect(OLDEST_READABLE_FORMAT).toBeGreaterThanOrEqual(Math.max(1, FORMAT - 1));
  });
});
