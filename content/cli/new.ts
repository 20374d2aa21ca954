/** `renkei new <dir>`: a source folder to begin with, and the workbook for the towns. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadGazetteer } from '../author/gazetteer/gazetteer.ts';
import { makeStarter, StarterError, WORKBOOK_FILE } from '../author/starter.ts';
import { DEFAULT_BASE_FOLDER, GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';

export function addNew(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('new')
    .description('新しい原稿フォルダと、まちに書いてもらうExcelの表をつくります。')
    .usage('<dir>')
    .argument('<dir>', 'つくるフォルダ（まだないもの）')
    .action(async (dir: string) => {
      const folder = resolve(dir);
      try {
        await makeStarter(folder, DEFAULT_BASE_FOLDER, loadGazetteer(GAZETTEER_FOLDER));
      } catch (error) {
        if (!(error instanceof StarterError)) throw error;
        terminal.err(error.message);
        finish(1);
        return;
      }
      terminal.out(`できました: ${folder}`);
      terminal.out(`まちに送る表: ${WORKBOOK_FILE}`);
      terminal.out(`つぎにすること: renkei check ${dir}`);
      finish(0);
    });
}
