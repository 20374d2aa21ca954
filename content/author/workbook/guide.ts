/** The first sheet, which explains, and the hidden last one, which holds the words of the drop-downs. */
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import type { SheetKind } from './kind.ts';
import { HEADING, INPUT, STRONG, TEXT, TITLE, UNWRAPPED } from './styles.ts';

const GUIDE_TITLE = 'まちの情報';
export const GUIDE_SHEET = '書きかた';
export const LISTS_SHEET = 'えらぶ言葉';

/** Labels of the two cells of the first sheet that count for all others. */
export const TOWN_LABEL = '自治体';
export const WRITTEN_LABEL = '記入日';

const RULES = [
  '見出しに「＊」がある列は、必ず書いてください。ほかの列は、空けておいてもかまいません。',
  '「例」と書いてある行は読みこみません。その下の行から書いてください。',
  '見出しにカーソルを合わせると、書きかたが出ます。▼のある列は、そこから選んでください。',
  '日付は「2026年8月4日」「令和8年8月4日」「2026/8/4」のどれでも書けます。期間は「8月4日〜7日」のように「〜」で書きます。',
  '写真は表に貼らないでください。別のフォルダに入れ、「写真」の列にファイル名を書いてください。',
  '個人の名前、個人の電話番号やメールアドレスは書かないでください。課や係の名前で書きます。',
  '書かないシートは、そのまま空けておいてください。シートや見出しの名前は変えないでください。',
  '同じ表を直して、もう一度送ってもかまいません。名前が同じものは上書きされ、空けた列は前のまま残ります。',
  '前に書いたものを取り消すときは、その列に「なし」と書きます。',
];

/** In digits of the font. */
const WIDTHS = [26, 78, 62];
const LINE_POINTS = 18;
const TITLE_POINTS = 28;

/** Points that a row needs: not every office program gives long sentences their lines by itself. */
function heightOf(row: readonly CellValue[]): number {
  const lines = row.map((cell, i) => {
    // Kanji and kana are two digits wide; the program leaves a little room at both sides.
    const digits = [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);
    return Math.ceil(digits / ((WIDTHS[i] ?? digits) - 3));
  });
  return row[0] === GUIDE_TITLE ? TITLE_POINTS : Math.max(1, ...lines) * LINE_POINTS;
}

export function makeGuideSheet(sheets: readonly SheetKind[]): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const add = (row: readonly CellValue[], styles: readonly CellStyle[]): void => {
    styles.forEach((style, column) => {
      cells.set(`${rows.length},${column}`, { style });
    });
    rows.push([...row]);
  };
  add([GUIDE_TITLE], [TITLE]);
  add(['キオスクの画面に出す、まちの情報を書く表です。'], [UNWRAPPED]);
  add([], []);
  add(
    [
      TOWN_LABEL,
      null,
      'まちの名前です（例: 北海道釧路市）。1つのまちだけを書く表なら、ここに書けば各シートの「自治体」は空けておけます。',
    ],
    [STRONG, INPUT, TEXT],
  );
  add(
    [
      WRITTEN_LABEL,
      null,
      'この表を書いた日です（例: 2026年8月1日）。各シートの「いつの情報」を空けておくと、この日になります。',
    ],
    [STRONG, INPUT, TEXT],
  );
  add([], []);
  add(['書きかた'], [STRONG]);
  RULES.forEach((rule, i) => add([`${i + 1}`, rule], [TEXT, TEXT]));
  add([], []);
  add(['シート', '書くこと'], [HEADING, HEADING]);
  for (const { title, lead } of sheets) add([title, lead], [STRONG, TEXT]);
  return {
    name: GUIDE_SHEET,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    cells,
    rowDefs: new Map(rows.map((row, i) => [i, { height: heightOf(row) }])),
    view: { showGridLines: false },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** One list per column. Hidden: a list in the cell itself may have 255 letters only. */
export function makeListsSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const height = Math.max(0, ...lists.map((list) => list.length));
  return {
    name: LISTS_SHEET,
    rows: Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null)),
    hidden: true,
  };
}
