/** `renkei <verb>`: what staff do with content on any computer with Node. One file per verb. */
import { Command, CommanderError } from 'commander';
import { addBuild } from './build.ts';
import { addCheck } from './check.ts';
import { addImport } from './import.ts';
import { addKeys } from './keys.ts';
import { addNew } from './new.ts';
import { addPacks } from './packs.ts';
import { addPreview } from './preview.ts';
import { addProgram } from './program.ts';
import { ask } from './prompt.ts';
import { addPublish } from './publish.ts';
import { addReceipts } from './receipts.ts';
import { addRollback } from './rollback.ts';
import { addStick } from './stick.ts';
import { addSync } from './sync.ts';
import { addSynth } from './synth.ts';
import { addTufClient } from './tuf-client.ts';
import { addVerify } from './verify.ts';

/** What a verb may touch of the outside world. */
export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether `err` is a screen on which a line may be written over. */
  readonly live: boolean;
  /** Asks yes or no; left out where nobody can answer. */
  readonly ask?: (question: string) => Promise<boolean>;
};

const TERMINAL: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  live: process.stderr.isTTY === true,
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
};

/**
 * Runs one command line.
 *
 * @param argv without node and script
 * @returns    exit code: 0 done, 1 the content has errors, 2 the command was not understood
 */
export async function main(argv: readonly string[], terminal: Terminal = TERMINAL): Promise<number> {
  let code = 0;
  const program = new Command('renkei')
    .description('全国連携キオスクのコンテンツをつくる道具です。')
    .helpOption('-h, --help', '使い方を表示します')
    .helpCommand(false)
    .usage('<命令> [指定]')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      // Its own would add `(default: …)` in English.
      optionDescription: (option) => option.description,
      subcommandTerm: (verb) => `${verb.name()} ${verb.usage()}`,
    })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(`${inJapanese(text)}\n使い方: renkei --help`),
    })
    .exitOverride();
  const finish = (verbCode: number): void => {
    code = verbCode;
  };
  addNew(program, terminal, finish);
  addImport(program, terminal, finish);
  addCheck(program, terminal, finish);
  addBuild(program, terminal, finish);
  addPreview(program, terminal, finish);
  addKeys(program, terminal, finish);
  addPublish(program, terminal, finish);
  addProgram(program, terminal, finish);
  addSync(program, terminal, finish);
  addPacks(program, terminal, finish);
  addRollback(program, terminal, finish);
  addVerify(program, terminal, finish);
  addStick(program, terminal, finish);
  addReceipts(program, terminal, finish);
  addSynth(program, terminal, finish);
  addTufClient(program, terminal, finish);
  addHelp(program);
  for (const verb of program.commands) {
    verb.usage(verb.usage().replace('[options]', '[指定]'));
    verb.helpOption('-h, --help', '使い方を表示します').exitOverride().copyInheritedSettings(program);
  }
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return 2;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`思わぬ問題が起きました: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

/** `renkei help [verb]`; commander's own takes any word for a verb. */
function addHelp(program: Command): void {
  program
    .command('help')
    .description('使い方を表示します。')
    .usage('[verb]')
    .argument('[verb]', '命令')
    .action((name: string | undefined) => {
      const verb = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (verb === undefined) program.error(`error: unknown command '${name}'`);
      verb.help();
    });
}

/** commander's headings, in Japanese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': '指定:',
  'Commands:': '命令:',
};

/** commander's few complaints, in Japanese. */
function inJapanese(text: string): string {
  return text
    .trim()
    .replace(/^error: unknown command '([^']*)'.*$/s, '「$1」という命令はありません。')
    .replace(/^error: unknown option '([^']*)'.*$/s, '「$1」という指定はありません。')
    .replace(/^error: missing required argument '([^']*)'.*$/s, '「$1」を書いてください。')
    .replace(/^error: required option '([^']*)' not specified.*$/s, '「$1」を指定してください。')
    .replace(/^error: option '([^']*)' argument missing.*$/s, '「$1」の値を書いてください。')
    .replace(/^error: .* is invalid[^.]*\. (.*)$/s, '$1')
    .replace(/^error: too many arguments.*$/s, '余分な文字があります。');
}
