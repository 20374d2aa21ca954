/**
 * Golden files as offices send them, in test/fixtures/workbooks (all saved by LibreOffice): a table in a
 * town's own layout in seven forms, our workbook filled in, and files that are no table. What becomes of
 * every row is written down here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { type ImportPlan, planImport } from '../../../../content/author/import/import.ts';
import { formatImportProblem } from '../../../../content/author/import/problem.ts';
import { readSource } from '../../../../content/author/source.ts';
import { readTable, TableError } from '../../../../content/author/table/read.ts';
import { tempFolder } from '../../../helpers/folder.ts';
import { actions } from '../../../helpers/importing.ts';
import { GAZETTEER, ROOT, SOURCE } from '../../../helpers/places.ts';
import { SMALL_BASE, writeSource } from '../../../helpers/source.ts';

const FILES = join(ROOT, 'test', 'fixtures', 'workbooks');
const gazetteer = loadGazetteer(GAZETTEER);
const root = writeSource(SMALL_BASE);

async function planOf(file: string, source = root): Promise<ImportPlan> {
  const { sheets } = await readTable(join(FILES, file));
  const { base } = readSource(source, () => undefined);
  if (!base) throw new Error('no base');
  return planImport({ sheets, base, folder: join(source, 'base'), gazetteer, photos: null });
}

const said = ({ problems }: ImportPlan): readonly string[] =>
  // A text file has no sheets: it is called by its own name.
  problems.map((problem) => formatImportProblem({ ...problem, sheet: '' }).trim());

const TAKEN = [
  'added 秋あじ（釧路市）',
  'added 牡蠣（厚岸町）',
  'added 水引（飯田市）',
  'added りんご（飯田市）',
];
const BAD_ROWS = [
  'H5「写真」: 「akiaji.jpg」→ 写真はまだ読みこんでいません。写真のフォルダを --photos で指定してください',
  'B9「自治体」: 「十勝市」という市区町村はありません。合併前の名前ではありませんか',
  'B10「自治体」: 「府中市」は2つあります（東京都府中市、広島県府中市）。このどれかの形で書いてください',
  'G11「いつの情報」: 「令和2年13月1日」は暦にない日です。「2026年8月4日」の形で、1つの日を書いてください',
  'C12「種類」: 「おいしい」→ 次のどれかを選んでください: 食べもの、お菓子、飲みもの、工芸・手仕事、その他',
  'D13「名前」: 書いてください（例: 秋あじ（秋鮭））',
].sort();

describe('a table in a town’s own layout', () => {
  const forms = ['own-layout.xlsx', 'own-layout.ods', 'utf8.csv', 'utf8-bom.csv', 'utf16.csv', 'cp932.csv'];

  it.each(forms)('%s: titles, extra columns, eras, full-width digits and ranges are read', async (file) => {
    const plan = await planOf(file);
    expect(actions(plan).slice(0, 4)).toEqual(TAKEN);
    const [specialities] = plan.files;
    const text = String(specialities?.content);
    for (const words of [
      'asOf: 2020-11-13',
      'asOf: 2019-04-30',
      '202053 飯田市',
      '016624 厚岸町',
      'months: [ 9, 10, 11 ]',
    ])
      expect(text, words).toContain(words);
  });

  it.each(forms)(
    '%s: every other row is listed with cell, what was found and what is wanted',
    async (file) => {
      const plan = await planOf(file);
      expect(
        said(plan)
          .filter((line) => !line.includes('行目'))
          .sort(),
      ).toEqual(expect.arrayContaining([...BAD_ROWS]));
      expect(plan.notices.join('\n')).toContain(
        '「担当者」 の列は読みませんでした。個人の名前は載せません。',
      );
    },
  );
});

describe('our workbook, filled in and saved by another office program', () => {
  it('keeps its examples, notes and empty rows out, and gives what was written', async () => {
    const plan = await planOf('template-filled.xlsx', SOURCE);
    expect(actions(plan)).toEqual([
      'changed 釧路市',
      'added 観光振興課（釧路市）',
      'added 秋あじ（釧路市）',
      'added 牡蠣（厚岸町）',
      'added 港まつり（釧路市）',
    ]);
    expect(said(plan)).toEqual([
      'C6「種類」: 「たべもの？」→ 次のどれかを選んでください: 食べもの、お菓子、飲みもの、工芸・手仕事、その他',
    ]);
    expect(plan.defaults).toEqual({ town: '北海道釧路市', writtenOn: '2020-11-13' });
    expect(plan.files.map(({ content }) => String(content)).join('')).toContain('0154-00-0000');
  });
});

describe('a file that is no table for us', () => {
  const locked = join(tempFolder(), 'かぎつき.xlsx');
  const refused: readonly [string, string, () => string | Promise<string>][] = [
    ['file-old', '古い形式のExcel（.xls）', () => join(FILES, 'own-layout.xls')],
    ['file-kind', 'Webページの形のファイル', () => join(FILES, 'web-page.xls')],
    [
      'file-locked',
      'パスワードを外して',
      async () => {
        const book = { sheets: [{ name: 'a', rows: [['x']] }] };
        writeFileSync(locked, await writeXlsx({ ...book, encryption: { password: 'x', spinCount: 1000 } }));
        return locked;
      },
    ],
    ['file-kind', 'Numbersの「書き出す」', () => zipOf('表.numbers', 'Index/Document.iwa')],
    ['file-kind', 'Wordのファイル', () => zipOf('表.xlsx', 'word/document.xml')],
    ['file-kind', '圧縮されたファイル', () => zipOf('表.xlsx', 'まち/釧路市.xlsx')],
    ['file-kind', 'PDFです', () => written('表.csv', '%PDF-1.7\n')],
    ['file-empty', '空です', () => written('表.xlsx', '')],
  ];

  it.each(refused)('%s: %s', async (code, words, file) => {
    const error = await readTable(await file()).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(TableError);
    expect((error as TableError).code).toBe(code);
    expect((error as TableError).message).toContain(words);
  });

  it('may be called by a wrong name and still be read', async () => {
    const { sheets } = await readTable(written('表.xls', readFileSync(join(FILES, 'own-layout.xlsx'))));
    expect(sheets.map(({ name }) => name)).toEqual(['特産', 'イベント']);
  });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** The least of a ZIP with one empty file of that name: local head, list, end. */
function zipOf(file: string, inside: string): string {
  const name = Buffer.from(inside);
  const head = (signature: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(name.length, 26);
  const entry = head(0x02014b50, 46);
  entry.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length, 16);
  return written(file, Buffer.concat([local, name, entry, name, end]));
}
