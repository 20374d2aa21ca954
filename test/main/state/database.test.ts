/** The kiosk's own database: a start finds a whole one, whatever lies there. Real SQLite, real files. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatabaseSync } from '../../../content/sqlite.ts';
import { openStateDatabase, STATE_FILE, type StateDatabase } from '../../../main/state/database.ts';
import { MIGRATIONS, STATE_APPLICATION_ID } from '../../../main/state/migrations.ts';
import { tempFolder } from '../../helpers/folder.ts';

const NOW = Date.UTC(2026, 3, 1);
const clock = (): number => NOW;

function openGood(folder: string): StateDatabase {
  const opened = openStateDatabase(folder, clock);
  if (!opened.ok) throw new Error(opened.detail);
  return opened.database;
}

/** A database as the program that knew `version` steps left it. */
function writeVersion(folder: string, version: number, extra = ''): void {
  const database = new DatabaseSync(join(folder, STATE_FILE));
  for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
  database.exec(
    `PRAGMA application_id = ${STATE_APPLICATION_ID}; PRAGMA user_version = ${version}; ${extra}`,
  );
  database.close();
}

function tablesOf(database: StateDatabase): readonly string[] {
  return database
    .all<{ readonly name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map(({ name }) => name);
}

const ALL_TABLES = ['audit', 'pin', 'pin_throttle', 'setting', 'unlock_note', 'usage_count'];

describe('a new state', () => {
  it('has every table, our mark and the newest version', () => {
    const folder = tempFolder();
    const database = openGood(folder);
    expect(tablesOf(database)).toEqual(ALL_TABLES);
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    expect(database.all('PRAGMA application_id')).toEqual([{ application_id: STATE_APPLICATION_ID }]);
    database.close();
  });

  it('holds nothing by which a visitor could be told from another', () => {
    const database = openGood(tempFolder());
    expect(
      database.all<{ readonly name: string }>('PRAGMA table_info(usage_count)').map(({ name }) => name),
    ).toEqual(['day', 'venue', 'kind', 'item', 'number']);
    database.close();
  });
});

describe('migration', () => {
  it.each(MIGRATIONS.map((_step, version) => version))(
    'from version %i keeps what is there and adds the rest',
    (version) => {
      const folder = tempFolder();
      const keeps = version >= 1 ? "INSERT INTO setting (name, value) VALUES ('volume', '30')" : '';
      writeVersion(folder, version, keeps);
      const database = openGood(folder);
      expect(tablesOf(database)).toEqual(ALL_TABLES);
      expect(database.all('SELECT name, value FROM setting')).toEqual(
        version >= 1 ? [{ name: 'volume', value: '30' }] : [],
      );
      database.close();
    },
  );

  it('does nothing the second time', () => {
    const folder = tempFolder();
    openGood(folder).close();
    const database = openGood(folder);
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    database.close();
  });
});

describe('newer', () => {
  it('is set aside untouched, and a new state is begun', () => {
    const folder = tempFolder();
    writeVersion(folder, MIGRATIONS.length, `PRAGMA user_version = ${MIGRATIONS.length + 4}`);
    const before = readFileSync(join(folder, STATE_FILE));
    const opened = openStateDatabase(folder, clock);
    expect(opened).toMatchObject({
      ok: true,
      setAside: { why: 'newer', file: 'state.newer-2026-04-01T00-00-00-000Z.sqlite' },
    });
    if (!opened.ok || opened.setAside === null) throw new Error('unreachable');
    expect(readFileSync(join(folder, opened.setAside.file)).equals(before)).toBe(true);
    expect(tablesOf(opened.database)).toEqual(ALL_TABLES);
    opened.database.close();
  });
});

describe('damaged', () => {
  const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
    ['is no database', (file) => writeFileSync(file, 'これはちがいます。'.repeat(500))],
    ['is cut off', (file) => truncateSync(file, 4096 * 3 + 100)],
    ['has a page of noise', (file) => overwrite(file, 4096, Buffer.alloc(4096, 0xa5))],
    ['has a broken schema', (file) => overwrite(file, 200, Buffer.alloc(3000, 0xff))],
    [
      'belongs to another program',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('PRAGMA application_id = 7');
        database.close();
      },
    ],
  ];
  it.each(DAMAGES)('a file that %s is set aside with a name, and a new state is begun', (_what, damage) => {
    const folder = tempFolder();
    const database = openGood(folder);
    for (let i = 0; i < 500; i += 1)
      database.run('INSERT INTO setting (name, value) VALUES ($name, $value)', {
        name: `n${i}`,
        value: 'x'.repeat(90),
      });
    database.close();
    damage(join(folder, STATE_FILE));
    const opened = openStateDatabase(folder, clock);
    expect(opened).toMatchObject({ ok: true, setAside: { why: 'damaged' } });
    if (!opened.ok || opened.setAside === null) throw new Error('unreachable');
    expect(existsSync(join(folder, opened.setAside.file))).toBe(true);
    expect(tablesOf(opened.database)).toEqual(ALL_TABLES);
    opened.database.close();
    const again = openStateDatabase(folder, clock);
    expect(again).toMatchObject({ ok: true, setAside: null });
    if (again.ok) again.database.close();
  });

  it('again and again leaves at most three files behind', () => {
    const folder = tempFolder();
    for (let i = 0; i < 6; i += 1) {
      writeFileSync(join(folder, STATE_FILE), 'x'.repeat(9000));
      const opened = openStateDatabase(folder, () => NOW + i * 1000);
      if (opened.ok) opened.database.close();
    }
    const aside = readdirSync(folder).filter((name) => name.startsWith('state.damaged-'));
    expect(aside.sort().map((name) => name.slice(31, 33))).toEqual(['03', '04', '05']);
  });
});

describe('a disk that cannot be written', () => {
  it('is told and moves nothing', () => {
    const opened = openStateDatabase(join(tempFolder(), 'not-there'), clock);
    expect(opened).toMatchObject({ ok: false });
  });

  it('is told when the name is taken by a folder', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, STATE_FILE));
    expect(openStateDatabase(folder, clock)).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual([STATE_FILE]);
  });

  it.skipIf(process.getuid?.() === 0)('is told when the folder is closed to us (not as root)', () => {
    const folder = tempFolder();
    chmodSync(folder, 0o555);
    expect(openStateDatabase(folder, clock)).toMatchObject({ ok: false });
    chmodSync(folder, 0o755);
  });
});

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, at);
  writeFileSync(file, content);
}
