/** `renkei receipts <dir>…`: what every hall runs, from the receipts that came back on the sticks. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { codeOf, writeDurably } from '../disk.ts';
import { tokyoDay } from '../pack/days.ts';
import { coverageOf } from '../receipts/coverage.ts';
import { type Found, findReceipts } from '../receipts/read.ts';
import { asCsv, asHtml, asText } from '../receipts/tables.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';

type Options = { readonly csv?: string; readonly html?: string; readonly json?: boolean };

export function addReceipts(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('receipts')
    .description('USBメモリで戻ってきた受け取りの記録をまとめ、どの会場がどの版を表示しているかを示します。')
    .argument('<dir...>', '受け取りの記録（renkei-receipts）のあるフォルダ。USBメモリのままでもかまいません')
    .option('--csv <file>', 'Excelで開ける表にします')
    .option('--html <file>', '印刷できるページにします')
    .option('--json', '結果をJSONで出します')
    .action((folders: string[], options: Options) => finish(run(folders, options, terminal)));
}

function run(folders: readonly string[], options: Options, terminal: Terminal): number {
  let found: Found;
  try {
    found = findReceipts(folders.map((one) => resolve(one)));
  } catch (error) {
    if (codeOf(error) === '') throw error;
    terminal.err(`フォルダを読めません（${codeOf(error)}）: ${folders.join('、')}`);
    return 1;
  }
  const coverage = coverageOf(found);
  if (options.csv !== undefined) writeDurably(resolve(options.csv), asCsv(coverage));
  if (options.html !== undefined)
    writeDurably(resolve(options.html), asHtml(coverage, tokyoDay(MACHINE_CLOCK.nowMs())));
  if (options.json) terminal.out(JSON.stringify(coverage, null, 2));
  else for (const line of asText(coverage)) terminal.out(line);
  if (coverage.kiosks.length > 0) return 0;
  terminal.err(
    '受け取りの記録が見つかりません。USBメモリまたは renkei-receipts のあるフォルダを指定してください。',
  );
  return 1;
}
