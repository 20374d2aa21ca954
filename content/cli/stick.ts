/** `renkei stick <repo> <dir>`: the newest release onto a USB stick. `renkei prune <repo>`: old ones away. */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { prune } from '../publish/prune.ts';
import { type StickDone, writeStick } from '../publish/stick.ts';
import { makeReporter } from '../sync/progress.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { INTERRUPTED_CODE, Interrupted, listenForInterrupt } from './interrupt.ts';
import type { Terminal } from './main.ts';
import { makeProgressLine, refusing, size } from './words.ts';

/** Below this a stick is worth replacing: a gigabyte would take more than three minutes. */
const SLOW_BYTES_PER_SECOND = 5_000_000;
/** A few small files say nothing about a stick. */
const TELLING_BYTES = 20_000_000;

export function addStick(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('stick')
    .description(
      '配信フォルダのいちばん新しい内容を、USBメモリなどのフォルダに書きます。止めても、もう一度行えば続きから始まります。',
    )
    .argument('<repo>', '配信フォルダ')
    .argument('<dir>', 'USBメモリ（またはその中のフォルダ）')
    .action((repo: string, dir: string) => write(repo, dir, terminal, finish));
  program
    .command('prune')
    .description('配信フォルダから、どの会場にもいらなくなった古い内容を消します。')
    .argument('<repo>', '配信フォルダ')
    .option('--keep <n>', '残す公開の数（ふつうは2）', wholeNumber, 2)
    .option('--dry-run', '消さずに、消える量だけを示します')
    .action((repo: string, { keep, dryRun = false }: { readonly keep: number; readonly dryRun?: boolean }) =>
      refusing(terminal, finish, async () => {
        const done = prune({ repo: resolve(repo), keep, dryRun, nowMs: MACHINE_CLOCK.nowMs() });
        const words = dryRun ? '消えるもの' : '消したもの';
        terminal.out(`${words}: ${done.files}件 ${size(done.bytes)}（残した公開: ${done.releases}回分）`);
      }),
    );
}

async function write(
  repo: string,
  dir: string,
  terminal: Terminal,
  finish: (code: number) => void,
): Promise<void> {
  const interrupt = listenForInterrupt();
  try {
    await refusing(terminal, finish, async () => {
      const done = await writeStick({
        repo: resolve(repo),
        to: resolve(dir),
        report: makeReporter(MACHINE_CLOCK, makeProgressLine(terminal, { checking: '読みなおし' })),
        signal: interrupt.signal,
        ...{ nowMs: MACHINE_CLOCK.nowMs(), monotonicMs: MACHINE_CLOCK.monotonicMs },
      });
      say(terminal, dir, done);
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.err('止めました。USBメモリの前の内容はそのままです。もう一度行うと続きから始まります。');
    finish(INTERRUPTED_CODE);
  } finally {
    interrupt.release();
  }
}

function say(terminal: Terminal, dir: string, { files, bytes, tookMs, cleared }: StickDone): void {
  const speed = tookMs === 0 ? 0 : (bytes * 1000) / tookMs;
  terminal.out(
    files === 0
      ? 'USBメモリの中身はもう最新です。'
      : `${files}件 ${size(bytes)}を${(tookMs / 1000).toFixed(1)}秒で書きました（毎秒${size(speed)}）。`,
  );
  if (cleared.files > 0) terminal.out(`古い内容を消しました: ${cleared.files}件 ${size(cleared.bytes)}`);
  if (bytes > TELLING_BYTES && speed < SLOW_BYTES_PER_SECOND)
    terminal.err('このUSBメモリは遅いため、会場でも時間がかかります。USB 3 の速いものをおすすめします。');
  terminal.out(
    `書いたものをすべて読みなおし、確かめました: ${dir}。「安全な取り外し」をしてから抜いてください。`,
  );
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1以上の整数を書いてください。');
  return value;
}
