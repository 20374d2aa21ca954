/** The counts as they leave the kiosk: a table that Excel opens, and an object for receipts. */
import type { ExportedCount } from './counts.ts';
import { SMALL } from './counts.ts';

const KINDS: Readonly<Record<ExportedCount['kind'], string>> = {
  session: '利用',
  screen: '画面',
  item: '見られたもの',
  language: '言語',
  search: '検索',
  vote: '投票',
  quiz: 'クイズ',
  survey: 'アンケート',
};

/** Without it Excel takes the file for the local code page. */
const BYTE_ORDER_MARK = '\u{feff}';

export function countsAsCsv(rows: readonly ExportedCount[]): string {
  const lines = [
    ['日', '会場', '種類', '内容', '回数'],
    ...rows.map(({ day, venue, kind, item, number }) => [
      day,
      venue,
      KINDS[kind],
      item,
      number === null ? `${SMALL}未満` : String(number),
    ]),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where needed; a sign with which a spreadsheet would begin to calculate gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For the receipt on a stick. `number` null: 1 to 4, hidden. Days as Asia/Tokyo. */
export type ReceiptCounts = { readonly smallBelow: number; readonly rows: readonly ExportedCount[] };

export function countsAsReceipt(rows: readonly ExportedCount[]): ReceiptCounts {
  return { smallBelow: SMALL, rows };
}
