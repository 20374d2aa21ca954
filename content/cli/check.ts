/** `renkei check <source>`: says what is wrong, where, and what to do. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Checked } from '../author/build.ts';
import { examine } from '../author/make.ts';
import { formatProblem } from '../author/problem.ts';
import { GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';
import { withRun } from './run.ts';
import { stepPrinter } from './steps.ts';

type Options = { readonly json?: boolean; readonly cache?: string };

export function addCheck(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('check')
    .description('原稿フォルダを調べ、直すところをファイルと行で示します。')
    .usage('<source> [--json] [--cache <dir>]')
    .argument('<source>', '原稿フォルダ（pack.yaml のあるフォルダ、またはそれらの親）')
    .option('--json', '結果をJSONで出します')
    .option('--cache <dir>', '一度つくった写真などをとっておくフォルダ')
    .action(async (source: string, options: Options) => {
      const steps = stepPrinter(terminal, () => performance.now());
      const hooks = {
        // Only what takes long is worth a line: a checked source of words is there at once.
        progress: (step: Parameters<typeof steps.show>[0]) => {
          if (step.stage !== 'reading' && !options.json) steps.show(step);
        },
        interrupted: () => {
          steps.clear();
          terminal.err('途中でやめました。');
        },
      };
      const code = await withRun({ ...options, ...hooks }, async (run) => {
        const checked = await examine(resolve(source), GAZETTEER_FOLDER, run);
        steps.clear();
        if (options.json) terminal.out(JSON.stringify(checked.problems, null, 2));
        else printProblems(checked, terminal.out);
        return errorsOf(checked) === 0 ? 0 : 1;
      });
      finish(code);
    });
}

export function errorsOf({ problems }: Pick<Checked, 'problems'>): number {
  return problems.filter((problem) => problem.severity === 'error').length;
}

/** Every problem on a line, then the count. */
export function printProblems(
  checked: Pick<Checked, 'problems' | 'tree'>,
  write: (line: string) => void,
): void {
  for (const problem of checked.problems) write(formatProblem(problem));
  const errors = errorsOf(checked);
  const warnings = checked.problems.length - errors;
  const packs = `${checked.tree.packs.length}個のパックを調べました`;
  write(
    errors + warnings === 0
      ? `${packs}。問題はありません。`
      : `${packs}。エラー ${errors}件、注意 ${warnings}件。`,
  );
}
