/**
 * What a partner who signs properly and means harm could put into a pack, written with plain SQL past our own
 * tools. Each row: what it is, what is done to a good pack, and which refusal names it.
 */
import type { PackRefusalCode } from '../../../../content/pack/refusal.ts';

export type Attack = {
  readonly what: string;
  readonly code: PackRefusalCode;
  readonly sql: readonly string[];
};

/** `n` numbers from 1 as rows of `x`. */
const rows = (n: number): string =>
  `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ${n})`;

/** A text of `n` times `part`. */
const long = (part: string, n: number): string => `replace(hex(zeroblob(${n})), '00', '${part}')`;

const out = (what: string, ...sql: readonly string[]): Attack => ({ what, code: 'pack-out-of-bounds', sql });
const damaged = (what: string, ...sql: readonly string[]): Attack => ({ what, code: 'pack-damaged', sql });

/** Sets the words of the exhibition. */
const title = (value: string): string => `UPDATE exhibition_text SET title = ${value}`;

/** Changes a table's own description without SQLite's knowing, and back again. */
const unwatched = (table: string, ...sql: readonly string[]): readonly string[] => [
  'PRAGMA writable_schema = ON',
  `CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = '${table}'`,
  ...sql,
  `UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = '${table}'`,
  'DROP TABLE kept',
  'PRAGMA writable_schema = OFF',
];

const TOO_MUCH: readonly Attack[] = [
  out('a title of ten megabytes', title(long('長い', 1_700_000))),
  out('a title of one word of 100,000 letters', title(long('あ', 100_000))),
  out('a text of ten megabytes', `UPDATE block_text SET body = ${long('<b>', 3_400_000)}`),
  out('a text of ten megabytes in the search', `UPDATE search_text SET body = ${long('x', 10_000_000)}`),
  out(
    'a hundred thousand events',
    `${rows(100_000)} INSERT INTO event SELECT 'e' || x, 'festival', 'held', '2020', NULL, NULL, NULL, NULL, NULL,
       NULL, 0, 0, NULL, NULL, x FROM c`,
  ),
  out(
    'a hundred thousand chapters',
    `${rows(100_000)} INSERT INTO chapter SELECT 'c' || x, 'show', 'sea', x FROM c`,
  ),
  out(
    'a hundred thousand towns of one exhibition',
    `${rows(100_000)} INSERT INTO exhibition_town SELECT 'show', x FROM c`,
  ),
  out(
    'a hundred thousand pictures of one thing',
    `INSERT INTO picture VALUES ('p', '#000000', 'abcdefgh', NULL, NULL)`,
    `${rows(100_000)} INSERT INTO picture_use SELECT 'block', 'b', 'body', x, 'p' FROM c`,
  ),
  out(
    'a hundred thousand captions',
    `INSERT INTO picture VALUES ('p', '#000000', 'abcdefgh', NULL, NULL)`,
    `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'video/mp4', 10, 10, 10)`,
    `INSERT INTO film VALUES ('f', '${'a'.repeat(64)}', 'p', 1)`,
    `${rows(100_000)} INSERT INTO film_cue SELECT 'f', 'ja', x, x, x, 'あ' FROM c`,
  ),
  out(
    'a shape of a million points where a block keeps its data',
    `UPDATE block SET data = '{"shape":[' || ${long('[1,2],', 1_000_000)} || '[1,2]]}'`,
  ),
];

const LETTERS: readonly Attack[] = [
  out('a title turned round by U+202E', title(`'市' || char(0x202e) || '役所'`)),
  out('letters isolated from right to left', title(`'市' || char(0x2067) || '役所'`)),
  out('a title with a NUL', title(`'市' || char(0) || '役所'`)),
  out('a title with a bell and an escape', title(`'市' || char(7) || char(27) || '[2J'`)),
  out('twenty marks on one letter', title(`'あ' || ${long('\u0301', 20)}`)),
  out('half a letter (a lone surrogate)', title(`CAST(x'eda080' AS TEXT)`)),
  out('bytes that are no letters', title(`CAST(x'e38182ff' AS TEXT)`)),
  out('an overlong NUL', title(`CAST(x'c080' AS TEXT)`)),
  out('a turned word among the readings', `UPDATE ruby SET marked = char(0x202e) || marked`),
  out(
    'a turned word in the credit of a picture',
    `INSERT INTO picture_text VALUES ('p', 'ja', 'a', char(0x202e), 'b')`,
  ),
];

