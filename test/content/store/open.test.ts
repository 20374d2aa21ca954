/** Every refusal of a pack, caused by really damaging a really built one. Names begin with the code. */
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Fault, PackRefused } from '../../../content/pack/refusal.ts';
import { FORMAT, OLDEST_READABLE_FORMAT } from '../../../content/pack/schema.ts';
import { openPack, openPackSoon } from '../../../content/store/open.ts';
import { changeBytes, changeRows, copyData, entryOf, fileOf, rehash } from '../../helpers/damage.ts';
import { buildData, writeManifest } from '../../helpers/library.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

const GOOD = buildData(writeSource(SMALL));

/** Why the pack `show` of a folder is refused, or null when it opens. */
function faultOf(dataDir: string): Fault | null {
  try {
    openPack(dataDir, entryOf(dataDir, 'show')).close();
    return null;
  } catch (error) {
    if (!(error instanceof PackRefused)) throw error;
    // Staff read the detail on a screen in a public hall.
    expect(error.fault.detail).not.toContain(dataDir);
    expect(error.fault.subject).toBe('show');
    return error.fault;
  }
}

/** The code after damage to the file alone. */
function afterBytes(change: (bytes: Buffer) => Buffer | undefined): string | undefined {
  const copy = copyData(GOOD);
  changeBytes(copy, 'show', change);
  return faultOf(copy)?.code;
}

/** The code after a change that came with a new hash. */
function afterRehash(change: (dataDir: string) => void): string | undefined {
  const copy = copyData(GOOD);
  change(copy);
  rehash(copy, 'show');
  return faultOf(copy)?.code;
}

const afterSql = (...sql: readonly string[]) => afterRehash((dataDir) => changeRows(dataDir, 'show', ...sql));

/** The code after writing a 32-bit number into the header. */
const afterHeader = (offset: number, value: number) =>
  afterRehash((dataDir) =>
    changeBytes(dataDir, 'show', (bytes) => {
      bytes.writeUInt32BE(value, offset);
      return bytes;
    }),
  );

describe('openPack', () => {
  it('opens a good pack and tells what it is', () => {
    const pack = openPack(GOOD, entryOf(GOOD, 'show'));
    expect([pack.packId, pack.kind, pack.all('SELECT exhibition_id AS id FROM exhibition')]).toEqual([
      'show',
      'exhibition',
      [{ id: 'show' }],
    ]);
    pack.close();
  });

  it('gives a handle through which nothing can be written', () => {
    const pack = openPack(GOOD, entryOf(GOOD, 'show'));
    expect(() => pack.all("INSERT INTO region VALUES ('x', 1)")).toThrow(/readonly|read-only/i);
    expect(() => pack.all('PRAGMA query_only = OFF; DROP TABLE region')).not.toThrow(/damaged/);
    expect(() => pack.all('DROP TABLE region')).toThrow(/readonly|read-only/i);
    pack.close();
  });

  it('leaves nothing beside the file and no byte of it changed', () => {
    const copy = copyData(GOOD);
    const before = readFileSync(fileOf(copy, 'show'));
    expect(faultOf(copy)).toBeNull();
    expect(readFileSync(fileOf(copy, 'show')).equals(before)).toBe(true);
  });

  it('reads past a journal and a write-ahead log that somebody laid beside the file', () => {
    const copy = copyData(GOOD);
    const path = fileOf(copy, 'show');
    const journal = Buffer.alloc(8192, 1);
    Buffer.from('d9d505f920a163d7', 'hex').copy(journal);
    for (const end of ['-journal', '-wal', '-shm']) writeFileSync(path + end, journal);
    expect(faultOf(copy)).toBeNull();
    expect(readFileSync(`${path}-journal`).equals(journal)).toBe(true);
  });

  it('holds nothing open after a refusal', () => {
    const copy = copyData(GOOD);
    changeRows(copy, 'show', 'CREATE TABLE extra (x)');
    rehash(copy, 'show');
    expect(faultOf(copy)?.code).toBe('pack-wrong-schema');
    rmSync(fileOf(copy, 'show'));
    expect(faultOf(copy)?.code).toBe('pack-missing');
  });
});

