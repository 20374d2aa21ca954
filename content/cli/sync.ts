/** `renkei sync --from <url|dir> --data <dir>`: brings a data folder up to date, without a kiosk. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { refusalWords } from '../pack/sync-words.ts';
import { plan, type SyncDone, type SyncOptions, sync } from '../sync/sync.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';
import { sourceOf } from './source.ts';
import { change, day, makeProgressLine, sayRefusal, size } from './words.ts';

type Options = {
  readonly from: string;
  readonly data: string;
  readonly root?: string;
  readonly trustFirst?: boolean;
  readonly again?: boolean;
  readonly plan?: boolean;
  readonly json?: boolean;
};

export function addSync(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('sync')
    .description('署名されたコンテンツを、配信元またはUSBメモリからデータフォルダへ取り込みます。')
    .requiredOption('--from <url|dir>', '配信元のアドレス、またはUSBメモリなどのフォルダ')
    .requiredOption('--data <dir>', 'キオスクのデータフォルダ')
    .option('--root <file>', '信頼する署名（root.json）。はじめて取り込むときに指定します')
    .option('--trust-first', 'はじめての配信元を、そのまま信頼します（root.json がないときだけ）')
    .option('--again', '前に戻した内容でも、もう一度取り込みます')
    .option('--plan', '取り込まずに、何が変わるかだけを示します')
    .option('--json', '経過と結果を、1行に1つのJSONで出します')
    .action(async (options: Options) => {
      finish(await run(options, terminal));
    });
}

async function run(options: Options, terminal: Terminal): Promise<number> {
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  process.once('SIGINT', onStop);
  const json = (value: unknown): void => terminal.out(JSON.stringify(value));
  const settings: SyncOptions = {
    dataDir: resolve(options.data),
    source: sourceOf(options.from),
    clock: MACHINE_CLOCK,
    signal: stop.signal,
    root: options.root === undefined ? undefined : readFileSync(resolve(options.root)),
    trustFirst: options.trustFirst,
    again: options.again === true,
    onProgress: options.json
      ? (progress) => json({ event: 'progress', ...progress })
      : makeProgressLine(terminal),
  };
  try {
    const outcome = await (options.plan ? plan(settings) : sync(settings));
    if (options.json) {
      const words = outcome.ok ? {} : { words: refusalWords(outcome.refusal) };
      json({ event: options.plan ? 'plan' : 'done', ...outcome, ...words });
    } else if (!outcome.ok) sayRefusal(terminal, outcome.refusal);
    else if ('packBytes' in outcome) sayPlan(terminal, outcome);
    else sayDone(terminal, outcome);
    return outcome.ok ? 0 : 1;
  } finally {
    process.removeListener('SIGINT', onStop);
  }
}

const STATES: { readonly [State in SyncDone['state']]: string } = {
  updated: '新しい内容に切りかわりました。',
  mended: '足りないファイルを補いました。',
  unchanged: '新しい内容はありません。',
  held: '前に戻した内容と同じため、取り込みませんでした。取り込むには --again を付けてください。',
};

function sayDone(terminal: Terminal, done: SyncDone): void {
  sayChanges(terminal, done);
  terminal.out(STATES[done.state]);
  if (done.bytes > 0)
    terminal.out(`${size(done.bytes)}を${(done.tookMs / 1000).toFixed(1)}秒で取り込みました。`);
  terminal.out(`署名の期限: ${day(done.validUntilMs)}`);
}

function sayPlan(terminal: Terminal, seen: Extract<Awaited<ReturnType<typeof plan>>, { ok: true }>): void {
  sayChanges(terminal, seen);
  if (seen.state !== 'updated') terminal.out(STATES[seen.state]);
  else
    terminal.out(
      `取り込む量: パック ${size(seen.packBytes)}、画像と動画は最大 ${size(seen.mediaBytesAtMost)}`,
    );
}

function sayChanges(terminal: Terminal, { changes, warnings }: Pick<SyncDone, 'changes' | 'warnings'>): void {
  for (const { packId, title, from, to } of changes) terminal.out(`${packId} ${title} ${change(from, to)}`);
  for (const warning of warnings) {
    terminal.err(
      `注意: ${warning.subject} の署名に問題があり、その団体のパックは前のままです（${warning.code}）。`,
    );
  }
}
