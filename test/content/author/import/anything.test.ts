/** Whatever somebody writes into a table: no crash, no row lost without a word, no source that check refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { type CellValue, isBlank } from '../../../../content/author/table/sheet.ts';
import { importer } from '../../../helpers/importing.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { SALMON, SHEETS, sheetKind } from '../../../helpers/workbook.ts';

describe('whatever stands in the cells of any sheet', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constantFrom(
      '北海道釧路市',
      '131181 荒川区',
      'R2.11.13',
      '8月4日〜7日',
      '０１５４－００',
      'なし',
      'けす',
      '※',
    ),
  );

  it.each(SHEETS.map(({ title }) => title))('%s: taken, unchanged, or listed', (title) => {
    const { plan } = importer();
    const kind = sheetKind(title);
    const headings = kind.columns.map((column) => column.title);
    // Some cells as they should be, so that rows get as far as being taken.
    const cells = kind.columns.map(({ example }) =>
      fc.oneof(cell, fc.constant(example === '' ? null : example)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 3 }), (table) => {
        const made = plan({ [title]: [headings, ...table] });
        const rows = made.sheets.flatMap(({ changes }) => changes.map(({ row }) => row));
        const accounted = new Set([...rows, ...made.problems.map(({ row }) => row)]);
        table.forEach((row, i) => {
          const silent = row.every(isBlank) || made.notices.some((notice) => notice.includes(`${i + 2}「`));
          // A second line of headings, or another table below this one.
          const heads = made.sheets.some(({ table: found }) => found.headingRow >= i + 1);
          expect(accounted.has(i + 1) || silent || heads, JSON.stringify(row)).toBe(true);
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe('whatever stands in the cells', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constantFrom('釧路市', '食べもの', '2026/8/1', '例', 'なし', 'けす', '名前', '自治体'),
  );
  const headings = ['自治体', '種類', '名前', '説明', 'いつの情報', '旬', 'URL', '写真', 'けす'];

  it('never crashes, and every row that says something is taken, listed or an example', () => {
    const { plan } = importer();
    const rows = fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const made = plan({ 特産: [headings, ...table] });
        const accounted = new Set([
          ...made.sheets.flatMap(({ changes }) => changes.map(({ row }) => row)),
          ...made.problems.map(({ row }) => row),
        ]);
        const tables = made.sheets.map(({ table: found }) => found.headingRow);
        table.forEach((row, i) => {
          const silent =
            row.every(isBlank) ||
            tables.includes(i + 1) ||
            made.notices.some((notice) => notice.includes(`${i + 2}「`));
          expect(accounted.has(i + 1) || silent, JSON.stringify(row)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives files that read back, and a second import that changes nothing', () => {
    const rows = fc.array(
      fc.record({
        名前: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
        説明: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const { root, plan, write } = importer();
        const input = { 特産: table.map((row) => ({ ...SALMON, ...row })) };
        write(input);
        expect(check(root, GAZETTEER).problems.filter((one) => one.severity === 'error')).toEqual([]);
        expect(plan(input).files).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
