/** `renkei packs --data <dir>`: what is shown now and what one can go back to. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { PROGRAM_SUBJECT } from '../pack/program-target.ts';
import { type InstalledPack, type InstalledProgram, readSets } from '../sync/sets.ts';
import type { Terminal } from './main.ts';
import { day, size } from './words.ts';

export function addPacks(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('packs')
    .description('データフォルダにある、いまの内容と、ひとつ前の内容を示します。')
    .requiredOption('--data <dir>', 'キオスクのデータフォルダ')
    .option('--json', '結果をJSONで出します')
    .action(async (options: { readonly data: string; readonly json?: boolean }) => {
      const sets = await readSets(resolve(options.data));
      if (options.json) terminal.out(JSON.stringify(sets, null, 2));
      else {
        say(terminal, 'いまの内容', sets.current, sets.program.current);
        say(terminal, 'ひとつ前の内容', sets.previous, sets.program.previous);
        if (sets.newestSignedMs > 0) terminal.out(`最後に確かめた署名の日: ${day(sets.newestSignedMs)}`);
      }
      finish(sets.current === null ? 1 : 0);
    });
}

function say(
  terminal: Terminal,
  title: string,
  packs: readonly InstalledPack[] | null,
  program: InstalledProgram | null,
): void {
  terminal.out(`${title}:${packs === null ? ' ありません' : ''}`);
  for (const { packId, version, sizeBytes, signed } of packs ?? []) {
    const words = signed === null ? '署名なし' : `${signed.title}（${signed.date}）`;
    terminal.out(`  ${packId} 第${version}版 ${size(sizeBytes)} ${words}`);
  }
  if (program === null) return;
  const words = program.signed === null ? '署名なし' : `${program.signed.title}（${program.signed.date}）`;
  terminal.out(`  ${PROGRAM_SUBJECT} 第${program.version}版 ${size(program.sizeBytes)} ${words}`);
}
