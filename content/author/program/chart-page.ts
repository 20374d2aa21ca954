/**
 * The chart to print: HTML with a drawing in it, A4 landscape, one sheet for every twelve months and one
 * for the list. It needs nothing from outside and looks the same on paper without colours: every bar
 * carries its letter and name.
 */
import { daysBetween } from '../../pack/days.ts';
import type { Day } from '../../pack/types.ts';
import { type Chart, type ChartHall, type ChartStay, monthsFrom, nextMonth, spanText } from './chart.ts';

/** Pale enough to write on, far enough apart to be told from each other. */
const FILLS = ['#dfe7f3', '#f6dfd6', '#e2edd9', '#f3e8c8', '#e6dff0', '#d6ebea', '#f2dce6', '#e7e2d8'];
const LINES = ['#2b3a67', '#b3391f', '#4d7132', '#8a6a12', '#5d4789', '#1f6f6c', '#9a3562', '#6a5b3f'];
const INK = '#1d2433';
const MONTHS_ON_SHEET = 12;

/** The drawing's own measure; the page stretches it to the width of the paper. */
const WIDTH = 1_080;
const NAMES = 150;
const HEAD = 40;
const MOST_HEIGHT = 610;

export function chartPage(chart: Chart): string {
  const stays = chart.halls.flatMap((hall) => hall.stays);
  const first = stays.map((stay) => stay.first).sort()[0] ?? chart.today;
  const last =
    stays
      .map((stay) => stay.last)
      .sort()
      .at(-1) ?? chart.today;
  const months = monthsFrom(first, last);
  const sheets: string[] = [];
  for (let at = 0; at < months.length; at += MONTHS_ON_SHEET) {
    sheets.push(sheet(chart, months.slice(at, at + MONTHS_ON_SHEET)));
  }
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(chart.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${sheets.join('\n')}
${list(chart)}
</body>
</html>
`;
}

const STYLE = `
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 277mm; color: ${INK}; background: #fff;
  font-family: 'BIZ UDPGothic', 'BIZ UDPゴシック', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif; }
section { break-after: page; padding: 4mm 0; }
section:last-child { break-after: auto; }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 8mm; margin-bottom: 4mm;
  padding-bottom: 2mm; border-bottom: 0.6mm solid ${INK}; }
