/** The table as lines of text, as CSV that Excel opens, and as a page for the printer. */
import type { Cell, Coverage, KioskRow } from './coverage.ts';
import { cellState, outcomeWords, shortId, whenWords } from './words.ts';

/** A block of lines for each kiosk: columns of Japanese do not line up on every screen. */
export function asText({ packs, kiosks, unusable }: Coverage): readonly string[] {
  const lines = kiosks.flatMap((kiosk) => [
    `${kiosk.venueName}（${kiosk.venueId}、端末 ${shortId(kiosk.kioskId)}） ${whenWords(kiosk)} ${outcomeWords(kiosk.outcome)}`,
    ...packs.map(({ packId, newest }, at) => `  ${packId} ${cellText(kiosk.cells[at] ?? null, newest)}`),
    ...kiosk.faults.map(({ code, subject }) => `  注意: ${code} ${subject}`),
  ]);
  const bad = unusable.map(({ file, why }) => `使えないファイル: ${file}: ${why}`);
  return [...lines, ...bad];
}

function cellText(cell: Cell | null, newest: number): string {
  if (cell === null) return 'ありません';
  const date = cell.date === null ? '署名なし' : cell.date;
  return `第${cell.version}版 ${date}${cell.isNewest ? '' : `　← 古い版です（最新は第${newest}版）`}`;
}

const HEAD = [
  '会場',
  '会場ID',
  '端末',
  '日時（東京）',
  '取り込み',
  'プログラム',
  'パック',
  '題名',
  '版',
  '内容の日付',
  '最新の版',
  '状態',
];

/** One line for each kiosk and pack, with the byte order mark by which Excel knows UTF-8. */
export function asCsv({ packs, kiosks, unusable }: Coverage): string {
  const rows = kiosks.flatMap((kiosk) =>
    packs.map(({ packId, title, newest }, at) => {
      const cell = kiosk.cells[at] ?? null;
      const what = [packId, title, cell?.version ?? '', cell?.date ?? '', newest, cellState(cell)];
      return [...kioskFields(kiosk), ...what];
    }),
  );
  const bad = unusable.map(({ file, why }) => [`使えないファイル: ${file}`, why]);
  const lines = [HEAD, ...rows, ...bad].map((row) => row.map(csvField).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function kioskFields(kiosk: KioskRow): readonly string[] {
  const { venueName, venueId, kioskId, outcome, appVersion } = kiosk;
  return [venueName, venueId, shortId(kioskId), whenWords(kiosk), outcomeWords(outcome), appVersion];
}

/** Receipts are unsigned: a text that a spreadsheet would take for a formula gets a quotation mark in front. */
function csvField(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A page that stands alone: no script, nothing from outside. */
export function asHtml(coverage: Coverage, madeOn: string): string {
  const { packs, kiosks, unusable } = coverage;
  const head = packs.map(({ packId, title }) => `<th>${inHtml(title)}<small>${inHtml(packId)}</small></th>`);
  const rows = kiosks.map(
    (kiosk) =>
      `<tr><th>${inHtml(kiosk.venueName)}<small>${inHtml(kiosk.venueId)} ${shortId(kiosk.kioskId)}</small></th>` +
      `<td>${inHtml(whenWords(kiosk))}<small>${inHtml(outcomeWords(kiosk.outcome))}</small></td>` +
      `${packs.map((_pack, at) => htmlCell(kiosk.cells[at] ?? null)).join('')}</tr>`,
  );
  const bad = unusable.map(({ file, why }) => `<li>${inHtml(file)}: ${inHtml(why)}</li>`);
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>会場ごとの内容の一覧</title>
<style>
  @page { size: A4 landscape; margin: 12mm; }
  body { font: 13px/1.5 'BIZ UDPGothic', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif; color: #1b2430; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #8a93a0; padding: 4px 8px; text-align: left; vertical-align: top; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  th { background: #eef1f6; } small { display: block; font-weight: normal; color: #4a5361; }
  .old { background: #fff1cc; } .none { color: #4a5361; }
</style>
<h1>会場ごとの内容の一覧</h1>
<p>${inHtml(madeOn)} 作成。端末 ${kiosks.length}台、パック ${packs.length}個。▲ は、ほかの会場より古い版です。</p>
<table>
<thead><tr><th>会場</th><th>受け取った日時</th>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${bad.length === 0 ? '' : `<h2>使えないファイル</h2>\n<ul>${bad.join('')}</ul>\n`}</html>
`;
}

function htmlCell(cell: Cell | null): string {
  if (cell === null) return '<td class="none">ありません</td>';
  const words = `第${cell.version}版<small>${cell.date ?? '署名なし'}</small>`;
  return cell.isNewest ? `<td>${words}</td>` : `<td class="old">▲ ${words}</td>`;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
