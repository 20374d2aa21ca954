/** `renkei program …`: the program (巡回計画): checking, showing, handing out and signing it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { formatProblem } from '../author/problem.ts';
import { chartCalendar } from '../author/program/calendar.ts';
import { makeChart } from '../author/program/chart.ts';
import { chartPage } from '../author/program/chart-page.ts';
import { chartLines } from '../author/program/chart-text.ts';
import { type ProgramReading, readProgramFile, type WrittenProgram } from '../author/program/read.ts';
import { makeProgramWorkbook } from '../author/program/workbook.ts';
import { tokyoDay } from '../pack/days.ts';
import type { Day } from '../pack/types.ts';
import { publishProgram } from '../publish/program.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { DEFAULT_SOURCE_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';
import { askPassphrase } from './passphrase.ts';
import { NoContent, type ProgramContent, readProgramContent } from './program-content.ts';
import { change, day, refusing } from './words.ts';

type Finish = (code: number) => void;

type Reading = {
  /** Where venues and exhibitions are looked up. */
  readonly content?: string;
  readonly moveDays?: number;
  readonly json?: boolean;
};

type Showing = Reading & { readonly html?: string; readonly ics?: string };

type Publishing = Reading & { readonly repo?: string; readonly keys?: string; readonly remove?: boolean };

export function addProgram(program: Command, terminal: Terminal, finish: Finish): void {
  const verb = withReading(program.command('program'))
    .description('巡回計画（どの展示が、どの会場に、いつからいつまで）に署名して、配信フォルダに入れます。')
    .usage('<file> --repo <dir> --keys <dir>、または check、show、new')
    .helpCommand(false)
    .argument('[file]', '計画のファイル（.xlsx、.csv、.yaml）')
    .option('--repo <dir>', '配信フォルダ')
    .option('--keys <dir>', '鍵のフォルダ')
    .option('--remove', '公開ずみの計画を取り下げます（展示ごとの日程に戻ります）')
    .action((file: string | undefined, options: Publishing) => sign(file, options, verb, terminal, finish));
  withReading(verb.command('check').argument('<file>', '計画のファイル'))
    .description('計画を調べ、直すところを行で示します。')
    .action((file: string, _: unknown, command: Command) =>
      guarded(terminal, finish, () => check(file, command.optsWithGlobals(), terminal)),
    );
  withReading(verb.command('show').argument('[file]', '計画のファイル。なければ --content にある計画'))
    .description('計画を図で示します。印刷するHTMLや、カレンダー（.ics）にもできます。')
    .option('--html <file>', '印刷する図（A4横）をつくります')
    .option('--ics <file>', 'カレンダーに取り込むファイルをつくります')
    .action((file: string | undefined, _: unknown, command: Command) =>
      guarded(terminal, finish, () => show(file, command.optsWithGlobals(), terminal)),
    );
  withReading(verb.command('new').argument('<file.xlsx>', 'つくるファイル（まだないもの）'))
    .description('計画を書きこむExcelの表をつくります。')
    .action((file: string, _: unknown, command: Command) =>
      guarded(terminal, finish, () => makeSheet(file, command.optsWithGlobals(), terminal)),
    );
  for (const one of verb.commands) {
    one.usage(one.usage().replace('[options]', '[指定]'));
    one.helpOption('-h, --help', '使い方を表示します').exitOverride().copyInheritedSettings(program);
  }
}

function withReading(command: Command): Command {
  return command
    .option('--content <dir>', '会場と展示を調べる原稿フォルダ、データフォルダ、または配信フォルダ')
    .option('--move-days <n>', '会場から会場へ動かすのに要る日数（書かなければ2日）', daysOf)
    .option('--json', '結果をJSONで出します');
}

function daysOf(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('日数は0から99までの数で書いてください。');
  return Number(text);
}

/** Runs a verb; what keeps it from its work becomes a sentence and exit code 1. */
async function guarded(terminal: Terminal, finish: Finish, act: () => Promise<number>): Promise<void> {
  let code = 1;
  await refusing(
    terminal,
    () => finish(code),
    async () => {
      try {
        code = await act();
      } catch (error) {
        if (!(error instanceof NoContent)) throw error;
        terminal.err(error.message);
      }
    },
  );
}

function today(): Day {
  return tokyoDay(MACHINE_CLOCK.nowMs());
}

