/** `renkei build <source> --out <dir>`: checks and compiles. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Examined, examine, type MadePack, make, type Run } from '../author/make.ts';
import { errorsOf, printProblems } from './check.ts';
import { GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';
import { withRun } from './run.ts';
import { stepPrinter } from './steps.ts';

type Options = { readonly out: string; readonly json?: boolean; readonly cache?: string };

/** What a run tells, for people or for programs. */
type Teller = {
  readonly progress: Run['progress'];
  /** The source is not built; `why` says what to do. */
  readonly refused: (examined: Examined, why: string) => void;
  readonly warned: (examined: Examined) => void;
  readonly done: (packs: readonly MadePack[], out: string) => void;
  readonly interrupted: () => void;
};

const HAS_ERRORS = 'エラーがあるため、つくりませんでした。';
const NO_BASE = '基本のパックがふくまれないため、つくりませんでした。原稿フォルダ全体を指定してください。';
const STAYS = '前のデータはそのままです。';

export function addBuild(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('build')
    .description('原稿フォルダを調べ、キオスクで見られるデータフォルダをつくります。')
    .usage('<source> --out <dir> [--json] [--cache <dir>]')
    .argument('<source>', '原稿フォルダ')
    .requiredOption('--out <dir>', 'つくるデータフォルダ')
    .option('--json', '進み具合を、1行に1つのJSONで出します')
    .option('--cache <dir>', '一度つくった写真などをとっておくフォルダ')
    .action(async (source: string, options: Options) => {
      const teller = options.json ? forPrograms(terminal) : forPeople(terminal);
      finish(await withRun({ ...options, ...teller }, (run) => buildSource(source, options, teller, run)));
    });
}

/** @returns exit code */
async function buildSource(source: string, options: Options, teller: Teller, run: Run): Promise<number> {
  const examined = await examine(resolve(source), GAZETTEER_FOLDER, run);
  const hasBase = examined.tree.packs.some((pack) => pack.kind === 'base');
  if (errorsOf(examined) > 0 || !hasBase) {
    teller.refused(examined, errorsOf(examined) > 0 ? HAS_ERRORS : NO_BASE);
    return 1;
  }
  if (examined.problems.length > 0) teller.warned(examined);
  const out = resolve(options.out);
  teller.done(await make(examined, out, run), out);
  return 0;
}

function forPeople(terminal: Terminal): Teller {
  const steps = stepPrinter(terminal, () => performance.now());
  return {
    progress: steps.show,
    refused: (examined, why) => {
      steps.clear();
      if (errorsOf(examined) > 0) printProblems(examined, terminal.err);
      terminal.err(`${why}${STAYS}`);
    },
    warned: (examined) => {
      steps.clear();
      printProblems(examined, terminal.err);
    },
    done: (packs, out) => {
      const unchanged = packs.filter(({ state }) => state === 'unchanged').length;
      if (unchanged > 0) terminal.err(`${unchanged}個は前と同じなので、つくりなおしませんでした`);
      for (const { packId, version, sizeBytes } of packs) {
        terminal.out(`${packId} 第${version}版 ${(sizeBytes / 1_000_000).toFixed(2)}MB`);
      }
      terminal.out(`できました: ${out}`);
    },
    interrupted: () => {
      steps.clear();
      terminal.err(`途中でやめました。${STAYS}`);
    },
  };
}

/** One JSON object per line; `event` says what it is. */
function forPrograms(terminal: Terminal): Teller {
  const tell = (event: string, more: object): void => terminal.out(JSON.stringify({ event, ...more }));
  const problems = (examined: Examined): void => {
    for (const problem of examined.problems) tell('problem', problem);
  };
  return {
    progress: (step) => tell('step', step),
    refused: (examined, why) => {
      problems(examined);
      tell('refused', { errors: errorsOf(examined), why });
    },
    warned: problems,
    done: (packs, out) => tell('done', { out, packs }),
    interrupted: () => tell('interrupted', {}),
  };
}
