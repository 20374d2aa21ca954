/** Real files as offices send them: workbooks with readings, merged cells and dates, text, and broken ones. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable, TableError } from '../../../../content/author/table/read.ts';
import { toCp932 } from '../../../helpers/encode.ts';
import { excelFile } from '../../../helpers/excel.ts';
import { tempFolder } from '../../../helpers/folder.ts';

function file(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await readTable(path).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(TableError);
  expect((error as TableError).message).toMatch(/[ぁ-ん]/);
  return (error as TableError).code;
}

describe('readTable', () => {
  it('reads a workbook of a Japanese Excel: no readings of kanji, dates of every format, merged towns', async () => {
    const { sheets } = await readTable(file('a.xlsx', excelFile()));
    const day = new Date('2020-11-13T00:00:00Z');
    expect(sheets).toEqual([
      {
        name: '祭り',
        rows: [
          [null, '祭りの一覧', null, null, null, null],
          [null, '自治体', '名前', '開催日', '和暦', '時刻'],
          [null, '釧路市', '秋の味覚 市', day, day, new Date('1899-12-31T10:00:00Z')],
          // Merged over two rows: the town stands in both.
          [null, '釧路市', '一行目\n二行目 & <b>', null, null, null],
        ],
      },
    ]);
  });

  it('reads hidden sheets too: what somebody hid is not lost', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '見える', rows: [['a']] },
        { name: '特産', rows: [['b']], hidden: true },
      ],
    });
    const { sheets } = await readTable(file('a.xlsx', bytes));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['見える', '特産']);
  });

  it('reads CP932 text, and a workbook that is called .csv', async () => {
    const text = await readTable(file('特産.csv', toCp932('自治体,名前\r\n釧路市,鮭\r\n')));
    expect(text.sheets).toEqual([
      {
        name: '特産',
        rows: [
          ['自治体', '名前'],
          ['釧路市', '鮭'],
        ],
      },
    ]);
    const book = await readTable(file('祭り.csv', excelFile()));
    expect(book.sheets[0]?.name).toBe('祭り');
  });

  it('says where a quote is not closed', async () => {
    const { notices } = await readTable(file('a.csv', '名前,説明\n"鮭,おいしい\n'));
    expect(notices).toEqual([expect.stringContaining('2行目の「"」が閉じていない')]);
  });

  it('file-missing: no such file, and a folder', async () => {
    expect(await refusal(join(tempFolder(), 'no.xlsx'))).toBe('file-missing');
    expect(await refusal(tempFolder())).toBe('file-missing');
  });

  it('file-empty: a file of no bytes', async () => {
    expect(await refusal(file('a.xlsx', ''))).toBe('file-empty');
  });

  it('file-kind: a letter, a picture', async () => {
    expect(await refusal(file('a.docx', 'x'))).toBe('file-kind');
    expect(await refusal(file('a.jpg', 'x'))).toBe('file-kind');
  });

  it('encoding-unknown: bytes that are no text', async () => {
    expect(await refusal(file('a.csv', Uint8Array.of(0x81, 0, 0xff, 0xfe, 0x81)))).toBe('encoding-unknown');
  });

  it('file-broken: a workbook that was cut off at any place, or that is none', async () => {
    const whole = excelFile();
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      expect(await refusal(file('a.xlsx', whole.subarray(0, whole.length * share)))).toBe('file-broken');
    }
    expect(await refusal(file('a.xlsx', 'これはExcelではありません'))).toBe('file-broken');
  });

  it('file-locked: a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'secret', spinCount: 1000 },
    });
    expect(await refusal(file('a.xlsx', bytes))).toBe('file-locked');
  });

  it('gives back what any workbook holds', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({
        unit: fc.constantFrom('あ', '漢', 'ｱ', 'x', '&', '<', '"', ' '),
        minLength: 1,
        maxLength: 8,
      }),
      fc.integer({ min: -1000, max: 100_000 }),
      fc.boolean(),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const { sheets } = await readTable(
          file('a.xlsx', await writeXlsx({ sheets: [{ name: 's', rows: table }] })),
        );
        const read = table.map((row, r) => row.map((_, c) => sheets[0]?.rows[r]?.[c] ?? null));
        expect(read).toEqual(table);
      }),
      { numRuns: 40 },
    );
  });
});
