/**
 * Makes a new source folder: the default base, so that every name resolves and the kiosk has something to
 * show from the first minute, empty lists for what towns will hand in, the workbook for the towns, and a
 * page that says what to do next.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { sheetsOf } from './import/import.ts';
import { FILE_HEADERS } from './import/target.ts';
import { SAMPLE_FILE, SAMPLE_PROGRAM } from './program/sample.ts';
import { readSource } from './source.ts';
import { TOWN_FILES, type TownFile } from './town-source.ts';
import { makeWorkbook } from './workbook/template.ts';

export const WORKBOOK_FILE = 'まちの情報.xlsx';
export const README_FILE = 'はじめに.txt';

/** Why no folder was made. The message is for staff. */
export class StarterError extends Error {
  override readonly name = 'StarterError';
}

/**
 * @param folder      absolute; must not be there, or be empty
 * @param defaultBase absolute path of the base pack to begin with
 * @throws {StarterError} when there is something in the folder: nothing is ever overwritten
 */
export async function makeStarter(folder: string, defaultBase: string, gazetteer: Gazetteer): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new StarterError(`フォルダ「${folder}」には、もう何か入っています。新しい名前を書いてください。`);
  }
  const staging = `${folder}.part-${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(staging);
    cpSync(defaultBase, join(staging, 'base'), { recursive: true });
    addLists(join(staging, 'base'));
    writeFileSync(join(staging, WORKBOOK_FILE), await makeWorkbook(sheetsFor(staging, gazetteer)));
    writeFileSync(join(staging, SAMPLE_FILE), SAMPLE_PROGRAM);
    // With mark and CR LF: Windows' own editor then opens it as it is.
    writeFileSync(join(staging, README_FILE), `\ufeff${README.replaceAll('\n', '\r\n')}`);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function sheetsFor(source: string, gazetteer: Gazetteer) {
  const { base } = readSource(source, () => undefined);
  if (!base) throw new Error(`the default base ${basename(source)} cannot be read`);
  return sheetsOf(base, gazetteer);
}

/** Lists that are not there yet, empty, so that staff see where things go. */
function addLists(base: string): void {
  for (const name of Object.keys(TOWN_FILES) as TownFile[]) {
    const path = join(base, `${name}.yaml`);
    if (!existsSync(path)) writeFileSync(path, `${FILE_HEADERS[name]}[]\n`);
  }
}

const README = `はじめに

このフォルダは、全国連携キオスクの内容をつくるための原稿です。

  base              キオスクの基本の内容です。プロジェクトのこと、23区、全国のまち、つながり、催し。
  まちの情報.xlsx   まちに書いてもらう表です。
  見本-巡回計画.yaml どの展示をどの会場でいつ見せるかの、書きかたの見本です。Excelで書くときは renkei program new。


まちの情報を載せるには

1. 「まちの情報.xlsx」をまちに送り、書いてもらいます。写真は別のフォルダに入れて送ってもらいます。

2. 届いた表を読みこみます。何が変わるかを見てから、書きこむかどうかを決められます。

     renkei import <このフォルダ> <届いた表.xlsx> --photos <写真のフォルダ>

   読みこめない行は「（届いた表）-直すところ.csv」に理由と一緒に書き出します。
   届いた表のその行を直し、もう一度読みこんでください。同じ行が2つになることはありません。

3. 調べます。エラーがあれば、どのファイルの何行目かと直しかたを示します。

     renkei check <このフォルダ>

4. キオスクで見られるデータをつくります。

     renkei build <このフォルダ> --out <データのフォルダ>
`;
