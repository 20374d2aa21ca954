/** `renkei new` and `renkei import` as staff use them: a folder, a workbook from a town, what is said and written. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseList } from '../../../content/author/import/yaml-list.ts';
import { readTable } from '../../../content/author/table/read.ts';
import { main, type Terminal } from '../../../content/cli/main.ts';
import { readTown } from '../../../content/store/towns.ts';
import { toCp932 } from '../../helpers/encode.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { buildData, openGood } from '../../helpers/library.ts';
import { jpeg } from '../../helpers/pictures.ts';
import { SMALL, SMALL_BASE, writeSource } from '../../helpers/source.ts';
import { type Book, bookOf, type Filled, SALMON } from '../../helpers/workbook.ts';

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command line. @param answer what whoever sits there answers; undefined: nobody does */
async function renkei(
  argv: readonly string[],
  answer?: boolean,
): Promise<Said & { readonly asked: readonly string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const terminal: Terminal = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    live: false,
    ...(answer === undefined
      ? {}
      : {
          ask: async (question) => {
            asked.push(question);
            return answer;
          },
        }),
  };
  const code = await main(argv, terminal);
  return { code, out: out.join('\n'), err: err.join('\n'), asked };
}

/** A folder with a table in it; gives the table's path. */
async function tableFile(book: Book, name = '釧路市.xlsx'): Promise<string> {
  const path = join(tempFolder(), name);
  writeFileSync(path, await bookOf(book));
  return path;
}

const BAD: Filled = { ...SALMON, 名前: 'さんま', 種類: 'うまい' };
const small = () => writeSource(SMALL_BASE);
const specialities = (source: string) => join(source, 'base', 'specialities.yaml');

describe('renkei new', () => {
  it('makes a folder that check accepts, with the workbook and a page that says what to do', async () => {
    const dir = join(tempFolder(), 'わたしの原稿');
    const said = await renkei(['new', dir]);
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out).toContain('まちの情報.xlsx');
    expect(readdirSync(dir).sort()).toEqual(
      ['base', 'はじめに.txt', 'まちの情報.xlsx', '見本-巡回計画.yaml'].sort(),
    );
    expect(readFileSync(join(dir, 'はじめに.txt'), 'utf8')).toMatch(/^\ufeffはじめに\r\n/);
    expect(await renkei(['check', dir])).toMatchObject({
      code: 0,
      out: expect.stringContaining('問題はありません'),
    });
  });

  it('makes a workbook that can be imported empty: nothing changes', async () => {
    const dir = join(tempFolder(), 'source');
    await renkei(['new', dir]);
    const said = await renkei(['import', dir, join(dir, 'まちの情報.xlsx')]);
    expect(said.code).toBe(0);
    expect(said.out).toContain('■ 特産: 追加 0件、変更 0件、同じ 0件');
    expect(said.out).not.toContain('読みこめない');
    expect(said.out).toContain('変わるところはありません。');
  });

  it('never overwrites: a folder with something in it is refused, an empty one is taken', async () => {
    const full = tempFolder();
    writeFiles(full, { 'a.txt': 'mine' });
    const said = await renkei(['new', full]);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('もう何か入っています')]);
    expect(readdirSync(full)).toEqual(['a.txt']);
    expect((await renkei(['new', tempFolder()])).code).toBe(0);
  });

  it('leaves no half folder behind when it fails', async () => {
    const parent = tempFolder();
    writeFiles(parent, { blocked: 'a file where a folder should go' });
    expect((await renkei(['new', join(parent, 'blocked', 'x')])).code).toBe(1);
    expect(readdirSync(parent)).toEqual(['blocked']);
  });
});

describe('renkei new --notice', () => {
  it('makes a notice beside the base that check accepts, which is over in a day', async () => {
    const dir = writeSource(SMALL_BASE);
    const said = await renkei(['new', join(dir, 'oshirase-1'), '--notice']);
    expect([said.code, said.err]).toEqual([0, '']);
    expect(readdirSync(join(dir, 'oshirase-1')).sort()).toEqual(['notice.yaml', 'pack.yaml']);
    const checked = await renkei(['check', dir]);
    expect(checked.code).toBe(0);
    expect(checked.out).not.toContain('oshirase-1/');
  });

  it('refuses a name that is no id, and a folder that is there', async () => {
    const dir = writeSource(SMALL_BASE);
    const named = await renkei(['new', join(dir, 'お知らせ'), '--notice']);
    expect([named.code, named.err]).toEqual([1, expect.stringContaining('oshirase-1')]);
    const twice = await renkei(['new', join(dir, 'base'), '--notice']);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('もうあります')]);
  });
});

