/** What stands in a pack when it was compiled, read back with plain SQL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { compilePack } from '../../../../content/author/compile/compile.ts';
import { DatabaseSync } from '../../../../content/sqlite.ts';
import { tempFolder } from '../../../helpers/folder.ts';
import { SMALL_GAZETTEER } from '../../../helpers/library.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { article, exhibitionPack, type Files, SMALL, t, writeSource } from '../../../helpers/source.ts';

/** Compiles one pack of a source and asks it. */
function ask(files: Files, kind: string, sql: string, gazetteer = SMALL_GAZETTEER): unknown[] {
  const { tree, world, problems } = check(writeSource({ ...SMALL, ...files }), gazetteer);
  expect(problems).toEqual([]);
  const pack = tree.packs.find((one) => one.kind === kind);
  if (!pack) throw new Error(`no ${kind}`);
  const path = join(tempFolder(), 'pack.sqlite');
  compilePack(pack, world, path);
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows.map((row) => ({ ...row }));
}

describe('a base pack', () => {
  it('has all municipalities and prefectures, with Japanese and English names', () => {
    const sql = `SELECT (SELECT count(*) FROM municipality) AS towns, (SELECT count(*) FROM prefecture) AS prefectures,
      (SELECT count(*) FROM municipality_text WHERE lang = 'ja') AS ja,
      (SELECT count(*) FROM municipality_text WHERE lang = 'en') AS en`;
    expect(ask({}, 'base', sql, GAZETTEER)).toEqual([{ towns: 1741, prefectures: 47, ja: 1741, en: 1741 }]);
  });

  it('spells the towns of an area out for each link', () => {
    const files = {
      'base/areas.yaml': [
        { id: 'a', name: t('あ'), kana: 'あ', members: ['016675 鶴居村', '012068 釧路市'] },
      ],
      'base/links.yaml': [
        { id: 'l', type: 'exchange', title: t('絆'), partners: ['area a', '012068 釧路市', '01 北海道'] },
      ],
    };
    expect(ask(files, 'base', 'SELECT municipality_id AS code FROM link_town ORDER BY 1')).toEqual([
      { code: '012068' },
      { code: '016675' },
    ]);
    const sql = 'SELECT position, partner_kind AS kind, partner_id AS id FROM link_partner ORDER BY position';
    expect(ask(files, 'base', sql)).toEqual([
      { position: 0, kind: 'area', id: 'a' },
      { position: 1, kind: 'municipality', id: '012068' },
      { position: 2, kind: 'prefecture', id: '01' },
    ]);
  });

  it('marks what the 23 do together instead of listing them', () => {
    const files = { 'base/links.yaml': [{ id: 'l', type: 'exchange', title: t('絆'), wards: 'all' }] };
    const sql = 'SELECT all_wards, (SELECT count(*) FROM link_ward) AS listed FROM link';
    expect(ask(files, 'base', sql)).toEqual([{ all_wards: 1, listed: 0 }]);
  });

  it('takes the name of its venue where an event has no place of its own', () => {
    const event = { kind: 'festival', status: 'held', title: t('祭'), summary: t('祭です'), venue: 'hall' };
    const files = {
      'base/events.yaml': [
        { ...event, id: 'a' },
        { ...event, id: 'b', place: t('公園', 'Park') },
      ],
    };
    const sql = "SELECT event_id AS id, place FROM event_text WHERE lang = 'ja' ORDER BY 1";
    expect(ask(files, 'base', sql)).toEqual([
      { id: 'a', place: 'ホール' },
      { id: 'b', place: '公園' },
    ]);
  });
});

describe('words', () => {
  it('have one row per language of the title, and never half a row', () => {
    const title = { ja: '絆', en: 'Tie', 'ja-easy': 'なかよし', ko: '인연' };
    const note = { ja: 'メモ', en: 'Note', 'ja-easy': 'めも' };
    const files = { 'base/links.yaml': [{ id: 'l', type: 'exchange', title, note }] };
    expect(ask(files, 'base', 'SELECT lang, title, note FROM link_text ORDER BY lang')).toEqual([
      { lang: 'en', title: 'Tie', note: 'Note' },
      { lang: 'ja', title: '絆', note: 'メモ' },
      { lang: 'ja-easy', title: 'なかよし', note: 'めも' },
      { lang: 'ko', title: '인연', note: 'メモ' },
    ]);
  });
});

describe('a newsletter pack', () => {
  it('leads the id of an article by that of its issue and keeps the printed order', () => {
    const files = {
      'news-1/articles/a.ja.md': article(9, '九'),
      'news-1/articles/a.en.md': '# Nine\n\nB\n',
    };
    expect(ask(files, 'newsletter', 'SELECT article_id AS id FROM article ORDER BY position')).toEqual([
      { id: 'news-1-one' },
      { id: 'news-1-a' },
    ]);
  });
});

describe('an exhibition pack', () => {
  it('counts the right answer of a quiz from nothing, as programs do', () => {
    const quiz = {
      kind: 'quiz',
      title: t('問'),
      body: t('文'),
      choices: [t('一', 'One'), t('二', 'Two')],
      answer: 2,
      explanation: t('解', 'So'),
    };
    const chapters = [{ id: 'one', title: t('章'), theme: 'sea', blocks: [quiz] }];
    const rows = ask(
      exhibitionPack('show', { chapters }),
      'exhibition',
      'SELECT block_id AS id, data FROM block',
    );
    expect(rows).toEqual([
      {
        id: 'show-one-1',
        data: JSON.stringify({
          choices: [
            { ja: '一', en: 'One' },
            { ja: '二', en: 'Two' },
          ],
          answer: 1,
          explanation: { ja: '解', en: 'So' },
        }),
      },
    ]);
  });
});

it('removes the file again when compiling fails', () => {
  const { tree, world } = check(writeSource(SMALL), SMALL_GAZETTEER);
  const pack = tree.packs.find((one) => one.kind === 'base');
  if (!pack) throw new Error('no base');
  const path = join(tempFolder(), 'pack.sqlite');
  const broken = { ...world, prefectures: new Map() };
  expect(() => compilePack(pack, broken, path)).toThrow();
  expect(existsSync(path)).toBe(false);
});
