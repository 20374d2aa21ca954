/**
 * Content that stays within every bound and means harm all the same: each text, address and picture of the
 * default content carries what would do something, were it ever taken for more than text. Written with plain
 * SQL past our own tools, under right hashes, as a partner who signs could.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blobPath } from '../../content/pack/library.ts';
import { TABLES } from '../../content/pack/schema.ts';
import { changeRows, readManifest, rehash } from '../helpers/rewrite.ts';
import { copyOfData } from './kiosk.ts';

/** What a payload that ran leaves behind on `window`. */
export const MARK = 'hostileHit';

const RUN = `window.${MARK}=1`;

/** On one line: titles, names, credits, descriptions. */
const LINE = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg/onload=${RUN}>`,
  `"><iframe srcdoc="<script>parent.${MARK}=1</script>">`,
  `[x](javascript:${RUN})`,
  '![x](https://192.0.2.1/x.png)',
  `{{constructor.constructor('${RUN}')()}} $t(title) %s \${${RUN}}`,
  '\u05d0\u05d1\u05d2 \u200b\u200d',
].join(' ');

/** Of several lines: bodies. The deep and the repeated ones are slow for careless parsers. */
const BODY = [
  LINE,
  '# ![x](file:///etc/passwd)',
  `![x](data:image/svg+xml;base64,${Buffer.from(`<svg onload="${RUN}"/>`).toString('base64')})`,
  `<style>@import 'https://192.0.2.1/x.css'; * { background: url(https://192.0.2.1/y.png) }</style>`,
  '<https://192.0.2.1/> <javascript:alert(1)> [x]: javascript:alert(1)',
  '![x](picture:../../../../etc/passwd)',
  '>'.repeat(300),
  '*a_'.repeat(2_000),
  '['.repeat(2_000),
  `${'|'.repeat(200)}\n${'|-'.repeat(200)}|\n${'| x '.repeat(200)}|`,
  '- '.repeat(200),
  `\`\`\`html\n<script>${RUN}</script>\n`,
].join('\n\n');

const ADDRESSES = [
  `javascript:${RUN}`,
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'https://a:b@192.0.2.1/',
  `https://example.jp/"><script>${RUN}</script>`,
];

/** A page that is called a picture. */
const POLYGLOT = Buffer.from(`RIFF\u0000\u0000\u0000\u0000WEBP<html><script>${RUN}</script></html>`);

/** A copy of the default content in which everything is hostile. */
export function hostileData(): ReturnType<typeof copyOfData> {
  const data = copyOfData();
  const sha256 = createHash('sha256').update(POLYGLOT).digest('hex');
  const blob = join(data.folder, blobPath(sha256));
  mkdirSync(dirname(blob), { recursive: true });
  writeFileSync(blob, POLYGLOT);
  const sql = ['PRAGMA foreign_keys = OFF', ...TABLES.flatMap(({ name, sql: made }) => spoil(name, made))];
  for (const { packId } of readManifest(data.folder).packs) {
    changeRows(data.folder, packId, ...sql, ...pictures(sha256), 'DELETE FROM ruby');
    rehash(data.folder, packId);
  }
  return data;
}

/** Adds the payload to every text of words, and puts every address in place of those there are. */
function spoil(table: string, made: string): readonly string[] {
  const columns = [...made.matchAll(/^ {2}(\w+) TEXT/gm)].map(([, name = '']) => name);
  if (table.endsWith('_text')) {
    const words = columns.filter((name) => !name.endsWith('_id') && name !== 'lang');
    return words.map((name) => `UPDATE ${table} SET ${name} = ${name} || ${quoted(payloadOf(name))}`);
  }
  const addresses = columns.filter((name) => /^(url|email|phone)$/.test(name));
  const choose = ADDRESSES.map((one, i) => `WHEN ${i} THEN ${quoted(one)}`).join(' ');
  return addresses.map(
    (name) => `UPDATE ${table} SET ${name} = CASE position % ${ADDRESSES.length} ${choose} END`,
  );
}

function payloadOf(column: string): string {
  return column === 'body' ? `\n\n${BODY}` : ` ${LINE}`;
}

/** The polyglot as cover of everything. */
function pictures(sha256: string): readonly string[] {
  const covers = ['municipality', 'event', 'article', 'exhibition', 'chapter'].map(
    (owner) => `INSERT INTO picture_use SELECT '${owner}', ${owner}_id, 'cover', 0, 'p' FROM ${owner}`,
  );
  return [
    `INSERT INTO media VALUES ('${sha256}', 'image/webp', ${POLYGLOT.length}, 800, 600)`,
    `INSERT INTO picture VALUES ('p', '#803020', 'YTkGJwaRhWUIt4lbgnhZl3ath2BUBGYA', NULL, NULL)`,
    `INSERT INTO picture_text VALUES ('p', 'ja', ${quoted(LINE)}, ${quoted(LINE)}, ${quoted(LINE)})`,
    `INSERT INTO picture_variant VALUES ('p', 800, '${sha256}')`,
    ...covers,
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