describe('openPack refuses', () => {
  it('pack-missing: the file is not there', () => {
    const copy = copyData(GOOD);
    rmSync(fileOf(copy, 'show'));
    expect(faultOf(copy)).toMatchObject({ code: 'pack-missing', detail: expect.stringContaining('ENOENT') });
  });

  it('pack-missing: a folder stands in its place', () => {
    const copy = copyData(GOOD);
    rmSync(fileOf(copy, 'show'));
    mkdirSync(fileOf(copy, 'show'));
    expect(faultOf(copy)?.code).toBe('pack-missing');
  });

  it('pack-not-sqlite: another kind of file, or an empty one', () => {
    expect(afterBytes(() => Buffer.from('# 原稿\n'.repeat(100)))).toBe('pack-not-sqlite');
    expect(afterBytes(() => Buffer.alloc(0))).toBe('pack-not-sqlite');
    expect(afterBytes(() => Buffer.alloc(8192))).toBe('pack-not-sqlite');
  });

  it('pack-not-sqlite: cut off inside its header', () => {
    for (const length of [1, 16, 99])
      expect(afterBytes((bytes) => bytes.subarray(0, length))).toBe('pack-not-sqlite');
  });

  it('pack-wrong-application: a database of somebody else', () => {
    expect(afterHeader(68, 0)).toBe('pack-wrong-application');
    expect(afterHeader(68, 0x0f055112)).toBe('pack-wrong-application');
  });

  it('pack-too-new: a FORMAT of a later program', () => {
    expect(afterHeader(60, FORMAT + 1)).toBe('pack-too-new');
    expect(afterHeader(60, 0xffffffff)).toBe('pack-too-new');
  });

  it('pack-too-old: a FORMAT that is no longer read', () => {
    expect(afterHeader(60, 0)).toBe('pack-too-old');
    expect(afterHeader(60, OLDEST_READABLE_FORMAT - 1)).toBe('pack-too-old');
  });

  it('pack-damaged: cut off anywhere behind the header', () => {
    const { sizeBytes } = entryOf(GOOD, 'show');
    for (const length of [
      100,
      4095,
      4096,
      40_000,
      Math.floor(sizeBytes / 2),
      sizeBytes - 4096,
      sizeBytes - 1,
    ]) {
      const copy = copyData(GOOD);
      truncateSync(fileOf(copy, 'show'), length);
      expect(faultOf(copy), `${length} bytes`).toMatchObject({
        code: 'pack-damaged',
        detail: expect.stringContaining('cut off'),
      });
    }
  });

  it('pack-damaged: cut off and given a new hash', () => {
    const cut = (pages: number) =>
      afterRehash((dataDir) => changeBytes(dataDir, 'show', (bytes) => bytes.subarray(0, pages * 4096)));
    expect([cut(1), cut(20)]).toEqual(['pack-damaged', 'pack-damaged']);
  });

  it('pack-damaged: a page torn out and given a new hash', () => {
    const tear = (page: number) =>
      afterRehash((dataDir) =>
        changeBytes(dataDir, 'show', (bytes) => bytes.fill(0xff, page * 4096, (page + 1) * 4096)),
      );
    for (const page of [1, 2, 5, 10, 30]) expect(tear(page), `page ${page}`).toBe('pack-damaged');
  });

  it('pack-damaged: the search index torn and given a new hash', () => {
    const sql = "UPDATE search_index_data SET block = x'00' WHERE id > 10";
    expect(afterSql(sql)).toBe('pack-damaged');
  });

  it('pack-damaged: a header that asks for a write-ahead log', () => {
    const wal = (bytes: Buffer) => bytes.fill(2, 18, 20);
    expect(afterBytes(wal)).toBe('pack-damaged');
    expect(afterRehash((dataDir) => changeBytes(dataDir, 'show', wal))).toBe('pack-damaged');
    expect(afterSql('PRAGMA journal_mode = WAL')).toBe('pack-damaged');
  });

  it('pack-altered: one bit is another', () => {
    expect(
      afterBytes((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(20_000) ^ 1, 20_000);
        return bytes;
      }),
    ).toBe('pack-altered');
  });

  it('pack-altered: something hangs on behind', () => {
    expect(afterBytes((bytes) => Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('pack-altered');
    expect(afterBytes((bytes) => Buffer.concat([bytes, bytes]))).toBe('pack-altered');
  });

  it('pack-altered: a row is another', () => {
    const copy = copyData(GOOD);
    changeRows(copy, 'show', "UPDATE exhibition_text SET title = 'うそ'");
    expect(faultOf(copy)?.code).toBe('pack-altered');
  });

  it('pack-altered: a good pack under the name of another', () => {
    expect(afterSql("UPDATE pack SET pack_id = 'other'")).toBe('pack-altered');
    expect(afterSql("UPDATE pack SET kind = 'notice'")).toBe('pack-altered');
    expect(afterSql('UPDATE pack SET version = 2')).toBe('pack-altered');
    expect(afterSql('DELETE FROM pack')).toBe('pack-altered');
    expect(afterSql("INSERT INTO pack VALUES ('show-2', 'exhibition', 1, '2020-01-01')")).toBe(
      'pack-altered',
    );
  });

  it.each([
    ['a table', 'CREATE TABLE extra (x TEXT) STRICT'],
    ['a view in front of a table', 'CREATE VIEW extra AS SELECT * FROM exhibition'],
    [
      'a view that never ends',
      'CREATE VIEW extra AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c',
    ],
    ['a trigger', 'CREATE TRIGGER extra AFTER INSERT ON exhibition BEGIN SELECT 1; END'],
    ['an index', 'CREATE INDEX extra ON exhibition (theme)'],
    ['an index over an expression', 'CREATE INDEX extra ON exhibition (abs(position))'],
    ['another search index', 'CREATE VIRTUAL TABLE extra USING fts5(x)'],
    ['a column', 'ALTER TABLE exhibition ADD COLUMN extra TEXT'],
    ['a generated column', 'ALTER TABLE exhibition ADD COLUMN extra TEXT AS (theme)'],
    ['statistics', 'ANALYZE'],
    ['one table less', 'DROP TABLE chapter_text'],
    ['another name of a table', 'ALTER TABLE chapter_text RENAME TO words'],
    ['one index less', 'DROP INDEX link_by_ward'],
  ])('pack-wrong-schema: %s', (_what, sql) => {
    expect(afterSql(sql)).toBe('pack-wrong-schema');
  });

  it('pack-wrong-schema: a view under the name of a table it took the place of', () => {
    expect(afterSql('DROP TABLE showing', 'CREATE VIEW showing AS SELECT 1 AS exhibition_id')).toBe(
      'pack-wrong-schema',
    );
  });

  it('pack-wrong-schema: a table of the search index made anew in another form', () => {
    const forged = "CREATE TABLE 'search_index_config'(k PRIMARY KEY, v, x AS (abs(v))) WITHOUT ROWID";
    expect(
      afterSql(
        'PRAGMA writable_schema = ON',
        `UPDATE sqlite_schema SET sql = '${forged.replaceAll("'", "''")}' WHERE name = 'search_index_config'`,
        'PRAGMA writable_schema = OFF',
      ),
    ).toBe('pack-wrong-schema');
  });

  it('every flip of one bit, at 200 places', () => {
    const copy = copyData(GOOD);
    const entry = entryOf(copy, 'show');
    const bytes = readFileSync(fileOf(copy, 'show'));
    const codes = new Set<string>();
    // A fixed walk over the file: every run looks at the same places, the header among them.
    for (let i = 0; i < 200; i++) {
      const at = i < 100 ? i : (i * 7919 * 4099) % bytes.length;
      const bit = 1 << ((i + 1) % 8);
      bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at);
      writeFileSync(fileOf(copy, 'show'), bytes);
      const fault = faultOf(copy);
      expect(fault, `byte ${at}, bit ${bit}`).not.toBeNull();
      codes.add(fault?.code ?? '');
      bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at);
    }
    expect([...codes].sort()).toEqual([
      'pack-altered',
      'pack-damaged',
      'pack-not-sqlite',
      'pack-too-new',
      'pack-too-old',
      'pack-wrong-application',
    ]);
    expect(entry.sizeBytes).toBe(bytes.length);
  });

  it('an active set that names another size', () => {
    const copy = copyData(GOOD);
    const entry = entryOf(copy, 'show');
    writeManifest(copy, { packs: [{ ...entry, sizeBytes: entry.sizeBytes - 4096 }] });
    expect(faultOf(copy)?.code).toBe('pack-altered');
    writeManifest(copy, { packs: [{ ...entry, sizeBytes: entry.sizeBytes + 4096 }] });
    expect(faultOf(copy)?.code).toBe('pack-damaged');
  });
});