function contentOf({ content }: Reading, otherwise = DEFAULT_SOURCE_FOLDER): ProgramContent {
  return readProgramContent(content === undefined ? otherwise : resolve(content));
}

function read(file: string, { names }: ProgramContent, { moveDays }: Reading): Promise<ProgramReading> {
  return readProgramFile(resolve(file), { names, today: today(), moveDays });
}

async function check(file: string, options: Reading, terminal: Terminal): Promise<number> {
  const { program, problems } = await read(file, contentOf(options), options);
  if (options.json) terminal.out(JSON.stringify({ program, problems }, null, 2));
  else sayProblems({ program, problems }, terminal.out);
  return program === null ? 1 : 0;
}

function sayProblems({ program, problems }: ProgramReading, write: (line: string) => void): void {
  for (const problem of problems) write(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = `エラー ${errors}件、注意 ${problems.length - errors}件。`;
  const stays = program === null ? '' : `予定${program.stays.length}件を調べました。`;
  write(problems.length === 0 ? `${stays}問題はありません。` : `${stays}${counts}`);
}

async function show(file: string | undefined, options: Showing, terminal: Terminal): Promise<number> {
  const content = contentOf(options);
  const shown = file === undefined ? content.program : await readGood(file, content, options, terminal);
  if (shown === null) {
    if (file === undefined)
      terminal.err('計画がありません。ファイルか、計画のある --content を指定してください。');
    return 1;
  }
  const chart = makeChart(shown, content.names, today());
  if (options.json) terminal.out(JSON.stringify(chart, null, 2));
  else if (options.html === undefined && options.ics === undefined) {
    for (const line of chartLines(chart)) terminal.out(line);
  }
  const made: [string | undefined, () => string][] = [
    [options.html, () => chartPage(chart)],
    [options.ics, () => chartCalendar(chart, shown.version ?? 1, shown.date ?? today())],
  ];
  for (const [to, text] of made) {
    if (to === undefined) continue;
    mkdirSync(dirname(resolve(to)), { recursive: true });
    writeFileSync(resolve(to), text());
    if (!options.json) terminal.out(`できました: ${resolve(to)}`);
  }
  return 0;
}

/** @returns null after saying what is wrong */
async function readGood(
  file: string,
  content: ProgramContent,
  options: Reading,
  terminal: Terminal,
): Promise<WrittenProgram | null> {
  const reading = await read(file, content, options);
  if (reading.problems.length > 0) sayProblems(reading, terminal.err);
  return reading.program;
}

async function makeSheet(file: string, options: Reading, terminal: Terminal): Promise<number> {
  const path = resolve(file);
  if (existsSync(path)) {
    terminal.err(`「${path}」はもうあります。新しい名前を書いてください。`);
    return 1;
  }
  const bytes = await makeProgramWorkbook(contentOf(options).names);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  terminal.out(`できました: ${path}`);
  terminal.out(`書いたら調べます: renkei program check ${file}`);
  return 0;
}

async function sign(
  file: string | undefined,
  options: Publishing,
  verb: Command,
  terminal: Terminal,
  finish: Finish,
): Promise<void> {
  const { repo, keys, remove = false } = options;
  if (file === undefined && !remove) verb.error("error: missing required argument 'file'");
  if (repo === undefined) return verb.error("error: required option '--repo <dir>' not specified");
  if (keys === undefined) return verb.error("error: required option '--keys <dir>' not specified");
  await guarded(terminal, finish, async () => {
    const folder = resolve(repo);
    // What is published is what kiosks have: a plan for a pack that is still to come is refused.
    const content = remove ? null : contentOf(options, folder);
    const draft =
      content === null || file === undefined ? null : await readGood(file, content, options, terminal);
    if (draft === null && !remove) return 1;
    const nowMs = MACHINE_CLOCK.nowMs();
    const done = await publishProgram({
      repo: folder,
      keys: resolve(keys),
      draft,
      today: tokyoDay(nowMs),
      nowMs,
      ask: askPassphrase,
    });
    const { from, to, changed, versions, validUntilMs } = done;
    if (options.json) terminal.out(JSON.stringify({ from, to, changed, versions, validUntilMs }));
    else {
      if (changed) terminal.out(`巡回計画 ${change(from, to)}`);
      terminal.out(
        changed ? `公開しました: ${folder}` : '計画は公開ずみのものと同じです。署名の期限を延ばしました。',
      );
      terminal.out(`署名の期限: ${day(validUntilMs)}`);
    }
    return 0;
  });
}