describe('renkei import', () => {
  it('shows what changes and writes nothing when nobody can be asked', async () => {
    const dir = small();
    const file = await tableFile({ 特産: [SALMON, BAD] });
    const said = await renkei(['import', dir, file]);
    expect(said.code).toBe(0);
    expect(said.out.split('\n')).toEqual([
      '■ 特産: 追加 1件、変更 0件、同じ 0件',
      '  ＋ 秋あじ（釧路市）',
      '',
      '■ 読みこめない行（1件）',
      '  特産 B3「種類」: 「うまい」→ 次のどれかを選んでください: 食べもの、お菓子、飲みもの、工芸・手仕事、その他',
      '',
      expect.stringMatching(/^■ pack\.yaml: 第1版→第2版、日付 2020-01-01→20\d\d-\d\d-\d\d$/),
      '',
      '見せるだけにしました。書きこむには --yes を付けてください。',
    ]);
    expect(existsSync(specialities(dir))).toBe(false);
    expect(readdirSync(join(file, '..'))).toEqual(['釧路市.xlsx']);
  });

  it('asks, writes after a yes, lists what could not be taken, and exits 1 for that', async () => {
    const dir = small();
    const file = await tableFile({ 特産: [SALMON, BAD] });
    const said = await renkei(['import', dir, file], true);
    expect([said.code, said.asked]).toEqual([1, ['書きこみますか？（はい: y ／ いいえ: n）']]);
    expect(parseList(readFileSync(specialities(dir), 'utf8'))).toHaveLength(1);
    const list = join(file, '..', '釧路市-直すところ.csv');
    expect(said.out).toContain(`読みこめなかったところ 1件を書き出しました: ${list}`);
    const [sheet] = (await readTable(list)).sheets;
    expect(sheet?.rows[1]?.slice(0, 5)).toEqual(['特産', '3', '北海道釧路市', 'うまい', 'さんま']);
    expect(sheet?.rows[1]?.at(-1)).toContain('次のどれかを選んでください');
  });

  it('writes nothing after a no', async () => {
    const dir = small();
    const said = await renkei(['import', dir, await tableFile({ 特産: [SALMON] })], false);
    expect([said.code, existsSync(specialities(dir))]).toEqual([0, false]);
    expect(said.out).toContain('書きこみませんでした。');
  });

  it('--yes writes without asking; a second time nothing changes, not even the time of a file', async () => {
    const dir = small();
    const file = await tableFile({ 特産: [SALMON] });
    expect((await renkei(['import', dir, file, '--yes'], false)).asked).toEqual([]);
    const written = statSync(specialities(dir)).mtimeMs;
    const again = await renkei(['import', dir, file, '--yes']);
    expect([again.code, statSync(specialities(dir)).mtimeMs]).toEqual([0, written]);
    expect(again.out).toContain('変わるところはありません。');
  });

  it('raises version and date of the pack with what it changes, and not again when nothing changes', async () => {
    const dir = small();
    const pack = () => readFileSync(join(dir, 'base', 'pack.yaml'), 'utf8');
    const file = await tableFile({ 特産: [SALMON] });
    await renkei(['import', dir, file]);
    expect(pack()).toMatch(/"?version"?: 1\b/);
    await renkei(['import', dir, file, '--yes']);
    expect(pack()).toMatch(/"?version"?: 2\b/);
    expect(pack()).not.toContain('2020-01-01');
    await renkei(['import', dir, file, '--yes']);
    expect(pack()).toMatch(/"?version"?: 2\b/);
  });

  it('--json says everything to a program and writes only with --yes', async () => {
    const dir = small();
    const file = await tableFile({ 特産: [SALMON, BAD], メモ: { rows: [['x']] } });
    const shown = JSON.parse((await renkei(['import', dir, file, '--json'], true)).out) as Record<
      string,
      unknown
    >;
    expect(shown).toMatchObject({
      written: false,
      leftover: null,
      counts: { added: 1, changed: 0, removed: 0, same: 0 },
      sheets: [{ sheet: '特産', file: 'specialities.yaml', changes: [{ action: 'added', row: 1 }] }],
      problems: [{ id: 'cell-wrong', sheet: '特産', cell: 'B3', heading: '種類', found: 'うまい' }],
      notices: ['シート「メモ」は読みませんでした。見出しの行が見つかりません。'],
      files: ['specialities.yaml', 'pack.yaml'],
    });
    expect(existsSync(specialities(dir))).toBe(false);
    const written = JSON.parse((await renkei(['import', dir, file, '--json', '--yes'])).out) as Record<
      string,
      unknown
    >;
    expect(written['written']).toBe(true);
  });

  it('takes CSV of any office: CP932 with semicolons, called by its kind', async () => {
    const dir = small();
    const path = join(tempFolder(), '特産.csv');
    writeFileSync(
      path,
      toCp932('市町村名;分類;品名;説明;時点\r\n鶴居村;食べもの;チーズ;村のチーズです。;R8.8.1\r\n'),
    );
    expect((await renkei(['import', dir, path, '--yes'])).code).toBe(0);
    expect(parseList(readFileSync(specialities(dir), 'utf8'))[0]).toMatchObject({
      town: '016675 鶴居村',
      name: { ja: 'チーズ' },
      asOf: '2026-08-01',
    });
  });

  it('takes photos from their folder, and says when that is not there', async () => {
    const dir = small();
    const photos = tempFolder();
    writeFiles(photos, { '秋あじ.jpg': await jpeg() });
    const row = {
      ...SALMON,
      写真: '秋あじ',
      写真の説明: '鮭',
      '撮影・提供': '釧路市',
      写真の使用: '許可を得た',
    };
    const file = await tableFile({ 特産: [row] });
    expect((await renkei(['import', dir, file, '--photos', photos, '--yes'])).code).toBe(0);
    expect(readdirSync(join(dir, 'base', 'pictures'))).toHaveLength(1);
    expect((await renkei(['check', dir])).code).toBe(0);
    const said = await renkei(['import', dir, file, '--photos', join(photos, 'no')]);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('写真のフォルダ')]);
  });

  it('goes into the base of a whole tree, and into a single base pack', async () => {
    const tree = writeSource(SMALL);
    const file = await tableFile({ 特産: [SALMON] });
    expect((await renkei(['import', tree, file, '--yes'])).code).toBe(0);
    expect((await renkei(['import', join(tree, 'base'), file, '--yes'])).out).toContain(
      '変わるところはありません。',
    );
  });

  it('can mend a source that has errors, and completes an import that the power cut', async () => {
    const dir = writeSource({
      ...SMALL_BASE,
      'base/towns.yaml': [{ town: '012068 釧路市' }],
      'base/.import/commit.json': '["offers.yaml"]',
      'base/.import/gone.json': '[]',
      'base/.import/new/offers.yaml': '[]\n',
    });
    expect((await renkei(['check', dir])).out).toMatch(/import-unfinished[\s\S]*headline-missing/);
    const file = await tableFile({ まち: [{ 自治体: '釧路市', 見出し: '霧のまち。' }] });
    expect((await renkei(['import', dir, file, '--yes'])).code).toBe(0);
    expect((await renkei(['check', dir])).code).toBe(0);
    expect(existsSync(join(dir, 'base', 'offers.yaml'))).toBe(true);
  });

  it.each([
    [
      'a table that is not there',
      async () => join(tempFolder(), 'no.xlsx'),
      'がありません。名前と場所を確かめてください。',
    ],
    [
      'a letter',
      async () => {
        const path = join(tempFolder(), 'a.docx');
        writeFileSync(path, 'x');
        return path;
      },
      '読みこめない種類のファイル',
    ],
    [
      'a workbook without a table',
      () => tableFile({ メモ: { rows: [['あとで']] } }),
      '読みこめる表がありません。',
    ],
  ])('refuses %s', async (_what, file, words) => {
    const said = await renkei(['import', small(), await file()]);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain(words);
  });

  it('refuses a folder that is no source, and says what is wrong with it', async () => {
    const said = await renkei(['import', tempFolder(), await tableFile({ 特産: [SALMON] })]);
    expect(said.code).toBe(1);
    expect(said.err).toContain('[no-pack]');
  });

  it('ends on the kiosk: what the town wrote stands on its page', async () => {
    const dir = small();
    const file = await tableFile({
      まち: [{ 自治体: '釧路市', 見出し: '霧と湿原のまち。' }],
      特産: [{ ...SALMON, 旬: '9月〜11月' }],
      連絡先: [
        { 自治体: '釧路市', 用件: '観光', 窓口: '観光課', 電話: '0154-00-0000', いつの情報: '2026/8/1' },
      ],
    });
    await renkei(['import', dir, file, '--yes']);
    const town = readTown(openGood(buildData(dir)), 'ja', { venueId: 'hall', today: '2026-08-01' }, '012068');
    expect(town).toMatchObject({
      headline: '霧と湿原のまち。',
      specialities: [{ name: '秋あじ', months: [9, 10, 11] }],
      contacts: [{ office: '観光課', phone: '0154-00-0000' }],
    });
  });
});