describe('a verdict', () => {
  it('is kept for a pack that was proven to the last row, and for no other', () => {
    const verdicts = new Set<string>();
    const { sha256 } = entryOf(GOOD, 'show');
    openPack(GOOD, entryOf(GOOD, 'show'), verdicts).close();
    const strange = copyData(GOOD);
    changeRows(strange, 'show', "UPDATE exhibition_text SET title = 'a' || char(8238) || 'b'");
    rehash(strange, 'show');
    expect(() => openPack(strange, entryOf(strange, 'show'), verdicts)).toThrow(PackRefused);
    expect([...verdicts]).toEqual([sha256]);
  });

  it('spares the look at the rows, never the hash, the schema and what the pack is', () => {
    const verdicts = { has: () => true, add: () => undefined };
    const open = (copy: string): void => openPack(copy, entryOf(copy, 'show'), verdicts).close();
    const copies = [
      "UPDATE exhibition_text SET title = 'a' || char(8238) || 'b'",
      'CREATE TABLE more (x)',
      'UPDATE pack SET version = version + 1',
    ].map((sql) => {
      const copy = copyData(GOOD);
      changeRows(copy, 'show', sql);
      rehash(copy, 'show');
      return copy;
    });
    const altered = copyData(GOOD);
    changeBytes(altered, 'show', (bytes) => {
      bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
      return bytes;
    });
    expect(() => open(copies[0] ?? '')).not.toThrow();
    expect(() => open(copies[1] ?? '')).toThrow(/pack-wrong-schema/);
    expect(() => open(copies[2] ?? '')).toThrow(/pack-altered/);
    expect(() => open(altered)).toThrow(/pack-altered/);
  });
});

