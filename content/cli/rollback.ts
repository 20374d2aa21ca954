/** `renkei rollback --data <dir>`: back to the set before, in one instant. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { rollback } from '../sync/rollback.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';
import { sayRefusal } from './words.ts';

export function addRollback(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('rollback')
    .description('ひとつ前の内容に戻します。もう一度行うと、元に戻ります。')
    .requiredOption('--data <dir>', 'キオスクのデータフォルダ')
    .option('--json', '結果をJSONで出します')
    .action((options: { readonly data: string; readonly json?: boolean }) => {
      const outcome = rollback(resolve(options.data), MACHINE_CLOCK);
      if (options.json) terminal.out(JSON.stringify(outcome));
      else if (!outcome.ok) sayRefusal(terminal, outcome.refusal);
      else {
        for (const { packId, version } of outcome.to) terminal.out(`${packId} 第${version}版`);
        terminal.out('ひとつ前の内容に戻しました。');
      }
      finish(outcome.ok ? 0 : 1);
    });
}
