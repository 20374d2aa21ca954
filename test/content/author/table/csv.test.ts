/** Every field of a table as text must arrive where an office program would show it; none may get lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, formatCsv, parseCsv } from '../../../../content/author/table/csv.ts';

describe('parseCsv', () => {
  it.each([
    [
      'commas',
      'a,b\r\nc,d\r\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'tabs',
      'a\tb\nc\td',
      '\t',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b\rc;d\r',
      ';',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line that names the delimiter', 'sep=;\r\na,1;b\r\n', ';', [['a,1', 'b']]],
    [
      'quotes around delimiters and line ends',
      '"a,1","b\n2"\nc,""\n',
      ',',
      [
        ['a,1', 'b\n2'],
        ['c', ''],
      ],
    ],
    ['doubled quotes', '"彼は「""」と","x"', ',', [['彼は「"」と', 'x']]],
    ['letters behind a closing quote', '"a"b,c', ',', [['ab', 'c']]],
    ['empty lines, which are rows', 'a,b\n\nc,d', ',', [['a', 'b'], [''], ['c', 'd']]],
    ['nothing at all', '', ',', [['']]],
  ])('reads %s', (_what, text, delimiter, rows) => {
    expect(parseCsv(text)).toEqual({ rows, delimiter, openQuote: null });
  });

  it('says in which row a quote is never closed, and keeps all that follows', () => {
    const { rows, openQuote } = parseCsv('a,b\n"c,d\ne,f');
    expect([rows, openQuote]).toEqual([[['a', 'b'], ['c,d\ne,f']], 1]);
  });

  it('gives back what any table holds, with each delimiter and line end', () => {
    const field = fc.string({
      unit: fc.constantFrom('あ', '、', ',', '\t', ';', '"', '\n', 'x', ' '),
      maxLength: 6,
    });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const end = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(rows, fc.constantFrom(...DELIMITERS), end, (table, delimiter, lineEnd) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join(lineEnd);
        expect(parseCsv(`sep=${delimiter}\n${text}`).rows).toEqual(table);
      }),
    );
  });

  it('keeps every letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = parseCsv(text).rows.flat().join('');
        const letters = text.replace(/[\r\n,;\t"]/g, '');
        expect(kept.replace(/[\r\n,;\t"]/g, '')).toBe(text.startsWith('sep=') ? kept : letters);
      }),
    );
  });
});

describe('formatCsv', () => {
  it('writes a file that Excel opens as UTF-8', () => {
    expect(
      formatCsv([
        ['名前', 'a,b'],
        ['', 'c"d'],
      ]),
    ).toBe('\ufeff名前,"a,b"\r\n,"c""d"\r\n');
  });

  it('does not let a cell be worked out as a formula', () => {
    expect(formatCsv([['=1+1', '@x', '-5', '+8']])).toBe("\ufeff'=1+1,'@x,'-5,'+8\r\n");
  });
});
