/** `renkei import <dir> <file>`: takes a filled-in table over into a source, after showing what changes. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { check } from '../author/build.ts';
import { MAX_FILE_BYTES } from '../author/files.ts';
import { loadGazetteer } from '../author/gazetteer/gazetteer.ts';
import { commitFiles, finishCommit } from '../author/import/commit.ts';
import { type ImportPlan, planImport } from '../author/import/import.ts';
import { makeLeftover } from '../author/import/leftover.ts';
import { openPhotos, type PhotoFolder } from '../author/import/photos.ts';
import { type Raised, raisePack } from '../author/import/raise.ts';
import { countChanges, describePlan } from '../author/import/words.ts';
import { readSource, type SourceTree } from '../author/source.ts';
import { readTable, TableError } from '../author/table/read.ts';
import { tokyoDay } from '../pack/days.ts';
import { printProblems } from './check.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { GAZETTEER_FOLDER } from './folders.ts';
import type { Terminal } from './main.ts';

type Options = { readonly photos?: string; readonly yes?: boolean; readonly json?: boolean };

/** Said to staff, then the command ends with 1. */
class Stop extends Error {
  override readonly name = 'Stop';
}

export function addImport(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('import')
    .description('まちから届いた表（Excel、CSV）を読みこみます。変わるところを見せてから書きこみます。')
    .usage('<dir> <file> [--photos <dir>] [--yes] [--json]')
    .argument('<dir>', '原稿フォルダ')
    .argument('<file>', '届いた表（.xlsx、.csv など）')
    .option('--photos <dir>', '写真のフォルダ')
    .option('--yes', 'たずねずに書きこみます')
    .option('--json', '結果をJSONで出します')
    .action(async (dir: string, file: string, options: Options) => {
      try {
        finish(await runImport(resolve(dir), resolve(file), options, terminal));
      } catch (error) {
        if (!(error instanceof Stop) && !(error instanceof TableError)) throw error;
        terminal.err(error.message);
        finish(1);
      }
    });
}

async function runImport(dir: string, file: string, options: Options, terminal: Terminal): Promise<number> {
  const { sheets, notices } = await readTable(file);
  const photos = options.photos === undefined ? null : openPhotoFolder(resolve(options.photos));
  const { base, folder } = openBase(dir, terminal);
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
  const plan = withNotices(planImport({ sheets, base, folder, gazetteer, photos }), notices);
  if (plan.sheets.length === 0) {
    throw new Stop(
      [
        ...plan.notices,
        '読みこめる表がありません。「renkei new」でつくる表の見出しに合わせてください。',
      ].join('\n'),
    );
  }
  refuseTooLarge(plan);
  const raised = plan.files.length === 0 ? undefined : raise(folder);
  if (!options.json) for (const line of describePlan(plan)) terminal.out(line);
  if (!options.json && plan.files.length > 0) sayRaised(raised, terminal);
  const decided = await decide(plan, options, terminal);
  const files =
    raised === undefined ? plan.files : [...plan.files, { path: PACK_FILE, content: raised.text }];
  if (decided === 'write') commitFiles(folder, files);
  const leftover = decided === 'show' ? null : writeLeftover(file, plan);
  if (options.json)
    terminal.out(JSON.stringify(toJson({ ...plan, files }, decided === 'write', leftover), null, 2));
  else sayEnd(plan, decided, leftover, dir, terminal);
  return decided !== 'show' && plan.problems.length > 0 ? 1 : 0;
}

const PACK_FILE = 'pack.yaml';

function raise(folder: string): Raised | undefined {
  return raisePack(readFileSync(join(folder, PACK_FILE), 'utf8'), tokyoDay(MACHINE_CLOCK.nowMs()));
}

/** Another version is what makes the kiosks take the change. */
function sayRaised(raised: Raised | undefined, { out }: Terminal): void {
  out('');
  if (raised === undefined) {
    out(
      `■ ${PACK_FILE}: version を1つ大きく、date を今日の日付にしてください。キオスクはそれを見て新しくします。`,
    );
    return;
  }
  const { version, date } = raised;
  out(`■ ${PACK_FILE}: 第${version.from}版→第${version.to}版、日付 ${date.from}→${date.to}`);
}