describe('openPackSoon', () => {
  const codeOf = async (dataDir: string): Promise<string | null> => {
    try {
      (await openPackSoon(dataDir, entryOf(dataDir, 'show'))).close();
      return null;
    } catch (error) {
      if (!(error instanceof PackRefused)) throw error;
      return error.fault.code;
    }
  };

  it('opens a good pack', async () => {
    const pack = await openPackSoon(GOOD, entryOf(GOOD, 'show'));
    expect(pack.all('SELECT exhibition_id AS id FROM exhibition')).toEqual([{ id: 'show' }]);
    pack.close();
  });

  it('pack-out-of-bounds: a title longer than any screen, letters that turn a line round', () => {
    const title = (value: string) => afterSql(`UPDATE exhibition_text SET title = ${value}`);
    expect([title("replace(hex(zeroblob(100000)), '00', 'あ')"), title("'a' || char(8238) || 'b'")]).toEqual([
      'pack-out-of-bounds',
      'pack-out-of-bounds',
    ]);
  });

  it('pack-altered: any one byte changed anywhere is found before anything is read', async () => {
    const { length } = readFileSync(fileOf(GOOD, 'show'));
    for (const at of [200, 4_096, Math.floor(length / 2), length - 1]) {
      const copy = copyData(GOOD);
      changeBytes(copy, 'show', (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      expect(await codeOf(copy), `byte ${at}`).toBe('pack-altered');
    }
  });

  it('pack-missing, pack-not-sqlite, pack-damaged, pack-wrong-schema: like openPack', async () => {
    const gone = copyData(GOOD);
    rmSync(fileOf(gone, 'show'));
    const foreign = copyData(GOOD);
    writeFileSync(fileOf(foreign, 'show'), 'x'.repeat(5_000));
    const short = copyData(GOOD);
    truncateSync(fileOf(short, 'show'), 5_000);
    const strange = copyData(GOOD);
    changeRows(strange, 'show', 'CREATE TABLE more (x)');
    rehash(strange, 'show');
    const codes = await Promise.all([gone, foreign, short, strange].map(codeOf));
    expect(codes).toEqual(['pack-missing', 'pack-not-sqlite', 'pack-damaged', 'pack-wrong-schema']);
  });
});
