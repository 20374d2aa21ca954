/** Whatever somebody writes into a table: no crash, no row lost without a word, no source that check refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { type CellValue, isBlank } from '../../../../content/author/table/sheet.ts';
import { importer } from '../../../helpers/importing.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { SALMON } from '../../../helpers/workbook.ts';

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
