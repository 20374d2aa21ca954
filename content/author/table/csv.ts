/**
 * Tables as text: fields parted by comma, tab or semicolon, quoted where they hold such a letter
 * (RFC 4180, and the ways in which office programs bend it). Nothing is ever dropped.
 */

export const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type CsvTable = {
  /** Row by row; an empty line is a row of one empty field. */
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  /** Row (from 0) of a quotation mark that is never closed: everything after it became one field. */
  readonly openQuote: number | null;
};

/** @param text without byte order mark; lines end in CR LF, LF or CR */
export function parseCsv(text: string): CsvTable {
  // Excel's own first line that names the delimiter.
  const named = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/.exec(text);
  const delimiter = (named?.[1] as Delimiter | undefined) ?? delimiterOf(text);
  return { ...split(named ? text.slice(named[0].length) : text, delimiter), delimiter };
}

/** Written for Excel: UTF-8 with mark, CR LF, every field quoted that needs it. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(field: string): string {
  // A field that begins like a formula would be worked out by the office program that opens it.
  const safe = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** How many of the first lines say which delimiter is used. */
const SAMPLE_LINES = 20;

/** The delimiter that parts most lines, outside quotes; a comma where none does. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  const score = (delimiter: Delimiter): number =>
    lines.reduce((sum, line) => sum + Math.min(30, line.split(delimiter).length - 1), 0);
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best), ',');
}

function split(text: string, delimiter: Delimiter): Pick<CsvTable, 'rows' | 'openQuote'> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let openQuote: number | null = null;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
    if (field.open) openQuote ??= rows.length;
    // Letters between a closing quote and the delimiter belong to the field as well.
    const rest = plainField(text, field.end, delimiter);
    row.push(field.value + rest.value);
    at = rest.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // The last line end closes the last row and begins none.
    if (at >= text.length) break;
  }
  return { rows, openQuote };
}

type Field = { readonly value: string; readonly end: number; readonly open: boolean };

function quotedField(text: string, start: number): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length, open: true };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, open: false };
    value += '"';
    at = quote + 2;
  }
}

function plainField(text: string, start: number, delimiter: Delimiter): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(start, end), end, open: false };
}