const UNKNOWN: readonly Attack[] = [
  out('a language that is none', `INSERT INTO exhibition_text VALUES ('show', '../en', 'a', 'b', 'c')`),
  out('a kind of block that is none', `UPDATE block SET kind = 'script'`),
  out('a motif that is none', `UPDATE exhibition SET theme = 'constructor'`),
  out('a motif named like a part of every object', `UPDATE chapter SET theme = '__proto__'`),
  out('a region that is none', `UPDATE exhibition SET region_id = 'mars'`),
  out(
    'a partner of a kind that is none',
    `INSERT INTO exhibition_partner VALUES ('show', 1, 'file', '/etc/passwd')`,
  ),
  out('a kind of finding that is none', `UPDATE search SET kind = 'toString'`),
  out('a date that is none', `INSERT INTO showing VALUES ('show', 'hall', '2020-13-45', '9999-99-99')`),
  out(
    'a date with a second line',
    `INSERT INTO showing VALUES ('show', 'hall', '2020-01-01' || char(10), '2020-01-02')`,
  ),
  out('an SVG as a picture', `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'image/svg+xml', 10, 10, 10)`),
  out('a page as a picture', `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'text/html', 10, 10, 10)`),
  out(
    'a picture named like a path',
    `INSERT INTO media VALUES ('../../../etc/passwd', 'image/webp', 10, 10, 10)`,
  ),
  out(
    'a colour that is more than one',
    `INSERT INTO picture VALUES ('p', 'red;background:url(x)', 'abcdefgh', NULL, NULL)`,
  ),
  out(
    'a likeness that is none',
    `INSERT INTO picture VALUES ('p', '#000000', '<svg onload=alert(1)>', NULL, NULL)`,
  ),
];

const NUMBERS: readonly Attack[] = [
  out(
    'a picture of a hundred megapixels',
    `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'image/webp', 10, 8000, 12500)`,
  ),
  out(
    'a picture of forty-nine megapixels',
    `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'image/webp', 10, 7000, 7000)`,
  ),
  out('a picture of no width', `INSERT INTO media VALUES ('${'a'.repeat(64)}', 'image/webp', 10, 0, -5)`),
  out('a number too large to be exact', `UPDATE chapter SET position = 9223372036854775807`),
  out(
    'a place beyond the pole',
    `INSERT INTO municipality VALUES ('999999', '01', 'city', 'あ', 'a', 1e308, 0, 'sea')`,
  ),
  out(
    'a place nowhere (infinity)',
    `INSERT INTO municipality VALUES ('999999', '01', 'city', 'あ', 'a', 0, 9e999, 'sea')`,
  ),
  out(
    'what must stay visible lies outside',
    `INSERT INTO picture VALUES ('p', '#000000', 'abcdefgh', -1e9, 2)`,
  ),
];

const DATA: readonly Attack[] = [
  out('data that is no JSON', `UPDATE block SET data = '{"towns": ['`),
  out('data that is a list', `UPDATE block SET data = '[]'`),
  out(
    'data nested ten thousand times',
    `UPDATE block SET data = '{"a":' || ${long('[', 10_000)} || ${long(']', 10_000)} || '}'`,
  ),
  out('data nested seven times', `UPDATE block SET data = '{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}'`),
];

const SQLITE: readonly Attack[] = [
  out('another order of results', `INSERT INTO search_index_config VALUES ('rank', 'bm25(0, 1e308)')`),
  damaged(
    'a number where a text must be',
    ...unwatched(
      'chapter',
      `UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'chapter'`,
      'PRAGMA schema_version = 9001',
      `UPDATE chapter SET exhibition_id = x'00ff'`,
    ),
  ),
  damaged(
    'two tables on the same pages',
    'PRAGMA writable_schema = ON',
    `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'chapter') WHERE name = 'block'`,
  ),
  damaged(
    'a table on a page that is not there',
    'PRAGMA writable_schema = ON',
    `UPDATE sqlite_schema SET rootpage = 9999999 WHERE name = 'block'`,
  ),
  damaged('a search index whose parts are gone', 'DELETE FROM search_index_data'),
  damaged('a search index whose parts are noise', `UPDATE search_index_data SET block = randomblob(4000)`),
  damaged(
    'a search index that is one huge part',
    `UPDATE search_index_data SET block = zeroblob(5000000) WHERE id > 10`,
  ),
  {
    what: 'a generated column that never ends',
    code: 'pack-wrong-schema',
    sql: [`ALTER TABLE showing ADD COLUMN x TEXT AS (replace(hex(zeroblob(1000000000)), '0', 'x'))`],
  },
  {
    what: 'another database’s name',
    code: 'pack-wrong-schema',
    sql: [`CREATE TABLE "a;ATTACH '/etc/passwd' AS b" (x)`],
  },
  {
    what: 'a trigger on what is only read',
    code: 'pack-wrong-schema',
    sql: [`CREATE TRIGGER t BEFORE UPDATE ON pack BEGIN SELECT load_extension('/tmp/x.so'); END`],
  },
  {
    what: 'a view that never ends, named like a table',
    code: 'pack-wrong-schema',
    sql: [
      'DROP TABLE survey',
      'CREATE VIEW survey AS WITH RECURSIVE c(survey_id) AS (SELECT 1 UNION ALL SELECT survey_id + 1 FROM c) SELECT survey_id FROM c',
    ],
  },
  {
    what: 'a table without rowids where one with them must be',
    code: 'pack-wrong-schema',
    sql: [
      'DROP TABLE region',
      'CREATE TABLE region (region_id TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    ],
  },
];

export const ATTACKS: readonly Attack[] = [
  ...TOO_MUCH,
  ...LETTERS,
  ...UNKNOWN,
  ...NUMBERS,
  ...DATA,
  ...SQLITE,
];
