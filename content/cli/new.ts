/** `renkei new <dir>`: a source folder to begin with, and the workbook for the towns; or a notice in such a folder. */
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadGazetteer } from '../author/gazetteer/gazetteer.ts';
import { makeNoticeFolder } from '../author/notice-sample.ts';
import { makeStarter, StarterError, WORKBOOK_FILE } from '../author/starter.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { DEFAULT_BASE_FOLDER, GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';

export function addNew(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('new')
    .description('新しい原稿フォルダと、まちに書いてもらうExcelの表をつくります。')
    .usage('<dir> [--notice]')
    .argument('<dir>', 'つくるフォルダ（まだないもの）')
    .option(
      '--notice',
      '原稿フォルダの中に、期限つきのお知らせの見本をつくります（例: renkei new 原稿/oshirase-1 --notice）',
    )
    .action(async (dir: string, { notice }: { readonly notice?: true }) => {
      const folder = resolve(dir);
      try {
        if (notice) {
          makeNoticeFolder(folder, MACHINE_CLOCK.nowMs());
          terminal.out(`できました: ${folder}`);
          terminal.out(`つぎにすること: notice.yaml と pack.yaml を書きかえて、renkei check ${dirname(dir)}`);
          finish(0);
          return;
        }
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