h1 { margin: 0; font-size: 7mm; letter-spacing: 0.02em; }
header p { margin: 0; font-size: 3.6mm; color: #555d6e; white-space: nowrap; }
svg { display: block; width: 100%; height: auto; }
.key { display: flex; flex-wrap: wrap; gap: 1.5mm 7mm; margin: 4mm 0 0; padding: 0; list-style: none; font-size: 3.6mm; }
.key b { display: inline-block; min-width: 6mm; margin-right: 2mm; padding: 0.3mm 1mm; border: 0.4mm solid; border-radius: 1mm; text-align: center; }
table { width: 100%; border-collapse: collapse; font-size: 3.5mm; line-height: 1.5; }
th, td { padding: 1.2mm 2mm; border-bottom: 0.2mm solid #c9c4ba; text-align: left; vertical-align: top; }
thead th { border-bottom: 0.5mm solid ${INK}; }
tbody th { width: 22%; }
tr { break-inside: avoid; }
td:nth-child(2) { width: 27%; white-space: nowrap; }
.now { font-weight: 700; }
@media screen { body { padding: 8mm; } section { margin-bottom: 8mm; } }
`;

function sheet(chart: Chart, months: readonly Day[]): string {
  const start = months[0] ?? chart.today;
  const end = nextMonth(months.at(-1) ?? chart.today);
  const halls = chart.halls.filter(({ stays }) =>
    stays.some((stay) => stay.first < end && start <= stay.last),
  );
  const row = Math.max(22, Math.min(46, Math.floor((MOST_HEIGHT - HEAD) / Math.max(1, halls.length))));
  const height = HEAD + row * halls.length + 2;
  const scale = scaleOf(start, end);
  const used = new Set(halls.flatMap(({ stays }) => stays.map(({ at }) => at)));
  const key = chart.exhibitions.flatMap(({ sign, name }, at) =>
    used.has(at) ? [`<li><b style="${paint(at)}">${text(sign)}</b>${text(name)}</li>`] : [],
  );
  const dashed = halls.some(({ stays }) => stays.some(({ screenOnly }) => screenOnly));
  return `<section>
<header><h1>${text(chart.title)}</h1><p>${text([monthText(start, months.at(-1) ?? start), chart.edition].filter(Boolean).join('　'))}</p></header>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${text(chart.title)}の図。下の表に同じ内容があります">
${grid(months, halls.length, row, height, scale)}
${halls.map((hall, i) => hallRow(hall, i, row, scale, start, end)).join('\n')}
${todayLine(chart.today, start, end, height, scale)}
</svg>
<ul class="key">${key.join('')}${dashed ? '<li>点線：キオスクの画面だけ</li>' : ''}</ul>
</section>`;
}

function monthText(first: Day, last: Day): string {
  const name = (day: Day): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
  return first === last ? name(first) : `${name(first)}〜${name(last)}`;
}

type Scale = (day: Day) => number;

/** From a day to its left edge; `end` is the right edge of the sheet. */
function scaleOf(start: Day, end: Day): Scale {
  const perDay = (WIDTH - NAMES - 1) / daysBetween(start, end);
  return (day) => NAMES + daysBetween(start, day) * perDay;
}

function grid(months: readonly Day[], count: number, row: number, height: number, x: Scale): string {
  const lines = months.flatMap((month, i) => {
    const year = i === 0 || month.slice(5, 7) === '01' ? `${month.slice(0, 4)}年` : '';
    return [
      `<line x1="${n(x(month))}" y1="12" x2="${n(x(month))}" y2="${height}" stroke="#c9c4ba" stroke-width="1"/>`,
      year === '' ? '' : `<text x="${n(x(month) + 5)}" y="14" font-size="11" fill="#555d6e">${year}</text>`,
      `<text x="${n(x(month) + 5)}" y="31" font-size="15" font-weight="700">${Number(month.slice(5, 7))}月</text>`,
    ];
  });
  const bands = Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? `<rect x="0" y="${HEAD + i * row}" width="${WIDTH}" height="${row}" fill="#f6f4ef"/>` : '',
  );
  const frame = `<line x1="0" y1="${HEAD}" x2="${WIDTH}" y2="${HEAD}" stroke="${INK}" stroke-width="1.5"/>`;
  return [...bands, ...lines, frame].filter((line) => line !== '').join('\n');
}

function hallRow(hall: ChartHall, i: number, row: number, x: Scale, start: Day, end: Day): string {
  const top = HEAD + i * row;
  const size = Math.min(15, (NAMES - 14) / Math.max(1, [...hall.name].length));
  const name = `<text x="4" y="${n(top + row / 2 + size * 0.36)}" font-size="${n(size)}" font-weight="700">${text(hall.name)}</text>`;
  const bars = hall.stays
    .filter((stay) => stay.first < end && start <= stay.last)
    .map((stay) => bar(stay, top, row, x, start, end));
  return [name, ...bars].join('\n');
}

/** A stay: its letter, and as much of its name as there is room for. The last day belongs to it. */
function bar(stay: ChartStay, top: number, row: number, x: Scale, start: Day, end: Day): string {
  const from = x(stay.first < start ? start : stay.first);
  const to = Math.min(
    x(end),
    x(stay.last < end ? stay.last : end) + (x(end) - x(start)) / daysBetween(start, end),
  );
  const wide = Math.max(3, to - from - 1);
  const gap = Math.max(3, row * 0.14);
  const colour = LINES[stay.at % LINES.length];
  const size = Math.min(13, row * 0.42);
  const label = shorten(
    [`${stay.sign}　${stay.name}`, `${stay.sign} ${stay.name}`, stay.sign],
    wide - 8,
    size,
  );
  const dash = stay.screenOnly ? ' stroke-dasharray="4 3"' : '';
  const middle = n(top + row / 2 + size * 0.36);
  const words =
    label === ''
      ? ''
      : `<text x="${n(from + 5)}" y="${middle}" font-size="${n(size)}" fill="${INK}">${text(label)}</text>`;
  return `<g><title>${text(`${stay.name} ${spanText(stay.first, stay.last)}`)}</title><rect x="${n(from)}" y="${n(top + gap)}" width="${n(wide)}" height="${n(row - gap * 2)}" rx="3" fill="${FILLS[stay.at % FILLS.length]}" stroke="${colour}" stroke-width="1.4"${dash}/>${words}</g>`;
}

/** The longest label that fits; the name cut with … before it is given up. */
function shorten([whole = '', close = '', sign = '']: readonly string[], room: number, size: number): string {
  if (length(whole) * size <= room) return whole;
  for (let letters = [...close]; letters.length > [...sign].length + 3; letters = letters.slice(0, -1)) {
    const cut = `${letters.join('')}…`;
    if (length(cut) * size <= room) return cut;
  }
  return length(sign) * size <= room + 6 ? sign : '';
}

/** In ems: narrow letters are about half as wide. */
function length(words: string): number {
  let ems = 0;
  for (const letter of words) ems += letter.charCodeAt(0) < 0x2000 ? 0.58 : 1;
  return ems;
}

function todayLine(today: Day, start: Day, end: Day, height: number, x: Scale): string {
  if (today < start || today >= end) return '';
  const at = n(x(today));
  return `<line x1="${at}" y1="14" x2="${at}" y2="${height}" stroke="#b3391f" stroke-width="1.2" stroke-dasharray="2 3"/><text x="${at}" y="11" font-size="11" font-weight="700" fill="#b3391f" text-anchor="middle">今日</text>`;
}

function list(chart: Chart): string {
  const rows = chart.halls.flatMap((hall) =>
    hall.stays.map((stay, i) => {
      const now = stay.first <= chart.today && chart.today <= stay.last;
      const notes = [
        stay.screenOnly ? '画面だけ' : '',
        stay.opening === null ? '' : `オープニング ${spanText(stay.opening, stay.opening)}`,
        stay.note?.ja ?? '',
      ].filter((one) => one !== '');
      const head =
        i === 0 ? `<th scope="rowgroup" rowspan="${hall.stays.length}">${text(hall.name)}</th>` : '';
      return `<tr${now ? ' class="now"' : ''}>${head}<td>${text(spanText(stay.first, stay.last))}</td><td>${text(`${stay.sign}　${stay.name}`)}</td><td>${text(notes.join('、'))}</td></tr>`;
    }),
  );
  return `<section>
<header><h1>${text(chart.title)}　一覧</h1><p>${text(chart.edition)}</p></header>
<table><thead><tr><th>会場</th><th>期間（おわりの日も展示します）</th><th>展示</th><th>備考</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</section>`;
}

function paint(at: number): string {
  return `background:${FILLS[at % FILLS.length]};border-color:${LINES[at % LINES.length]}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function text(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
