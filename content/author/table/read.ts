/** Reads a file that an office sent: Excel (xlsx), OpenDocument (ods) or text (csv, tsv, txt). */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { EncryptedFileError, read } from 'hucre';
import { parseCsv } from './csv.ts';
import { decode } from './decode.ts';
import { kindOf, type OtherKind } from './file-kind.ts';
import type { CellValue, Sheet } from './sheet.ts';

/** Why a file cannot be read as a table. The message is for staff. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly code: TableErrorCode;

  constructor(code: TableErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type TableErrorCode =
  | 'file-missing'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  /** Excel of before 2007. */
  | 'file-old'
  | 'file-locked'
  | 'file-broken'
  | 'encoding-unknown';

export type Table = {
  readonly sheets: readonly Sheet[];
  /** What staff should know although it was read: `3行目で「"」が閉じていません`. */
  readonly notices: readonly string[];
};

const MAX_FILE_BYTES = 50_000_000;

const WORKBOOKS = ['.xlsx', '.xlsm', '.ods'];
const TEXTS = ['.csv', '.tsv', '.txt'];

/** @throws {TableError} when the file is not there or is no table */
export async function readTable(path: string): Promise<Table> {
  const ending = extname(path).toLowerCase();
  const bytes = readBytes(path);
  const name = basename(path, extname(path));
  refuseOther(kindOf(bytes), basename(path));
  if (TEXTS.includes(ending) && !isWorkbook(bytes)) return readText(bytes, name);
  if (WORKBOOKS.includes(ending) || isWorkbook(bytes))
    return { sheets: await readSheets(bytes), notices: [] };
  throw new TableError(
    'file-kind',
    `「${basename(path)}」は読みこめない種類のファイルです。Excel（.xlsx）か CSV（.csv）で保存してください。`,
  );
}

/** How to make an Excel workbook of it, by what it really is. */
const SAVE_AS = '「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存しなおしてください。';
const OTHER_KINDS: { readonly [Kind in OtherKind]: readonly [TableErrorCode, string] } = {
  'excel-old': ['file-old', `は古い形式のExcel（.xls）です。Excelで開き、${SAVE_AS}`],
  locked: ['file-locked', 'はパスワードのかかったファイルです。パスワードを外して保存しなおしてください。'],
  html: ['file-kind', `はWebページの形のファイルで、Excelのファイルではありません。Excelで開き、${SAVE_AS}`],
  numbers: ['file-kind', 'はNumbersのファイルです。Numbersの「書き出す」で「Excel」を選んでください。'],
  word: ['file-kind', 'はWordのファイルです。表をExcelに写して、.xlsx で保存してください。'],
  zip: ['file-kind', 'は圧縮されたファイル（zip）です。中のExcelのファイルを取り出してください。'],
  pdf: ['file-kind', 'はPDFです。もとのExcelのファイルを送ってもらってください。'],
};

/** @throws {TableError} */
function refuseOther(kind: OtherKind | null, name: string): void {
  if (kind === null) return;
  const [code, message] = OTHER_KINDS[kind];
  throw new TableError(code, `「${name}」${message}`);
}

function readBytes(path: string): Uint8Array {
  const size = sizeOf(path);
  if (size === undefined) {
    throw new TableError('file-missing', `ファイル「${path}」がありません。名前と場所を確かめてください。`);
  }
  if (size === 0) throw new TableError('file-empty', `ファイル「${path}」は空です。`);
  if (size > MAX_FILE_BYTES) {
    throw new TableError(
      'file-too-large',
      `ファイルが大きすぎます（${Math.ceil(size / 1_000_000)}MB。50MBまで）。写真は表に貼らず、フォルダに入れて --photos で渡してください。`,
    );
  }
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new TableError(
      'file-locked',
      `ファイル「${path}」を開けません。Excelで開いていたら閉じてください。`,
      { cause },
    );
  }
}

function sizeOf(path: string): number | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}

/** ZIP (xlsx, ods), whatever its name says. */
function isWorkbook(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

function readText(bytes: Uint8Array, name: string): Table {
  const decoded = decode(bytes);
  if (decoded === undefined) {
    throw new TableError(
      'encoding-unknown',
      '文字コードがわかりません。Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存しなおしてください。',
    );
  }
  const { rows, openQuote } = parseCsv(decoded.text);
  const notices =
    openQuote === null
      ? []
      : [
          `${openQuote + 1}行目の「"」が閉じていないため、そのあとがすべて一つのセルになっています。「"」を直してください。`,
        ];
  return { sheets: [{ name, rows }], notices };
}

async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    // Hidden sheets too: what somebody filled in must not get lost because somebody hid it.
    const book = await read(bytes);
    return book.sheets.map(({ name, rows, merges }) => ({ name, rows: spread(rows, merges ?? []) }));
  } catch (cause) {
    if (cause instanceof EncryptedFileError) {
      throw new TableError(
        'file-locked',
        'パスワードのかかったファイルです。パスワードを外して保存しなおしてください。',
        { cause },
      );
    }
    // Whatever its reader stumbles over, the file is the reason.
    throw new TableError(
      'file-broken',
      'Excelのファイルとして読めません。途中で切れているか、こわれています。Excelで開いて保存しなおしてください。',
      { cause },
    );
  }
}

type Merge = {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
};

/** Puts the value of a cell that is merged over several rows into each of them. */
function spread(rows: readonly (readonly CellValue[])[], merges: readonly Merge[]): Sheet['rows'] {
  const spreading = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow } of merges) {
    const value = spreading[startRow]?.[startCol] ?? null;
    for (let row = startRow + 1; row <= endRow; row++) {
      const line = spreading[row];
      if (line && (line[startCol] ?? null) === null) line[startCol] = value;
    }
  }
  return spreading;
}
