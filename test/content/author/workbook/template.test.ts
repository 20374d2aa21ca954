/** The workbook that towns get: what Excel shows, read back from the file itself. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cellName } from '../../../../content/author/table/sheet.ts';
import { GUIDE_SHEET, LISTS_SHEET } from '../../../../content/author/workbook/guide.ts';
import { makeWorkbook, templateColumns } from '../../../../content/author/workbook/template.ts';
import { SHEETS } from '../../../helpers/workbook.ts';

const book = await readXlsx(await makeWorkbook(SHEETS), { readStyles: true });

describe('the workbook', () => {
  it('begins with a sheet that explains and ends with the hidden words of the drop-downs', () => {
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      GUIDE_SHEET,
      ...SHEETS.map((kind) => kind.title),
      LISTS_SHEET,
    ]);
    expect(book.sheets.map((sheet) => sheet.hidden === true)).toEqual([
      ...SHEETS.map(() => false),
      false,
      true,
    ]);
  });

  it.each(SHEETS.map((kind, i) => [kind.title, kind, i + 1] as const))(
    '%s: headings that stay in sight, a note on each, an example, room to write',
    (_title, kind, at) => {
      const sheet = book.sheets[at];
      const columns = templateColumns(kind);
      expect(sheet?.freezePane).toEqual({ rows: 2, columns: 2 });
      expect(sheet?.rows[1]?.slice(1)).toEqual(
        columns.map((column) => (column.required ? `${column.title} ＊` : column.title)),
      );
      expect(sheet?.rows[2]?.slice(0, 2)).toEqual(['例', columns[0]?.example]);
      expect(sheet?.rows.length).toBe(203);
      const notes = columns.map((column, i) => [
        column.note !== '',
        sheet?.cells?.get(`1,${i + 1}`)?.comment !== undefined,
      ]);
      expect(notes.filter(([wanted, there]) => wanted !== there)).toEqual([]);
    },
  );

  it.each(SHEETS.map((kind, i) => [kind.title, kind, i + 1] as const))(
    '%s: a drop-down for every closed list, over all rows, with exactly its words',
    (_title, kind, at) => {
      const lists = book.sheets.at(-1)?.rows ?? [];
      const found = new Map((book.sheets[at]?.dataValidations ?? []).map((one) => [one.range, one.formula1]));
      for (const [i, column] of templateColumns(kind).entries()) {
        const range = `${cellName(3, i + 1)}:${cellName(202, i + 1)}`;
        const place = /^'えらぶ言葉'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(found.get(range) ?? '');
        if (column.choices === null) {
          expect(place).toBeNull();
          continue;
        }
        const letter = (place?.[1] ?? '').charCodeAt(0) - 65;
        expect(lists.slice(0, Number(place?.[2])).map((row) => row[letter])).toEqual(column.choices);
      }
    },
  );

  it('leaves what is typed as it is: dates and phone numbers are text', () => {
    expect(book.sheets[2]?.cells?.get('3,5')?.style?.numFmt).toBe('@');
  });

  it('says in the explanation what each sheet is for', () => {
    const text = (book.sheets[0]?.rows ?? []).flat().join('\n');
    for (const { title, lead } of SHEETS) expect(text).toContain(lead === '' ? title : lead);
    expect(text).toMatch(/個人の名前.*書かないでください/);
  });
});
