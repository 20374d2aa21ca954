/** `renkei preview <source…>`: shows unsigned content in the kiosk itself and shows it anew at every save. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Examined } from '../author/make.ts';
import { formatProblem } from '../author/problem.ts';
import { isLang, LANGS } from '../pack/lang.ts';
import { isDay } from '../pack/types.ts';
import { hasKiosk, type KioskWindow, openKioskWindow } from './kiosk-window.ts';
import type { Terminal } from './main.ts';
import { makePreviewFolder } from './preview-folder.ts';
import { goRound, type RoundsTeller } from './preview-rounds.ts';
import { withRun } from './run.ts';
import { stepPrinter } from './steps.ts';

type Options = {
  readonly venue?: string;
  readonly date?: string;
  readonly lang?: string;
  readonly fullscreen?: boolean;
  readonly cache?: string;
};

/** Most problems that are listed at once: the first ones are mended first. */
const MOST_LISTED = 20;

/** The preview ends, and why. */
class Ended extends Error {
  override readonly name = 'Ended';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export function addPreview(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('preview')
    .description('原稿を、署名する前にキオスクの画面で見ます。保存するたびに新しくなります。')
    .usage('<source…> [--venue <id>] [--date <年-月-日>] [--lang <言語>] [--fullscreen]')
    .argument('<source...>', '原稿フォルダ（いくつでも）')
    .option('--venue <id>', 'この会場として見ます（例: kusei-kaikan、arakawa-kuyakusho）')
    .option('--date <date>', 'この日として見ます（例: 2020-11-20）', readDate)
    .option('--lang <lang>', `はじめの言語（${LANGS.join('、')}）`, readLang)
    .option('--fullscreen', '窓ではなく全画面で見ます')
    .option('--cache <dir>', '一度つくった写真などをとっておくフォルダ')
    .action(async (sources: readonly string[], options: Options) => {
      finish(
        await preview(
          sources.map((source) => resolve(source)),
          options,
          terminal,
        ),
      );
    });
}

function readDate(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('--date は 2020-11-20 の形で書いてください。');
  return text;
}

function readLang(text: string): string {
  if (!isLang(text)) throw new InvalidArgumentError(`--lang は ${LANGS.join('、')} のどれかにしてください。`);
  return text;
}

/** @returns exit code */
async function preview(sources: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const missing = sources.find((source) => !existsSync(source));
  if (missing !== undefined || !hasKiosk()) {
    const why =
      missing === undefined
        ? 'キオスクのプログラムが見つかりません。プロジェクトのフォルダの中で npx renkei preview と打ってください。'
        : `原稿フォルダ「${missing}」がありません。場所を確かめてください。`;
    terminal.err(why);
    return 2;
  }
  const steps = stepPrinter(terminal, () => performance.now());
  const folder = makePreviewFolder();
  const closed = new AbortController();
  let window: KioskWindow | undefined;
  const open = (examined: Examined): void => {
    checkVenue(examined, options.venue);
    window ??= openKioskWindow(switchesFor(folder.path, options));
    void window.ended.then((code) => closed.abort(new Ended(code, 'プレビューを終わりました。')));
  };
  const interrupted = (): void => {
    steps.clear();
    terminal.err('プレビューを終わりました。');
  };
  try {
    return await withRun({ ...options, progress: steps.show, interrupted }, async (run) => {
      const signal = AbortSignal.any([run.signal, closed.signal]);
      return goRound(sources, folder, { ...run, signal }, tellerFor(terminal, steps.clear, open));
    });
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    terminal.err(error.message);
    return error.code;
  } finally {
    window?.close();
    await window?.ended;
    folder.remove();
  }
}

function tellerFor(terminal: Terminal, clear: () => void, open: (examined: Examined) => void): RoundsTeller {
  let opened = false;
  return {
    building: (again) => {
      if (again) terminal.err('\n原稿が変わりました。つくり直しています。');
    },
    broken: (errors, standing) => {
      clear();
      for (const problem of errors.slice(0, MOST_LISTED)) terminal.err(formatProblem(problem));
      if (errors.length > MOST_LISTED) terminal.err(`ほか${errors.length - MOST_LISTED}件`);
      terminal.err(
        `エラー ${errors.length}件。${standing ? '画面は前のままです。' : ''}直して保存すると、${
          standing ? '画面が新しくなります' : '画面が開きます'
        }。`,
      );
    },
    shown: (examined, tookMs) => {
      clear();
      const warnings = examined.problems.length;
      const source = relative(process.cwd(), examined.tree.root) || '.';
      const more = warnings === 0 ? '' : `（注意 ${warnings}件。renkei check ${source} で見られます）`;
      terminal.err(`✓ ${(tookMs / 1000).toFixed(1)}秒でつくりました${more}`);
      open(examined);
      if (!opened)
        terminal.err('原稿を保存すると、開いている画面が新しくなります。終えるには Ctrl+C を押します。');
      opened = true;
    },
  };
}

/** @throws {Ended} when there is no such hall, with those there are */
function checkVenue({ tree }: Examined, venue: string | undefined): void {
  const halls = (tree.base?.venues.value ?? []).filter(({ hall }) => hall);
  if (venue === undefined || halls.some(({ id }) => id === venue)) return;
  const list = halls.map(({ id, name }) => `  ${id}  ${name.ja}`).join('\n');
  throw new Ended(2, `会場「${venue}」はありません。使える会場:\n${list}`);
}

function switchesFor(data: string, { venue, date, lang, fullscreen }: Options): readonly string[] {
  return [
    '--preview',
    ...['--data', data],
    ...(fullscreen ? [] : ['--windowed']),
    ...(venue === undefined ? [] : ['--venue', venue]),
    ...(date === undefined ? [] : ['--today', date]),
    ...(lang === undefined ? [] : ['--lang', lang]),
  ];
}
