import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../content/store/driver.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { fileOf } from '../../helpers/damage.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildData } from '../../helpers/library.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

const GOOD = buildData(writeSource(SMALL));

describe('openFile', () => {
  it.each(['with space', '日本語', 'a#b', 'a?mode=memory', 'a%20b', 'a&b;c', "quote'd"])(
    'opens packs in a folder called %j',
    (name) => {
      const folder = join(tempFolder(), name);
      cpSync(GOOD, folder, { recursive: true });
      const opened = openLibrary(folder);
      expect(opened.ok && opened.library.faults).toEqual([]);
      if (opened.ok) opened.library.close();
    },
  );

  it('reads rows with named parameters as plain data', () => {
    const file = openFile(fileOf(GOOD, 'base'));
    const rows = file.all('SELECT kind, version FROM pack WHERE pack_id = $id', { id: 'base' });
    expect(rows).toEqual([{ kind: 'base', version: 1 }]);
    expect(structuredClone(rows)).toEqual([{ kind: 'base', version: 1 }]);
    file.close();
  });

  it.each([
    ['a table', 'CREATE TABLE t (x)'],
    ['a temporary table', 'CREATE TEMP TABLE t (x)'],
    ['a row', 'DELETE FROM pack'],
    ['another file', "ATTACH ':memory:' AS other"],
    ['an extension', "SELECT load_extension('x')"],
  ])('writes and opens nothing: %s', (_what, sql) => {
    const file = openFile(fileOf(GOOD, 'base'));
    let refused = false;
    try {
      file.all(sql);
    } catch {
      refused = true;
    }
    // SQLite may attach an empty database in memory; nothing can be made in it.
    if (!refused) expect(() => file.all('CREATE TABLE other.t (x)')).toThrow();
    file.close();
  });

  it('throws for a file that is not there, and makes none', () => {
    const folder = tempFolder();
    expect(() => openFile(join(folder, 'no.sqlite')).all('SELECT 1 FROM pack')).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('throws for a file that is no database', () => {
    const path = join(tempFolder(), 'text.sqlite');
    writeFileSync(path, 'x'.repeat(5000));
    expect(() => openFile(path).all('SELECT 1 FROM pack')).toThrow();
  });
});
