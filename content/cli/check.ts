/** `renkei check <source>`: says what is wrong, where, and what to do. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Checked } from '../author/build.ts';
import { CHECKS, checkLines, checksPage } from '../author/checks/list.ts';
import { type Review, review } from '../author/checks/review.ts';
import { summariseTranslations, translationProblems } from '../author/checks/translations.ts';
import { prove } from '../author/make.ts';
import { formatProblem, type Problem } from '../author/problem.ts';
import { tokyoDay } from '../pack/days.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';
import { withRun } from './run.ts';
import { stepPrinter } from './steps.ts';

type Options = {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly list?: boolean;
  readonly markdown?: boolean;
  readonly cache?: string;
};

export function addCheck(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('check')
    .description('原稿フォルダを調べ、直すところをファイルと行で示します。')
    .usage('<source> [--all] [--json] [--cache <dir>]、または --list')
    .argument('[source]', '原稿フォルダ（pack.yaml のあるフォルダ、またはそれらの親）')
    .option('--json', '結果をJSONで出します')
    .option('--all', 'まだない翻訳を、すべての場所まで出します')
    .option('--list', '調べることの一覧（番号、わけ、直しかた）を出します')
    .option('--markdown', '--list を表（checks.md）の形で出します')
    .option('--cache <dir>', '一度つくった写真などをとっておくフォルダ')
    .action(async (source: string | undefined, options: Options) => {
      if (options.list) {
        printList(options, terminal);
        return;
      }
      if (source === undefined) program.error("error: missing required argument 'source'");
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
        const checked = await prove(resolve(source), GAZETTEER_FOLDER, run);
        steps.clear();
        const reviewed = review(checked, tokyoDay(MACHINE_CLOCK.nowMs()));
        const missing = options.all ? translationProblems(reviewed.missing) : [];
        const problems = [...reviewed.problems, ...missing];
        if (options.json) terminal.out(JSON.stringify(problems, null, 2));
        else {
          printProblems({ ...checked, problems: reviewed.problems }, terminal.out);
          if (errorsOf(checked) === 0) printMissing(reviewed, missing, terminal.out);
        }
        return errorsOf(checked) === 0 ? 0 : 1;
      });
      finish(code);
    });
}

function printList(options: Options, terminal: Terminal): void {
  if (options.json) terminal.out(JSON.stringify(CHECKS, null, 2));
  else if (options.markdown) terminal.out(checksPage().trimEnd());
  else for (const line of checkLines()) terminal.out(line);
}

/** Translations are asked for once the source is whole: nobody needs them beside errors. */
function printMissing({ missing }: Review, all: readonly Problem[], write: (line: string) => void): void {
  if (missing.length === 0) return;
  write('まだない翻訳（つくれます。画面には日本語が出ます）:');
  for (const line of summariseTranslations(missing)) write(`  ${line}`);
  if (all.length === 0) write('すべての場所を見るには --all を付けてください。');
  for (const problem of all) write(formatProblem(problem));
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