function openPhotoFolder(folder: string): PhotoFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Stop(`写真のフォルダ「${folder}」がありません。名前と場所を確かめてください。`);
  }
  return openPhotos(folder);
}

type OpenBase = { readonly base: NonNullable<SourceTree['base']>; readonly folder: string };

/** The base pack that the rows go into. Errors elsewhere do not matter here: an import may be what mends them. */
function openBase(dir: string, terminal: Terminal): OpenBase {
  const folders = readSource(dir, () => undefined);
  if (folders.base) finishCommit(join(folders.root, folders.base.folder));
  const checked = check(dir, GAZETTEER_FOLDER);
  const { base, root } = checked.tree;
  if (base) return { base, folder: join(root, base.folder) };
  printProblems(checked, terminal.err);
  throw new Stop('原稿が読めないため、読みこめません。上のところを直してから、もう一度してください。');
}

/** A file that no check would read again is not written. */
function refuseTooLarge({ files }: ImportPlan): void {
  const large = files.find(
    ({ content }) => typeof content === 'string' && Buffer.byteLength(content) > MAX_FILE_BYTES,
  );
  if (large === undefined) return;
  throw new Stop(`${large.path} が大きくなりすぎます（4MBまで）。まちを減らすか、行を減らしてください。`);
}

function withNotices(plan: ImportPlan, notices: readonly string[]): ImportPlan {
  return { ...plan, notices: [...notices, ...plan.notices] };
}

type Decision = 'write' | 'nothing' | 'refused' | 'show';

/** Writes with --yes or when asked and told so; without anybody to ask it only shows. */
async function decide(plan: ImportPlan, options: Options, terminal: Terminal): Promise<Decision> {
  if (plan.files.length === 0) return 'nothing';
  if (options.yes) return 'write';
  if (!terminal.ask || options.json) return 'show';
  return (await terminal.ask('書きこみますか？（はい: y ／ いいえ: n）')) ? 'write' : 'refused';
}

/** Beside the table: `まちの情報-直すところ.csv`. @returns its path, or null when everything was taken */
function writeLeftover(file: string, plan: ImportPlan): string | null {
  const text = makeLeftover(plan);
  if (text === null) return null;
  const path = join(dirname(file), `${basename(file, extname(file))}-直すところ.csv`);
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new Stop(`「${path}」に書けません。Excelで開いていたら閉じて、もう一度してください。`, { cause });
  }
  return path;
}

function sayEnd(
  plan: ImportPlan,
  decided: Decision,
  leftover: string | null,
  dir: string,
  { out }: Terminal,
): void {
  const { added, changed, removed } = countChanges(plan);
  out('');
  switch (decided) {
    case 'write':
      out(`書きこみました: 追加 ${added}件、変更 ${changed}件、消したもの ${removed}件`);
      break;
    case 'nothing':
      out('変わるところはありません。何も書きこみませんでした。');
      break;
    case 'refused':
      out('書きこみませんでした。');
      break;
    case 'show':
      out('見せるだけにしました。書きこむには --yes を付けてください。');
      break;
  }
  if (leftover !== null) out(`読みこめなかったところ ${plan.problems.length}件を書き出しました: ${leftover}`);
  if (decided === 'write') out(`つぎにすること: renkei check ${dir}`);
}

/** For programs: everything that was found, with what was done. */
function toJson(plan: ImportPlan, written: boolean, leftover: string | null): unknown {
  return {
    written,
    leftover,
    counts: countChanges(plan),
    sheets: plan.sheets.map(({ name, kind, changes }) => ({
      sheet: name,
      file: `${kind.target}.yaml`,
      changes,
    })),
    problems: plan.problems,
    notices: plan.notices,
    files: plan.files.map((one) => one.path),
  };
}
